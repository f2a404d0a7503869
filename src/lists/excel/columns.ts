import type { z } from 'zod';
import { type FieldMeta, fieldMeta } from '../../kernel/procedure/field-meta.ts';
import type { CompiledList } from '../compile.ts';
import { type OperationId, operationWord } from '../operations.ts';

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

/** Units by what people write, and back. */
export interface UnitNames {
  nameOf(code: string): string;
  /** Codes of the units of that code, name or short name: none, one, or several of one name. */
  codesOf(text: string): readonly string[];
}

export function unitNames(
  units: Iterable<{ readonly code: string; readonly name: string; readonly shortName?: string | null }>,
): UnitNames {
  const names = new Map<string, string>();
  const codes = new Map<string, Set<string>>();
  for (const { code, name, shortName } of units) {
    names.set(code, name);
    for (const text of [code, name, shortName]) {
      if (text) codes.set(text, (codes.get(text) ?? new Set()).add(code));
    }
  }
  return {
    nameOf: (code) => names.get(code) ?? code,
    // A code is never ambiguous, even where another unit is named so.
    codesOf: (text) => (names.has(text) ? [text] : [...(codes.get(text) ?? [])]),
  };
}

/** The operation by which a sheet brings in what is new. */
export function creatingOperation(list: CompiledList): OperationId {
  return list.declaration.operations.find((id) => operationWord(id).effect === 'create')!;
}

/** What every operation is asked for beside the item: document, number, reason. */
export const documentFields = ['documentTitle', 'documentNumber', 'reason'] as const;

/** The columns of an item: its code, then its fields. */
export function itemColumns(list: CompiledList): Column[] {
  return columnsNamed(list, ['code', ...list.excel]);
}

/**
 * The columns of template and import: an export can be corrected, given a document and a reason, and brought
 * back in.
 */
export function columnsOf(list: CompiledList): Column[] {
  return columnsNamed(list, ['code', ...list.excel, ...documentFields]);
}

function columnsNamed(list: CompiledList, names: readonly string[]): Column[] {
  const { shape } = list.forms.get(creatingOperation(list))!;
  return names.map((name) => column(name, shape[name] as z.ZodType));
}

function column(field: string, schema: z.ZodType): Column {
  const meta = fieldMeta(schema)!;
  const inner = meta.widget === 'rows' ? innerColumns(schema) : [];
  const required = !schema.safeParse(undefined).success;
  return { field, title: meta.title, required, meta, schema, inner, help: help(meta, inner) };
}

/** Columns of a table inside a cell, e.g. the stages of a flow; looks through `.optional()`. */
export function innerColumns(schema: z.ZodType): Column[] {
  const def = schema.def as unknown as { innerType?: z.ZodType; element?: z.ZodObject };
  if (def.innerType) return innerColumns(def.innerType);
  return Object.entries(def.element?.shape ?? {}).map(([name, type]) => column(name, type as z.ZodType));
}

function help(meta: FieldMeta, inner: readonly Column[]): string {
  const form = {
    choice: `填写其中一项：${Object.values(meta.choices ?? {}).join('、')}`,
    choices: `填写一项或者几项，用顿号隔开：${Object.values(meta.choices ?? {}).join('、')}`,
    flag: '填写“是”或者“否”',
    date: '填写日期，如2024-09-27或者2024年9月27日',
    integer: `填写整数${meta.unit ? `，单位：${meta.unit}` : ''}`,
    money: '填写金额，单位：元',
    unit: '填写单位全称或者简称，与系统中的名称一致',
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
