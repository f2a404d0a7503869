import { addMonths, dayNumber, type LegalDate } from '../../../kernel/dates.ts';
import type { PinnedItem } from '../../../kernel/procedure/declaration.ts';
import type { CounterpartKind } from '../../counterpart.ts';
import { underRevisedLaw } from './law.ts';

/** Amounts of yuan that differ for a natural person and for everyone else. */
interface Threshold {
  readonly natural: number;
  readonly organisation: number;
}

/** Largest fine of the simple procedure: 2021 text art. 51; the texts before it art. 33. */
const onSpotFine = {
  revised: { natural: 200, organisation: 3000 },
  former: { natural: 50, organisation: 1000 },
} as const satisfies Record<string, Threshold>;

/** Largest fine an officer may collect on the spot: 2021 text art. 68; the texts before it art. 47. */
const onSpotCollection = { revised: 100, former: 20 } as const;

/**
 * "Larger amount" for hearings where the unit's catalogue (the power item) sets none: 市场监督管理行政处罚听证办法
 * art. 5 (a fine, or confiscated gains and goods together). It binds the market regulator; for other bodies no statute
 * names an amount, and whoever is refused on it is told so. A province may set its own: it belongs in the catalogue.
 */
const largerAmount: Threshold = { natural: 10_000, organisation: 100_000 };

function forParty(threshold: Threshold, party: CounterpartKind): number {
  return party === 'natural' ? threshold.natural : threshold.organisation;
}

export function largestOnSpotFine(party: CounterpartKind, on: LegalDate): number {
  return forParty(underRevisedLaw(on) ? onSpotFine.revised : onSpotFine.former, party);
}

export function largestOnSpotCollection(on: LegalDate): number {
  return underRevisedLaw(on) ? onSpotCollection.revised : onSpotCollection.former;
}

/** From which amount a fine or confiscation asks for a hearing; the unit's published catalogue comes first. */
export function hearingAmount(power: PinnedItem | undefined, party: CounterpartKind): number {
  const own = power?.[party === 'natural' ? 'hearingAmountNatural' : 'hearingAmountOrganisation'];
  return typeof own === 'number' ? own : forParty(largerAmount, party);
}

/** What to add where the built-in figures decided, because the unit's catalogue sets none. */
export function hearingAmountCaution(
  power: PinnedItem | undefined,
  party: CounterpartKind,
  marketRules: boolean,
): string {
  const own = power?.[party === 'natural' ? 'hearingAmountNatural' : 'hearingAmountOrganisation'];
  if (typeof own === 'number') return '';
  const amount = forParty(largerAmount, party).toLocaleString('zh-CN');
  const article = '《市场监督管理行政处罚听证办法》第五条';
  return marketRules
    ? `本事项没有登记听证标准，按${article}的${amount}元判断；本省另有规定的，请在权责清单登记。`
    : `本事项没有登记听证标准，《行政处罚法》没有规定数额，暂参照${article}按${amount}元判断；请在权责清单登记本单位公布的标准。`;
}

/** From which fine the unit's published catalogue holds a decision to be major; nothing where it names none. */
export function majorAmount(power: PinnedItem | undefined): number | undefined {
  const own = power?.majorFine;
  return typeof own === 'number' ? own : undefined;
}

/** One tier of a discretion benchmark, in yuan, both ends included. */
export interface Tier {
  readonly code: string;
  readonly min: number;
  readonly max: number;
}

/** Whether the fine lies within the named tier of a pinned item of the list `discretion-benchmarks`. */
export function withinTier(benchmark: PinnedItem, tierCode: string | undefined, fine: number): boolean {
  const tiers = benchmark.tiers as unknown as readonly Tier[];
  const tier = tiers.find(({ code }) => code === tierCode);
  return tier !== undefined && tier.min <= fine && fine <= tier.max;
}

/** Years within which an act must be discovered: two; five where life, health or financial safety was harmed (since 2021). */
export function limitationYears(
  special: number | undefined,
  gravelyHarmful: boolean | undefined,
  discovered: LegalDate,
): number {
  return special ?? (gravelyHarmful && underRevisedLaw(discovered) ? 5 : 2);
}

/**
 * The day on which the act ended is not counted (the general rule on periods), so the last day is the same date
 * years later. It does not roll: nobody has to act on it.
 */
export function limitationExpired(actEnded: LegalDate, discovered: LegalDate, years: number): boolean {
  return discovered > addMonths(actEnded, 12 * years);
}

/** Surcharge of 3 % a day on an unpaid fine, from the day after the due day; never more than the fine itself. */
export function surcharge(fine: number, due: LegalDate, paid: LegalDate, daysNotCounted: number): number {
  const late = Math.max(0, dayNumber(paid) - dayNumber(due) - daysNotCounted);
  const cents = Math.round(fine * 100);
  return Math.min(cents, Math.round((cents * 3 * late) / 100)) / 100;
}

/** Sum of yuan without the dust of binary fractions. */
export function addYuan(...amounts: readonly (number | undefined)[]): number {
  return amounts.reduce<number>((sum, amount) => sum + Math.round((amount ?? 0) * 100), 0) / 100;
}
