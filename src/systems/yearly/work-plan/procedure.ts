import { addMonths } from '../../../kernel/dates.ts';
import { defineProcedure, type StepView, words } from '../../../kernel/procedure/declaration.ts';
import {
  assignmentsOf,
  type FixedPlan,
  fixedOf,
  keyOf,
  newAssignments,
  newUnits,
  sameAsNow,
} from './assignments.ts';
import * as fields from './fields.ts';
import { basis, ruleOfPublishing } from './law.ts';

const { step, gate } = words<fields.PlanFacts>();

type Fixing = StepView<fields.PlanFacts, FixedPlan>;
/** By which plan a task is known. */
const planOf = ({ matter }: Fixing) => ({
  year: (matter?.facts.year as number) ?? 0,
  paper: String(matter?.facts.paper ?? ''),
});
const before = ({ matter }: Fixing): FixedPlan => fixedOf(matter?.facts as fields.PlanFacts | undefined);

/** Each task has a day and somebody who answers for it. */
const everyTaskAssigned = gate<FixedPlan>({
  id: 'every-task-assigned',
  holds: ({ input }) =>
    input.tasks.every(({ code }) =>
      input.duties.some(({ task, role }) => task === code && role !== 'cooperating'),
    ),
  basis: basis.yearlyPlan,
  say: ({ input }) => {
    const bare = input.tasks.filter(
      ({ code }) => !input.duties.some(({ task, role }) => task === code && role !== 'cooperating'),
    );
    return `第${bare.map(({ number }) => number).join('、')}项任务没有牵头单位或者责任单位，请先确定。`;
  },
});

/** One task for each unit that leads or is responsible; one implementation plan for each unit named. */
const opensTasks = [
  {
    procedure: 'work-task',
    step: 'assign',
    link: 'task',
    each: (view: Fixing) => newAssignments(before(view), view.input, planOf(view)),
  },
  {
    procedure: 'implementation-plan',
    step: 'ask',
    link: 'implementation-plan',
    each: (view: Fixing) =>
      newUnits(before(view), view.input).map((unit) => ({
        unit,
        year: (view.matter?.facts.year as number) ?? 0,
        planTitle: String(view.matter?.facts.title ?? ''),
        due: addMonths(view.on, 1),
      })),
  },
];

