import type { LegalDate } from '../../../kernel/dates.ts';
import type { Basis } from '../../../kernel/errors.ts';
import type { PostKindId } from '../../../kernel/identity/posts.ts';
import { certificateValidOn } from '../../../kernel/identity/posts.ts';
import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { lawBook } from '../../../law/index.ts';
import { documents } from './documents.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';

const { step, gate } = words<fields.ReviewFacts>();

const submitters: readonly PostKindId[] = ['case-officer', 'examiner', 'liaison', 'window-clerk'];
const reviewers: readonly PostKindId[] = ['legal-reviewer', 'legal-office'];

const bases = {
  enforcement: { law: '行政处罚法', article: '第五十八条', provision: 'CF1-27' },
  qualification: { law: '行政处罚法', article: '第五十八条第二款', provision: 'CF1-28' },
  contents: { law: '国办发〔2018〕118号', article: '（十三）', provision: 'S3-08' },
  document: { law: '国办发〔2018〕115号', article: '（三）至（七）', provision: 'GW-07' },
} satisfies Record<string, Basis>;

/** From 2018-01-01 whoever first takes up the review of penalty decisions must hold the legal-profession qualification. */
function qualificationAsked(on: LegalDate): boolean {
  return lawBook.inForce('CF0-06', on) || lawBook.inForce('CF1-28', on);
}

/** Which provision sets the days; the general law of enforcement sets none and leaves them to agreement. */
function periodOf(facts: fields.ReviewFacts, on: LegalDate): string | undefined {
  switch (facts.subjectKind) {
    case 'document':
      return lawBook.inForce('GW-06', on) ? 'GW-06' : undefined;
    case 'enforcement-decision':
      if (facts.marketRules && lawBook.inForce('SJ-04', on)) return 'SJ-04';
      return lawBook.inForce('S3-08', on) ? 'S3-08' : undefined;
    default:
      return undefined;
  }
}

const hasOwnDays = (rule: string | undefined) => rule === 'GW-06' || rule === 'SJ-04';

