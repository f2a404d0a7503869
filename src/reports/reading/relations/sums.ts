import type { Figure, Relation } from '../model.ts';
import { isExact, longestAddingUp, show, sumOf } from './arithmetic.ts';
import {
  areComplements,
  CARRIED,
  closedByRest,
  closesWhole,
  isTransposed,
  isUnbroken,
  missesByAHair,
  REST,
} from './complete-lists.ts';
import { between, type Ground, isCount, relation, type Sentence, sameUnit } from './ground.ts';

/**
 * Totals and their parts: 共841项,其中许可24项…; 841项(许可24项、…); A3001项、B63项,合计3064项.
 *
 * A list led by 其中 or 包括 need not be complete, and its members may overlap, so a sum that misses its
 * total is wrong only where the text says the list is complete (分别为, 其他, 合计), where one member is larger
 * than the whole, where two digits changed places, or where a long list misses by a hair. Everything else is
 * left open (null).
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['共办理236件,其中甲类73件,乙类9件,丙类154件。', true],
  ['共办理236件,其中甲类73件,乙类9件。', null],
  ['共办理236件,其中甲类260件。', false],
  ['共办理20件,其中甲类20件、乙类415件。', false],
  ['共办理20件,其中甲类8件,另行调解415件。', null],
  ['共办理236件,其中甲类73件,乙类9件,其他155件。', false],
  ['县级3001项、乡级63项,合计3064项。', true],
  ['县级3001项、乡级63项,合计3046项。', false],
  ['共3046项,其中县级3001项,乡级63项。', false],
  ['取消许可12项,下放18项,共计调整32项。', false],
  ['召开会议3次,开展调研2次,累计走访共计12次。', null],
  ['共收到申请120件,受理105件,不予受理12件,其他处理5件。', false],
  ['共收到申请120件,受理105件,不予受理12件,其他处理3件。', true],
  ['评查案卷150宗,优秀92宗、合格50宗、不合格7宗。', false],
  ['共收到申请120件,其中受理105件,不予受理25件。', false],
  ['共收到申请120件,其中受理105件,转送25件。', null],
  ['审结100件,其中维持62件,驳回28件。', null],
  ['发布信息140余条,其中新闻38条,通知24条,公告81条。', true],
  ['上年结转5件,新收20件,其中已办23件。', null],
];

const LED = ['其中', '包括', '包含', '分别为', '分别是', '分别', '含', '涉及', '具体为', '即'];
const COMPLETE = ['分别为', '分别是', '具体为'];
const CLOSING = /(?:合计|共计|总计|总数|(?<!公)共)[^，,；;。、0-9]{0,6}$/;
const FIRM_CLOSING = /(?:合计|共计|总计)(?:为|达|有)?\s*$/;
const CHANGED = /减|增|降|升|压缩|缩短|精简|调整|至|到/;
const MORE_THAN_WHOLE = '分项大于总数';
/** No list in a report is longer. */
const LONGEST_LIST = 60;

export function sums(ground: Ground): Relation[] {
  const found: Relation[] = [];
  for (const sentence of ground.sentences) {
    const led = ledSums(ground.text, sentence);
    const closing = closingSums(ground.text, sentence);
    found.push(...led, ...closing);
    if (led.length + closing.length === 0) found.push(...silentSums(ground.text, sentence));
  }
  return found;
}

/** Total first, then 其中 and the parts. */
function ledSums(text: string, sentence: Sentence): Relation[] {
  const found: Relation[] = [];
  for (let i = 1; i < sentence.figures.length; i += 1) {
    const lead = leadBefore(text, sentence.figures[i - 1]!, sentence.figures[i]!);
    if (lead === null) continue;
    const totals = totalsBefore(sentence.figures, i);
    if (totals.length === 0) continue;
    const parts = partsFrom(text, sentence.figures, i, totals[0]!, lead.bracket);
    if (parts.length > 0) found.push(...judgeLed(text, sentence, totals, parts, lead.word));
  }
  return found;
}

