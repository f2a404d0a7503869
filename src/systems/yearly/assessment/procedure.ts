import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import type { UnitAssessmentFacts } from '../unit-assessment/fields.ts';
import { basis } from '../unit-assessment/gates.ts';
import { ruleOfPublishing } from '../work-plan/law.ts';
import * as fields from './fields.ts';
import { resultShown } from './public-result.ts';

const { step, gate } = words<fields.AssessmentFacts>();

const CHILD = 'unit-assessment';

interface Answers {
  readonly answers?: readonly ({ readonly unit: string; readonly code: string } & JsonObject)[];
}

/** The answers to one unit's appeals, where as many are left open after them as the step is for. */
function repliesTo(
  { answers = [] }: Answers,
  child: MatterState,
  fits: (left: number) => boolean,
): JsonObject | undefined {
  const own = answers.filter(({ unit }) => unit === child.unit);
  if (own.length === 0) return undefined;
  const open = (child.facts as UnitAssessmentFacts).appeals ?? [];
  const left = open.filter(({ code }) => !own.some((given) => given.code === code)).length;
  return fits(left) ? { replies: own.map(({ unit: _, ...reply }) => reply) } : undefined;
}

/** Row A3: the yearly assessment of law-based government, from its scheme to the result and its use. */
export const assessment = defineProcedure<fields.AssessmentFacts>({
  id: 'assessment',
  version: 1,
  row: 'A3',
  name: '法治政府建设考核',
  chapter: 'yearly',
  about:
    '按印发的方案考核各单位：自动计分、核验和评议、告知、申诉、确定结果和等次、结果运用。从“考核”页面编制方案开始。',
  basis: [basis],
  prefix: 'KH',
  stages: {
    approving: { name: '方案审定' },
    revising: { name: '退回修改' },
    scoring: { name: '计分' },
    told: { name: '告知和申诉' },
    decided: { name: '结果运用' },
    closed: { name: '已归档', final: true },
    voided: { name: '已作废', final: true },
  },
  steps: {
    submit: step({
      name: '方案送审',
      from: [],
      to: ['approving'],
      by: ['legal-office'],
      fields: fields.submit,
    }),
    'send-back': step({
      name: '退回修改',
      from: ['approving'],
      to: ['revising'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.sendBack,
    }),
    resubmit: step({
      name: '修改后送审',
      from: ['revising'],
      to: ['approving'],
      by: ['legal-office'],
      fields: fields.resubmit,
      usual: true,
    }),
    issue: step({
      name: '印发方案',
      from: ['approving'],
      to: ['scoring'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.issue,
      notBy: [{ from: ['submit', 'resubmit'], basis, say: '方案由您起草送审，应当由其他人员审定印发。' }],
      gates: [
        gate<{ version?: number; digest?: string }>({
          id: 'version-submitted',
          holds: ({ facts, input }) =>
            input.version === undefined || (input.version === facts.version && input.digest === facts.digest),
          basis,
          say: '印发的版本与送审的版本不一致，请先将最新版本送审。',
        }),
        gate<{ publicity?: string; publicityDecision?: string }>({
          id: 'publicity-decided',
          holds: ({ input }) =>
            (input.publicity ?? 'none') === 'none' || input.publicityDecision !== undefined,
          basis,
          say: '公开考核结果要有决定：请在方案中填写公开决定的文号，或者改为不公开。',
        }),
      ],
      derive: ({ on }) => ({ issuedOn: on }),
      opens: [
        {
          procedure: CHILD,
          step: 'open',
          link: CHILD,
          each: ({ facts, input }) =>
            input.units.map(({ unit, unitName, unitClass }) => ({
              year: facts.year!,
              ofUnit: unit,
              ...(unitName === undefined ? {} : { unitName }),
              unitClass,
              gaps: input.gaps
                .filter((entry) => entry.unitClass === unitClass)
                .map(({ code, kind }) => ({ code, kind })),
            })),
        },
      ],
      usual: true,
    }),
    void: step({
      name: '撤销方案',
      aside: true,
      from: ['scoring'],
      to: ['voided'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.voided,
      steers: [{ link: CHILD, step: 'void', input: ({ input }) => ({ voidReason: input.voidReason }) }],
      help: '只在考核开始前：各单位的考核一并作废，方案修改后可以重新送审印发。',
      outcome: '方案撤销，各单位的考核作废',
    }),
    tell: step({
      name: '告知各单位得分',
      from: ['scoring'],
      to: ['told'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.tell,
      gates: [
        gate<{ appealUntil?: string }>({
          id: 'appeal-later',
          holds: ({ input, on }) => input.appealUntil === undefined || input.appealUntil > on,
          basis,
          say: '申诉截止日应当晚于今天，给单位留出核对和申诉的时间。',
        }),
      ],
      steers: [{ link: CHILD, step: 'tell', input: ({ input }) => ({ appealUntil: input.appealUntil }) }],
      help: '告知后，各单位可以逐项看到得分和理由，在截止日前提出申诉。',
      usual: true,
    }),
    reply: step({
      name: '成批答复申诉',
      aside: true,
      from: ['told'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.reply,
      gates: [
        gate<Answers>({
          id: 'answers-units',
          holds: ({ facts, input }) =>
            (input.answers ?? []).every(({ unit }) => (facts.units ?? []).some((own) => own.unit === unit)),
          basis,
          say: '答复中有不在本次考核中的单位，请重新选择申诉。',
        }),
      ],
      // A unit whose appeals are all answered is told again; one that waits for more stays where it is.
      steers: [
        {
          link: CHILD,
          step: 'reply',
          input: ({ input }, child) => repliesTo(input, child, (left) => left === 0),
        },
        {
          link: CHILD,
          step: 'reply-some',
          input: ({ input }, child) => repliesTo(input, child, (left) => left > 0),
        },
      ],
    }),
    conclude: step({
      name: '确定考核结果',
      from: ['told'],
      to: ['decided'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.conclude,
      steers: [
        {
          link: CHILD,
          step: 'conclude',
          input: ({ input }, child) => {
            const own = input.results.find(({ unit }) => unit === child.unit);
            return (
              own && { score: own.score, bonus: own.bonus, grade: own.grade, rank: own.rank, of: own.of }
            );
          },
        },
      ],
      gates: [
        gate<{ results?: readonly { unit: string }[] }>({
          id: 'a-result-each',
          holds: ({ facts, input }) =>
            input.results === undefined ||
            (facts.units ?? []).every(({ unit }) => input.results!.some((result) => result.unit === unit)),
          basis,
          say: '有的单位没有结果，请在考核页面重新汇总。',
        }),
      ],
      publishes: ['result'],
      help: '得分、名次和等次由系统按计分、评议和申诉结果汇总。',
      usual: true,
    }),
    use: step({
      name: '登记结果运用',
      from: ['decided'],
      by: ['legal-office', 'legal-office-head'],
      fields: fields.use,
      usual: true,
    }),
    close: step({
      name: '归档',
      from: ['decided'],
      to: ['closed'],
      by: ['legal-office', 'legal-office-head'],
      fields: fields.close,
      gates: [
        gate({
          id: 'used',
          holds: ({ facts }) => (facts.uses ?? []).length > 0,
          basis,
          say: '还没有登记结果运用，请先登记考核结果报送和运用的情况。',
          early: true,
        }),
      ],
      outcome: ({ facts }) => `已确定${(facts.results ?? []).length}个单位的考核结果并运用`,
    }),
  },
  publications: {
    result: {
      name: '法治政府建设考核结果',
      channel: 'assessment-results',
      rule: (_, on) => ruleOfPublishing(on),
      title: ({ year = '' }) => `${year}年度法治政府建设考核结果`,
      fields: [
        { title: '考核年度', value: ({ year }) => (year === undefined ? undefined : `${year}年`) },
        { title: '公开依据', value: ({ publicityDecision }) => publicityDecision },
        { title: '考核结果', value: resultShown },
      ],
      withheld: ({ publicity = 'none' }) =>
        publicity === 'none' ? { reason: '方案没有决定公开结果，只通知被考核单位', basis } : undefined,
    },
  },
  desk: {
    name: '考核',
    path: ({ paper }) => (paper ? `/assessment-schemes/${paper}` : '/assessments'),
  },
  title: (facts) => facts.title ?? '',
  search: ['title'],
  columns: ['year', 'version', 'issuedOn', 'appealUntil'],
});
