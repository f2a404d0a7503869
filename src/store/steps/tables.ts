/** Rows of the derived tables, as fazhi_append takes them. Each carries the request it belongs to. */
export interface Rows {
  readonly streams: object[];
  readonly claims: object[];
  readonly events: object[];
  /** Matters that begin. */
  readonly matters: object[];
  /** Matters that stood before: what can change of them. */
  readonly movedMatters: object[];
  readonly search: object[];
  /** Clocks that are started for the first time. */
  readonly clocks: object[];
  readonly movedClocks: object[];
  readonly publications: object[];
  readonly personal: object[];
  readonly files: object[];
  readonly certificates: object[];
  readonly versions: object[];
  readonly items: object[];
}

export const noRows = (): Rows => ({
  streams: [],
  claims: [],
  events: [],
  matters: [],
  movedMatters: [],
  search: [],
  clocks: [],
  movedClocks: [],
  publications: [],
  personal: [],
  files: [],
  certificates: [],
  versions: [],
  items: [],
});

/** Puts the rows of several requests together, for one call. */
export function mergeRows(all: readonly Rows[]): Rows {
  const merged = noRows();
  for (const rows of all) {
    for (const key of Object.keys(merged) as (keyof Rows)[]) merged[key].push(...rows[key]);
  }
  return merged;
}
