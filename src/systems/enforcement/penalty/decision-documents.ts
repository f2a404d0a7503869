import { chineseDate } from '../../../kernel/dates.ts';
import type { DocumentBlock, PinnedItem } from '../../../kernel/procedure/declaration.ts';
import { remediesParagraph } from '../../../kernel/wording/remedies.ts';
import { lawBook } from '../../../law/index.ts';
import type { Tier } from './amounts.ts';
import { defenceResults, type ExemptionGround, exemptionGrounds } from './fields.ts';
import {
  form,
  type Instrument,
  instrument,
  officerLine,
  paragraph,
  partyRows,
  remedies,
  rights,
  takenOn,
  type View,
  yuan,
} from './instrument-parts.ts';
import { underMarketDisclosure, underRevisedLaw } from './law.ts';

// Decisions with the parts their law asks for: 行政处罚法 arts. 52, 59 (1996: arts. 34, 39).

/** Way and time of carrying out: the fine by law, the rest as the decision sets it. */
function carryingOut({ facts }: View): DocumentBlock[] {
  const { fine, bank, carryOut } = facts;
  const paid = fine
    ? [
        `请自收到本决定书之日起十五日内到${bank ?? '指定的银行或者通过电子支付系统'}缴纳罚款${yuan(fine)}。` +
          '逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款不超过罚款本数。',
      ]
    : [];
  return [...paid, ...(carryOut ? [`其他处罚的履行方式和期限：${carryOut}`] : [])].map(paragraph);
}

/** What the party said before the decision, and what became of it. */
function heard({ facts }: View): DocumentBlock[] {
  const { defenceResult, defenceReasons, defenceReviewed, hearingHeldOn } = facts;
  // What was said on an earlier notice is no answer to this one: a new conclusion clears the mark.
  const said =
    defenceResult === undefined || defenceReviewed !== true
      ? []
      : [
          `你（单位）提出的陈述申辩意见，本机关经复核${defenceResults[defenceResult]}。${defenceReasons ? `理由：${defenceReasons}` : ''}`,
        ];
  const held =
    hearingHeldOn === undefined
      ? []
      : [`本机关于${chineseDate(hearingHeldOn)}依你（单位）的要求举行听证，本决定根据听证笔录作出。`];
  const silent = facts.noticeWaived
    ? '你（单位）书面放弃陈述、申辩。'
    : '你（单位）在规定期限内没有提出陈述申辩意见。';
  const told = [...said, ...held];
  return (told.length > 0 ? told : [silent]).map(paragraph);
}

/** How the benchmark was applied is stated in the decision (国办发〔2022〕27号, from 2022-08-17). */
function benchmark(view: View): DocumentBlock[] {
  const { facts, matter } = view;
  const pinned: PinnedItem | undefined = matter.pins.benchmark;
  if (pinned === undefined || !lawBook.inForce('S3-13', takenOn(view, 'decide'))) return [];
  const tiers = pinned.tiers as unknown as readonly (Tier & { readonly name: string })[];
  const tier = tiers.find(({ code }) => code === facts.tier);
  const applied =
    facts.outsideBenchmark || tier === undefined
      ? `本决定没有适用${pinned.name}的裁量基准，理由：${facts.outsideReason ?? ''}`
      : `本决定适用${pinned.name}的裁量基准，裁量阶次为“${tier.name}”（罚款${tier.min}元至${tier.max}元）。`;
  return [paragraph(applied)];
}

export const decision: Instrument = {
  name: '行政处罚决定书',
  render: (view) =>
    instrument(
      view,
      { title: '行政处罚决定书', number: view.facts.decisionNumber, on: takenOn(view, 'decide') },
      [
        form(partyRows(view.facts)),
        paragraph(`经查明：${view.facts.findings}`),
        ...(view.facts.evidenceText
          ? [paragraph(`上述事实，有下列证据证明：${view.facts.evidenceText}`)]
          : []),
        ...heard(view),
        paragraph(`依据${view.facts.legalBasis}，本机关决定：${view.facts.content}`),
        ...benchmark(view),
        ...carryingOut(view),
        rights(remediesParagraph('本处罚决定', remedies(view))),
        // 市场监督管理行政处罚信息公示规定 art. 8: the party is told in writing when the decision is served.
        ...(underMarketDisclosure(view.facts) ? [paragraph('本行政处罚信息将依法向社会公示。')] : []),
      ],
    ),
};

export const onSpotDecision: Instrument = {
  name: '当场行政处罚决定书',
  render: (view) =>
    instrument(
      view,
      { title: '当场行政处罚决定书', number: view.facts.decisionNumber, on: view.facts.decidedOn! },
      [
        form([
          ...partyRows(view.facts),
          ['处罚时间', `${chineseDate(view.facts.decidedOn)}${view.facts.onSpotAt ?? ''}`],
          ['处罚地点', view.facts.onSpotPlace],
        ]),
        paragraph(`违法事实：${view.facts.findings}`),
        paragraph(`依据${view.facts.legalBasis}，当场决定：${view.facts.content}。`),
        ...(view.facts.collectedOnSpot
          ? [paragraph('罚款已当场收缴，出具财政部门统一制发的专用票据。')]
          : carryingOut(view)),
        paragraph(`执法人员：${officerLine(view)}`),
        rights(remediesParagraph('本处罚决定', remedies(view))),
      ],
    ),
};

const penaltyLaw = '《中华人民共和国行政处罚法》';

/** Articles by which no penalty is imposed: of the 2021 text, and of the texts before it. */
const exemptionArticles: Record<ExemptionGround, readonly [revised: string, former: string]> = {
  'minor-violation': ['第三十三条第一款', '第二十七条第二款'],
  'first-offence': ['第三十三条第一款', '第二十七条第二款'],
  'no-fault': ['第三十三条第二款', '第二十七条第二款'],
  limitation: ['第三十六条', '第二十九条'],
  'under-fourteen': ['第三十条', '第二十五条'],
  'mental-illness': ['第三十一条', '第二十六条'],
  'not-established': ['第五十七条第一款第三项', '第三十八条第一款第三项'],
};

export const noPenalty: Instrument = {
  name: '不予行政处罚决定书',
  render: (view) => {
    const on = takenOn(view, 'decide-no-penalty');
    const ground = view.facts.exemptionGround!;
    const article = exemptionArticles[ground][underRevisedLaw(on) ? 0 : 1];
    return instrument(view, { title: '不予行政处罚决定书', number: view.facts.exemptionNumber, on }, [
      form(partyRows(view.facts)),
      paragraph(`经查明：${view.facts.findings}`),
      paragraph(
        `因${exemptionGrounds[ground]}，根据${penaltyLaw}${article}，决定不予行政处罚。${view.facts.exemptionReasons ?? ''}`,
      ),
      rights(remediesParagraph('本决定', remedies(view))),
    ]);
  },
};
