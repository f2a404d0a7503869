import { arabicDigit, chineseDigit } from '../characters.ts';
import { type Amount, isSingleDigit, normalized, readAmount } from './amounts.ts';
import { readPercentage } from './percentages.ts';

/** A recognized quantity: text as normalised (half width, lower case), position in the input, value. */
export interface Recognized extends Amount {
  text: string;
}

/** Formal digits that are ordinary words when they stand alone: 陆地, 入伍, 放肆, 收拾. */
const WORDS_ALONE = new Set([...'陆陸伍肆拾']);

/** A lone digit that begins one of these is no number: 一切, 一看, 四川, 两美刀. */
const WORDS_BEGUN: readonly string[] = [
  '一切',
  '一看',
  '一美元',
  '一美刀',
  '一折',
  '两美刀',
  '两美元',
  '四川',
  '两两',
  '一样',
  '一般',
  '一些',
  '一起',
  '一直',
];

const LONGEST_NUMBER = 16;

/** Every number of a text, ordinals and years included. */
export function recognizeNumbers(text: string): Recognized[] {
  return collect(text, (i) => {
    const amount = readAmount(text, i);
    if (amount === null || text[amount.end] === '%' || text[amount.end] === '％') return null;
    return isWord(text, amount) ? null : amount;
  });
}

/** Every percentage of a text; the value in hundredths. */
export function recognizePercentages(text: string): Recognized[] {
  return collect(text, (i) => readPercentage(text, i));
}

/** Every 第N of a text. */
export function recognizeOrdinals(text: string): Recognized[] {
  return collect(text, (i) => {
    if (text[i] !== '第') return null;
    const amount = readAmount(text, i + 1);
    return amount === null ? null : { ...amount, start: i };
  });
}

function isWord(text: string, amount: Amount): boolean {
  if (text.startsWith('两两', amount.start) || text.startsWith('两两', amount.end - 2)) return true;
  if (!isSingleDigit(text, amount)) return false;
  if (WORDS_ALONE.has(text[amount.start]!)) return true;
  const ahead = text.slice(amount.start, amount.start + 3).replace('壹', '一');
  return WORDS_BEGUN.some((word) => ahead.startsWith(word));
}

function collect(text: string, read: (i: number) => Amount | null): Recognized[] {
  const found: Recognized[] = [];
  let i = 0;
  while (i < text.length) {
    const amount = read(i);
    if (amount === null) i = afterUnread(text, i);
    else {
      found.push({ ...amount, text: normalized(text, amount.start, amount.end) });
      i = amount.end;
    }
  }
  return found;
}

/** A run of digits too long to be a number is stepped over whole, so that hostile text stays linear. */
function afterUnread(text: string, i: number): number {
  let end = i;
  while (end < text.length && (arabicDigit(text, end) >= 0 || chineseDigit(text[end]!) >= 0)) end += 1;
  return end - i > LONGEST_NUMBER ? end : i + 1;
}
