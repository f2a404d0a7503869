export type Breakdown = 'unit' | 'month' | 'kind';

/** What the explorer is asked, as the address of its page holds it. Months are `2024-01`. */
export interface Asked {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly indicator?: string;
  /** One kind of the chosen indicator. */
  readonly kind?: string;
  readonly by?: Breakdown;
}

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const breakdowns: readonly string[] = ['unit', 'month', 'kind'];

/** Reads the query of an address; without a period it is the year of `today` so far. */
export function askedOf(search: URLSearchParams, sources: readonly string[], today: string): Asked {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  const from = text('from') ?? '';
  const to = text('to') ?? '';
  const whole = month.test(from) && month.test(to) && from <= to;
  const source = text('source');
  const by = text('by');
  const unit = text('unit');
  const indicator = text('indicator');
  const kind = indicator && text('kind');
  return {
    source: source && sources.includes(source) ? source : (sources[0] ?? ''),
    from: whole ? from : `${today.slice(0, 4)}-01`,
    to: whole ? to : today.slice(0, 7),
    ...(unit ? { unit } : {}),
    ...(indicator ? { indicator } : {}),
    ...(kind ? { kind } : {}),
    ...(by && breakdowns.includes(by) ? { by: by as Breakdown } : {}),
  };
}

/** The same months a year earlier. */
export function yearBefore({ from, to }: Pick<Asked, 'from' | 'to'>): { from: string; to: string } {
  const back = (text: string) => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`;
  return { from: back(from), to: back(to) };
}

/** `2024年1月至9月`, `2024年`, `2024年3月`. */
export function periodText({ from, to }: Pick<Asked, 'from' | 'to'>): string {
  const [fromYear, fromMonth] = from.split('-').map(Number);
  const [toYear, toMonth] = to.split('-').map(Number);
  if (fromYear !== toYear) return `${fromYear}年${fromMonth}月至${toYear}年${toMonth}月`;
  if (fromMonth === 1 && toMonth === 12) return `${fromYear}年`;
  return fromMonth === toMonth ? `${fromYear}年${fromMonth}月` : `${fromYear}年${fromMonth}月至${toMonth}月`;
}
