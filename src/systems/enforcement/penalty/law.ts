import type { Limit } from '../../../kernel/clock/law.ts';
import type { LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import { lawBook } from '../../../law/index.ts';
import { reviewComesFirst } from '../../../law/remedies.ts';

/** Chooses by the day: the first of the provisions on one subject that was in force. */
function governing(...ids: readonly [string, ...string[]]): (on: LegalDate) => string {
  return (on) => ids.find((id) => lawBook.inForce(id, on)) ?? ids[0];
}

/** Which days rule the case beside the statute (程序规定): the general law alone, or the market regulator's own. */
export const proceduralRules = {
  general: '行政处罚法',
  'market-supervision': '市场监督管理行政处罚程序规定',
} as const;

type Governed = { readonly procedureRules?: keyof typeof proceduralRules };

/** The market regulator's rules of procedure, provisional from 2019-04-01, renamed and amended from 2021-07-15. */
const marketRules = {
  filing: governing('SJ-03'),
  decision: governing('SJ-06'),
  defence: governing('SJ-05', 'SJ0-05'),
  hearingRequest: governing('TZ-01', 'TZ0-01'),
  service: governing('SJ-08'),
  reporting: governing('SJ-09'),
  closing: governing('SJ-07'),
} as const;

/** Whether the market regulator's procedural rules govern the case on that day. */
export function underMarketRules(facts: Governed, on: LegalDate): boolean {
  return facts.procedureRules === 'market-supervision' && lawBook.inForce(marketRules.decision(on), on);
}

/** 行政处罚法（2021年修订） governs steps taken from 2021-07-15; earlier steps stay valid under the old text. */
export function underRevisedLaw(on: LegalDate): boolean {
  return lawBook.inForce('CF1-29', on);
}

/** Whether the market regulator's rules on disclosure (from 2021-09-01) govern the decision. */
export function underMarketDisclosure(facts: Governed & { readonly decidedOn?: LegalDate }): boolean {
  const { procedureRules, decidedOn } = facts;
  return (
    procedureRules === 'market-supervision' && decidedOn !== undefined && lawBook.inForce('GS-03', decidedOn)
  );
}

/** A penalty on the spot goes to review before it goes to court, since 2024 (行政复议法 art. 23). */
export function suitNeedsReview(facts: { readonly onSpot?: boolean }, on: LegalDate): boolean {
  return facts.onSpot === true && reviewComesFirst(on);
}

/** Whether any law limits the days from filing to the decision on that day: none did nationally before 2021-07-15. */
export function decisionIsLimited(facts: Governed, on: LegalDate): boolean {
  return underMarketRules(facts, on) || underRevisedLaw(on);
}

type Chosen = (on: LegalDate) => string;
const market = (rules: Chosen, general: Chosen) => (facts: Governed, on: LegalDate) =>
  underMarketRules(facts, on) ? rules(on) : general(on);

/** The provision that sets each period, by the rules of the case and the day on which the period begins. */
export const periods = {
  filing: marketRules.filing,
  decision: market(marketRules.decision, governing('CF1-29')),
  preservation: governing('CF1-25', 'CF0-04'),
  /** The general law asks for a chance to be heard and leaves the days to the notice itself. */
  defence: market(marketRules.defence, governing('CF1-17', 'CF0-08')),
  hearingRequest: market(marketRules.hearingRequest, governing('CF1-32', 'CF0-10')),
  hearingNotice: governing('CF1-33', 'CF0-11'),
  service: market(marketRules.service, governing('CF1-30', 'CF0-07')),
  announcement: governing('MS-02', 'MS-01'),
  payment: governing('CF1-36', 'CF0-12'),
  handIn: governing('CF1-38', 'CF0-14'),
  reporting: marketRules.reporting,
  closing: marketRules.closing,
  publication: (facts: Governed & { readonly onSpot?: boolean }, on: LegalDate): string =>
    facts.procedureRules === 'market-supervision' && lawBook.inForce('GS-01', on)
      ? 'GS-01'
      : governing('S3-04', 'S3-12')(on),
  /** Until when the party may turn to review or to court without having done so before. */
  remedies: (facts: { readonly onSpot?: boolean }, on: LegalDate): string =>
    suitNeedsReview(facts, on) ? 'FY1-02' : governing('SS-03', 'SS0-01')(on),
} as const;

/** The days in which the party may be heard: the market regulator's rules name them, else the notice does. */
export function defenceLimit(facts: Governed, days: number, on: LegalDate): Limit {
  const named = lawBook.get(periods.defence(facts, on)).limit;
  return named ?? { amount: days, unit: underRevisedLaw(on) ? 'workday' : 'day' };
}

const of = (law: string, article: string, provision?: string): Basis => ({
  law,
  article,
  ...(provision === undefined ? {} : { provision }),
});

/** Articles as the refusals cite them; the numbering is that of the 2021 text, to which the old articles correspond. */
export const basis = {
  limitation: of('行政处罚法', '第三十六条', 'CF1-09'),
  exemption: of('行政处罚法', '第三十三条', 'CF1-07'),
  incapacity: of('行政处罚法', '第三十条、第三十一条', 'CF1-43'),
  benchmark: of('行政处罚法', '第三十四条', 'CF1-08'),
  capacity: of('行政处罚法', '第三十八条', 'CF1-12'),
  kinds: of('行政处罚法', '第九条', 'CF1-42'),
  officers: of('行政处罚法', '第四十二条', 'CF1-15'),
  recusal: of('行政处罚法', '第四十三条', 'CF1-16'),
  notice: of('行政处罚法', '第四十四条、第六十二条', 'CF1-17'),
  defence: of('行政处罚法', '第四十五条', 'CF1-17'),
  disclosure: of('行政处罚法', '第四十八条', 'CF1-19'),
  withdrawal: of('行政处罚法', '第四十八条第二款', 'CF1-20'),
  onSpot: of('行政处罚法', '第五十一条', 'CF1-21'),
  onSpotForm: of('行政处罚法', '第五十二条', 'CF1-22'),
  filing: of('行政处罚法', '第五十四条', 'CF1-23'),
  preservation: of('行政处罚法', '第五十六条', 'CF1-25'),
  decision: of('行政处罚法', '第五十七条', 'CF1-26'),
  contents: of('行政处罚法', '第五十九条', 'CF1-44'),
  review: of('行政处罚法', '第五十八条', 'CF1-27'),
  term: of('行政处罚法', '第六十条', 'CF1-29'),
  service: of('行政处罚法', '第六十一条', 'CF1-30'),
  announcement: of('民事诉讼法', '第九十五条', 'MS-02'),
  hearing: of('行政处罚法', '第六十三条', 'CF1-31'),
  hearingTerm: of('行政处罚法', '第六十四条', 'CF1-32'),
  hearingHost: of('行政处罚法', '第六十四条第四项', 'CF1-34'),
  deferral: of('行政处罚法', '第六十六条', 'CF1-35'),
  separation: of('行政处罚法', '第六十七条', 'CF1-36'),
  onSpotCollection: of('行政处罚法', '第六十八条', 'CF1-37'),
  surcharge: of('行政处罚法', '第七十二条', 'CF1-39'),
  enforcement: of('行政强制法', '第五十三条', 'QZ-16'),
  demand: of('行政强制法', '第五十四条', 'QZ-17'),
  crime: of('行政执法机关移送涉嫌犯罪案件的规定', '第三条、第十一条', 'LF-07'),
  jurisdiction: of('行政处罚法', '第二十五条', 'CF1-03'),
  marketDefence: of('市场监督管理行政处罚程序规定', '第五十七条', 'SJ-05'),
  marketDisclosure: of('市场监督管理行政处罚信息公示规定', '第二条', 'GS-04'),
  marketTerm: of('市场监督管理行政处罚程序规定', '第六十四条', 'SJ-06'),
} as const;
