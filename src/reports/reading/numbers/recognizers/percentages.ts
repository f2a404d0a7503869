import { chineseDigit, smallUnit } from '../characters.ts';
import { readNumeral } from '../numerals.ts';
import { skipSpaces } from '../spaces.ts';
import { type Amount, afterWord, readAmount, SPACED } from './amounts.ts';

/** Percentages in all their forms: 百分之…, %, 个百分点, tenths (成) and discounts (折), in hundredths. */
export const examples: readonly (readonly [text: string, value: number])[] = [
  ['百分之2.4', 2.4],
  ['千分之一', 0.1],
  ['-22.2%', -22.2],
  ['12k个百分点', 12000],
  ['七成六', 76],
  ['三成半', 35],
  ['半成', 5],
  ['九九折', 99],
  ['六点五折', 65],
  ['75折', 75],
];

export function readPercentage(text: string, i: number): Amount | null {
  return spoken(text, i) ?? halved(text, i) ?? signed(text, i);
}

/** 百分之, 千分之, 万分之; 五百分之二 is a fraction. */
function spoken(text: string, i: number): Amount | null {
  const denominator = smallUnit(text[i]!) || (text[i] === '万' || text[i] === '萬' ? 1e4 : 0);
  if (denominator < 100 || (i > 0 && chineseDigit(text[i - 1]!) >= 0)) return null;
  const at = afterWord(text, i + 1, '分之');
  if (at < 0) return null;
  if (smallUnit(text[at] ?? '') === 100) return { value: 1e4 / denominator, start: i, end: at + 1 };
  const amount = openRange(text, at) ? null : readAmount(text, at);
  return amount === null ? null : { value: (amount.value * 100) / denominator, start: i, end: amount.end };
}

/** 二三十: two neighbouring digits name no single percentage. */
function openRange(text: string, i: number): boolean {
  return readNumeral(text, i, SPACED)?.lower != null;
}

/** 半成, 半折, and 对折 behind 打. */
function halved(text: string, i: number): Amount | null {
  if (text[i] === '半') {
    if (text[i + 1] === '成') return { value: 5, start: i, end: i + 2 };
    if (text[i + 1] === '折') return { value: 50, start: i, end: i + 2 };
  }
  const half = text.startsWith('对折', i) || text.startsWith('對折', i);
  return half && text[i - 1] === '打' ? { value: 50, start: i, end: i + 2 } : null;
}

function signed(text: string, i: number): Amount | null {
  const reduced = discount(text, i);
  if (reduced !== null) return reduced;
  const amount = openRange(text, i) ? null : readAmount(text, i);
  if (amount === null) return null;
  const at = skipSpaces(text, amount.end, 4);
  if (text[at] === '%' || text[at] === '％') return { ...amount, end: at + 1 };
  const points = Math.max(
    afterExactly(text, at, '个百分点'),
    afterExactly(text, at, '個百分點'),
    afterExactly(text, at, '個百分点'),
  );
  if (points >= 0) return { ...amount, end: points };
  return text[at] === '成' ? tenths(text, amount, at + 1) : null;
}

/** Like `afterWord`, but ends with the word itself. */
function afterExactly(text: string, i: number, word: string): number {
  const body = afterWord(text, i, word.slice(0, -1));
  return body >= 0 && text[body] === word.at(-1) ? body + 1 : -1;
}

/** 九成, 七成六, 三成半. */
function tenths(text: string, amount: Amount, end: number): Amount {
  const value = amount.value * 10;
  if (text[end] === '半') return { ...amount, value: value + 5, end: end + 1 };
  const at = skipSpaces(text, end, 1);
  const digit = chineseDigit(text[at] ?? '');
  return digit > 0 ? { ...amount, value: value + digit, end: at + 1 } : { ...amount, value, end };
}

/** 八折 is 80, 七五折 and 75折 are 75, 9.9折 is 99; 十折 is no discount. */
function discount(text: string, i: number): Amount | null {
  const numeral = readNumeral(text, i, SPACED);
  if (numeral === null || numeral.scale > 1) return null;
  let { value, end } = numeral;
  const second = skipSpaces(text, end, 1);
  const more = second > end && Number.isInteger(value) ? readNumeral(text, second) : null;
  if (more !== null && value < 10 && more.value < 10) {
    value = value * 10 + more.value;
    end = more.end;
  }
  const at = skipSpaces(text, end, 3);
  if (text[at] !== '折') return null;
  const units = value < 10 ? value * 10 : value;
  return { value: Number(units.toFixed(6)), start: i, end: at + 1 };
}
