import type { z } from 'zod';
import { type FieldMeta, fieldMeta } from '../../../kernel/procedure/fields.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import { type OperationId, operationWord } from '../../../lists/operations.ts';

/** A column of a list's workbook. */
export interface Column {
  readonly name: string;
  readonly title: string;
  readonly meta: FieldMeta;
  readonly schema: z.ZodType;
  readonly required: boolean;
}

/** The operation by which an import brings in what is new. */
export function creatingOperation(list: CompiledList): OperationId {
  return list.declaration.operations.find((id) => operationWord(id).effect === 'create')!;
}

/** What an export tells beside the fields: status, and the day from which the version holds. */
export const exportHeads: readonly string[] = ['状态', '自何日起'];

/**
 * Columns of template, import and export alike: an export can be corrected, given a document and a reason, and
 * brought back in.
 */
export function columnsOf(list: CompiledList): Column[] {
  const { shape } = list.forms.get(creatingOperation(list))!;
  const names = ['code', ...list.excel, 'documentTitle', 'documentNumber', 'reason'];
  return names.map((name) => columnOf(name, shape[name] as z.ZodType));
}

/** Columns of the rows inside one cell, e.g. the stages of a flow. */
export function innerColumns(schema: z.ZodType): Column[] {
  const def = schema.def as unknown as { innerType?: z.ZodType; element?: z.ZodObject };
  if (def.innerType) return innerColumns(def.innerType);
  return Object.entries(def.element!.shape).map(([name, field]) => columnOf(name, field as z.ZodType));
}

function columnOf(name: string, schema: z.ZodType): Column {
  const meta = fieldMeta(schema)!;
  return { name, title: meta.title, meta, schema, required: !schema.safeParse(undefined).success };
}

/** Where a cell stands, as a spreadsheet names it. Both count from 0. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
