import type { z } from 'zod';
import type { LawBook } from '../kernel/clock/law.ts';
import { DeclarationError } from '../kernel/errors.ts';
import { type PostKindId, postKinds } from '../kernel/identity/posts.ts';
import { fieldMeta } from '../kernel/procedure/field-meta.ts';
import type { ListDeclaration } from './declaration.ts';
import { operationFields } from './forms.ts';
import { type OperationId, operations } from './operations.ts';

/** A list that has been checked, with defaults filled in and the form of each operation. */
export interface CompiledList {
  readonly declaration: ListDeclaration;
  readonly id: string;
  readonly by: readonly PostKindId[];
  readonly keptBy: 'unit' | 'region';
  /** Fields of the Excel template in order. */
  readonly excel: readonly string[];
  readonly forms: ReadonlyMap<OperationId, z.ZodObject>;
}

/** Names an operation uses for itself; a list may not have fields of these names. */
const reservedFields = [
  'code',
  'effective',
  'documentTitle',
  'documentNumber',
  'reason',
  'receiver',
  'receivingUnit',
  'merged',
  'parts',
  'list',
  'kind',
  'status',
] as const;

/** Checks a declaration completely, or throws a DeclarationError that names list and field. */
export function compileList(declaration: ListDeclaration, law?: LawBook): CompiledList {
  const check: Check = (condition, path, problem) => {
    if (!condition) throw new DeclarationError(declaration.id, path, problem);
  };
  checkHead(declaration, check);
  checkFields(declaration, check);
  checkNames(declaration, check);
  for (const basis of declaration.basis) {
    const known = law === undefined || basis.provision === undefined || law.find(basis.provision);
    check(Boolean(known), 'basis', `unknown provision ${basis.provision}`);
  }
  return {
    declaration,
    id: declaration.id,
    by: declaration.by ?? ['list-keeper'],
    keptBy: declaration.keptBy ?? 'region',
    excel: declaration.excel ?? Object.keys(declaration.fields.shape),
    forms: new Map(declaration.operations.map((id) => [id, operationFields(declaration, id)])),
  };
}

type Check = (condition: boolean, path: string, problem: string) => void;

function checkHead(d: ListDeclaration, check: Check): void {
  check(/^[a-z][a-z0-9-]*$/.test(d.id), 'id', 'lower-case letters, digits and hyphens');
  check(d.name !== '', 'name', 'empty');
  check(d.basis.length > 0, 'basis', 'at least one legal basis');
  check(!d.code.pattern.global && !d.code.pattern.sticky, 'code.pattern', 'must not keep state (g, y)');
  check(d.operations.length > 0, 'operations', 'none');
  check(new Set(d.operations).size === d.operations.length, 'operations', 'one is named twice');
  for (const id of d.operations) check(id in operations, 'operations', `unknown operation ${id}`);
  const creates = d.operations.some((id) => operations[id].effect === 'create');
  check(creates, 'operations', 'no operation brings an item into the list');
  for (const post of d.by ?? []) check(post in postKinds, 'by', `unknown kind of post ${post}`);
  check(d.by === undefined || d.by.length > 0, 'by', 'nobody may operate');
}

function checkFields(d: ListDeclaration, check: Check): void {
  const shape = d.fields.shape;
  for (const [name, field] of Object.entries(shape)) {
    const meta = fieldMeta(field as z.ZodType);
    check(meta !== undefined, `fields.${name}`, 'not made with the field words');
    check(meta?.personal === undefined, `fields.${name}`, 'a list holds no personal values');
    check(!reservedFields.some((reserved) => reserved === name), `fields.${name}`, 'a reserved name');
  }
  check(widgetOf(d, 'name') === 'text', 'fields.name', 'every list has a name of kind text');
  if (d.kindField) check(widgetOf(d, d.kindField) === 'choice', 'kindField', 'names no field of kind choice');
  if (d.unitField) check(widgetOf(d, d.unitField) === 'unit', 'unitField', 'names no field of kind unit');
  if (d.flowField) check(widgetOf(d, d.flowField) === 'rows', 'flowField', 'names no field of kind rows');
  const moved = d.operations.includes('transfer');
  check(!moved || d.unitField !== undefined, 'unitField', 'needed where items are transferred');
}

function widgetOf(d: ListDeclaration, field: string): string | undefined {
  const schema = d.fields.shape[field];
  return schema && fieldMeta(schema as z.ZodType)?.widget;
}

/** Every field that is spoken of exists. */
function checkNames(d: ListDeclaration, check: Check): void {
  const spoken = {
    columns: d.columns ?? [],
    search: d.search ?? [],
    excel: d.excel ?? [],
    'publication.fields': d.publication?.fields ?? [],
  };
  for (const [where, names] of Object.entries(spoken)) {
    for (const name of names) check(name in d.fields.shape, where, `unknown field ${name}`);
  }
  const required = Object.entries(d.fields.shape)
    .filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success)
    .map(([name]) => name);
  const missing = required.filter((name) => d.excel !== undefined && !d.excel.includes(name));
  check(missing.length === 0, 'excel', `required fields are left out: ${missing.join(', ')}`);
  const ids = (d.agreements ?? []).map((agreement) => agreement.id);
  check(new Set(ids).size === ids.length, 'agreements', 'two of one id');
}
