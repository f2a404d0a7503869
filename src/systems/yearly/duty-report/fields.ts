import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { leader } from '../leaders.ts';

export const reportForms = { meeting: '会议述法', written: '书面述法' } as const;
export const grades = { good: '好', fair: '较好', average: '一般', poor: '差' } as const;

/** Masked unless the round says otherwise: an office is public, whose name stands beside it is decided. */
export const nameShown = f
  .flag('公开时写明姓名', { help: '不写明的，公开的报告只写职务，姓名隐去' })
  .optional();

export const assign = z.object({
  year: f.integer('述法年度', { min: 2016, max: 2100 }),
  ...leader,
  day: f.date('报送截止日期'),
  form: f.choice('述法方式', reportForms),
  mustPublish: f.flag('述法报告要公开'),
  nameShown,
});

export const submit = z.object({
  statement: f.longText('履行第一责任人职责情况', { max: 5000 }),
  study: f.longText('学法用法情况', { max: 2000, help: '自2025年11月1日起应当列入年度述职' }).optional(),
  findings: f.longText('存在的问题和改进措施', { max: 3000 }),
  statementFiles: f.files('述法报告').optional(),
});

export const giveBack = z.object({
  returnReason: f.longText('退回理由', { max: 1000 }),
  day: f.date('重新报送日期'),
});

export const accept = z.object({ reviewComments: f.longText('审核意见', { max: 1000 }).optional() });

export const comment = z.object({
  grade: f.choice('评议结果', grades),
  comment: f.longText('点评意见', { max: 2000 }),
});

/** What the public reads where it is not the report as it was handed in. */
const publicText = {
  publicStatement: f
    .longText('公开的履职情况', { max: 5000, group: '公开', help: '与报送的报告一致的不必填写' })
    .optional(),
  publicStudy: f
    .longText('公开的学法用法情况', { max: 2000, group: '公开', help: '与报送的报告一致的不必填写' })
    .optional(),
  publicFindings: f
    .longText('公开的问题和改进措施', { max: 3000, group: '公开', help: '与报送的报告一致的不必填写' })
    .optional(),
};

export const present = z.object({
  presentedOn: f.date('述法日期'),
  presentedAs: f.choice('实际述法方式', reportForms),
  presentedAt: f.text('述法会议', { help: '会议述法的填写会议名称' }).optional(),
  ...publicText,
  cleared: f.flag('公开的文本已经保密审查，不含国家秘密、商业秘密和个人隐私', { group: '公开' }).optional(),
  withheldReason: f
    .longText('不公开的理由', { max: 500, group: '公开', help: '经审查不宜公开的填写' })
    .optional(),
});

export const amend = z.object({
  ...publicText,
  nameShown,
  amendReason: f.longText('更正理由', { max: 500 }),
});

export const changeDay = z.object({
  day: f.date('新的截止日期'),
  dayReason: f.longText('延期理由', { max: 500 }),
});

export const archive = z.object({});

export const withdraw = z.object({ withdrawReason: f.longText('不再述法的原因', { max: 500 }) });

export type ReportFacts = Facts &
  Partial<
    z.infer<typeof assign> &
      z.infer<typeof submit> &
      z.infer<typeof comment> &
      z.infer<typeof present> &
      z.infer<typeof amend>
  > & {
    /** The first submission came after the day that was set. */
    readonly lateFirst?: boolean;
    readonly submittedOn?: string;
  };
