import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DeclarationError } from '../kernel/errors.ts';
import { f } from '../kernel/procedure/fields.ts';
import { compileList } from './compile.ts';
import type { ListDeclaration } from './declaration.ts';
import { sampleList } from './test-support.ts';

function problem(change: Partial<ListDeclaration>): { system: string; path: string } {
  try {
    compileList({ ...sampleList, ...change });
  } catch (error) {
    if (error instanceof DeclarationError) return { system: error.system, path: error.path };
    throw error;
  }
  throw new Error('compiled');
}

const fields = (more: z.ZodRawShape) => z.object({ ...sampleList.fields.shape, ...more });

describe('compiling a list', () => {
  test.each<[string, string, Partial<ListDeclaration>]>([
    ['an id in capitals', 'id', { id: 'Powers' }],
    ['no basis', 'basis', { basis: [] }],
    ['a pattern that keeps state', 'code.pattern', { code: { pattern: /x/g, say: '' } }],
    ['no operation', 'operations', { operations: [] }],
    ['an operation named twice', 'operations', { operations: ['establish', 'establish'] }],
    ['no way in', 'operations', { operations: ['adjust'] }],
    ['nobody to operate', 'by', { by: [] }],
    ['a field not made with the words', 'fields.odd', { fields: fields({ odd: z.string() }) }],
    ['a personal field', 'fields.phone', { fields: fields({ phone: f.phone() }) }],
    ['a reserved name', 'fields.reason', { fields: fields({ reason: f.text('理由') }) }],
    ['no name', 'fields.name', { fields: z.object({}), kindField: undefined, unitField: undefined }],
    ['a kind that is no choice', 'kindField', { kindField: 'name' }],
    ['a unit that is none', 'unitField', { unitField: 'name' }],
    ['transfer without a unit', 'unitField', { unitField: undefined }],
    ['an unknown column', 'columns', { columns: ['colour'] }],
    [
      'an unknown public field',
      'publication.fields',
      { publication: { channel: 'lists', fields: ['colour'] } },
    ],
    ['a template without a required field', 'excel', { excel: ['name'] }],
  ])('refuses %s and names the place', (_, path, change) => {
    expect(problem(change)).toEqual({ system: change.id ?? 'sample', path });
  });

  test('fills in defaults', () => {
    expect(compileList(sampleList)).toMatchObject({
      by: ['list-keeper'],
      keptBy: 'region',
      excel: ['name', 'type', 'unit', 'basis', 'amount'],
    });
  });
});
