import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { notYetReminded } from '../following.ts';
import { basis, ruleOfPlan } from '../work-plan/law.ts';
import * as fields from './fields.ts';

const { step, gate } = words<fields.TaskFacts>();
const office = ['legal-office', 'legal-office-head'] as const;
const unit = ['liaison', 'unit-head'] as const;

/** Row A2: a task of the plan in the hands of one unit. Done is what the legal office accepted, not what was claimed. */
export const workTask = defineProcedure<fields.TaskFacts>({
  id: 'work-task',
  version: 1,
  row: 'A2',
  name: '工作任务',
  chapter: 'yearly',
  about: '年度工作要点分解到本单位的任务：填报进展、申请销号，由法制机构审核；临期和逾期自动提示。',
  basis: [basis.yearlyPlan],
  prefix: 'RW',
  desk: { name: '年度要点', path: ({ paper }) => (paper ? `/plans/${paper}` : '/plans') },
  onlyAsChild: true,
  stages: {
    open: { name: '推进中' },
    claimed: { name: '待审核销号' },
    done: { name: '已完成', final: true },
    cancelled: { name: '已撤销', final: true },
    ended: { name: '未完成', final: true },
  },
  clocks: {
    finish: {
      name: '完成时限',
      rule: ({ on }) => ruleOfPlan(on),
      // A task that comes late in the year is due on the day it comes, not before.
      set: ({ input, on }) => (String(input.due) < on ? on : String(input.due)),
      main: true,
      near: 10,
    },
  },
  steps: {
    assign: step({
      name: '下达任务',
      from: [],
      to: ['open'],
      by: office,
      fields: fields.assign,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'finish', do: 'start' }],
    }),
    report: step({
      name: '填报进展',
      from: ['open'],
      by: unit,
      fields: fields.report,
      derive: ({ on }) => ({ reportedOn: on }),
      help: '填写推进情况和完成比例；没有指标自动计数的量化要求，在这里填写完成数。',
    }),
    claim: step({
      name: '申请销号',
      from: ['open'],
      to: ['claimed'],
      by: unit,
      fields: fields.claim,
      derive: ({ on }) => ({ claimedOn: on, percent: 100 }),
    }),
    accept: step({
      name: '同意销号',
      from: ['claimed'],
      to: ['done'],
      by: office,
      anyUnit: true,
      fields: fields.accept,
      notBy: [
        {
          from: ['report', 'claim'],
          basis: basis.yearlyPlan,
          say: '进展由您填报，应当由其他人员审核销号。',
        },
      ],
      // The unit was done on the day it said so, if it was; a clock moved since stops on the day it was moved (C3).
      clocks: [
        {
          clock: 'finish',
          do: 'stop',
          from: ({ facts: { claimedOn = '', movedOn = '' } }) => (movedOn > claimedOn ? movedOn : claimedOn),
        },
      ],
      outcome: ({ facts, dueOf }) => (facts.claimedOn! <= dueOf('finish')! ? '按期完成' : '逾期完成'),
      usual: true,
    }),
    'give-back': step({
      name: '退回',
      from: ['claimed'],
      to: ['open'],
      by: office,
      anyUnit: true,
      fields: fields.giveBack,
    }),
    change: step({
      name: '调整任务',
      from: ['open', 'claimed'],
      by: [...office, 'region-head'],
      anyUnit: true,
      fields: fields.change,
      clocks: [
        {
          clock: 'finish',
          do: 'move',
          when: ({ matter, input }) => input.due !== matter?.facts.due,
          to: ({ input, on }) => (input.due < on ? on : input.due),
          reason: ({ input }) => input.changeReason,
        },
      ],
      derive: ({ on, matter, input }): JsonObject => (input.due === matter?.facts.due ? {} : { movedOn: on }),
    }),
    cancel: step({
      name: '撤销任务',
      aside: true,
      from: ['open', 'claimed'],
      to: ['cancelled'],
      by: [...office, 'region-head'],
      anyUnit: true,
      fields: fields.cancel,
      clocks: [{ clock: 'finish', do: 'stop' }],
      outcome: '任务已撤销',
    }),
    end: step({
      name: '结束任务',
      aside: true,
      from: ['open', 'claimed'],
      to: ['ended'],
      by: office,
      anyUnit: true,
      fields: fields.end,
      clocks: [{ clock: 'finish', do: 'stop' }],
      outcome: '未完成',
    }),
    escalate: step({
      name: '提醒',
      from: ['open', 'claimed'],
      by: office,
      anyUnit: true,
      fields: fields.escalate,
      gates: [
        gate({
          id: 'late',
          holds: ({ on, dueOf }) => on > dueOf('finish')!,
          basis: basis.inspection,
          say: '任务还没有超过完成时限，不能启动提醒、约谈。',
          early: true,
        }),
        notYetReminded('这项任务'),
      ],
      opens: [
        {
          procedure: 'escalation',
          step: 'remind',
          link: 'escalation',
          input: ({ facts, input, dueOf, matter }) => ({
            source: 'task',
            subject: `${facts.number}．${facts.title}`.slice(0, 200),
            subjectNumber: matter!.number,
            due: dueOf('finish')!,
            matters: input.lateReason,
            replyBy: input.replyBy,
          }),
        },
      ],
    }),
  },
  indicators: [
    {
      id: 'work-task.assigned',
      name: '承担年度工作任务',
      unit: '项',
      measure: 'flow',
      definition:
        '期间内下达到单位的年度工作任务，按下达之日计；一项任务由几个单位承担的，各计一项；撤销的从撤销之日起减去。',
      counts: [{ on: ['assign'] }, { on: ['cancel'], value: () => -1 }],
    },
    {
      id: 'work-task.done',
      name: '完成年度工作任务',
      unit: '项',
      measure: 'flow',
      definition: '期间内经法制机构同意销号的年度工作任务，按单位申请销号之日所在的期间计，分按期和逾期。',
      kinds: { 'on-time': '按期', late: '逾期' },
      counts: [
        {
          on: ['accept'],
          each: ({ facts, after }) => [
            {
              kind: after.outcome === '按期完成' ? 'on-time' : 'late',
              value: 1,
              on: facts.claimedOn!,
            },
          ],
        },
      ],
    },
    {
      id: 'work-task.done-rate',
      name: '年度工作任务完成率',
      unit: '%',
      measure: 'rate',
      definition: '期间内完成的年度工作任务除以期间内承担的年度工作任务。',
      numerator: 'work-task.done',
      denominator: 'work-task.assigned',
    },
  ],
  title: (facts) => `${facts.number ?? ''}．${facts.title ?? ''}`,
  search: ['title', 'text', 'part'],
  columns: ['year', 'part', 'role', 'percent'],
  reports: ['task', 'unit'],
});
