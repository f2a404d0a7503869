import type { Figure, Relation } from '../model.ts';
import { AGREEMENT_WORDS, type Agreement, agreement, isExact, show } from './arithmetic.ts';
import { between, type Ground, isCount, relation, type Sentence, sameUnit } from './ground.ts';

/**
 * Rates and shares with the denominator they most likely have. 受理8件,办结8件,办结率100%: numerator is the
 * count whose verb the rate carries, denominator the count before it. 其中甲140件,占92.71%: numerator is the
 * count before the share, denominator the total of the list. Where no pair in reach gives the rate, it is wrong
 * only if the sentence leaves no other pair to try.
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['收到申请8件,办结8件,办结率100%。', true],
  ['共抽查131万只,不合格2923只,合格率99.78%。', true],
  ['共有事项1494项,已进驻1374项,进驻率92%。', true],
  ['共有事项1319项,其中零跑事项462项,零跑率35%。', true],
  ['受理案件151件,其中县级部门140件,占92.71%。', true],
  ['受理案件151件,其中县级部门140件,占94.71%。', false],
  ['区县部门为被申请人的2995件,占48.3%;乡镇1942件,占31.3%。', null],
  ['收到申请6200件,其中受理4955件,占79.9%;告知1245件,占22.1%。', false],
  ['新受理行政复议案件151件。审结行政复议申请135件,纠错29件,纠错率19.2%。', true],
  ['新受理行政复议案件151件。审结行政复议申请135件,纠错29件,纠错率20.2%。', false],
  ['收到申请80件,办结72件,办结率95%。', false],
  ['审查文件26件,提出意见84条,采纳76条,采纳率为92.5%。', false],
  ['共有事项300项,网上可办199项,网上可办率66.3%。', true],
  ['开展培训3次,群众满意率98%。', null],
];

const RATE_WORD = /(?:率|比例|比重|占比|占)[^，,。；;0-9]{0,8}$/;
const SHARE_WORD = /(?:占比|占|比例|比重)[^，,。；;0-9]{0,10}$/;
const CHANGE_WORD =
  /(?:增长|下降|上升|提高|提升|降低|减少|增加|压缩|缩短|缩减|精简|同比|环比|增幅|降幅|压减)[^，,。；;0-9]{0,6}$/;

/** 占 with nothing behind it that could name another whole. */
const OF_THE_WHOLE = /^[，,、(（\s]{0,2}(?:约)?占(?:比|总数的?|总量的?|总数比例|全部的?)?(?:为|达|约)?$/;
/** How many figures back a denominator is looked for. */
const REACH = 30;

export function rates(ground: Ground): Relation[] {
  const found: Relation[] = [];
  for (const sentence of ground.sentences) {
    for (const [i, rate] of sentence.figures.entries()) {
      const before = ground.text.slice(Math.max(sentence.start, rate.start - 20), rate.start);
      if (rate.unit !== '%' || CHANGE_WORD.test(before) || !RATE_WORD.test(before)) continue;
      const made =
        SHARE_WORD.test(before) && !/率[^，,。]{0,4}$/.test(before)
          ? share(ground.text, sentence, i)
          : quotient(ground, sentence, i, before);
      if (made !== null) found.push(made);
    }
  }
  return found;
}

/** N, 占 p %: the count before the share against a larger count before that. */
function share(text: string, sentence: Sentence, i: number): Relation | null {
  const numerator = countBefore(sentence.figures, i);
  if (numerator === null) return null;
  const rate = sentence.figures[i]!;
  const larger = sentence.figures
    .slice(Math.max(0, i - 1 - REACH), i - 1)
    .filter((figure) => isCount(figure) && sameUnit(figure, numerator) && figure.value >= numerator.value)
    .reverse();
  const match = firstAgreeing(
    rate,
    larger.map((denominator) => [numerator, denominator] as const),
  );
  if (match !== null) return agreed(rate, match);
  const near = OF_THE_WHOLE.test(between(text, numerator, rate));
  const wholes = larger.filter((figure) => !hasShare(text, sentence.figures, figure));
  if (wholes.length !== 1 || !near || !isExact(numerator) || !isExact(wholes[0]!)) return null;
  return disagreed(rate, numerator, wholes[0]!);
}

/** 甲2995件,占48.3%: a part like the one that follows it, and no whole for that one. */
function hasShare(text: string, figures: readonly Figure[], figure: Figure): boolean {
  const next = figures[figures.indexOf(figure) + 1];
  return next !== undefined && next.unit === '%' && OF_THE_WHOLE.test(between(text, figure, next));
}

/** 办结率 p %: pairs of counts of one unit before the rate, the nearest first. */
function quotient(ground: Ground, sentence: Sentence, i: number, before: string): Relation | null {
  const { text } = ground;
  const rate = sentence.figures[i]!;
  const counts = sentence.figures.slice(Math.max(0, i - 6), i).filter((figure) => isCount(figure));
  const pairs: (readonly [Figure, Figure])[] = [];
  for (let n = counts.length - 1; n >= 0; n -= 1) {
    for (let d = counts.length - 1; d >= 0; d -= 1) {
      // Of two equal counts the earlier is the whole.
      const whole = counts[d]!.value > counts[n]!.value || (counts[d]!.value === counts[n]!.value && d < n);
      if (whole && sameUnit(counts[n]!, counts[d]!)) {
        pairs.push([counts[n]!, counts[d]!]);
      }
    }
  }
  const match = firstAgreeing(rate, pairs);
  if (match !== null) return agreed(rate, match);
  const stem = stemOf(before);
  const rest = stem === '' ? null : complement(text, rate, pairs, stem);
  if (rest !== null) return rest;
  const last = counts.at(-1);
  const first = counts.at(-2);
  if (stem === '' || last === undefined || first === undefined || pairs.length !== 1) return null;
  const told = text.slice(first.end, last.end).includes(stem);
  const alike = counts.filter((count) => sameUnit(count, last)).length;
  const firm =
    told &&
    alike === 2 &&
    sameUnit(first, last) &&
    isExact(last) &&
    isExact(first) &&
    first.value >= last.value;
  const adjacent = /^[，,、；;(（\s]{0,2}[^，,。；;0-9]{0,12}$/.test(between(text, last, rate));
  if (!firm || !adjacent) return null;
  const elsewhere = firstAgreeing(rate, wholesElsewhere(ground, last, first));
  return elsewhere === null ? disagreed(rate, last, first) : agreed(rate, elsewhere);
}

/** The whole may stand in an earlier sentence: another count of the same matter (新受理行政复议案件). */
function wholesElsewhere({ figures }: Ground, numerator: Figure, nearest: Figure) {
  const at = figures.indexOf(nearest);
  return figures
    .slice(Math.max(0, at - REACH), at)
    .filter((figure) => isCount(figure) && sameUnit(figure, numerator) && figure.value >= numerator.value)
    .filter((figure) => sharesWord(figure.subject, nearest.subject))
    .reverse()
    .map((whole) => [numerator, whole] as const);
}

const SHORTEST_SHARED = 4;

function sharesWord(a: string, b: string): boolean {
  for (let i = 0; i + SHORTEST_SHARED <= a.length; i += 1)
    if (b.includes(a.slice(i, i + SHORTEST_SHARED))) return true;
  return false;
}

/** 抽查131万只,不合格2923只,合格率99.78%: what is not of the kind is left out. */
function complement(
  text: string,
  rate: Figure,
  pairs: readonly (readonly [Figure, Figure])[],
  stem: string,
): Relation | null {
  for (const [rest, whole] of pairs) {
    const told = text.slice(whole.end, rest.start);
    if (whole.value === 0 || !['不', '未'].some((not) => told.includes(not + stem))) continue;
    const computed = 100 - (rest.value / whole.value) * 100;
    const how = agreement(rate, computed);
    if (how === null) continue;
    return relation({
      kind: 'rate',
      parts: [rest, whole],
      total: rate,
      stated: rate.value,
      computed: Number(computed.toFixed(4)),
      holds: true,
      note: `(${show(whole.value)}-${show(rest.value)})÷${show(whole.value)}=${show(computed)}%；${AGREEMENT_WORDS[how]}`,
    });
  }
  return null;
}

/** 办结率达 → 办结. 按时办结率 has a numerator of its own, and gives none. */
function stemOf(before: string): string {
  const match = /[，,、；;(（]([\u4e00-\u9fff]{2})率[^，,。]{0,4}$/.exec(before);
  return match?.[1] ?? '';
}

function countBefore(figures: readonly Figure[], i: number): Figure | null {
  const figure = figures[i - 1];
  return figure !== undefined && isCount(figure) ? figure : null;
}

interface Match {
  numerator: Figure;
  denominator: Figure;
  how: Agreement;
}

function firstAgreeing(rate: Figure, pairs: readonly (readonly [Figure, Figure])[]): Match | null {
  for (const [numerator, denominator] of pairs) {
    if (denominator.value === 0) continue;
    const how = agreement(rate, (numerator.value / denominator.value) * 100);
    if (how !== null && how !== 'approximate') return { numerator, denominator, how };
    if (how === 'approximate' && pairs.length === 1) return { numerator, denominator, how };
  }
  return null;
}

function agreed(rate: Figure, match: Match): Relation {
  return made(rate, match.numerator, match.denominator, true, AGREEMENT_WORDS[match.how]);
}

function disagreed(rate: Figure, numerator: Figure, denominator: Figure): Relation {
  return made(rate, numerator, denominator, false, `与所称${show(rate.value)}%不符`);
}

function made(rate: Figure, numerator: Figure, denominator: Figure, holds: boolean, words: string): Relation {
  const computed = (numerator.value / denominator.value) * 100;
  return relation({
    kind: 'rate',
    parts: [numerator, denominator],
    total: rate,
    stated: rate.value,
    computed: Number(computed.toFixed(4)),
    holds,
    note: `${show(numerator.value)}÷${show(denominator.value)}=${show(computed)}%；${words}`,
  });
}
