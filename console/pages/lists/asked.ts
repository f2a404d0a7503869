/** What a list is asked, as the address of its page holds it. */
export interface Asked {
  /** As of this day; today if absent. */
  readonly on?: string;
  readonly q?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly status?: 'in-force' | 'suspended' | 'cancelled';
  readonly sort: 'code' | 'name' | 'unit';
  readonly page: number;
  readonly size: number;
}

export const statuses = {
  'in-force': '实施',
  suspended: '暂停实施',
  cancelled: '已退出清单',
} as const;
export const sorts = { code: '按编码', name: '按名称', unit: '按单位' } as const;

const SIZE = 50;
const MOST = 200;

/** Reads the query of an address; what cannot be read is left out. */
export function askedOf(search: URLSearchParams): Asked {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  const one = <K extends string>(name: string, known: Readonly<Record<K, unknown>>): K | undefined => {
    const value = text(name);
    return value !== undefined && value in known ? (value as K) : undefined;
  };
  return defined({
    on: dayIn(search, 'on'),
    q: text('q'),
    kind: text('kind'),
    unit: text('unit'),
    status: one('status', statuses),
    sort: one('sort', sorts) ?? 'code',
    page: count(search.get('page'), 1, 100_000),
    size: count(search.get('size'), SIZE, MOST),
  });
}

/** The query of an address; what is as usual is left out, so that addresses stay short. */
export function searchOf(asked: Partial<Asked>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '' && usual[name] !== value) search.set(name, String(value));
  }
  return search;
}

/** A day of an address, or undefined. */
export function dayIn(search: URLSearchParams, name: string): string | undefined {
  const value = search.get(name) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

const usual: Readonly<Record<string, unknown>> = { sort: 'code', page: 1, size: SIZE };

function count(text: string | null, otherwise: number, most: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : otherwise;
}

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
