import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f, type StoredFile } from '../../../kernel/procedure/fields.ts';
import { bodies, leader } from '../leaders.ts';
import { dutyNames } from './duties.ts';

export const states = { done: '完成', running: '进行中', late: '逾期' } as const;

export const open = z.object({
  year: f.integer('年度', { min: 2016, max: 2100 }),
  ...leader,
  body: f.choice('履职身份', bodies),
  /** Year, unit, body and name: one list a leader and year. */
  key: f.provided(f.text('清单编号', { max: 200 })),
});

export const evidence = z.object({
  duty: f.choice('职责', dutyNames),
  explanation: f.longText('履职情况', { max: 2000 }),
  evidenceFiles: f.files('佐证材料', { min: 1 }),
  /** What the ledger itself knows of the duty on the day. */
  measured: f.provided(f.integer('台账记录', { min: 0, max: 1_000_000 })),
});

const standing = {
  duty: f.choice('职责', dutyNames),
  target: f.integer('要求'),
  actual: f.integer('台账记录'),
  state: f.choice('完成情况', states),
};

export const submit = z.object({
  duties: f.provided(f.rows('职责完成情况', standing, { min: 1, max: 50 })),
  seal: f.provided(f.integer('数据截至的封存号', { min: 1 })).optional(),
  unfinished: f.longText('没有完成的职责的原因和打算', { max: 3000, help: '全部完成的不必填写' }).optional(),
});

export const giveBack = z.object({ returnReason: f.longText('退回理由', { max: 1000 }) });
export const end = z.object({ endReason: f.longText('终止原因', { max: 500 }) });
export const confirm = z.object({ confirmComments: f.longText('确认意见', { max: 1000 }).optional() });

/** A gap filled by evidence, in the order in which it was brought. */
export interface Brought {
  readonly duty: string;
  readonly explanation: string;
  readonly on: string;
  readonly files: readonly StoredFile[];
}

export type DutiesFacts = Facts &
  Partial<z.infer<typeof open> & z.infer<typeof submit>> & {
    readonly brought?: readonly (Brought & Facts)[];
  };
