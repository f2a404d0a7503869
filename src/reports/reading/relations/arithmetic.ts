import type { Figure } from '../model.ts';

/** The values a printed figure may stand for. An exact count is the interval [n, n]. */
export interface Interval {
  low: number;
  high: number;
}

/** How a stated rate agrees with the computed one. */
export type Agreement = 'exact' | 'rounded' | 'truncated' | 'approximate';

const OPEN_ABOVE = new Set([
  '余',
  '餘',
  '多',
  '来',
  '几',
  '以上',
  '超',
  '超过',
  '逾',
  '突破',
  '上',
  '数',
  '不少于',
  '不低于',
  '至少',
  '高于',
  '多于',
  '大于',
]);
const OPEN_BELOW = new Set([
  '近',
  '不足',
  '不到',
  '接近',
  '将近',
  '以下',
  '以内',
  '不超过',
  '不高于',
  '低于',
  '少于',
  '小于',
]);
const AROUND = new Set(['约', '左右', '上下', '大约', '大概']);

/** Floating dust that sums of printed numbers may carry. */
const DUST = 1e-6;

/** Decimal places and multiplier of a printed number: 20.4亿 has one place of 10^8. */
function printedStep(text: string): number {
  const scale = text.includes('亿') ? 1e8 : text.includes('万') ? 1e4 : 1;
  const point = text.search(/[.．]/);
  if (point < 0) return scale;
  let decimals = 0;
  while (/[0-9０-９]/.test(text[point + 1 + decimals] ?? '')) decimals += 1;
  return scale / 10 ** decimals;
}

/** 140余 leaves the last non-zero place open: 140 to 149. */
function openStep(value: number): number {
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return Math.max(step, 1);
}

/** A figure of a long list is weighed against every total near it, so its interval is kept. */
const INTERVALS = new WeakMap<Figure, Interval>();

function intervalOf(figure: Figure): Interval {
  const known = INTERVALS.get(figure);
  if (known !== undefined) return known;
  const interval = computeInterval(figure);
  INTERVALS.set(figure, interval);
  return interval;
}

function computeInterval(figure: Figure): Interval {
  const { value, valueTo, qualifier } = figure;
  if (valueTo !== null) return { low: value, high: valueTo };
  if (OPEN_ABOVE.has(qualifier)) {
    const step = Math.max(openStep(value), printedStep(figure.text));
    const open = qualifier === '余' || qualifier === '多' || qualifier === '几' || qualifier === '来';
    return { low: value, high: open ? value + step : Number.POSITIVE_INFINITY };
  }
  if (OPEN_BELOW.has(qualifier)) {
    const near = qualifier === '近' || qualifier === '接近' || qualifier === '将近';
    return { low: near ? value - openStep(value) : 0, high: value };
  }
  if (AROUND.has(qualifier)) return { low: value - openStep(value), high: value + openStep(value) };
  const step = printedStep(figure.text);
  // Printed in 万 or 亿: the true amount was rounded or cut at the last place.
  return step === 1 || Number.isInteger(value / step) === false || step < 1
    ? { low: value, high: value }
    : { low: value - step / 2, high: value + step };
}

export function isExact(figure: Figure): boolean {
  const { low, high } = intervalOf(figure);
  return low === high;
}

export function sumOf(figures: readonly Figure[]): number {
  const sum = figures.reduce((total, figure) => total + figure.value, 0);
  return Number(sum.toFixed(6));
}

/**
 * The longest run of parts, from the first on (`head`) or up to the last (`tail`), that can add up to the total;
 * null where no run of at least two does. One pass: the bounds grow with the run.
 */
export function longestAddingUp(
  total: Figure,
  parts: readonly Figure[],
  side: 'head' | 'tail',
): readonly Figure[] | null {
  const whole = intervalOf(total);
  let low = 0;
  let high = 0;
  let longest = 0;
  for (let count = 1; count <= parts.length; count += 1) {
    const interval = intervalOf(side === 'head' ? parts[count - 1]! : parts[parts.length - count]!);
    low += interval.low;
    high += interval.high;
    if (count >= 2 && low <= whole.high + DUST && high >= whole.low - DUST) longest = count;
  }
  if (longest === 0) return null;
  return side === 'head' ? parts.slice(0, longest) : parts.slice(-longest);
}

/** Decimal places of a printed percentage. */
function decimalsOf(text: string): number {
  const match = /[.．]([0-9０-９]+)/.exec(text.slice(0, 40));
  if (match !== null) return match[1]!.length;
  const spoken = text.indexOf('点');
  return spoken < 0 ? 0 : text.length - spoken - 1;
}

/** Does the stated rate follow from the computed one? Rounding and truncation both count. */
export function agreement(stated: Figure, computed: number): Agreement | null {
  const places = decimalsOf(stated.text);
  const unit = 10 ** -places;
  const at = (value: number) => Math.abs(value - stated.value) < 1e-9;
  if (Math.abs(computed - stated.value) < 1e-9) return 'exact';
  const rounded = (Math.round(computed / unit + 1e-9) * unit).toFixed(places);
  if (at(Number(rounded))) return 'rounded';
  const cut = (Math.trunc(computed / unit + 1e-9) * unit).toFixed(places);
  if (at(Number(cut))) return 'truncated';
  return loosely(stated, computed, unit) ? 'approximate' : null;
}

function loosely(stated: Figure, computed: number, unit: number): boolean {
  const { qualifier, value } = stated;
  if (AROUND.has(qualifier)) return Math.abs(computed - value) <= unit;
  if (OPEN_ABOVE.has(qualifier)) return computed >= value - 1e-9;
  return OPEN_BELOW.has(qualifier) && computed <= value + 1e-9 && computed > 0;
}

export const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  exact: '相符',
  rounded: '四舍五入后相符',
  truncated: '截尾后相符',
  approximate: '与约数相符',
};

/** A number as it is printed in notes: at most two decimals. */
export function show(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toFixed(2)));
}
