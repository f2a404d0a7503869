import { z } from 'zod';
import { f } from '../../../../kernel/procedure/fields.ts';
import { withinTier } from '../amounts.ts';
import { kinds, officers } from '../fields.ts';
import { kindNames, type PenaltyKind, unknownToFormerLaw } from '../kinds.ts';
import { basis, underMarketRules, underRevisedLaw } from '../law.ts';
import { gate, open, paused, step, type View } from './words.ts';

const present = f.people('在场执法人员', { help: '不少于两人，应主动出示执法证件' });
const twoOfficers = { min: 2, certificate: 'enforcement', basis: basis.officers } as const;

/** Kinds that art. 9 did not know yet cannot be imposed under the old text. */
export const kindsOfTheLaw = (
  of: (input: { proposedKinds?: PenaltyKind[]; kinds?: PenaltyKind[] }) => PenaltyKind[],
) =>
  gate<{ proposedKinds?: PenaltyKind[]; kinds?: PenaltyKind[] }>({
    id: 'kinds-of-the-law',
    holds: ({ input, on }) => underRevisedLaw(on) || unknownToFormerLaw(of(input)).length === 0,
    basis: basis.kinds,
    say: ({ input }) =>
      `${kindNames(unknownToFormerLaw(of(input)))}在2021年7月15日前不是法定的处罚种类，请改选当时法律规定的种类。`,
  });

/** Amounts stand exactly where their kind of penalty is imposed. */
export function amountsFit(imposed: readonly PenaltyKind[], fine = 0, confiscation = 0): boolean {
  return fine > 0 === imposed.includes('fine') && (confiscation === 0 || imposed.includes('confiscation'));
}

/** Whether a test was commissioned whose result has not come yet. */
function testsOutstanding({ matter }: View): boolean {
  const times = (step: string) => matter?.taken.filter((entry) => entry.step === step).length ?? 0;
  return times('commission-test') > times('receive-test-result');
}

