import { bigUnit, smallUnit } from './characters.ts';
import { type Numeral, readNumeral } from './numerals.ts';

/**
 * Multipliers led by a word instead of a digit: 数十 and 几百 (some tens, some hundreds), 上百 and 近千
 * (a hundred or more, almost a thousand). The value is the multiplier, the word says which side is open.
 */
export const examples: readonly (readonly [text: string, value: number, vague: string])[] = [
  ['数十', 10, '数'],
  ['几百', 100, '几'],
  ['上百', 100, '上'],
  ['近千', 1000, '近'],
  ['上万', 10000, '上'],
  ['数十万', 100000, '数'],
  ['近百', 100, '近'],
];

const LEADS = new Set(['数', '几', '幾', '上', '近']);

/** Words that end with one of the leads: 人数十余 and 附近百家 are no approximations. */
const WORDS_BEFORE: Readonly<Record<string, string>> = {
  数: '人件次户总个倍份',
  近: '附最临',
  上: '线网以晚早',
};

export function readApproximation(text: string, i: number): Numeral | null {
  const lead = text[i]!;
  if (!LEADS.has(lead) || (i > 0 && WORDS_BEFORE[lead]?.includes(text[i - 1]!))) return null;
  const next = text[i + 1] ?? '';
  const big = bigUnit(next);
  if (big > 0) {
    // 上万亿, 数万: one 万 or 亿, perhaps squared.
    const squared = bigUnit(text[i + 2] ?? '');
    return approximate(lead, squared > big ? big * squared : big, i + (squared > big ? 3 : 2));
  }
  if (smallUnit(next) === 0) return null;
  const rest = readNumeral(text, i + 1);
  if (rest === null || rest.notation !== 'chinese') return null;
  return { ...rest, vague: lead, bare: false };
}

function approximate(lead: string, value: number, end: number): Numeral {
  return {
    value,
    end,
    notation: 'chinese',
    digitString: false,
    bare: false,
    vague: lead,
    integerDigits: 0,
    decimals: 0,
    scale: value,
    plain: true,
    lower: null,
  };
}
