import type { JsonValue } from '../../../kernel/ledger/json.ts';
import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { basis } from '../leaders.ts';
import { duties, dutiesOf } from './duties.ts';
import * as fields from './fields.ts';

const { step, gate } = words<fields.DutiesFacts>();
const office = ['legal-office', 'legal-office-head'] as const;
const own = ['unit-head', 'region-head', 'liaison'] as const;

const firstDayAfter = (year: number) => `${year + 1}-01-01`;

/** Row A6: the year's duties of one first responsible person, measured by the ledger, confirmed when the year is over. */
export const leaderDuties = defineProcedure<fields.DutiesFacts>({
  id: 'leader-duties',
  version: 1,
  row: 'A6',
  name: '第一责任人职责清单',
  chapter: 'yearly',
  about: '每位主要负责人每年一份职责清单：完成情况由台账自动计算，只有台账没有记录的才上传材料，年终确认。',
  basis: [basis.firstResponsible, basis.direction, basis.lectures, basis.contents],
  prefix: 'ZR',
  stages: {
    running: { name: '履职中', resting: true },
    confirming: { name: '待确认' },
    confirmed: { name: '已确认', final: true },
    ended: { name: '已终止', final: true },
  },
  steps: {
    open: step({
      name: '建立清单',
      from: [],
      to: ['running'],
      by: office,
      fields: fields.open,
      unitOf: ({ input }) => input.unit,
      claims: [{ kind: 'leader-duties', field: 'key', say: '这位负责人本年度的职责清单已经建立。' }],
      clocks: [{ clock: 'confirm', do: 'start', from: ({ input }) => firstDayAfter(input.year) }],
    }),
    evidence: step({
      name: '补充佐证',
      from: ['running'],
      by: [...own, ...office],
      anyUnit: office,
      fields: fields.evidence,
      gates: [
        gate<{ duty?: string }>({
          id: 'own-duty',
          holds: ({ facts, input }) =>
            input.duty === undefined || dutiesOf(facts.body!).some(([id]) => id === input.duty),
          basis: basis.firstResponsible,
          say: '这项职责不在本清单内。',
        }),
        gate<{ duty?: string; measured?: number }>({
          id: 'only-gaps',
          holds: ({ input }) =>
            input.duty === undefined || (input.measured ?? 0) < (duties[input.duty]?.target ?? 0),
          basis: basis.firstResponsible,
          say: '台账记录已经达到要求，不需要上传材料。',
        }),
      ],
      derive: ({ facts, input, on }) => ({
        brought: [
          ...(facts.brought ?? []),
          { duty: input.duty, explanation: input.explanation, on, files: input.evidenceFiles },
        ] as unknown as JsonValue,
      }),
    }),
    submit: step({
      name: '提交年终确认',
      from: ['running'],
      to: ['confirming'],
      by: own,
      fields: fields.submit,
      gates: [
        gate({
          id: 'year-over',
          holds: ({ facts, on }) => on >= firstDayAfter(facts.year!),
          basis: basis.contents,
          say: '年度还没有结束，完成情况还会变化，请在下一年1月1日以后提交。',
          early: true,
        }),
        gate<{ duties?: readonly { readonly state: string }[]; unfinished?: string }>({
          id: 'gaps-explained',
          holds: ({ input }) =>
            input.unfinished !== undefined || (input.duties ?? []).every(({ state }) => state === 'done'),
          basis: basis.contents,
          say: '还有职责没有完成：请补充佐证，或者写明原因和打算。',
        }),
      ],
      usual: true,
    }),
    'give-back': step({
      name: '退回',
      from: ['confirming'],
      to: ['running'],
      by: office,
      anyUnit: true,
      fields: fields.giveBack,
    }),
    end: step({
      name: '终止清单',
      aside: true,
      from: ['running'],
      to: ['ended'],
      by: office,
      anyUnit: true,
      fields: fields.end,
      // The period begins only when the year is over; a list that ends before ends it on its first day.
      clocks: [
        {
          clock: 'confirm',
          do: 'stop',
          from: ({ facts, on }) => (on < firstDayAfter(facts.year!) ? firstDayAfter(facts.year!) : on),
        },
      ],
      outcome: '不再担任，已终止',
      help: '负责人年度中途不再担任的，终止原清单；接任的按领导小组名单另建清单。',
    }),
    confirm: step({
      name: '确认',
      from: ['confirming'],
      to: ['confirmed'],
      by: office,
      anyUnit: true,
      fields: fields.confirm,
      notBy: [{ from: ['submit'], basis: basis.contents, say: '清单由您提交，应当由其他人员确认。' }],
      clocks: [{ clock: 'confirm', do: 'stop' }],
      outcome: ({ facts }) =>
        (facts.duties ?? []).every(({ state }) => state === 'done') ? '全部完成' : '部分完成',
      usual: true,
    }),
  },
  clocks: {
    confirm: {
      // The yearly report speaks of these duties (art. 25), so they are settled by the day it is reported.
      name: '年终确认',
      rule: ({ facts, input }) => ((input.body ?? facts.body) === 'department' ? 'DC-03' : 'DC-05'),
      main: true,
      near: 10,
    },
  },
  indicators: [
    {
      id: 'leader-duties.opened',
      name: '建立职责清单的主要负责人',
      unit: '人',
      measure: 'flow',
      definition: '期间内建立第一责任人职责清单的主要负责人，按建立之日计。',
      counts: [{ on: ['open'] }],
    },
    {
      id: 'leader-duties.confirmed',
      name: '年终确认的职责清单',
      unit: '份',
      measure: 'flow',
      definition: '期间内确认的第一责任人职责清单，按确认之日和结果计。',
      kinds: { all: '全部完成', part: '部分完成' },
      counts: [{ on: ['confirm'], kind: ({ after }) => (after.outcome === '全部完成' ? 'all' : 'part') }],
    },
    {
      id: 'leader-duties.gaps',
      name: '年终没有完成的职责',
      unit: '项',
      measure: 'flow',
      definition: '期间内确认的清单中没有完成的职责项数，按确认之日计。',
      counts: [
        {
          on: ['confirm'],
          value: ({ facts }) => (facts.duties ?? []).filter(({ state }) => state !== 'done').length,
        },
      ],
    },
  ],
  title: (facts) =>
    facts.year === undefined ? '' : `${facts.year}年度职责清单：${facts.title}${facts.name}`,
  search: ['name', 'title'],
  columns: ['year', 'name', 'title', 'body'],
  desk: {
    name: '主要负责人履职',
    path: ({ year, unit, name }) =>
      year === undefined
        ? '/leaders'
        : `/leaders?year=${year}&unit=${encodeURIComponent(unit ?? '')}&name=${encodeURIComponent(name ?? '')}`,
  },
});