function leadBefore(text: string, left: Figure, right: Figure): { word: string; bracket: boolean } | null {
  const gap = between(text, left, right);
  if (/[。\n]/.test(gap) || gap.length > 40) return null;
  const word = LED.find((lead) => gap.includes(lead));
  const bracket = /[(（]/.test(gap) && !/[)）]/.test(gap);
  if (word === undefined) return bracket ? { word: '(', bracket: true } : null;
  return { word, bracket };
}

/** The counts before the list in the unit of its first member, the nearest first: any may be the total. */
function totalsBefore(figures: readonly Figure[], i: number): Figure[] {
  return figures
    .slice(Math.max(0, i - 6), i)
    .filter((figure) => isCount(figure) && sameUnit(figure, figures[i]!) && !figure.negated)
    .reverse();
}

/** Members of the list: figures of the total's unit up to the bracket's end, a new list, or a new topic. */
function partsFrom(
  text: string,
  figures: readonly Figure[],
  from: number,
  total: Figure,
  bracket: boolean,
): Figure[] {
  const parts: Figure[] = [];
  let depth = 0;
  for (let i = from; i < Math.min(figures.length, from + LONGEST_LIST); i += 1) {
    const figure = figures[i]!;
    if (i > from) {
      const gap = between(text, figures[i - 1]!, figure);
      depth += bracketChange(gap);
      if (bracket ? depth < 0 : LED.slice(0, 2).some((lead) => gap.includes(lead))) break;
      if (CLOSING.test(gap) && isCount(figure)) break;
    }
    if (depth === 0 && isCount(figure) && sameUnit(figure, total)) parts.push(figure);
  }
  return parts;
}

function bracketChange(gap: string): number {
  let change = 0;
  for (const char of gap) {
    if (char === '(' || char === '（') change += 1;
    if (char === ')' || char === '）') change -= 1;
  }
  return change;
}

function judgeLed(
  text: string,
  sentence: Sentence,
  totals: readonly Figure[],
  parts: readonly Figure[],
  lead: string,
): Relation[] {
  for (const candidate of totals) {
    const whole = longestAddingUp(candidate, parts, 'head');
    if (whole !== null) return [sum(candidate, whole, true, '')];
  }
  const total = totals[0]!;
  if (lead === '(' && parts.length < 2) return [];
  const carried = CARRIED.test(text.slice(Math.max(sentence.start, total.start - 60), parts.at(-1)!.end));
  const verdict = carried || totals.length > 1 ? null : missVerdict(text, total, parts, lead);
  const open = carried ? '含结转或上年数，口径不同，不能判断' : '所列各项未必完整或可能交叉，不能判断';
  const over = verdict === false ? partsOver(text, total, parts).at(-1) : undefined;
  if (over) return [sum(total, parts.slice(0, parts.indexOf(over) + 1), false, MORE_THAN_WHOLE)];
  return [sum(total, parts, verdict, verdict === false ? whyWrong(total, parts) : open)];
}

function missVerdict(text: string, total: Figure, parts: readonly Figure[], lead: string): boolean | null {
  if (!isExact(total) || !parts.every(isExact)) return null;
  if (partsOver(text, total, parts).length > 0 && (lead === '其中' || lead === '含')) return false;
  if (parts.length < 2) return null;
  const missing = total.value - sumOf(parts);
  const last = parts.at(-1)!;
  if (missing !== 0 && areComplements(text, total, parts)) return false;
  const rest = REST.test(text.slice(Math.max(total.end, last.start - 10), last.start));
  const share = Math.abs(missing) / total.value;
  if (rest || (share <= 0.1 && COMPLETE.includes(lead))) return false;
  if (!isUnbroken(text, parts)) return null;
  if (isTransposed(sumOf(parts), total.value)) return false;
  if (missing < 0 && (parts.length >= 3 ? share <= 0.05 : total.value >= 500 && share <= 0.01)) return false;
  return parts.length >= 4 && share <= 0.02 ? false : null;
}

