import { number } from '../../format.ts';

const share = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 });

/** The change of a sum against the same months of last year: `增长12.5%`, `持平`; empty where there is nothing to compare. */
export function changeOf(now: number, before: number): string {
  if (before === 0) return '';
  const difference = now - before;
  if (Math.abs(difference) < 1e-9) return '持平';
  return `${difference > 0 ? '增长' : '下降'}${share.format(Math.abs(difference) / before)}`;
}

/** Points of a line over the twelve months of a year, January at the left edge, `most` at the top. */
export function linePoints(values: readonly number[], most: number, width: number, height: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return values
    .map((value, at) => {
      const x = (at * width) / 11;
      const y = height - 2 - (value / most) * (height - 6);
      return `${round(x)},${round(y)}`;
    })
    .join(' ');
}

/** A sum with its unit; sums of money in 万元, as reports give them. */
export function sumText(value: number, unit: string): string {
  if (unit === '元' && Math.abs(value) >= 10_000) return `${number(Math.round(value / 100) / 100)}万元`;
  return `${number(value)}${unit}`;
}
