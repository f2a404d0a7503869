import type { z } from 'zod';
import type { LegalDate } from '../../../kernel/dates.ts';
import { defineProcedure, type StepView, words } from '../../../kernel/procedure/declaration.ts';
import * as fields from './fields.ts';
import * as gates from './gates.ts';
import { basis, notOwnUnit } from './gates.ts';

const { step, gate } = words<fields.UnitAssessmentFacts>();
type Replying = StepView<fields.UnitAssessmentFacts, z.infer<typeof fields.reply>>;

/** Who may be asked to verify and to give points: each for other units than his own. */
const reviewers = ['legal-office', 'legal-office-head', 'supervisor', 'legal-reviewer'] as const;
const twoPersons = {
  basis,
  say: '两次评议应当由不同的人员独立进行，您已经评过这个单位。',
};

const notYet = (id: string, given: 'firstDigest' | 'secondDigest' | 'thirdDigest') =>
  gate({
    id,
    holds: ({ facts }) => facts[given] === undefined,
    basis,
    say: '这一轮评议已经有人提交，评分提交后不能更改。',
    early: true,
  });
const judgedItems = gate({
  id: 'judged-items',
  holds: ({ facts }) => gates.judgedAt(facts),
  basis,
  say: '方案对这类单位没有评议指标，不需要评议。',
  early: true,
});

/** Who answers appeals, all at once or some of them: nobody who verified or gave points. */
const replying = {
  from: ['appealed'],
  by: ['legal-office-head', 'region-head'],
  anyUnit: true,
  fields: fields.reply,
  notBy: [
    {
      from: ['verify', 'judge-first', 'judge-second', 'judge-third'],
      basis,
      say: '您参加过这个单位的核验或者评议，申诉应当由其他人员答复。',
    },
  ],
  /** What is answered leaves the open appeals, with its ground beside the answer. */
  derive: ({ facts, input, on }: Replying) => {
    const given = new Map(input.replies.map((entry) => [entry.code, entry]));
    const open = facts.appeals ?? [];
    return {
      appeals: open.filter(({ code }) => !given.has(code)) as never,
      answered: [
        ...(facts.answered ?? []),
        ...input.replies.map((entry) => ({
          ...entry,
          ground: open.find(({ code }) => code === entry.code)?.ground ?? '',
          on,
        })),
      ] as never,
    };
  },
} as const;

