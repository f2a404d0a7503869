/** Words and small reckonings of the pages on returns. */

export const periodKindNames = { week: '周报', month: '月报', quarter: '季报', year: '年报' } as const;
export type PeriodKind = keyof typeof periodKindNames;

export const measureNames = {
  flow: '本期发生数',
  stock: '期末数',
  cumulative: '本年累计数',
  rate: '比率',
} as const;

/** Decimal text with groups of three: `-12345.5` → `-12,345.5`. */
export function grouped(text: string): string {
  const [whole = '', part] = text.split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}

/** `+12.5%`, `-3%`; nothing where there is nothing to compare with. */
export function changeOf(value: string, before: string | null | undefined): string {
  if (before === null || before === undefined || Number(before) === 0) return '';
  const share = ((Number(value) - Number(before)) / Math.abs(Number(before))) * 100;
  if (!Number.isFinite(share)) return '';
  const text = String(Math.round(share * 10) / 10);
  return `${share > 0 ? '+' : ''}${text}%`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The periods of a kind up to the one of `today`, the newest first, enough for two years. */
export function recentPeriods(kind: PeriodKind, today: string): { value: string; label: string }[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  switch (kind) {
    case 'year':
      return [0, 1, 2, 3].map((back) => ({ value: String(year - back), label: `${year - back}年` }));
    case 'quarter': {
      const at = year * 4 + Math.floor((month - 1) / 3);
      return Array.from({ length: 9 }, (_, back) => {
        const index = at - back;
        const quarter = (index % 4) + 1;
        const of = Math.floor(index / 4);
        return { value: `${of}-Q${quarter}`, label: `${of}年第${'一二三四'[quarter - 1]}季度` };
      });
    }
    case 'month': {
      const at = year * 12 + month - 1;
      return Array.from({ length: 25 }, (_, back) => {
        const of = Math.floor((at - back) / 12);
        const number = ((at - back) % 12) + 1;
        return { value: `${of}-${two(number)}`, label: `${of}年${number}月` };
      });
    }
    case 'week':
      return Array.from({ length: 60 }, (_, back) => {
        const key = weekKey(new Date(Date.parse(`${today}T00:00:00Z`) - back * 7 * 86_400_000));
        return { value: key, label: `${key.slice(0, 4)}年第${Number(key.slice(6))}周` };
      });
  }
}

/** Weeks begin on Monday; the Thursday says which year a week belongs to. */
function weekKey(day: Date): string {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 / 7) + 1;
  return `${year}-W${two(week)}`;
}
