/** Decimals as text are added exactly: amounts of a return must add up to the last digit. */

const PLACES = 6;
const UNIT = 10n ** BigInt(PLACES);

/** What a value of a return looks like: `-12.5`, at most 15 digits before and 6 after the point. */
export const DECIMAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

/** In millionths. The text must fit {@link DECIMAL}. */
export function scaled(text: string): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole) * UNIT + BigInt(part.padEnd(PLACES, '0'));
  return negative ? -value : value;
}

/** The shortest text of so many millionths. */
export function unscaled(value: bigint): string {
  const size = value < 0n ? -value : value;
  const part = String(size % UNIT)
    .padStart(PLACES, '0')
    .replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / UNIT}${part === '' ? '' : `.${part}`}`;
}

export const sumOf = (values: readonly string[]): string =>
  unscaled(values.reduce((sum, value) => sum + scaled(value), 0n));

/** `over / under` times `factor`, rounded half up to `decimals`; undefined where `under` is nought. */
export function ratioOf(over: string, under: string, factor: number, decimals: number): string | undefined {
  const divisor = scaled(under);
  if (divisor === 0n) return undefined;
  const step = 10n ** BigInt(PLACES - decimals);
  const exact = scaled(over) * BigInt(factor) * UNIT * 2n;
  const size = (exact < 0n ? -exact : exact) / (divisor < 0n ? -divisor : divisor) / step;
  const rounded = ((size + 1n) / 2n) * step;
  return unscaled(exact < 0n !== divisor < 0n ? -rounded : rounded);
}

/** How many places after the point the text uses. */
export const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;
