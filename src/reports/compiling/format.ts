const HUNDRED_MILLION = 1e8;
const TEN_THOUSAND = 1e4;

/** At most `places` decimals, without zeros at the end. */
function decimal(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

/**
 * A share as a percentage with at most two decimals. Rounding must not make a whole of what is not: 99.996 % is
 * printed 99.99%, and what is more than nought is not printed 0%.
 */
function percentText(share: number): string {
  const hundredths = Math.round(share * 10_000);
  if (hundredths >= 10_000 && share < 1) return '99.99%';
  if (hundredths === 0 && share > 0) return '0.01%';
  return `${decimal(hundredths / 100, 2)}%`;
}

/** A value with its unit as reports print it: 1028件, 9500元, 1719.42万元, 1.2亿元, 99.8%. */
export function figureText(value: number, unit: string): string {
  if (unit === '%') return percentText(value);
  if (unit !== '元') return `${decimal(value, 2)}${unit}`;
  if (value >= HUNDRED_MILLION) return `${decimal(value / HUNDRED_MILLION, 4)}亿元`;
  if (value >= TEN_THOUSAND) return `${decimal(value / TEN_THOUSAND, 2)}万元`;
  return `${decimal(value, 2)}元`;
}

/** How a value changed against the year before. Null where nothing can be said: there was none. */
export interface Change {
  /** Share of the value before; of rates, the difference of the shares. */
  readonly value: number;
  readonly text: string;
}

/** A change of a rate is a difference in 百分点, every other one a share of what was. */
export function changeOf(value: number, before: number, unit: string): Change | null {
  if (unit === '%') {
    const points = Math.round((value - before) * 10_000) / 100;
    if (points === 0) return { value: 0, text: '与上年持平' };
    return {
      value: value - before,
      text: `较上年${points > 0 ? '提高' : '下降'}${decimal(Math.abs(points), 2)}个百分点`,
    };
  }
  if (before <= 0) return null;
  const share = (value - before) / before;
  const printed = decimal(Math.abs(share) * 100, 1);
  if (share === 0) return { value: 0, text: '与上年持平' };
  if (printed === '0') return { value: share, text: '与上年基本持平' };
  return { value: share, text: `同比${share > 0 ? '增长' : '下降'}${printed}%` };
}