export const investigation = {
  gather: step({
    name: '调查取证',
    from: ['investigation'],
    by: ['case-officer'],
    fields: z.object({
      evidenceKind: f.choice('取证方式', {
        inspection: '现场检查',
        interview: '询问',
        survey: '勘验',
        sampling: '抽样取证',
        'document-request': '调取书证、电子数据',
      }),
      present,
      identityShown: f.flag('已出示执法证件并告知权利'),
      records: f.files('笔录、照片、音视频', { min: 1 }),
    }),
    basis: basis.officers,
    officers: { field: 'present', ...twoOfficers, actorAmong: true },
    proposes: ({ facts }) => ({ present: facts.officers ?? [] }),
    gates: [
      gate<{ identityShown: boolean }>({
        id: 'identity-shown',
        holds: ({ input }) => input.identityShown,
        basis: { law: '行政处罚法', article: '第五十五条', provision: 'CF1-24' },
        say: '没有出示执法证件的，当事人有权拒绝接受调查，所取笔录不能登记；请出示证件后重新取证。',
      }),
    ],
    usual: true,
  }),
  preserve: step({
    name: '批准先行登记保存',
    from: ['investigation'],
    by: ['unit-head'],
    fields: z.object({
      present,
      preservedItems: f.longText('登记保存的证据', { max: 1000 }),
      inventory: f.files('登记保存清单', { min: 1 }),
    }),
    basis: basis.preservation,
    officers: { field: 'present', ...twoOfficers },
    clocks: [{ clock: 'preservation', do: 'start' }],
    documents: ['preservation-notice'],
  }),
  'dispose-preserved': step({
    name: '处理登记保存的证据',
    from: ['investigation'],
    by: ['unit-head'],
    fields: z.object({
      disposition: f.choice('处理决定', {
        returned: '返还',
        examined: '送交检验鉴定',
        seized: '转为查封、扣押',
        confiscated: '依法没收',
        transferred: '移送',
      }),
    }),
    basis: basis.preservation,
    gates: [
      gate({
        id: 'something-preserved',
        holds: (view) => open(view, 'preservation'),
        basis: basis.preservation,
        say: '本案没有等待处理的登记保存证据。',
        early: true,
      }),
    ],
    clocks: [{ clock: 'preservation', do: 'stop' }],
  }),
  'commission-test': step({
    name: '委托检验检测检疫鉴定',
    from: ['investigation'],
    by: ['case-officer'],
    fields: z.object({
      laboratory: f.text('受托机构'),
      testSubject: f.text('委托事项'),
    }),
    clocks: [
      {
        clock: 'decision',
        do: 'pause',
        when: ({ facts, on }) => underMarketRules(facts, on),
        reason: '检验、检测、检疫、鉴定期间不计入办案期限',
        basis: basis.marketTerm,
      },
    ],
  }),
  'receive-test-result': step({
    name: '收到检验检测检疫鉴定结论',
    from: ['investigation'],
    by: ['case-officer'],
    fields: z.object({ testReport: f.files('检验检测检疫鉴定报告', { min: 1 }) }),
    gates: [
      gate({
        id: 'test-commissioned',
        holds: testsOutstanding,
        basis: basis.term,
        say: '本案没有等待结论的检验、检测、检疫、鉴定，请先登记委托。',
        early: true,
      }),
    ],
    clocks: [{ clock: 'decision', do: 'resume', when: (view) => paused(view, 'decision') }],
  }),
  'replace-officers': step({
    name: '决定回避、更换承办人员',
    from: ['investigation', 'conclusion', 'notice'],
    by: ['unit-head'],
    fields: z.object({ officers, recusalReason: f.longText('理由', { max: 500 }) }),
    basis: basis.recusal,
    officers: { field: 'officers', ...twoOfficers },
  }),
  'extend-decision': step({
    name: '延长办案期限',
    from: ['investigation', 'conclusion', 'notice', 'deliberation'],
    by: ['unit-head'],
    fields: z.object({
      days: f.integer('延长', { min: 1, max: 180, unit: '日' }),
      extensionReason: f.longText('理由', { max: 500 }),
      collective: f.people('集体讨论的负责人', { min: 2 }).optional(),
    }),
    basis: basis.term,
    gates: [
      gate({
        id: 'decision-is-limited',
        holds: ({ matter }) => matter?.clocks.decision !== undefined,
        basis: basis.term,
        say: '立案之日的法律没有规定本案的办案期限，无须延长。',
        early: true,
      }),
      gate<{ collective?: string[] }>({
        id: 'second-extension-collective',
        holds: ({ matter, input }) =>
          (matter?.clocks.decision?.extensions.length ?? 0) === 0 || input.collective !== undefined,
        basis: basis.marketTerm,
        say: '再次延长办案期限应当由负责人集体讨论决定，请填写集体讨论的负责人。',
      }),
    ],
    clocks: [
      {
        clock: 'decision',
        do: 'extend',
        by: ({ input }) => ({ amount: input.days, unit: 'day' }),
        reason: ({ input }) => input.extensionReason,
      },
    ],
  }),
  conclude: step({
    name: '调查终结',
    from: ['investigation'],
    to: ['conclusion'],
    by: ['case-officer'],
    fields: z.object({
      officers,
      findings: f.longText('违法事实', { help: '将依法公示，不写姓名、证件号码等个人信息' }),
      legalBasis: f.text('处罚依据', { max: 1000 }),
      proposedKinds: kinds,
      proposedFine: f.money('拟罚款').optional(),
      proposedConfiscation: f.money('拟没收违法所得、非法财物（能够确定的金额）').optional(),
      benchmark: f
        .listItem('裁量基准', 'discretion-benchmarks', {
          offers: { about: { by: 'power', field: 'power' } },
          help: '本案处罚事项现行的裁量基准',
        })
        .optional(),
      tier: f.rowOf('裁量阶次', { field: 'benchmark', rows: 'tiers', key: 'code', shows: 'name' }).optional(),
      outsideReason: f.longText('不适用裁量基准的理由', { max: 1000 }).optional(),
      corrected: f.flag('当事人已经改正').optional(),
      publicInterest: f.flag('涉及重大公共利益').optional(),
      majorRights: f.flag('直接关系当事人或者第三人重大权益').optional(),
      complex: f.flag('案件情况疑难复杂、涉及多个法律关系').optional(),
      evidenceText: f.longText('证据', {
        max: 3000,
        help: '逐项写明证据及其证明的事实，写入处罚决定书，不写个人信息',
      }),
      evidenceList: f.files('证据目录', { min: 1 }),
    }),
    basis: basis.decision,
    officers: { field: 'officers', ...twoOfficers, actorAmong: true },
    pins: { benchmark: { list: 'discretion-benchmarks', field: 'benchmark' } },
    gates: [
      gate({
        id: 'preserved-disposed',
        holds: (view) => !open(view, 'preservation'),
        basis: basis.preservation,
        say: '先行登记保存的证据还没有处理，请先办理“处理登记保存的证据”。',
        early: true,
      }),
      gate({
        id: 'tests-received',
        holds: (view) => !paused(view, 'decision'),
        basis: basis.term,
        say: '委托的检验检测检疫鉴定还没有结论，办案期限正在中止，请先登记结论。',
        early: true,
      }),
      kindsOfTheLaw((input) => input.proposedKinds ?? []),
      gate<{ proposedKinds: PenaltyKind[]; proposedFine?: number; proposedConfiscation?: number }>({
        id: 'proposal-complete',
        holds: ({ input }) => amountsFit(input.proposedKinds, input.proposedFine, input.proposedConfiscation),
        basis: basis.notice,
        say: '拟处罚种类与金额不一致：有罚款的应填写罚款金额，没有没收的不应填写没收金额。',
      }),
      gate<{ proposedFine?: number; tier?: string; outsideReason?: string }>({
        id: 'benchmark-reasons',
        holds: ({ input, pins }) =>
          !pins.benchmark ||
          withinTier(pins.benchmark, input.tier, input.proposedFine ?? 0) ||
          !!input.outsideReason,
        basis: basis.benchmark,
        say: ({ input }) =>
          `${input.tier ? '拟罚款不在所选裁量阶次的幅度内。请按裁量基准调整' : '选了裁量基准，没有选裁量阶次。请选择阶次'}，确需不适用的写明理由，由负责人在决定时批准。`,
      }),
      gate({
        id: 'benchmark-of-power',
        holds: ({ facts, pins }) => !pins.benchmark || pins.benchmark.power === facts.power,
        basis: basis.benchmark,
        say: '所选裁量基准不是本案处罚事项的基准，请重新选择。',
      }),
    ],
    derive: ({ facts, input, pins }) => {
      const fine = input.proposedFine ?? 0;
      return {
        proposedFine: fine,
        proposedConfiscation: input.proposedConfiscation ?? 0,
        firstProposedFine: facts.firstProposedFine ?? fine,
        outsideBenchmark: pins.benchmark !== undefined && !withinTier(pins.benchmark, input.tier, fine),
        noticeWaived: false,
        defenceHeard: false,
        defenceReviewed: false,
        hearingOffered: false,
      };
    },
    usual: true,
  }),
};
