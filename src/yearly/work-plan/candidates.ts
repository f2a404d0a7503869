import { initialsOf, queryTerms, searchTerms } from '../../kernel/search/terms.ts';

/** An indicator by which a demand may count itself. */
export interface CandidateIndicator {
  readonly id: string;
  readonly name: string;
  /** Where its records stand, e.g. 学法活动. */
  readonly sourceName: string;
  readonly unit: string;
  readonly kinds: Readonly<Record<string, string>>;
}

export interface Candidate {
  readonly indicator: CandidateIndicator;
  /** Subdivision the demand speaks of; null for the whole. */
  readonly kind: string | null;
  /** 0 to 1; proposals are those that reach {@link PROPOSED}. */
  readonly score: number;
  /** Why it is proposed, in Chinese. */
  readonly reasons: readonly string[];
}

/** A demand as the plan says it. */
export interface Demand {
  readonly text: string;
  readonly unit: string;
}

/** Below this a candidate is found by searching alone: rather none proposed than a wrong one. */
const PROPOSED = 0.4;

/** Units that count the same thing in other words. */
const SAME_UNITS: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '个'],
  ['人', '名', '人次'],
  ['件', '起', '宗', '份'],
];

/**
 * Indicators that a demand may be bound to, the likeliest first, each with its reasons. With a query all that answer
 * it (characters, words, initials of pinyin), without one the proposals.
 */
export function candidatesFor(
  demand: Demand,
  indicators: readonly CandidateIndicator[],
  query = '',
): readonly Candidate[] {
  const asked = query.trim();
  return indicators
    .filter((indicator) => asked === '' || answers(indicator, asked))
    .map((indicator) => judged(demand, indicator))
    .filter(({ score }) => asked !== '' || score >= PROPOSED)
    .sort((a, b) => b.score - a.score || a.indicator.name.localeCompare(b.indicator.name, 'zh-CN'));
}

function answers({ name, sourceName, kinds }: CandidateIndicator, query: string): boolean {
  const text = [name, sourceName, ...Object.values(kinds)].join(' ');
  const terms = new Set(searchTerms(text));
  if (queryTerms(query).every((term) => terms.has(term))) return true;
  const letters = query.toLowerCase();
  return /^[a-z]+$/.test(letters) && initialsOf(text).includes(letters);
}

function judged(demand: Demand, indicator: CandidateIndicator): Candidate {
  const common = commonRuns(indicator.name, demand.text);
  const said = common.reduce((sum, run) => sum + run.length, 0) / [...indicator.name].length;
  const source = commonRuns(indicator.sourceName, demand.text);
  const kind = kindIn(indicator, demand.text);
  const unit = unitsAgree(indicator.unit, demand.unit);
  const percent = (indicator.unit === '%') !== (demand.unit === '%');
  const words = [...new Set([...common, ...source])];
  const score = percent
    ? 0
    : Math.min(1, 0.6 * said + (source.length > 0 ? 0.15 : 0) + (kind ? 0.15 : 0) + (unit ? 0.2 : 0));
  return {
    indicator,
    kind: kind ?? null,
    score: words.length === 0 && !kind ? 0 : score,
    reasons: [
      ...(words.length > 0 ? [`都说到${words.map((word) => `“${word}”`).join('')}`] : []),
      ...(kind ? [`要求里有分类“${indicator.kinds[kind]}”`] : []),
      ...(unit ? [`都按“${demand.unit}”计`] : []),
    ],
  };
}

/** Runs of two characters and more that both texts hold, the longest first, none inside another. */
function commonRuns(name: string, text: string): string[] {
  const runs: string[] = [];
  const chars = [...name];
  for (let at = 0; at < chars.length; at += 1) {
    let length = 0;
    while (at + length < chars.length && text.includes(chars.slice(at, at + length + 1).join('')))
      length += 1;
    if (length < 2) continue;
    runs.push(chars.slice(at, at + length).join(''));
    at += length - 1;
  }
  return runs.sort((a, b) => b.length - a.length);
}

/** The kind whose name the demand says whole; the longest name, where it says several. */
function kindIn({ kinds }: CandidateIndicator, text: string): string | undefined {
  return Object.entries(kinds)
    .filter(([, name]) => [...name].length >= 2 && text.includes(name))
    .sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

const unitsAgree = (one: string, other: string): boolean =>
  one === other || SAME_UNITS.some((same) => same.includes(one) && same.includes(other));