/** Rows C3 and E5: one service that reviews the legality of documents, decisions, contracts and enforcement decisions. */
export const legalityReview = defineProcedure<fields.ReviewFacts>({
  id: 'legality-review',
  version: 1,
  row: 'C3',
  name: '合法性审查（法制审核）',
  chapter: 'rules',
  about:
    '规范性文件、重大行政决策、行政合同和重大执法决定在作出之前，由不承办的人员审查合法性并留下意见和采纳情况。',
  basis: [bases.enforcement, bases.contents, bases.document],
  prefix: 'FH',
  stages: {
    submitted: { name: '材料核对' },
    supplement: { name: '补充材料' },
    reviewing: { name: '审核' },
    opinion: { name: '意见反馈' },
    closed: { name: '已办结', final: true },
    withdrawn: { name: '已撤回', final: true },
  },
  steps: {
    submit: step({
      name: '送审',
      from: [],
      to: ['submitted'],
      by: submitters,
      fields: fields.submit,
      gates: [
        gate<{ handlers: string[] }>({
          id: 'submitter-handles',
          holds: ({ input, actor }) => input.handlers.includes(actor.person),
          basis: bases.enforcement,
          say: '送审人是承办人员，请把本人列入承办人员，以便审核人员回避。',
        }),
      ],
      derive: ({ on }) => ({ submittedOn: on }),
    }),
    'request-materials': step({
      name: '退回补充材料',
      from: ['submitted'],
      to: ['supplement'],
      by: reviewers,
      anyUnit: true,
      fields: fields.requestMaterials,
    }),
    supplement: step({
      name: '补充材料',
      from: ['supplement'],
      to: ['submitted'],
      by: submitters,
      fields: fields.supplement,
      usual: true,
    }),
    accept: step({
      name: '材料完备，开始审核',
      from: ['submitted'],
      to: ['reviewing'],
      by: reviewers,
      anyUnit: true,
      fields: fields.accept,
      gates: [
        gate<{ reviewDays?: number }>({
          id: 'days-agreed',
          holds: ({ facts, input, on }) => {
            const rule = periodOf(facts, on);
            return rule === undefined || hasOwnDays(rule) || input.reviewDays !== undefined;
          },
          basis: bases.contents,
          say: '法律没有规定本类事项的审核期限，请填写本单位制度规定或者双方约定的审核期限。',
        }),
      ],
      clocks: [{ clock: 'review', do: 'start', when: ({ facts, on }) => periodOf(facts, on) !== undefined }],
      usual: true,
    }),
    extend: step({
      name: '延长审核期限',
      from: ['reviewing'],
      by: ['unit-head', 'legal-office-head'],
      anyUnit: ['legal-office-head'],
      fields: fields.extend,
      clocks: [
        {
          clock: 'review',
          do: 'extend',
          by: ({ input }) => ({ amount: input.days, unit: 'workday' }),
          reason: ({ input }) => input.extensionReason,
        },
      ],
    }),
    'give-opinion': step({
      name: '出具审核意见',
      from: ['reviewing'],
      to: ['opinion'],
      by: reviewers,
      anyUnit: true,
      fields: fields.giveOpinion,
      basis: bases.enforcement,
      gates: [
        gate({
          id: 'reviewer-not-handler',
          holds: ({ facts, actor }) => !facts.handlers?.includes(actor.person),
          basis: bases.enforcement,
          say: '您承办过这一事项，不能审核自己承办的事项，请由其他审核人员出具意见。',
          early: true,
        }),
        gate({
          id: 'reviewer-qualified',
          holds: ({ facts, actor, certificates, on }) =>
            facts.subjectKind !== 'enforcement-decision' ||
            !qualificationAsked(on) ||
            certificates.some(
              (certificate) =>
                certificate.person === actor.person &&
                certificate.kind === 'legality-review' &&
                certificateValidOn(certificate, on),
            ),
          basis: bases.qualification,
          say: '从事行政处罚决定法制审核的人员应当持有法制审核资格（通过国家统一法律职业资格考试，或者2018年前已从事审核），请由有资格的人员审核。',
          early: true,
        }),
        gate<{ checked?: string[] }>({
          id: 'all-aspects',
          holds: ({ facts, input }) =>
            facts.subjectKind !== 'enforcement-decision' ||
            input.checked?.length === Object.keys(fields.aspects).length,
          basis: bases.contents,
          say: '重大执法决定的审核应当逐项进行，主体、程序、事实证据、法律适用和裁量、权限、文书、是否涉嫌犯罪都要审核。',
        }),
      ],
      clocks: [{ clock: 'review', do: 'stop' }],
      documents: ['opinion'],
      usual: true,
    }),
    respond: step({
      name: '反馈采纳情况',
      from: ['opinion'],
      to: ['closed'],
      by: submitters,
      fields: fields.respond,
      gates: [
        gate<{ adopted: boolean; notAdoptedReasons?: string }>({
          id: 'reasons-given',
          holds: ({ input }) => input.adopted || !!input.notAdoptedReasons,
          basis: bases.contents,
          say: '没有采纳审核意见的，应当写明理由。',
        }),
      ],
      derive: ({ facts, input }) => ({
        passed: facts.opinion === 'agree' || (facts.opinion === 'amend' && input.adopted),
      }),
      outcome: ({ facts, input }) =>
        `${fields.opinions[facts.opinion!]}，${input.adopted ? '已采纳' : '未采纳'}`,
      usual: true,
    }),
    withdraw: step({
      name: '撤回送审',
      from: ['submitted', 'supplement', 'reviewing'],
      to: ['withdrawn'],
      by: submitters,
      fields: fields.withdraw,
      clocks: [{ clock: 'review', do: 'stop' }],
      derive: () => ({ passed: false }),
      outcome: '撤回送审',
    }),
  },
  clocks: {
    review: {
      name: '审核期限',
      rule: ({ facts, on }) => periodOf(facts, on) ?? 'S3-08',
      limit: ({ facts, input, on }) =>
        hasOwnDays(periodOf(facts, on)) || typeof input.reviewDays !== 'number'
          ? undefined
          : { amount: input.reviewDays, unit: 'workday' },
      main: true,
    },
  },
  rules: [
    {
      id: 'opinion-not-adopted',
      name: '审核意见未采纳',
      level: 'red',
      after: ['respond'],
      finds: ({ facts }) => facts.opinion === 'disagree' && facts.adopted === false,
      say: '审核意见为不同意而承办单位没有采纳，未经审核通过的不得作出决定，请核查。',
      basis: bases.enforcement,
    },
  ],
  documents,
  indicators,
  title: (facts) =>
    `${facts.subject ?? ''}（${facts.subjectKind ? fields.subjectKinds[facts.subjectKind] : ''}）`,
  search: ['subject'],
  columns: ['subjectKind', 'subject', 'opinion', 'adopted'],
  reports: ['submittedOn', 'opinion', 'adopted', 'passed'],
});
