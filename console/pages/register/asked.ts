/** What the register is asked, as the address of the page holds it. */
export interface Asked {
  readonly q?: string;
  readonly unit?: string;
  readonly stage?: string;
  readonly state?: 'open' | 'closed';
  readonly from?: string;
  readonly to?: string;
  readonly late?: 'true';
  readonly sort: 'newest' | 'oldest' | 'due';
  readonly page: number;
  readonly size: number;
}

const sorts = ['newest', 'oldest', 'due'] as const;
const SIZE = 50;
const MOST = 200;

/** Reads the query of an address; what cannot be read is left out. */
export function askedOf(search: URLSearchParams): Asked {
  const text = (name: string) => search.get(name)?.trim() || undefined;
  const date = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name) ?? '') ? text(name) : undefined);
  const state = text('state');
  const sort = text('sort');
  return {
    ...defined({
      q: text('q'),
      unit: text('unit'),
      stage: text('stage'),
      from: date('from'),
      to: date('to'),
    }),
    ...(state === 'open' || state === 'closed' ? { state } : {}),
    ...(text('late') === 'true' ? { late: 'true' as const } : {}),
    sort: sorts.find((known) => known === sort) ?? 'newest',
    page: count(search.get('page'), 1, 100_000),
    size: count(search.get('size'), SIZE, MOST),
  };
}

/** The query of an address; what is as usual is left out, so that addresses stay short. */
export function searchOf(asked: Partial<Asked>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || value === '' || usual[name] === value) continue;
    search.set(name, String(value));
  }
  return search;
}

const usual: Readonly<Record<string, unknown>> = { sort: 'newest', page: 1, size: SIZE };

function count(text: string | null, otherwise: number, most: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : otherwise;
}

function defined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

/** A filter with a name: one tab above the table. `search` is without the page. */
export interface SavedFilter {
  readonly name: string;
  readonly search: string;
}

/** Tabs that every register has. */
export const standing: readonly SavedFilter[] = [
  { name: '全部', search: '' },
  { name: '在办', search: 'state=open' },
  { name: '已超期', search: 'late=true' },
  { name: '已办结', search: 'state=closed' },
];

/** The filter of an address in one order of names, to compare tabs by. */
export function filterKey(asked: Asked): string {
  const { page: _, size: __, ...filter } = asked;
  const search = searchOf(filter);
  search.sort();
  return search.toString();
}
