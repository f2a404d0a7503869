import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

export const sources = { task: '工作任务逾期', inspection: '督察问题' } as const;

/** A day by which the unit says what it did: set by whoever asks, watched like every other day. */
const answerBy = { replyBy: f.date('反馈期限') };

export const remind = z.object({
  source: f.choice('来源', sources),
  subject: f.text('事项'),
  subjectNumber: f.text('原办件编号', { max: 40 }),
  /** The day that was missed. */
  due: f.date('原定时限').optional(),
  matters: f.longText('存在的问题', { max: 1000 }),
  ...answerBy,
});

export const answer = z.object({
  reply: f.longText('说明和整改情况', { max: 5000 }),
  replyFiles: f.files('佐证材料').optional(),
});

export const summon = z.object({
  summonReason: f.longText('约谈事由', { max: 1000 }),
  summoned: f.text('约谈对象'),
  summonOn: f.date('约谈日期'),
  place: f.text('约谈地点'),
});
export const changeTalk = z.object({
  summonOn: f.date('约谈日期'),
  talkReason: f.longText('调整理由', { max: 1000 }),
});
export const record = z.object({
  summonRecord: f.longText('约谈情况', { max: 5000 }),
  commitments: f.longText('整改承诺', { max: 2000 }),
});
export const order = z.object({
  demands: f.longText('整改要求', { max: 3000 }),
  rectifyBy: f.date('整改期限'),
});
export const extend = z.object({
  rectifyBy: f.date('新的整改期限'),
  extendReason: f.longText('调整理由', { max: 1000 }),
});
export const circulate = z.object({
  notice: f.longText('通报内容', { max: 5000 }),
  circulation: f.text('通报范围'),
  documentNumber: f.text('通报文号', { max: 60 }).optional(),
  ...answerBy,
});
export const sendBack = z.object({
  backReason: f.longText('整改不到位的情形', { max: 2000 }),
  ...answerBy,
});
export const changeReply = z.object({
  ...answerBy,
  replyReason: f.longText('调整理由', { max: 1000 }),
});
export const resolve = z.object({ resolution: f.longText('整改结果', { max: 2000 }) });

export type EscalationFacts = Facts &
  Partial<
    z.infer<typeof remind> &
      z.infer<typeof answer> &
      z.infer<typeof summon> &
      z.infer<typeof record> &
      z.infer<typeof order> &
      z.infer<typeof circulate> &
      z.infer<typeof sendBack> &
      z.infer<typeof resolve>
  > & {
    readonly level?: keyof typeof levels;
    readonly answeredOn?: string | null;
    readonly answeredLate?: boolean;
    readonly levelOn?: string;
  };

export const levels = { remind: '提醒', summon: '约谈', order: '限期整改', circulate: '通报' } as const;
