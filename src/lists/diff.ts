import { canonical } from '../kernel/ledger/canonical.ts';
import type { JsonValue } from '../kernel/ledger/json.ts';
import type { ItemVersion } from './item.ts';

export interface FieldChange {
  /** A field of the list, or one of `unit`, `kind`, `status`. */
  readonly field: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

export interface ItemChange {
  readonly code: string;
  readonly before: ItemVersion;
  readonly after: ItemVersion;
  readonly fields: readonly FieldChange[];
}

export interface ListDiff {
  readonly added: readonly ItemVersion[];
  readonly removed: readonly ItemVersion[];
  readonly changed: readonly ItemChange[];
}

/**
 * What differs between a list on two days (SPEC K13). Takes the versions in force on each day, one an item;
 * versions that have ended count as absent. In order of code.
 */
export function diff(before: readonly ItemVersion[], after: readonly ItemVersion[]): ListDiff {
  const from = byCode(before);
  const to = byCode(after);
  return {
    added: [...to.values()].filter((version) => !from.has(version.code)),
    removed: [...from.values()].filter((version) => !to.has(version.code)),
    changed: [...from.values()].flatMap((old) => {
      const now = to.get(old.code);
      const fields = now ? fieldChanges(old, now) : [];
      return now && fields.length > 0 ? [{ code: old.code, before: old, after: now, fields }] : [];
    }),
  };
}

function byCode(versions: readonly ItemVersion[]): Map<string, ItemVersion> {
  return new Map(
    versions
      .filter((version) => version.status !== 'ended')
      .map((version) => [version.code, version] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The fields in which two versions of an item differ. */
export function fieldChanges(before: ItemVersion, after: ItemVersion): FieldChange[] {
  const values = (version: ItemVersion) => ({
    ...version.item,
    unit: version.unit,
    kind: version.kind,
    status: version.status,
  });
  const old: { readonly [field: string]: JsonValue | undefined } = values(before);
  const now: { readonly [field: string]: JsonValue | undefined } = values(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => text(old[field]) !== text(now[field]))
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

function text(value: JsonValue | undefined): string {
  return value === undefined ? '' : canonical(value);
}
