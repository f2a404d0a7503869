import { addDays, addMonths, type LegalDate } from '../../../kernel/dates.ts';
import { findDate, legalDate, monthEnd } from '../text/dates.ts';
import { hanNumber } from '../text/han-number.ts';

/**
 * The day by which a task is to be done. The year comes from the words, else from the plan; a span counted
 * from the issue of the plan needs its date. Standing duties (长期坚持) have no day.
 */
export interface DueContext {
  year: number | null;
  issued: LegalDate | null;
}

interface DueForm {
  pattern: RegExp;
  examples: readonly string[];
  day(groups: Record<string, string | undefined>, context: DueContext): LegalDate | null;
}

const yearOf = (printed: string | undefined, context: DueContext) =>
  printed === undefined ? context.year : Number(printed);

const QUARTER: Readonly<Record<string, number>> = {
  一: 3,
  二: 6,
  三: 9,
  四: 12,
  '1': 3,
  '2': 6,
  '3': 9,
  '4': 12,
};
const MONTH_PART: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };

const FORMS: readonly DueForm[] = [
  {
    examples: ['2024年6月30日前', '6月30日前'],
    pattern: /(?:(?<year>20\d{2})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日/,
    day: (groups, context) => {
      const year = yearOf(groups.year, context);
      return year === null ? null : legalDate(year, Number(groups.month), Number(groups.day));
    },
  },
  {
    examples: ['10月底前', '2024年10月中旬', '12月'],
    pattern: /(?:(?<year>20\d{2})年)?(?<month>\d{1,2})月(?:份)?(?<part>上旬|中旬|下旬|底|末)?/,
    day: (groups, context) => {
      const year = yearOf(groups.year, context);
      if (year === null || Number(groups.month) < 1 || Number(groups.month) > 12) return null;
      const day = MONTH_PART[groups.part ?? ''];
      return day === undefined
        ? monthEnd(year, Number(groups.month))
        : legalDate(year, Number(groups.month), day);
    },
  },
  {
    examples: ['第二季度末前', '2024年三季度'],
    pattern: /(?:(?<year>20\d{2})年)?第?(?<quarter>[一二三四1-4])季度/,
    day: (groups, context) => {
      const year = yearOf(groups.year, context);
      return year === null ? null : monthEnd(year, QUARTER[groups.quarter!]!);
    },
  },
  {
    examples: ['上半年', '2024年下半年'],
    pattern: /(?:(?<year>20\d{2})年)?(?<half>上|下)半年/,
    day: (groups, context) => {
      const year = yearOf(groups.year, context);
      return year === null ? null : monthEnd(year, groups.half === '上' ? 6 : 12);
    },
  },
  {
    examples: ['年底前', '2025年底', '年内'],
    pattern: /(?:(?<year>20\d{2})年?|今年|当年|本年|(?<![一二三四五两\d]))(?:年底|年末|年内|底前?|末前?)/,
    day: (groups, context) => {
      const year = yearOf(groups.year, context);
      return year === null ? null : legalDate(year, 12, 31);
    },
  },
  {
    examples: ['印发后一个月内', '印发之日起30日内'],
    pattern:
      /(?:印发|下发|发布)(?:之日起|后的?)(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})(?<unit>个?月|日|天|周)/,
    day: ({ n, unit }, { issued }) => {
      const count = /^\d/.test(n!) ? Number(n) : hanNumber(n!);
      if (issued === null || count === null) return null;
      if (unit!.endsWith('月')) return addMonths(issued, count);
      return addDays(issued, unit === '周' ? count * 7 : count);
    },
  },
];

/** The last day of a due phrase, or null where it fixes none (长期坚持, 持续推进, 20个工作日内). */
export function dueDay(phrase: string, context: DueContext): LegalDate | null {
  const full = findDate(phrase);
  if (full) return full.date;
  for (const { pattern, day } of FORMS) {
    const groups = pattern.exec(phrase)?.groups;
    if (!groups) continue;
    const found = day(groups, context);
    if (found !== null) return found;
  }
  return null;
}

export const DUE_FORMS = FORMS;