/** Members of one enumeration, from its first on, that are more than the whole they are said to be of. */
function partsOver(text: string, total: Figure, parts: readonly Figure[]): Figure[] {
  const end = parts.findIndex((part, i) => i > 0 && !/^\s*、/.test(between(text, parts[i - 1]!, part)));
  return parts.slice(0, end < 0 ? parts.length : end).filter((part) => part.value > total.value);
}

function whyWrong(total: Figure, parts: readonly Figure[]): string {
  if (parts[0]!.value > total.value) return MORE_THAN_WHOLE;
  const difference = sumOf(parts) - total.value;
  return `分项合计${show(sumOf(parts))}${total.unit}，与总数相差${show(Math.abs(difference))}${total.unit}`;
}

/** The parts first, then 合计 or 共. */
function closingSums(text: string, sentence: Sentence): Relation[] {
  const found: Relation[] = [];
  for (let i = 2; i < sentence.figures.length; i += 1) {
    const total = sentence.figures[i]!;
    const gap = between(text, sentence.figures[i - 1]!, total);
    if (!isCount(total) || !CLOSING.test(gap)) continue;
    const parts = unbrokenBefore(text, sentence.figures, i, total);
    const run = longestAddingUp(total, parts, 'tail');
    if (run !== null) found.push(sum(total, run, true, ''));
    if (run !== null || parts.length < 2) continue;
    const listed = FIRM_CLOSING.test(gap) && isList(text, parts, total);
    if (listed || closesWhole(text, sentence, i, parts, gap)) {
      const exact = isExact(total) && parts.every(isExact);
      found.push(sum(total, parts, exact ? false : null, whyWrong(total, parts)));
    }
  }
  return found;
}

/** Figures of the total's unit directly before it, nothing else between. */
function unbrokenBefore(text: string, figures: readonly Figure[], i: number, total: Figure): Figure[] {
  const parts: Figure[] = [];
  for (let k = i - 1; k >= Math.max(0, i - LONGEST_LIST); k -= 1) {
    const figure = figures[k]!;
    if (!isCount(figure) || !sameUnit(figure, total)) break;
    if (/[。；;]/.test(between(text, figure, figures[k + 1]!))) break;
    parts.push(figure);
  }
  return parts.reverse();
}

/** Members joined by 、 or 和: an enumeration, not a tale. */
function isList(text: string, parts: readonly Figure[], total: Figure): boolean {
  if (between(text, parts.at(-1)!, total).length > 12) return false;
  for (let i = 1; i < parts.length; i += 1) {
    if (!/^\s*[、和及与]/.test(between(text, parts[i - 1]!, parts[i]!))) return false;
  }
  return true;
}

/** A count followed by counts of its unit that add up to it exactly, without any word that says so. */
function silentSums(text: string, sentence: Sentence): Relation[] {
  const figures = sentence.figures;
  for (let i = 0; i + 2 < figures.length; i += 1) {
    const total = figures[i]!;
    if (CHANGED.test(between(text, total, figures[i + 1]!))) continue;
    if (!isCount(total) || total.value < 10 || !isExact(total)) continue;
    const parts = partsFrom(text, figures, i + 1, total, false).filter(isExact);
    const run = longestAddingUp(total, parts, 'head');
    if (run?.every((part) => part.value > 0)) return [sum(total, run, true, '')];
    if (
      run === null &&
      (closedByRest(text, sentence, total, parts) || missesByAHair(text, sentence, total, parts))
    )
      return [sum(total, parts, false, whyWrong(total, parts))];
  }
  return [];
}

function sum(total: Figure, parts: readonly Figure[], holds: boolean | null, reason: string) {
  const computed = sumOf(parts);
  const formula = `${parts.map((part) => show(part.value)).join('+')}=${show(computed)}`;
  const told = isExact(total) && parts.every(isExact) ? '各分项之和等于总数' : '各分项之和与总数(约数)相符';
  return relation({
    kind: 'sum',
    parts,
    total,
    stated: total.value,
    computed,
    holds,
    note: `${formula}；${holds === true ? told : reason}`,
  });
}