/** Row A3 for one unit: scored from the record, told, appealed item by item, concluded with grade and place. */
export const unitAssessment = defineProcedure<fields.UnitAssessmentFacts>({
  id: 'unit-assessment',
  version: 1,
  row: 'A3',
  name: '单位考核',
  chapter: 'yearly',
  about:
    '一个单位一个年度的法治政府建设考核：自动计分、材料核验、双人评议、告知、申诉、确定等次。由考核方案印发时自动建立。',
  basis: [basis],
  prefix: 'DWKH',
  onlyAsChild: true,
  stages: {
    scoring: { name: '计分' },
    told: { name: '已告知' },
    appealed: { name: '申诉办理' },
    concluded: { name: '已确定', final: true },
    voided: { name: '已作废', final: true },
  },
  steps: {
    open: step({
      name: '列入考核',
      from: [],
      to: ['scoring'],
      by: ['legal-office-head', 'region-head'],
      fields: fields.open,
      unitOf: ({ input }) => input.ofUnit,
    }),
    explain: step({
      name: '补充说明和材料',
      from: ['scoring'],
      by: ['liaison', 'unit-head'],
      fields: fields.explain,
      gates: [gates.gapsOnly],
      derive: ({ facts, input, on }) => ({
        explanations: [...(facts.explanations ?? []), { ...input, on }] as never,
      }),
      help: '系统按台账计分的指标不需要材料；没有台账可查的，在这里补充。',
    }),
    verify: step({
      name: '核验材料',
      from: ['scoring', 'appealed'],
      by: ['legal-office', 'supervisor', 'legal-reviewer'],
      anyUnit: true,
      fields: fields.verify,
      gates: [notOwnUnit, gates.findsGaps],
      derive: ({ facts, input }) => {
        const renewed = new Set(input.findings.map(({ code }) => code));
        return {
          verified: [
            ...(facts.verified ?? []).filter(({ code }) => !renewed.has(code)),
            ...input.findings,
          ] as never,
        };
      },
    }),
    score: step({
      name: '计分',
      from: ['scoring', 'appealed'],
      by: ['legal-office', 'supervisor', 'legal-reviewer'],
      anyUnit: true,
      fields: fields.score,
      help: '得分由系统按封存的台账计算，不能填写。',
    }),
    'judge-first': step({
      name: '提交评议（第一人）',
      from: ['scoring'],
      by: reviewers,
      anyUnit: true,
      fields: fields.judgeFirst,
      gates: [judgedItems, notOwnUnit, notYet('first-open', 'firstDigest')],
    }),
    'judge-second': step({
      name: '提交评议（第二人）',
      from: ['scoring'],
      by: reviewers,
      anyUnit: true,
      fields: fields.judgeSecond,
      notBy: [{ from: ['judge-first'], ...twoPersons }],
      gates: [
        notOwnUnit,
        gate({
          id: 'after-first',
          holds: ({ facts }) => facts.firstDigest !== undefined,
          basis,
          say: '还没有第一人的评议。',
          early: true,
        }),
        notYet('second-open', 'secondDigest'),
      ],
    }),
    'judge-third': step({
      name: '提交评议（第三人）',
      from: ['scoring'],
      by: reviewers,
      anyUnit: true,
      fields: fields.judgeThird,
      notBy: [{ from: ['judge-first', 'judge-second'], ...twoPersons }],
      gates: [
        notOwnUnit,
        gate({
          id: 'third-needed',
          holds: ({ facts }) => (facts.apart ?? []).length > 0,
          basis,
          say: '两名评议人员的评分没有超过方案规定的差距，不需要第三人评议。',
          early: true,
        }),
        notYet('third-open', 'thirdDigest'),
      ],
    }),
    'open-marks': step({
      name: '启封评议',
      from: ['scoring'],
      by: ['legal-office', 'legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.openMarks,
      gates: [
        gate({
          id: 'both-given',
          holds: ({ facts }) => facts.secondDigest !== undefined,
          basis,
          say: '两名评议人员都提交后才能启封。',
          early: true,
        }),
        gates.thirdGiven,
        gates.marksFit,
      ],
    }),
    tell: step({
      name: '告知得分',
      aside: true,
      from: ['scoring'],
      to: ['told'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.tell,
      gates: [gates.everythingScored],
      clocks: [{ clock: 'appeal', do: 'start' }],
    }),
    appeal: step({
      name: '提出申诉',
      from: ['told', 'appealed'],
      to: ['appealed'],
      by: ['unit-head', 'liaison'],
      fields: fields.appeal,
      gates: [gates.appealInTime, gates.appealsItems],
      derive: ({ facts, input, on }) => ({
        appeals: [...(facts.appeals ?? []), ...input.appeals.map((entry) => ({ ...entry, on }))] as never,
      }),
    }),
    reply: step({
      name: '答复申诉',
      to: ['told'],
      ...replying,
      gates: [notOwnUnit, gates.answersAll, gates.upheldWithPoints],
      usual: true,
    }),
    'reply-some': step({
      name: '答复部分申诉',
      aside: true,
      ...replying,
      gates: [notOwnUnit, gates.answersSome, gates.upheldWithPoints],
    }),
    void: step({
      name: '方案撤销',
      aside: true,
      from: ['scoring'],
      to: ['voided'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.voided,
      gates: [gates.notBegun],
      outcome: '方案撤销，考核作废',
    }),
    conclude: step({
      name: '确定结果',
      aside: true,
      from: ['told'],
      to: ['concluded'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.conclude,
      gates: [gates.appealsOver],
      clocks: [{ clock: 'appeal', do: 'stop' }],
      outcome: ({ input }) => `${input.grade}，${input.score}分，第${input.rank}名（同类${input.of}个单位）`,
    }),
  },
  clocks: {
    appeal: {
      name: '申诉期限',
      rule: 'DC-10',
      set: ({ input }) => input.appealUntil as LegalDate,
      main: true,
      bindsApplicant: true,
    },
  },
  indicators: [
    {
      id: 'unit-assessment.concluded',
      name: '完成年度考核的单位',
      unit: '个',
      measure: 'flow',
      definition: '期间内确定法治政府建设年度考核结果的单位，按确定之日计。',
      counts: [{ on: ['conclude'] }],
    },
    {
      id: 'unit-assessment.appealed-items',
      name: '考核申诉',
      unit: '项',
      measure: 'flow',
      definition: '期间内答复的考核申诉，按答复之日和结果计，一项指标计一项。',
      kinds: { upheld: '成立', rejected: '不成立' },
      counts: [
        {
          on: ['reply', 'reply-some'],
          each: ({ event }) => {
            const { replies = [] } = (event.data as { input: { replies?: { upheld: boolean }[] } }).input;
            const upheld = replies.filter((entry) => entry.upheld).length;
            return [
              { kind: 'upheld', value: upheld },
              { kind: 'rejected', value: replies.length - upheld },
            ];
          },
        },
      ],
    },
  ],
  desk: {
    name: '考核',
    path: ({ year, ofUnit }) =>
      year && ofUnit ? `/assessments?year=${year}&unit=${ofUnit}` : '/assessments',
  },
  title: ({ unitName = '', year = '' }) => `${unitName}${year}年度法治政府建设考核`,
  columns: ['year', 'ofUnit', 'score', 'grade', 'rank'],
  reports: ['ofUnit', 'score', 'grade'],
});
