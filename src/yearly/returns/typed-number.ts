import { DECIMAL } from '../../systems/yearly/periodic-return/decimal.ts';

export type TypedNumber =
  | { readonly value: string }
  | { readonly problem: string }
  | { readonly empty: true };

const scales: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/**
 * A number as people write it in a table: `1,234`, `１２３`, `1.2万`, `12件`, `33.3%`. The value is decimal text in the
 * item's own unit. What is no number is told with what to do.
 */
export function typedNumber(cell: unknown, unit: string): TypedNumber {
  if (cell === null || cell === undefined) return { empty: true };
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell !== 'string') {
    return {
      problem: `这一格是${cell instanceof Date ? '日期' : '逻辑值'}，应为数字，请把单元格格式改为数值后重填。`,
    };
  }
  const text = cell
    .normalize('NFKC')
    .replaceAll(/[\s,，、_]/g, '')
    .replace(/^[+]/, '');
  if (text === '') return { empty: true };
  if (/^[-—–/无]+$/.test(text))
    return { problem: `“${cell.trim()}”不是数字：没有发生的填0，没有数据的留空。` };
  const match = /^(-?\d+(?:\.\d+)?)(百万|千万|百|千|万|亿)?(.*)$/.exec(text);
  if (!match) return { problem: `“${cell.trim()}”不是数字，请只填数字。` };
  const [, digits, scale, rest] = match as unknown as [string, string, string | undefined, string];
  // 万元 and 万人 are units of their own: a number in them needs no scaling.
  const own = rest !== '' && (rest === unit || `${scale ?? ''}${rest}` === unit);
  if (rest !== '' && !own) {
    return { problem: `“${cell.trim()}”里的“${rest}”与计量单位“${unit}”不符，请换算后只填数字。` };
  }
  const places = scale === undefined || `${scale}${rest}` === unit ? 0 : scales[scale]!;
  return fitting(shifted(digits, places), cell.trim());
}

function ofNumber(value: number): TypedNumber {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15)
    return { problem: `${value}超出可以填写的范围，请核对。` };
  return fitting(plain(value.toFixed(6)), String(value));
}

/** `text` times ten to the power of `places`, digit by digit. */
function shifted(text: string, places: number): string {
  const [whole = '', part = ''] = text.split('.');
  const moved = part.padEnd(places, '0');
  return plain(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

/** Without noughts in front and at the end. */
function plain(text: string): string {
  const negative = text.startsWith('-');
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const rest = part.replace(/0+$/, '');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${rest === '' ? '' : `.${rest}`}`;
  return negative && number !== '0' ? `-${number}` : number;
}

function fitting(value: string, typed: string): TypedNumber {
  return DECIMAL.test(value) ? { value } : { problem: `“${typed}”的位数过多，请核对。` };
}
