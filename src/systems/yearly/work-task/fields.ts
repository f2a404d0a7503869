import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { dutyRow, measureRow, roles, taskCode, taskRow } from '../work-plan/fields.ts';

const { task: _, ...ofTask } = measureRow;
const { code: __, ...told } = taskRow;
const partner = { unit: dutyRow.unit, role: dutyRow.role };

/** What the plan says of the task. */
const content = {
  ...told,
  role: f.choice('职责', roles),
  partners: f.rows('共同承担的单位', partner, { max: 500 }),
  measures: f.rows('量化要求', ofTask, { max: 100 }),
};

export const assign = z.object({
  task: taskCode,
  ...content,
  unit: f.unit('承担单位'),
  year: f.integer('年度', { min: 2004, max: 2100 }),
  /** The plan it is of. */
  paper: f.text('要点文稿编号', { max: 64 }),
});

const evidence = f.files('佐证材料');

export const report = z.object({
  progress: f.longText('进展情况', { max: 5000 }),
  percent: f.integer('完成比例', { max: 100, unit: '%' }),
  /** For demands that no indicator counts. */
  achieved: f
    .rows(
      '量化要求完成数',
      { code: f.text('量化要求编号', { max: 60 }), value: f.text('完成数', { max: 20 }) },
      { max: 100 },
    )
    .optional(),
  obstacles: f.longText('存在的困难', { max: 2000 }).optional(),
  evidence: evidence.optional(),
});

export const claim = z.object({
  completion: f.longText('完成情况', { max: 5000 }),
  evidence: f.files('佐证材料', { min: 1 }),
});

export const accept = z.object({ acceptComments: f.longText('审核意见', { max: 2000 }).optional() });
export const giveBack = z.object({ returnReason: f.longText('退回理由', { max: 2000 }) });

// Only the plan changes, cancels or ends its tasks: the reason comes from the plan's own step.
export const change = z.object({
  number: f.provided(told.number),
  part: f.provided(f.text('部分')).optional(),
  title: f.provided(told.title),
  text: f.provided(told.text),
  due: f.provided(told.due),
  role: f.provided(content.role),
  partners: f.provided(content.partners),
  measures: f.provided(content.measures),
  changeReason: f.provided(f.longText('调整理由', { max: 1000 })),
});
export const cancel = z.object({ cancelReason: f.provided(f.longText('撤销理由', { max: 1000 })) });
export const end = z.object({ endReason: f.provided(f.longText('结束理由', { max: 1000 })) });

export const escalate = z.object({
  lateReason: f.longText('提醒事由', { max: 1000 }),
  replyBy: f.date('反馈期限'),
});

export type TaskFacts = Facts &
  Partial<
    z.infer<typeof assign> &
      z.infer<typeof report> &
      z.infer<typeof claim> &
      z.infer<typeof change> &
      z.infer<typeof accept>
  > & { readonly claimedOn?: string; readonly reportedOn?: string; readonly movedOn?: string };
