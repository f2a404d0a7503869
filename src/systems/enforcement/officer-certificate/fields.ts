import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

export const certificateKinds = { enforcement: '行政执法证', 'legality-review': '法制审核资格' } as const;
export type CertificateKind = keyof typeof certificateKinds;

export const statuses = {
  'civil-servant': '公务员',
  'public-institution': '参照管理或者授权组织的工作人员',
  auxiliary: '执法辅助人员',
  contract: '劳务派遣、临时聘用人员',
} as const;

/** On what a reviewer's qualification stands; whoever reviewed before 2018 did not take the work up for the first time. */
const reviewerGrounds = {
  'legal-profession': '通过国家统一法律职业资格考试',
  'reviewing-before-2018': '2018年1月1日前已从事法制审核',
} as const;

const cancelReasons = {
  left: '调离、辞职',
  retired: '退休',
  lost: '死亡或者丧失行为能力',
  expired: '有效期届满未延续',
} as const;

export const apply = z.object({
  holder: f.people('申领人', { max: 1 }),
  holderName: f.text('姓名', { max: 40, help: '执法人员的姓名和证号依法公示' }),
  kind: f.choice('证件种类', certificateKinds),
  status: f.choice('人员身份', statuses),
  duty: f.text('岗位', { max: 60 }),
  reviewerGround: f.choice('法制审核资格的依据', reviewerGrounds).optional(),
});

export const recordTraining = z.object({
  course: f.text('培训名称'),
  hours: f.integer('学时', { min: 1, max: 1000, unit: '学时' }),
});

export const recordExam = z.object({
  examOn: f.date('考试日期'),
  score: f.integer('成绩', { max: 100, unit: '分' }),
  examPassed: f.flag('合格'),
});

export const refuse = z.object({ refusalReason: f.longText('不予核发的理由', { max: 500 }) });

export const issue = z.object({
  number: f.text('证号', { max: 40 }),
  validFrom: f.date('有效期自'),
  validTo: f.date('有效期至'),
  scope: f.text('执法领域', { max: 60, help: '如市场监督管理；填写“综合”为本单位全部领域' }),
});

export const annualCheck = z.object({
  checkYear: f.integer('年度', { min: 1996, max: 2100, unit: '年' }),
  yearHours: f.integer('本年度培训', { max: 1000, unit: '学时' }),
  checkPassed: f.flag('年审合格'),
});

export const renew = z.object({ validTo: f.date('有效期延续至') });

export const suspend = z.object({ suspendReason: f.longText('暂扣、停止执法的原因', { max: 500 }) });

export const reinstate = z.object({ reinstateReason: f.longText('恢复的理由', { max: 500 }) });

export const cancel = z.object({ cancelReason: f.choice('注销原因', cancelReasons) });

export const revoke = z.object({ revokeReason: f.longText('吊销的事由', { max: 500 }) });

export type CertificateFacts = Facts &
  Partial<
    z.infer<typeof apply> & z.infer<typeof recordExam> & z.infer<typeof issue> & z.infer<typeof annualCheck>
  > & {
    readonly trained?: boolean;
    /** Times during which the certificate gives no right; the last one open while `to` is absent. */
    readonly suspensions?: { from: string; to?: string }[];
    /** Last day on which a cancelled or revoked certificate was good. */
    readonly lastDay?: string;
  };
