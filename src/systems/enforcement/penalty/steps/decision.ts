import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { type ExemptionGround, exemptionGrounds, kinds } from '../fields.ts';
import { aggravates, type PenaltyKind, takesMoreThanMoney } from '../kinds.ts';
import { basis, underMarketRules, underRevisedLaw } from '../law.ts';
import { majorBasis, majorReasons, reviewOpen, reviewPassed } from '../review.ts';
import { amountsFit, kindsOfTheLaw } from './investigation.ts';
import { gate, handlers, step, takenSince } from './words.ts';

interface Imposed {
  readonly kinds: PenaltyKind[];
  readonly fine?: number;
  readonly confiscation?: number;
  readonly approveOutside?: boolean;
  readonly carryOut?: string;
}

const decidingGates = [
  gate({
    id: 'legality-reviewed',
    holds: (view) => majorReasons(view).length === 0 || reviewPassed(view),
    basis: basis.review,
    say: (view) =>
      `本案属于重大执法决定（${majorReasons(view).join('；')}），应当先经法制审核通过，听证的在听证之后审核；${
        reviewOpen(view) ? '已经送审，请等待审核意见。' : '请先办理“送法制审核”。'
      }`,
    early: true,
  }),
  gate({
    id: 'collectively-discussed',
    holds: (view) =>
      (!view.facts.complex && !view.facts.majorRights && majorReasons(view).length === 0) ||
      takenSince(view, 'discuss', ['conclude', 'hold-hearing']),
    basis: basis.decision,
    say: '情节复杂或者重大违法行为的处罚，应当由负责人集体讨论决定，请先办理“集体讨论”。',
    early: true,
  }),
];

