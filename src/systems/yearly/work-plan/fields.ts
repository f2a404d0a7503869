import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

/** Who does a task; a cooperating unit helps and gets no task of its own. */
export const roles = { lead: '牵头', responsible: '责任', cooperating: '配合' } as const;
export type Role = keyof typeof roles;

export const taskCode = f.text('任务编号', { max: 40 });

/** A task as it was issued. `due` is the day by which it must be done. */
export const taskRow = {
  code: taskCode,
  number: f.text('序号', { max: 20 }),
  part: f.text('部分').optional(),
  title: f.text('任务', { max: 300 }),
  text: f.longText('任务内容', { max: 20_000 }),
  due: f.date('完成时限'),
};

export const dutyRow = { task: taskCode, unit: f.unit('单位'), role: f.choice('职责', roles) };

/** A demand that can be counted; with an indicator it counts itself, without one the unit returns the number. */
export const measureRow = {
  task: taskCode,
  code: f.text('量化要求编号', { max: 60 }),
  text: f.text('量化要求', { max: 500 }),
  /** Decimal text: a share is not a whole number. */
  target: f.text('目标值', { max: 20 }),
  measureUnit: f.text('单位', { max: 20 }).optional(),
  /** At least, at most, or exactly the target. */
  sense: f.choice('要求', { minimum: '不少于', maximum: '不多于', exact: '等于' }),
  indicator: f.text('指标', { max: 100 }).optional(),
  kind: f.text('指标分类', { max: 60 }).optional(),
  /** Whose figure it is: of each unit that has the task, or of the whole region. */
  reach: f.choice('计算范围', { unit: '本单位', region: '全区' }),
};

const version = f.provided(f.integer('要点版本', { min: 1, max: 100_000 }));
const fixed = {
  version,
  digest: f.provided(
    f.text('要点摘要', { pattern: { like: /^[0-9a-f]{64}$/, say: '要点摘要应为64位十六进制数' } }),
  ),
  tasks: f.provided(f.rows('任务', taskRow, { min: 1, max: 500 })),
  duties: f.provided(f.rows('责任单位', dutyRow, { max: 10_000 })),
  measures: f.provided(f.rows('量化要求', measureRow, { max: 2000 })),
};

export const draft = z.object({
  year: f.provided(f.integer('年度', { min: 2004, max: 2100 })),
  title: f.provided(f.text('要点名称', { max: 300 })),
  paper: f.provided(f.text('要点文稿编号', { max: 64 })),
  version,
  confidential: f.flag('内容不宜公开').optional(),
});

export const revise = z.object({ version, changes: f.longText('修改情况', { max: 1000 }) });
export const giveBack = z.object({ returnReason: f.longText('退回理由', { max: 1000 }) });
export const review = z.object({ reviewComments: f.longText('审核意见', { max: 1000 }).optional() });
export const issue = z.object({
  ...fixed,
  documentNumber: f.text('发文字号', { max: 60 }).optional(),
  issuer: f.text('印发机关').optional(),
});
export const propose = z.object({
  proposedVersion: f.provided(f.integer('调整稿版本', { min: 1, max: 100_000 })),
  amendReason: f.longText('调整理由', { max: 1000 }),
});
export const drop = z.object({ dropReason: f.longText('不调整的理由', { max: 1000 }) });
export const amend = z.object({ ...fixed, amendNumber: f.text('调整文件的文号', { max: 60 }).optional() });
export const end = z.object({ summary: f.longText('总体完成情况', { max: 5000 }) });

export type TaskRow = z.infer<z.ZodObject<typeof taskRow>>;
export type DutyRow = z.infer<z.ZodObject<typeof dutyRow>>;
export type MeasureRow = z.infer<z.ZodObject<typeof measureRow>>;

export type PlanFacts = Facts &
  Partial<z.infer<typeof draft> & z.infer<typeof issue> & z.infer<typeof propose> & z.infer<typeof end>> & {
    readonly issuedOn?: string;
  };
