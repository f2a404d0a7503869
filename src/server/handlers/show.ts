import type { z } from 'zod';
import { chineseDate } from '../../kernel/dates.ts';
import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { PinnedItem } from '../../kernel/procedure/declaration.ts';
import { type FieldMeta, fieldMeta, type RowOf } from '../../kernel/procedure/field-meta.ts';
import { filesIn } from '../../kernel/procedure/files-in.ts';
import { mask } from '../../kernel/procedure/mask.ts';
import type { Directory } from '../directory.ts';

/** A fact ready to be shown: choices by name, people by name, money with separators, masks applied. */
export interface ShownFact {
  readonly name: string;
  readonly title: string;
  readonly widget: string;
  readonly group?: string;
  readonly value: JsonValue;
  readonly text: string;
  readonly masked: boolean;
  /** Id of the matter it names. */
  readonly matter?: string;
}

/** Every field of a procedure by name; of several steps with one field, the first declares it. */
export function fieldsOf(procedure: CompiledProcedure): Map<string, z.ZodType> {
  const fields = new Map<string, z.ZodType>();
  for (const step of Object.values(procedure.declaration.steps)) {
    for (const [name, field] of Object.entries(step.fields.shape)) {
      if (!fields.has(name)) fields.set(name, field as z.ZodType);
    }
  }
  return fields;
}

/** What stands in the place of a personal value whose period of retention is over. */
const DESTROYED = '已按规定销毁';

/**
 * Facts in the order in which the procedure declares their fields; derived facts without a field stay inside.
 * `digests` names the fields that events hold a digest of: one without its value was destroyed, and says so.
 */
export function showFacts(
  procedure: CompiledProcedure,
  facts: { readonly [field: string]: JsonValue | undefined },
  options: {
    readonly personal: boolean;
    /** Whoever lacks the personal right may read the files all the same: the procedure has nothing personal. */
    readonly opensFiles?: boolean;
    readonly directory: Directory;
    readonly digests?: ReadonlySet<string>;
    /** Items the matter has pinned: their codes are shown with their names. */
    readonly items?: readonly PinnedItem[];
  },
): ShownFact[] {
  const shown: ShownFact[] = [];
  for (const [name, schema] of fieldsOf(procedure)) {
    const value = facts[name];
    const { internal, opens } = fieldMeta(schema) ?? {};
    if (internal) continue;
    if (value !== undefined && value !== null) {
      const matter = opens && facts[opens];
      shown.push({
        ...showFact(name, schema, value, options),
        ...(typeof matter === 'string' ? { matter } : {}),
      });
    } else if (options.digests?.has(name)) shown.push(destroyedFact(name, schema));
  }
  return shown;
}

function showFact(
  name: string,
  schema: z.ZodType,
  value: JsonValue,
  options: Parameters<typeof showFacts>[2],
): ShownFact {
  const { personal, directory, items } = options;
  const meta = fieldMeta(schema)!;
  // Names of files tell whom they are about, and a digest is a key to the file.
  const closed = !personal && !options.opensFiles && holdsFiles(value);
  const masked = (meta.personal !== undefined && !personal) || closed;
  const row = meta.of && rowNamed(meta.of, value, items);
  const item = meta.widget === 'list-item' && items?.find((entry) => entry.code === value);
  const plain = item
    ? `${item.name}（${item.code}）`
    : row !== undefined
      ? row
      : showValue(meta, schema, named(meta.from, value, items), directory);
  const text = closed ? filesCounted(value) : masked ? mask(meta.personal!, value) : plain;
  return {
    name,
    title: meta.title,
    widget: meta.widget,
    ...(meta.group ? { group: meta.group } : {}),
    value: masked ? text : value,
    text,
    masked,
  };
}

/** Rows taken from a pinned item, with their names in place of their keys. */
function named(from: FieldMeta['from'], value: JsonValue, items: readonly PinnedItem[] = []): JsonValue {
  if (!from) return value;
  type Row = { readonly [column: string]: JsonValue };
  const known = items.flatMap((item) => (item[from.rows] ?? []) as readonly Row[]);
  return (value as readonly Row[]).map((row) => {
    const name = known.find((each) => each[from.key] === row[from.key])?.[from.shows];
    return name === undefined ? row : { ...row, [from.key]: name };
  });
}

/** The name of a row chosen from a pinned item; its key where the item is not at hand. */
function rowNamed(of: RowOf, value: JsonValue, items: readonly PinnedItem[] = []): string | undefined {
  type Row = { readonly [column: string]: JsonValue };
  const rows = items.flatMap((item) => (item[of.rows] ?? []) as readonly Row[]);
  const name = rows.find((row) => row[of.key] === value)?.[of.shows];
  return name === undefined ? undefined : String(name);
}

const holdsFiles = (value: JsonValue): boolean => filesIn(value).length > 0;
const filesCounted = (value: JsonValue): string => `${filesIn(value).length}个文件，由有权查看的岗位打开`;

function destroyedFact(name: string, schema: z.ZodType): ShownFact {
  const { title, widget, group } = fieldMeta(schema)!;
  return { name, title, widget, ...(group ? { group } : {}), value: null, text: DESTROYED, masked: false };
}

const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 });

/** Four digits stand together, as in a year; more are grouped. */
const plainBelow = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : money.format(value);

/** One value in words. */
export function showValue(
  meta: FieldMeta,
  schema: z.ZodType,
  value: JsonValue,
  directory: Directory,
): string {
  switch (meta.widget) {
    case 'choice':
      return meta.choices?.[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((code) => meta.choices?.[code] ?? code).join('、');
    case 'flag':
      return value ? '是' : '否';
    case 'people':
      return (value as string[]).map((id) => directory.personName(id)).join('、');
    case 'money':
      return `${money.format(Number(value))}元`;
    case 'integer':
      return `${plainBelow(Number(value))}${meta.unit ?? ''}`;
    case 'unit':
      return directory.unitName(String(value));
    case 'date':
      return chineseDate(String(value));
    case 'files':
      return (value as unknown as { name: string }[]).map((file) => file.name).join('、');
    case 'rows':
      return showRows(schema, value as unknown as Record<string, JsonValue>[], directory);
    default:
      return String(value);
  }
}

function showRows(schema: z.ZodType, rows: Record<string, JsonValue>[], directory: Directory): string {
  const def = schema.def as unknown as { element?: z.ZodObject; innerType?: z.ZodType };
  if (!def.element) return def.innerType ? showRows(def.innerType, rows, directory) : '';
  const { shape } = def.element;
  return rows
    .map((row) =>
      Object.entries(shape)
        .flatMap(([name, field]) => {
          const meta = fieldMeta(field as z.ZodType);
          const value = row[name];
          return meta && value !== undefined && value !== null
            ? [showValue(meta, field as z.ZodType, value, directory)]
            : [];
        })
        .join('，'),
    )
    .join('；');
}