export const decision = {
  'submit-review': step({
    name: '送法制审核',
    from: ['conclusion', 'deliberation'],
    by: ['case-officer'],
    fields: z.object({ reviewMaterials: f.files('送审材料', { min: 1 }) }),
    basis: basis.review,
    gates: [
      gate({
        id: 'no-review-open',
        holds: (view) => !reviewOpen(view),
        basis: basis.review,
        say: '本案已经送法制审核，尚未办结，请等待审核意见。',
        early: true,
      }),
    ],
    opens: [
      {
        procedure: 'legality-review',
        step: 'submit',
        link: 'legality-review',
        input: (view) => ({
          subjectKind: 'enforcement-decision',
          subject: `${view.facts.violation}案行政处罚决定`,
          ...(majorBasis(view).length > 0 ? { majorGrounds: majorBasis(view) } : {}),
          marketRules: underMarketRules(view.facts, view.on),
          handlers: handlers(view),
          materials: view.input.reviewMaterials,
        }),
      },
    ],
  }),
  discuss: step({
    name: '集体讨论',
    from: ['deliberation'],
    by: ['unit-head'],
    fields: z.object({
      discussants: f.people('参加讨论的负责人', { min: 2 }),
      discussion: f.longText('讨论意见', { max: 3000 }),
      minutes: f.files('集体讨论笔录', { min: 1 }),
    }),
    basis: basis.decision,
  }),
  decide: step({
    name: '作出处罚决定',
    from: ['deliberation'],
    to: ['service'],
    by: ['unit-head'],
    fields: z.object({
      decisionNumber: f.text('决定书文号', { max: 60 }),
      kinds,
      fine: f.money('罚款').optional(),
      confiscation: f.money('没收违法所得、非法财物（能够确定的金额）').optional(),
      content: f.longText('处罚内容', { help: '将依法公示，不写个人信息' }),
      approveOutside: f.flag('批准不适用裁量基准').optional(),
      reviewBody: f.text('行政复议机关'),
      court: f.text('行政诉讼管辖法院'),
      bank: f.text('缴款银行或者电子支付方式').optional(),
      carryOut: f
        .longText('其他处罚的履行方式和期限', { max: 500, help: '没收、停业、吊销等处罚填写，写入决定书' })
        .optional(),
      validUntil: f.date('处罚有效期').optional(),
    }),
    basis: basis.decision,
    proposes: ({ facts }) => ({
      kinds: facts.proposedKinds ?? [],
      ...(facts.proposedFine ? { fine: facts.proposedFine } : {}),
      ...(facts.proposedConfiscation ? { confiscation: facts.proposedConfiscation } : {}),
    }),
    notBy: [
      {
        from: ['propose-filing', 'gather', 'conclude'],
        basis: basis.decision,
        say: '本案的调查人员不能作出处罚决定，请由未参与调查的负责人决定。',
      },
    ],
    gates: [
      ...decidingGates,
      kindsOfTheLaw((input) => input.kinds ?? []),
      gate<Imposed>({
        id: 'amounts-fit-kinds',
        holds: ({ input }) => amountsFit(input.kinds, input.fine, input.confiscation),
        basis: basis.decision,
        say: '处罚种类与金额不一致：有罚款的应填写罚款金额，没有没收的不应填写没收金额。',
      }),
      gate<Imposed>({
        id: 'carrying-out-told',
        holds: ({ input }) => !takesMoreThanMoney(input.kinds) || input.carryOut !== undefined,
        basis: basis.contents,
        say: '处罚决定书应当载明履行方式和期限，罚款以外还有没收、停业、吊销等处罚的，请填写“其他处罚的履行方式和期限”。',
      }),
      gate<Imposed>({
        id: 'no-aggravation',
        holds: ({ facts, input }) =>
          (input.fine ?? 0) <= facts.proposedFine! &&
          (input.confiscation ?? 0) <= facts.proposedConfiscation! &&
          !aggravates(facts.proposedKinds!, input.kinds),
        basis: basis.defence,
        say: '处罚重于事先告知的内容，或者含有没有告知的种类。不得因陈述申辩加重处罚；有新的事实的，请先补充调查并重新告知。',
      }),
      gate<Imposed>({
        id: 'outside-approved',
        holds: ({ facts, input }) => facts.outsideBenchmark !== true || input.approveOutside === true,
        basis: basis.benchmark,
        say: '拟处罚不在裁量基准的幅度内，负责人应当明示批准不适用裁量基准，或者退回补充调查。',
      }),
    ],
    clocks: [
      { clock: 'decision', do: 'stop' },
      { clock: 'service', do: 'start' },
    ],
    derive: (view) => ({
      decidedOn: view.on,
      fine: view.input.fine ?? 0,
      confiscation: view.input.confiscation ?? 0,
      major: majorBasis(view).length > 0,
      reviewed: reviewPassed(view),
    }),
    claims: [{ kind: 'penalty-decision-number', field: 'decisionNumber', say: '该决定书文号已被使用。' }],
    publishes: ['decision'],
    documents: ['decision'],
    usual: true,
  }),
  'decide-no-penalty': step({
    name: '决定不予处罚',
    from: ['conclusion', 'deliberation'],
    to: ['service'],
    by: ['unit-head'],
    fields: z.object({
      exemptionNumber: f.text('不予处罚决定书文号', { max: 60 }),
      exemptionGround: f.choice('不予处罚的情形', exemptionGrounds),
      exemptionReasons: f.longText('理由', { max: 2000 }),
      exemptedAmount: f.money('免予罚款的金额', { help: '按裁量基准本应处以的罚款' }).optional(),
      educated: f.flag('已对当事人进行教育'),
      reviewBody: f.text('行政复议机关'),
      court: f.text('行政诉讼管辖法院'),
    }),
    basis: basis.exemption,
    gates: [
      gate<{ exemptionGround: ExemptionGround }>({
        id: 'ground-of-the-law',
        holds: ({ input, on }) =>
          underRevisedLaw(on) || !['first-offence', 'no-fault'].includes(input.exemptionGround),
        basis: basis.exemption,
        say: '“首违不罚”和“没有主观过错”自2021年7月15日起才是法定的不予处罚情形，请按当时的法律处理。',
      }),
      gate<{ exemptionGround: ExemptionGround }>({
        id: 'corrected-in-time',
        holds: ({ facts, input }) =>
          !['minor-violation', 'first-offence'].includes(input.exemptionGround) || facts.corrected === true,
        basis: basis.exemption,
        say: '轻微不罚、首违不罚都以及时改正为条件，本案没有登记当事人已经改正。',
      }),
      gate<{ exemptionGround: ExemptionGround; educated: boolean }>({
        id: 'educated',
        holds: ({ input }) => input.exemptionGround === 'not-established' || input.educated,
        basis: basis.exemption,
        say: '依法不予行政处罚的，应当对当事人进行教育，请完成教育后再决定。',
      }),
    ],
    clocks: [
      { clock: 'decision', do: 'stop' },
      { clock: 'service', do: 'start' },
    ],
    derive: ({ on }) => ({ decidedOn: on, kinds: [], fine: 0, confiscation: 0 }),
    claims: [{ kind: 'penalty-decision-number', field: 'exemptionNumber', say: '该决定书文号已被使用。' }],
    documents: ['no-penalty-decision'],
  }),
  'reopen-investigation': step({
    name: '退回补充调查',
    from: ['conclusion', 'notice', 'deliberation'],
    to: ['investigation'],
    by: ['unit-head'],
    fields: z.object({ reopenReason: f.longText('需要查清的事实', { max: 1000 }) }),
    basis: basis.decision,
    clocks: [
      { clock: 'defence', do: 'stop' },
      { clock: 'hearing-request', do: 'stop' },
    ],
  }),
};
