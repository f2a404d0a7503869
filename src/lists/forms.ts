import { z } from 'zod';
import { f } from '../kernel/procedure/fields.ts';
import type { ListDeclaration } from './declaration.ts';
import { type Needs, type OperationId, operationWord } from './operations.ts';

/** What every operation is asked for (SPEC K7). */
const always = {
  code: f.text('事项编码', { max: 64 }),
  effective: f.date('生效日期', { help: '自这一天起按变更后的内容执行' }),
  documentTitle: f.text('依据文件', { help: '作出这次变更的文件名称' }),
  documentNumber: f.text('文号', { max: 60 }).optional(),
  reason: f.longText('变更理由', { max: 1000 }),
};

/**
 * The form of an operation. Flat, so that forms, routes and Excel rows have one shape: the fields of the list
 * stand beside those of the operation. In an adjustment an absent field stays and `null` empties an optional one.
 */
export function operationFields(list: ListDeclaration, operation: OperationId): z.ZodObject {
  const { needs } = operationWord(operation);
  return z.object({ ...always, ...(needs ? extra[needs](list) : {}) });
}

const extra: { readonly [N in Needs]: (list: ListDeclaration) => z.ZodRawShape } = {
  'all-fields': (list) => list.fields.shape,
  'changed-fields': changeable,
  receiver: () => ({ receiver: f.text('接收层级或者单位', { max: 100 }) }),
  unit: () => ({ receivingUnit: f.unit('接收单位') }),
  merged: (list) => ({
    merged: f.rows('被合并的事项', { code: f.listItem('事项编码', list.id) }, { min: 1, max: 50 }),
    ...changeable(list),
  }),
  parts: (list) => ({
    parts: f.rows(
      '拆分后的事项',
      { code: f.text('事项编码', { max: 64 }), ...list.fields.shape },
      { min: 2, max: 50 },
    ),
  }),
};

function changeable(list: ListDeclaration): z.ZodRawShape {
  return Object.fromEntries(
    Object.entries(list.fields.shape).map(([name, field]) => {
      const schema = field as z.ZodType;
      const optional = schema.safeParse(undefined).success;
      return [name, optional ? schema.nullable().optional() : schema.optional()];
    }),
  );
}
