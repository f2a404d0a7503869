import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

export const ways = { written: '书面督察', 'on-site': '实地督察' } as const;

/** What part of the work a finding speaks of. */
export const findingKinds = {
  tasks: '年度任务落实',
  institutions: '制度建设',
  decisions: '行政决策',
  enforcement: '行政执法',
  disclosure: '政务公开',
  training: '学法和培训',
  disputes: '复议应诉和化解',
  other: '其他',
} as const;
export type FindingKind = keyof typeof findingKinds;

export const notify = z.object({
  unit: f.unit('被督察单位'),
  round: f.text('督察名称'),
  year: f.integer('年度', { min: 2004, max: 2100 }),
  way: f.choice('方式', ways),
  scope: f.longText('督察内容', { max: 3000 }),
  from: f.date('督察开始日期'),
  selfCheckBy: f.date('自查报告报送期限'),
});

export const selfCheck = z.object({
  selfCheck: f.longText('自查情况', { max: 10_000 }),
  selfCheckFiles: f.files('自查报告').optional(),
});

const finding = {
  code: f.text('序号', { max: 20 }),
  kind: f.choice('类别', findingKinds),
  finding: f.longText('问题', { max: 2000 }),
  demand: f.longText('整改要求', { max: 2000 }),
  /** Task of the plan it belongs to, by its number. */
  task: f.text('要点任务序号', { max: 20 }).optional(),
};

export const feedBack = z.object({
  findings: f.rows('问题清单', finding, { min: 1, max: 100 }),
  rectifyBy: f.date('整改期限'),
});
export const findNothing = z.object({ conclusion: f.longText('督察结论', { max: 3000 }) });

export const rectify = z.object({
  rectified: f.longText('整改情况', { max: 10_000 }),
  rectifyFiles: f.files('佐证材料', { min: 1 }),
});
export const extend = z.object({
  rectifyBy: f.date('新的整改期限'),
  extendReason: f.longText('调整理由', { max: 1000 }),
});
export const failRecheck = z.object({
  remaining: f.longText('未整改到位的问题', { max: 3000 }),
  rectifyBy: f.date('继续整改的期限'),
});
export const passRecheck = z.object({
  recheck: f.longText('复核情况', { max: 3000 }),
  recheckFiles: f.files('复核记录').optional(),
});
export const escalate = z.object({
  lateReason: f.longText('提醒事由', { max: 1000 }),
  replyBy: f.date('反馈期限'),
});

export type InspectionFacts = Facts &
  Partial<
    z.infer<typeof notify> &
      z.infer<typeof selfCheck> &
      z.infer<typeof feedBack> &
      z.infer<typeof rectify> &
      z.infer<typeof passRecheck>
  > & { readonly rechecks?: number };

/** How many findings there are of each kind. */
export function findingsByKind(
  findings: readonly { readonly kind: FindingKind }[],
): { readonly kind: FindingKind; readonly value: number }[] {
  const kinds = Object.keys(findingKinds) as FindingKind[];
  return kinds
    .map((kind) => ({ kind, value: findings.filter((finding) => finding.kind === kind).length }))
    .filter(({ value }) => value > 0);
}
