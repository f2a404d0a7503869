import type { LegalDate } from '../../kernel/dates.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { FieldChange } from '../../lists/diff.ts';
import type { ItemVersion } from '../../lists/item.ts';
import { operationWord } from '../../lists/operations.ts';
import type { ListStore } from '../../lists/port.ts';

interface DiffAsk {
  readonly region: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly page: number;
  readonly size: number;
  /** The changed fields as this reader may see them. */
  readonly shown: (fields: readonly FieldChange[]) => { title: string; before: string; after: string }[];
}

/** A page of what changed in a list between two days, in order of code, each row with the operation and its day. */
export async function diffPage(store: ListStore, list: CompiledList, ask: DiffAsk) {
  const { region, from, to, page, size, shown } = ask;
  const { added, removed, changed, totals } = await store.diff({
    region,
    list: list.id,
    from,
    to,
    offset: (page - 1) * size,
    limit: size,
  });
  const ended = await Promise.all(removed.map(({ code }) => store.findItem(region, list.id, code, to)));
  const row = ({ code, name, operation, from: on }: ItemVersion) => ({
    code,
    name,
    operationName: operationWord(operation).name,
    on,
  });
  const rows = [
    ...added.map((version) => ({ ...row(version), change: 'added' as const, fields: [] })),
    ...removed.map((version, at) => ({
      ...row(ended[at] ?? version),
      change: 'removed' as const,
      fields: [],
    })),
    ...changed.map(({ after, fields }) => ({
      ...row(after),
      change: 'changed' as const,
      fields: shown(fields),
    })),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { ...totals, rows, total: totals.added + totals.removed + totals.changed };
}
