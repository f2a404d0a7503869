import type { Figure } from '../model.ts';
import { sumOf } from './arithmetic.ts';
import { between, type Sentence } from './ground.ts';

/**
 * Which lists are complete, so that a sum that misses its total is wrong: those that say so without a word. The
 * examples stand beside the sums (sums.ts).
 */
export const REST = /其他|其它|其余/;
/** Cases of the year before hide between a total and its parts. */
export const CARRIED = /结转|上年|上期|去年|往年|遗留|存量/;
/** A list that was meant to add up misses by no more than this share. */
const NEAR = 0.2;

/** Members follow one another without another topic, so that nothing foreign can have come into the sum. */
export function isUnbroken(text: string, parts: readonly Figure[]): boolean {
  return parts.every((part, i) => {
    const gap = i === 0 ? '' : between(text, parts[i - 1]!, part);
    return gap.length <= 24 && !/[;；0-9]/.test(gap);
  });
}

/** 3064 and 3046: two neighbouring digits changed places, the commonest slip of the hand. */
export function isTransposed(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)];
  if (left.length < 3 || left.length !== right.length) return false;
  const at = [...left].findIndex((digit, i) => digit !== right[i]);
  if (at < 0) return false;
  return (
    left[at] === right[at + 1] && left[at + 1] === right[at] && left.slice(at + 2) === right.slice(at + 2)
  );
}

/** 取消12项,下放18项,共计调整32项: the sentence counts nothing else, and the sum misses by a little. */
export function closesWhole(
  text: string,
  sentence: Sentence,
  i: number,
  parts: readonly Figure[],
  gap: string,
): boolean {
  const total = sentence.figures[i]!;
  const missing = Math.abs(total.value - sumOf(parts)) / total.value;
  const whole = parts[0] === sentence.figures[0] && parts.every((part) => part.value < total.value);
  if (!/(?:合计|共计|总计)[^，,；;。、0-9]{0,4}$/.test(gap) || !whole || missing > NEAR) return false;
  return isUnbroken(text, parts) && !CARRIED.test(text.slice(sentence.start, total.end));
}

/** 受理105件,不予受理25件: the two parts of any whole. */
export function areComplements(text: string, total: Figure, parts: readonly Figure[]): boolean {
  if (parts.length !== 2) return false;
  const [yes, no] = parts.map((part, i) => {
    const gap = text.slice(i === 0 ? total.end : parts[0]!.end, part.start);
    return gap.replace(/^.*[，,、：:（(]|其中|包括/g, '').trim();
  }) as [string, string];
  return yes.length >= 2 && ['不予', '未', '不'].some((not) => no === not + yes);
}

/** 150宗,优秀92宗、合格50宗、不合格7宗: three or more parts right behind their whole, one or two in a hundred short. */
export function missesByAHair(
  text: string,
  sentence: Sentence,
  total: Figure,
  parts: readonly Figure[],
): boolean {
  if (parts.length < 3 || parts.some((part) => part.value >= total.value || part.value === 0)) return false;
  const near = between(text, total, parts[0]!);
  if (!/^[，,：:（(]/.test(near) || near.length > 10 || !isUnbroken(text, parts)) return false;
  if (CARRIED.test(text.slice(sentence.start, parts.at(-1)!.end))) return false;
  const last = text.slice(parts.at(-1)!.end, parts.at(-1)!.end + 1);
  return /[。；;）)\n]|^$/.test(last) && Math.abs(total.value - sumOf(parts)) / total.value <= 0.02;
}

/** 收到120件,受理105件,不予受理12件,其他处理5件: the last member takes what is left, so the list is complete. */
export function closedByRest(
  text: string,
  sentence: Sentence,
  total: Figure,
  parts: readonly Figure[],
): boolean {
  const last = parts.at(-1);
  if (last === undefined || parts.length < 3 || total !== sentence.figures[0]) return false;
  const taken = text.slice(parts.at(-2)!.end, last.start);
  if (!REST.test(taken) || taken.length > 12 || !isUnbroken(text, parts)) return false;
  if (CARRIED.test(text.slice(sentence.start, last.end)) || parts.some((part) => part.value >= total.value))
    return false;
  return Math.abs(total.value - sumOf(parts)) / total.value <= NEAR;
}
