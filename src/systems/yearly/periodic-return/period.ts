import { addDays, dayNumber, type LegalDate, weekday } from '../../../kernel/dates.ts';

/** How often a form is returned. */
export const periodKinds = { week: '周报', month: '月报', quarter: '季报', year: '年报' } as const;
export type PeriodKind = keyof typeof periodKinds;

/** One period a return speaks of, by its key: `2025-W07`, `2025-03`, `2025-Q1`, `2025`. Days are included. */
export interface ReturnPeriod {
  readonly key: string;
  readonly kind: PeriodKind;
  /** As officials say it: 2025年3月. */
  readonly name: string;
  readonly first: LegalDate;
  readonly last: LegalDate;
  /** Year its values are added up in. */
  readonly year: number;
}

const KEY = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** The period of a key; undefined where there is no such period (a 53rd week of a year that has 52). */
export function periodOfKey(key: string): ReturnPeriod | undefined {
  const [, y, week, quarter, month] = KEY.exec(key) ?? [];
  if (y === undefined) return undefined;
  const year = Number(y);
  if (week !== undefined) return weekOf(key, year, Number(week));
  if (quarter !== undefined) {
    const start = (Number(quarter) - 1) * 3 + 1;
    return whole(key, 'quarter', `${year}年第${'一二三四'[Number(quarter) - 1]}季度`, year, start, 3);
  }
  if (month !== undefined) return whole(key, 'month', `${year}年${Number(month)}月`, year, Number(month), 1);
  return whole(key, 'year', `${year}年`, year, 1, 12);
}

function whole(
  key: string,
  kind: PeriodKind,
  name: string,
  year: number,
  start: number,
  months: number,
): ReturnPeriod {
  const end = start + months;
  const next = end > 12 ? `${year + 1}-01-01` : `${year}-${two(end)}-01`;
  return { key, kind, name, first: `${year}-${two(start)}-01`, last: addDays(next, -1), year };
}

/** Weeks begin on Monday; the week that holds 4 January is the first (GB/T 7408.1-2023, as ISO 8601). */
function weekOf(key: string, year: number, week: number): ReturnPeriod | undefined {
  const first = addDays(mondayOf(`${year}-01-04`), (week - 1) * 7);
  if (week < 1 || first >= mondayOf(`${year + 1}-01-04`)) return undefined;
  const last = addDays(first, 6);
  return { key, kind: 'week', name: `${year}年第${week}周`, first, last, year };
}

const mondayOf = (day: LegalDate): LegalDate => addDays(day, -((weekday(day) + 6) % 7));
const two = (value: number): string => String(value).padStart(2, '0');

/** The period of a kind that holds a day. */
export function periodHolding(kind: PeriodKind, day: LegalDate): ReturnPeriod {
  const [year, month] = day.split('-').map(Number) as [number, number];
  switch (kind) {
    case 'year':
      return periodOfKey(String(year))!;
    case 'quarter':
      return periodOfKey(`${year}-Q${Math.ceil(month / 3)}`)!;
    case 'month':
      return periodOfKey(`${year}-${two(month)}`)!;
    case 'week': {
      const monday = mondayOf(day);
      const of = Number(addDays(monday, 3).slice(0, 4));
      const week = (dayNumber(monday) - dayNumber(mondayOf(`${of}-01-04`))) / 7 + 1;
      return periodOfKey(`${of}-W${two(week)}`)!;
    }
  }
}

/** The period before. */
export const periodBefore = ({ kind, first }: ReturnPeriod): ReturnPeriod =>
  periodHolding(kind, addDays(first, -1));

/** The same period of the year before; a 53rd week has none. */
export const periodLastYear = ({ key, year }: ReturnPeriod): ReturnPeriod | undefined =>
  periodOfKey(`${year - 1}${key.slice(4)}`);

/**
 * The last day of a month that the period reaches: where a level is read off. A week that ends within a month reads
 * none.
 */
export function levelDay({ kind, first, last }: ReturnPeriod): LegalDate | undefined {
  if (kind !== 'week') return last;
  const end = periodHolding('month', first).last;
  return end <= last ? end : undefined;
}