/** Row A1: the yearly plan, from the draft to the tasks of the units; changed only by a new version. */
export const workPlan = defineProcedure<fields.PlanFacts>({
  id: 'work-plan',
  version: 1,
  row: 'A1',
  name: '年度工作要点',
  chapter: 'yearly',
  about: '部署年度法治政府建设重点工作：录入要点、审核、印发，分解任务到各单位，调整以新版本印发。',
  basis: [basis.yearlyPlan],
  prefix: 'YD',
  desk: { name: '年度要点', path: ({ paper }) => (paper ? `/plans/${paper}` : '/plans') },
  stages: {
    review: { name: '审核' },
    revising: { name: '退回修改' },
    issuing: { name: '待印发' },
    issued: { name: '执行中' },
    amending: { name: '调整审核' },
    ended: { name: '已结束', final: true },
  },
  steps: {
    draft: step({
      name: '送审',
      from: [],
      to: ['review'],
      by: ['legal-office'],
      fields: fields.draft,
      basis: basis.yearlyPlan,
    }),
    'give-back': step({
      name: '退回修改',
      from: ['review', 'issuing'],
      to: ['revising'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.giveBack,
    }),
    revise: step({
      name: '修改后送审',
      from: ['revising'],
      to: ['review'],
      by: ['legal-office'],
      fields: fields.revise,
      usual: true,
    }),
    review: step({
      name: '审核通过',
      from: ['review'],
      to: ['issuing'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.review,
      notBy: [
        {
          from: ['draft', 'revise'],
          basis: basis.yearlyPlan,
          say: '要点由您录入，应当由其他人员审核。',
        },
      ],
      usual: true,
    }),
    issue: step({
      name: '印发',
      from: ['issuing'],
      to: ['issued'],
      by: ['legal-office', 'legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.issue,
      basis: basis.yearlyPlan,
      gates: [
        gate<{ version?: number }>({
          id: 'version-reviewed',
          holds: ({ matter, input }) =>
            input.version === undefined || input.version === matter?.facts.version,
          basis: basis.yearlyPlan,
          say: '印发的版本与审核通过的版本不一致，请退回修改后重新送审。',
        }),
        everyTaskAssigned,
      ],
      derive: ({ on }) => ({ issuedOn: on }),
      opens: opensTasks,
      publishes: ['plan'],
      help: '印发后任务分解到各牵头、责任单位，各单位一个月内报送实施方案。',
      usual: true,
    }),
    propose: step({
      name: '提出调整',
      from: ['issued'],
      to: ['amending'],
      by: ['legal-office'],
      fields: fields.propose,
    }),
    drop: step({
      name: '不予调整',
      from: ['amending'],
      to: ['issued'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.drop,
    }),
    amend: step({
      name: '审核并印发调整',
      from: ['amending'],
      to: ['issued'],
      by: ['legal-office-head', 'region-head'],
      anyUnit: true,
      fields: fields.amend,
      basis: basis.yearlyPlan,
      notBy: [{ from: ['propose'], basis: basis.yearlyPlan, say: '调整由您提出，应当由其他人员审核印发。' }],
      gates: [
        gate<{ version?: number }>({
          id: 'version-proposed',
          holds: ({ facts, input }) => input.version === undefined || input.version === facts.proposedVersion,
          basis: basis.yearlyPlan,
          say: '印发的版本与提出调整的版本不一致，请不予调整后重新提出。',
        }),
        everyTaskAssigned,
      ],
      opens: opensTasks,
      steers: [
        {
          link: 'task',
          step: 'change',
          input: (view, child) => {
            const now = assignmentsOf(view.input as FixedPlan).get(
              keyOf(String(child.facts.task), child.unit),
            );
            if (now === undefined || sameAsNow(child, now)) return undefined;
            const { task: _, ...changed } = now;
            return { ...changed, changeReason: String(view.facts.amendReason ?? '') };
          },
        },
        {
          link: 'task',
          step: 'cancel',
          input: (view, child) =>
            assignmentsOf(view.input as FixedPlan).has(keyOf(String(child.facts.task), child.unit))
              ? undefined
              : { cancelReason: String(view.facts.amendReason ?? '') },
        },
      ],
      help: '调整后的任务随即变更、撤销或者新增；公开的要点请随后办理“更正公示”。',
      usual: true,
    }),
    end: step({
      name: '年度结束',
      from: ['issued'],
      to: ['ended'],
      by: ['legal-office-head'],
      anyUnit: true,
      fields: fields.end,
      gates: [
        gate({
          id: 'year-over',
          holds: ({ facts, on }) => on > `${facts.year}-12-31`,
          basis: basis.yearlyPlan,
          say: '年度还没有结束，任务仍在执行。',
          early: true,
        }),
      ],
      steers: [{ link: 'task', step: 'end', input: () => ({ endReason: '年度结束，任务没有销号。' }) }],
      outcome: '已结束',
    }),
  },
  publications: {
    plan: {
      name: '年度工作要点公开',
      channel: 'work-plan',
      rule: (_, on) => ruleOfPublishing(on),
      title: (facts) => facts.title ?? '',
      fields: [
        { title: '年度', value: (facts) => facts.year },
        { title: '发文字号', value: (facts) => facts.documentNumber },
        { title: '印发机关', value: (facts) => facts.issuer },
        { title: '印发日期', value: (facts) => facts.issuedOn },
        { title: '要点文稿编号', value: (facts) => facts.paper },
        { title: '版本', value: (facts) => facts.version },
        { title: '要点摘要', value: (facts) => facts.digest },
        { title: '任务数', value: (facts) => facts.tasks?.length },
      ],
      withheld: (facts) =>
        facts.confidential ? { reason: '内容不宜公开', basis: basis.yearlyPlan } : undefined,
    },
  },
  indicators: [
    {
      id: 'work-plan.issued',
      name: '印发年度工作要点',
      unit: '份',
      measure: 'flow',
      definition: '期间内印发的年度法治政府建设工作要点，按印发之日计，调整不另计。',
      counts: [{ on: ['issue'] }],
    },
    {
      id: 'work-plan.tasks',
      name: '部署工作任务',
      unit: '项',
      measure: 'flow',
      definition: '期间内印发的工作要点所列任务，按印发之日计，一项任务由几个单位承担的计一项。',
      counts: [{ on: ['issue'], value: ({ facts }) => facts.tasks?.length ?? 0 }],
    },
  ],
  title: (facts) => facts.title ?? '',
  search: ['title', 'documentNumber'],
  columns: ['year', 'version', 'documentNumber'],
});
