import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { owed } from '../periodic-return/fields.ts';

export const ask = z.object({
  form: owed.form,
  formName: owed.formName,
  period: owed.period,
  periodName: owed.periodName,
  unit: f.unit('报送单位'),
  correctReason: f.longText('更正原因', { max: 1000 }),
});

/** Decided on the return itself, whose values it is about: from outside neither way can be taken. */
export const decide = z.object({ decided: f.provided(f.flag('已在报表页面办理')) });

export type CorrectionFacts = Facts & Partial<z.infer<typeof ask>>;
