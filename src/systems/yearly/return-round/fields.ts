import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { owed } from '../periodic-return/fields.ts';

const { due, ...fixed } = owed;
const units = f.rows('报送单位', { unit: f.unit('单位') }, { min: 1, max: 500 });

export const open = z.object({
  form: f.provided(fixed.form),
  formName: f.provided(fixed.formName),
  formVersion: f.provided(fixed.formVersion),
  /** Digest of the form as it holds for this round. */
  formDigest: f.provided(
    f.text('报表摘要', { pattern: { like: /^[0-9a-f]{64}$/, say: '报表摘要应为64位十六进制数' } }),
  ),
  period: f.provided(fixed.period),
  periodName: f.provided(fixed.periodName),
  /** Form and period: a round of them exists once. */
  key: f.provided(f.text('报表和期别', { max: 40 })),
  due,
  units,
  note: f.longText('填报要求', { max: 1000 }).optional(),
});
export const add = z.object({ due, units });
export const urge = z.object({
  range: f.choice('催报范围', { all: '全部未报送的单位', late: '已逾期的单位' }),
  urgeNote: f.longText('催报内容', { max: 500 }).optional(),
});
export const postpone = z.object({
  due,
  postponeReason: f.longText('顺延原因', { max: 500 }),
});
export const close = z.object({
  unreturnedReason: f.longText('未报送情况', { max: 500, help: '还有单位没有报送的，写明情况' }).optional(),
});

export type RoundFacts = Facts & Partial<z.infer<typeof open> & z.infer<typeof close>>;
