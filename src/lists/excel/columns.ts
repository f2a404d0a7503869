import type { z } from 'zod';
import { type FieldMeta, fieldMeta } from '../../kernel/procedure/fields.ts';
import type { CompiledList } from '../compile.ts';

/** One column of a list's sheet. */
export interface Column {
  readonly field: string;
  readonly title: string;
  readonly required: boolean;
  readonly meta: FieldMeta;
  readonly schema: z.ZodType;
  /** Only for tables inside a cell: their columns in order. */
  readonly inner: readonly Column[];
  readonly help: string;
}

/** Names of units, for sheets that people write: code → name. */
export type UnitNames = ReadonlyMap<string, string>;

/** The columns of a list's template: its code, then its fields. */
export function columnsOf(list: CompiledList): Column[] {
  const establish = list.forms.get('establish') ?? list.forms.get('take-over');
  return ['code', ...list.excel].map((field) => column(field, establish!.shape[field] as z.ZodType));
}

function column(field: string, schema: z.ZodType): Column {
  const meta = fieldMeta(schema)!;
  const inner = meta.widget === 'rows' ? innerShape(schema).map(([name, type]) => column(name, type)) : [];
  const bare = {
    field,
    title: meta.title,
    required: !schema.safeParse(undefined).success,
    meta,
    schema,
    inner,
  };
  return { ...bare, help: help(meta, inner) };
}

/** Fields of the rows of a table, looking through `.optional()`. */
function innerShape(schema: z.ZodType): [string, z.ZodType][] {
  const def = schema.def as unknown as { innerType?: z.ZodType; element?: z.ZodObject };
  if (def.innerType) return innerShape(def.innerType);
  return Object.entries(def.element?.shape ?? {}) as [string, z.ZodType][];
}

function help(meta: FieldMeta, inner: readonly Column[]): string {
  const form = {
    choice: `填写其中一项：${Object.values(meta.choices ?? {}).join('、')}`,
    choices: `填写一项或者几项，用顿号隔开：${Object.values(meta.choices ?? {}).join('、')}`,
    flag: '填写“是”或者“否”',
    date: '填写日期，如2024-09-27',
    integer: `填写整数${meta.unit ? `，单位：${meta.unit}` : ''}`,
    money: '填写金额，单位：元',
    unit: '填写单位名称，与系统中的名称一致',
    'list-item': '填写对应清单中的事项编码',
    rows: `每行一条，各栏用“|”隔开：${inner.map((entry) => entry.title).join('|')}`,
  }[meta.widget as string];
  return [form, meta.help].filter(Boolean).join('。');
}

/** `A`, `B`, … `AA` for a column counted from 0. */
export function columnLetter(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}
