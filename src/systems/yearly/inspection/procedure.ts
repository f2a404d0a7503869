import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { dayAhead, dayOfForm, notYetReminded } from '../following.ts';
import { basis } from '../work-plan/law.ts';
import { documents } from './documents.ts';
import * as fields from './fields.ts';

const { step, gate } = words<fields.InspectionFacts>();
const office = ['legal-office', 'legal-office-head', 'supervisor'] as const;
const unit = ['liaison', 'unit-head'] as const;

/** Row A2: what an inspection found is closed only by a re-check, never by the unit's own word. */
export const inspection = defineProcedure<fields.InspectionFacts>({
  id: 'inspection',
  version: 1,
  row: 'A2',
  name: '督察',
  chapter: 'yearly',
  about: '对一个单位的法治政府建设督察：通知、自查、检查、反馈问题、限期整改、复核。',
  basis: [basis.inspection],
  prefix: 'DC',
  onlyAsChild: true,
  board: '/inspections',
  stages: {
    notified: { name: '待自查' },
    inspecting: { name: '检查中' },
    rectifying: { name: '整改中' },
    rechecking: { name: '待复核' },
    closed: { name: '已办结', final: true },
  },
  clocks: {
    'self-check': dayOfForm('自查报告期限', 'selfCheckBy', { near: 2 }),
    rectification: dayOfForm('整改期限', 'rectifyBy', { main: true }),
  },
  steps: {
    notify: step({
      name: '通知督察',
      from: [],
      to: ['notified'],
      by: office,
      fields: fields.notify,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'self-check', do: 'start' }],
      documents: ['notice'],
    }),
    'self-check': step({
      name: '报送自查报告',
      from: ['notified'],
      to: ['inspecting'],
      by: unit,
      fields: fields.selfCheck,
      clocks: [{ clock: 'self-check', do: 'stop' }],
      usual: true,
    }),
    'feed-back': step({
      name: '反馈问题',
      from: ['notified', 'inspecting'],
      to: ['rectifying'],
      by: office,
      anyUnit: true,
      fields: fields.feedBack,
      gates: [dayAhead('rectify-ahead', 'rectifyBy', '整改期限')],
      clocks: [
        { clock: 'self-check', do: 'stop' },
        { clock: 'rectification', do: 'start' },
      ],
      documents: ['feedback'],
      usual: true,
    }),
    'find-nothing': step({
      name: '未发现问题',
      from: ['inspecting'],
      to: ['closed'],
      by: office,
      anyUnit: true,
      fields: fields.findNothing,
      outcome: '未发现问题',
    }),
    rectify: step({
      name: '报送整改情况',
      from: ['rectifying'],
      to: ['rechecking'],
      by: unit,
      fields: fields.rectify,
      derive: ({ on }) => ({ rectifiedOn: on }),
      usual: true,
    }),
    extend: step({
      name: '调整整改期限',
      from: ['rectifying'],
      by: office,
      anyUnit: true,
      fields: fields.extend,
      gates: [dayAhead('extend-ahead', 'rectifyBy', '整改期限')],
      clocks: [
        {
          clock: 'rectification',
          do: 'move',
          to: ({ input }) => input.rectifyBy,
          reason: ({ input }) => input.extendReason,
        },
      ],
    }),
    'fail-recheck': step({
      name: '复核不通过',
      from: ['rechecking'],
      to: ['rectifying'],
      by: office,
      anyUnit: true,
      fields: fields.failRecheck,
      gates: [dayAhead('again-ahead', 'rectifyBy', '整改期限')],
      derive: ({ facts }) => ({ rechecks: (facts.rechecks ?? 0) + 1 }),
      clocks: [
        {
          clock: 'rectification',
          do: 'move',
          to: ({ input }) => input.rectifyBy,
          reason: ({ input }) => `复核不通过：${input.remaining}`,
        },
      ],
    }),
    'pass-recheck': step({
      name: '复核通过',
      from: ['rechecking'],
      to: ['closed'],
      by: office,
      anyUnit: true,
      fields: fields.passRecheck,
      notBy: [{ from: ['rectify'], basis: basis.inspection, say: '整改情况由您报送，应当由其他人员复核。' }],
      clocks: [{ clock: 'rectification', do: 'stop' }],
      outcome: '整改到位',
      usual: true,
    }),
    escalate: step({
      name: '提醒',
      from: ['rectifying'],
      by: office,
      anyUnit: true,
      fields: fields.escalate,
      gates: [
        gate({
          id: 'late',
          holds: ({ on, dueOf, facts }) => (facts.rechecks ?? 0) > 0 || on > dueOf('rectification')!,
          basis: basis.inspection,
          say: '整改期限还没有届满，也没有复核不通过的，不能启动提醒、约谈。',
          early: true,
        }),
        notYetReminded('这次督察'),
      ],
      opens: [
        {
          procedure: 'escalation',
          step: 'remind',
          link: 'escalation',
          input: ({ facts, input, dueOf, matter }) => ({
            source: 'inspection',
            subject: `${facts.round}：${facts.findings?.length ?? 0}个问题`,
            subjectNumber: matter!.number,
            due: dueOf('rectification')!,
            matters: input.lateReason,
            replyBy: input.replyBy,
          }),
        },
      ],
    }),
  },
  documents,
  indicators: [
    {
      id: 'inspection.inspected',
      name: '督察单位',
      unit: '个',
      measure: 'flow',
      definition: '期间内检查完毕的被督察单位，按反馈问题或者认定未发现问题之日计。',
      counts: [{ on: ['feed-back', 'find-nothing'] }],
    },
    {
      id: 'inspection.findings',
      name: '督察发现问题',
      unit: '个',
      measure: 'flow',
      definition: '期间内督察反馈的问题，按反馈之日和类别计。',
      kinds: fields.findingKinds,
      counts: [{ on: ['feed-back'], each: ({ facts }) => fields.findingsByKind(facts.findings ?? []) }],
    },
    {
      id: 'inspection.rectified',
      name: '督察问题整改到位',
      unit: '个',
      measure: 'flow',
      definition: '期间内经复核通过的督察问题，按复核通过之日计。',
      counts: [{ on: ['pass-recheck'], value: ({ facts }) => facts.findings?.length ?? 0 }],
    },
  ],
  title: (facts) => facts.round ?? '',
  search: ['round'],
  columns: ['year', 'way'],
  reports: ['unit'],
});
