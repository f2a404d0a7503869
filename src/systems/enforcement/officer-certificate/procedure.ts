import { addDays, chineseDate, dayNumber, type LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { lawBook } from '../../../law/index.ts';
import { certificateOf } from './certificate.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';

const { step, gate } = words<fields.CertificateFacts>();

const bases = {
  officers: { law: '行政处罚法', article: '第四十二条', provision: 'CF1-15' },
  reviewers: { law: '行政处罚法', article: '第五十八条第二款', provision: 'CF1-28' },
  management: { law: '国办发〔2018〕118号', article: '（五）', provision: 'S3-10' },
  training: { law: '法治政府建设实施纲要', article: '（三十四）', provision: 'GO-03' },
} satisfies Record<string, Basis>;

/** Days before the end of validity by which the renewal must be through. */
const renewalLead = 30;

/** Days from `from` to the day by which the renewal must be through. */
function daysToRenewal(from: LegalDate, validTo: LegalDate): number {
  return Math.max(1, dayNumber(validTo) - dayNumber(from) - renewalLead);
}

const isReviewer = (facts: fields.CertificateFacts) => facts.kind === 'legality-review';

/** Row E2: who may enforce the law, and who may review it. Steps that need officers ask for this certificate. */
export const officerCertificate = defineProcedure<fields.CertificateFacts>({
  id: 'officer-certificate',
  version: 1,
  row: 'E2',
  name: '行政执法人员资格',
  chapter: 'enforcement',
  about:
    '办理行政执法证件和法制审核资格的申领、考试、核发、年审、换证、暂扣和注销；没有有效证件的人员不能执法。',
  basis: [bases.officers, bases.management, { law: '行政执法证件管理（各省规定）', provision: 'ZJ-01' }],
  prefix: 'ZJ',
  stages: {
    applied: { name: '申领' },
    held: { name: '持证', resting: true },
    suspended: { name: '暂扣', resting: true },
    refused: { name: '不予核发', final: true },
    ended: { name: '已失效', final: true },
  },
  steps: {
    apply: step({
      name: '申领证件',
      from: [],
      to: ['applied'],
      by: ['liaison', 'unit-head'],
      fields: fields.apply,
      basis: bases.management,
      gates: [
        gate<{ status: string }>({
          id: 'no-auxiliary',
          holds: ({ input }) => input.status !== 'auxiliary' && input.status !== 'contract',
          basis: bases.officers,
          say: '行政执法由具有执法资格的在编人员实施，执法辅助人员和临时聘用人员不能申领行政执法证件。',
        }),
        gate<{ kind: fields.CertificateKind; reviewerGround?: string }>({
          id: 'reviewer-ground',
          holds: ({ input }) => input.kind !== 'legality-review' || input.reviewerGround !== undefined,
          basis: bases.reviewers,
          say: '初次从事行政处罚决定法制审核的人员应当通过国家统一法律职业资格考试，请填写资格依据。',
        }),
      ],
      usual: true,
    }),
    'record-training': step({
      name: '登记岗前培训',
      from: ['applied'],
      by: ['liaison', 'legal-office'],
      anyUnit: ['legal-office'],
      fields: fields.recordTraining,
      derive: () => ({ trained: true }),
    }),
    'record-exam': step({
      name: '登记资格考试',
      from: ['applied'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.recordExam,
    }),
    refuse: step({
      name: '不予核发',
      from: ['applied'],
      to: ['refused'],
      by: ['legal-office', 'legal-office-head'],
      anyUnit: true,
      fields: fields.refuse,
      outcome: '不予核发',
    }),
    issue: step({
      name: '核发证件',
      from: ['applied'],
      to: ['held'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.issue,
      basis: bases.management,
      gates: [
        gate({
          id: 'trained-and-examined',
          holds: ({ facts }) => isReviewer(facts) || (facts.trained === true && facts.examPassed === true),
          basis: bases.management,
          say: '申领人还没有完成岗前培训或者资格考试没有合格，不能核发行政执法证。',
          early: true,
        }),
        gate<{ validFrom: string; validTo: string }>({
          id: 'validity',
          holds: ({ input, on }) => on <= input.validFrom && input.validFrom < input.validTo,
          basis: bases.management,
          say: '有效期不能早于核发之日，截止日期应晚于起始日期，请核对。',
        }),
      ],
      clocks: [{ clock: 'renewal', do: 'start' }],
      claims: [{ kind: 'certificate-number', field: 'number', say: '该证号已经核发给他人，请核对。' }],
      usual: true,
    }),
    'annual-check': step({
      name: '年度审验',
      from: ['held', 'suspended'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.annualCheck,
    }),
    renew: step({
      name: '换证延续',
      from: ['held'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.renew,
      gates: [
        gate<{ validTo: string }>({
          id: 'renewed-in-time',
          holds: ({ facts, on }) => on <= facts.validTo!,
          basis: bases.management,
          say: '证件已经过期，不能延续，请注销后重新申领。',
          early: true,
        }),
        gate<{ validTo: string }>({
          id: 'longer',
          holds: ({ facts, input }) => input.validTo > facts.validTo!,
          basis: bases.management,
          say: ({ facts }) => `延续后的截止日期应晚于现在的${chineseDate(facts.validTo)}。`,
        }),
        gate({
          id: 'check-passed',
          holds: ({ facts }) => facts.checkPassed !== false,
          basis: bases.management,
          say: '最近一次年度审验不合格，不能延续；请培训并重新审验合格后办理。',
          early: true,
        }),
      ],
      clocks: [
        { clock: 'renewal', do: 'stop' },
        { clock: 'renewal', do: 'start' },
      ],
    }),
    suspend: step({
      name: '暂扣证件',
      from: ['held'],
      to: ['suspended'],
      by: ['legal-office', 'supervisor'],
      anyUnit: true,
      fields: fields.suspend,
      derive: ({ facts, on }) => ({ suspensions: [...(facts.suspensions ?? []), { from: on }] }),
    }),
    reinstate: step({
      name: '恢复执法资格',
      from: ['suspended'],
      to: ['held'],
      by: ['legal-office', 'supervisor'],
      anyUnit: true,
      fields: fields.reinstate,
      derive: ({ facts, on }) => ({
        suspensions: facts.suspensions!.map((span) => (span.to === undefined ? { ...span, to: on } : span)),
      }),
    }),
    cancel: step({
      name: '注销证件',
      from: ['held', 'suspended'],
      to: ['ended'],
      by: ['legal-office'],
      anyUnit: true,
      fields: fields.cancel,
      clocks: [{ clock: 'renewal', do: 'stop' }],
      derive: ({ facts, on }) => ({ lastDay: lastGoodDay(facts.validTo!, on) }),
      outcome: '注销',
    }),
    revoke: step({
      name: '吊销证件',
      from: ['held', 'suspended'],
      to: ['ended'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.revoke,
      clocks: [{ clock: 'renewal', do: 'stop' }],
      derive: ({ facts, on }) => ({ lastDay: lastGoodDay(facts.validTo!, on) }),
      outcome: '吊销',
    }),
  },
  clocks: {
    renewal: {
      name: '换证期限',
      rule: ({ on }) => (lawBook.inForce('ZJ-01', on) ? 'ZJ-01' : 'CF0-03'),
      // The end of validity is set by the certificate, not by the law.
      limit: ({ input, on }) => ({ amount: daysToRenewal(on, input.validTo as LegalDate), unit: 'day' }),
      main: true,
      near: 20,
      bindsApplicant: true,
    },
  },
  rules: [
    {
      id: 'too-little-training',
      name: '执法人员年度培训学时不足',
      level: 'yellow',
      after: ['annual-check'],
      finds: ({ facts, on }) =>
        lawBook.inForce('GO-03', on) && (facts.yearHours ?? 0) < lawBook.get('GO-03').quantity!.amount,
      say: ({ facts }) => `${facts.checkYear}年度培训${facts.yearHours}学时，不足六十学时，请安排补训。`,
      basis: bases.training,
    },
    {
      id: 'check-failed',
      name: '年度审验不合格仍然持证',
      level: 'red',
      after: ['annual-check'],
      finds: ({ facts, after }) => facts.checkPassed === false && after.stages.includes('held'),
      say: '年度审验不合格，应当暂扣证件、停止执法。',
      basis: bases.management,
    },
  ],
  indicators,
  title: (facts) => `${facts.holderName ?? ''}的${facts.kind ? fields.certificateKinds[facts.kind] : ''}`,
  search: ['holderName', 'number'],
  columns: ['holderName', 'kind', 'number', 'validFrom', 'validTo', 'scope'],
  certifies: certificateOf,
});

function lastGoodDay(validTo: LegalDate, lost: LegalDate): LegalDate {
  const before = addDays(lost, -1);
  return before < validTo ? before : validTo;
}
