import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { majorGrounds } from '../../enforcement/major-decision.ts';

/** What is sent for review; each has its own law and its own days. */
export const subjectKinds = {
  document: '行政规范性文件',
  decision: '重大行政决策',
  'enforcement-decision': '重大执法决定',
  contract: '行政合同',
} as const;

export const opinions = { agree: '同意', amend: '建议修改', disagree: '不同意' } as const;

/** What a reviewer of an enforcement decision must look at: 国办发〔2018〕118号 (十三). */
export const aspects = {
  authority: '执法主体合法、人员具备资格',
  procedure: '执法程序合法',
  facts: '案件事实清楚、证据合法充分',
  law: '适用法律法规准确、裁量适当',
  competence: '没有超越法定权限',
  documents: '执法文书完备规范',
  crime: '是否涉嫌犯罪需要移送',
} as const;

export const submit = z.object({
  subjectKind: f.choice('送审事项类别', subjectKinds),
  subject: f.text('送审事项'),
  majorGrounds: f.choices('属于重大执法决定的情形', majorGrounds).optional(),
  marketRules: f.flag('适用市场监督管理行政处罚程序规定').optional(),
  handlers: f.people('承办人员', { help: '承办人员不得审核' }),
  materials: f.files('送审材料', { min: 1 }),
});

export const requestMaterials = z.object({ missing: f.longText('缺少的材料', { max: 1000 }) });

export const supplement = z.object({ supplements: f.files('补充材料', { min: 1 }) });

export const accept = z.object({
  reviewDays: f
    .integer('约定的审核期限', { min: 1, max: 60, unit: '个工作日', help: '法律没有规定期限的填写' })
    .optional(),
});

export const extend = z.object({
  days: f.integer('延长', { min: 1, max: 60, unit: '个工作日' }),
  extensionReason: f.longText('理由', { max: 500 }),
});

export const giveOpinion = z.object({
  opinion: f.choice('审核意见', opinions),
  checked: f.choices('已审核的内容', aspects).optional(),
  comments: f.longText('意见和理由', { max: 3000 }),
});

export const respond = z.object({
  adopted: f.flag('已按审核意见办理'),
  notAdoptedReasons: f.longText('未采纳的理由', { max: 1000 }).optional(),
});

export const withdraw = z.object({ withdrawReason: f.longText('撤回理由', { max: 500 }) });

export type ReviewFacts = Facts &
  Partial<
    z.infer<typeof submit> &
      z.infer<typeof requestMaterials> &
      z.infer<typeof giveOpinion> &
      z.infer<typeof respond>
  > & {
    readonly submittedOn?: string;
    /** Whether the matter reviewed may go on: agreed to, or amended as advised. */
    readonly passed?: boolean;
  };
