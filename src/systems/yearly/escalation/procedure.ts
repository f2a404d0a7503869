import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../../kernel/procedure/matter.ts';
import { dayAhead, dayOfForm } from '../following.ts';
import { basis } from '../work-plan/law.ts';
import { documents } from './documents.ts';
import * as fields from './fields.ts';

const { step, gate } = words<fields.EscalationFacts>();
const office = ['legal-office', 'legal-office-head', 'supervisor'] as const;

/** A level is not raised over an answer that came after it and was not looked at yet, nor on the same day. */
const unanswered = gate({
  id: 'unanswered',
  holds: ({ facts }) => typeof facts.answeredOn !== 'string',
  basis: basis.inspection,
  say: '单位已经反馈，请先审核：整改到位的办结，不到位的退回。',
  early: true,
});
const timeGiven = gate({
  id: 'time-given',
  holds: ({ facts, on }) => on > facts.levelOn!,
  basis: basis.inspection,
  say: '上一级措施当日刚作出，应当给单位反馈的时间。',
  early: true,
});
/** The days that were given are the unit's. */
const replyOver = gate({
  id: 'reply-over',
  holds: ({ dueOf, on }) => on > (dueOf('reply') ?? ''),
  basis: basis.inspection,
  say: '反馈期限还没有届满，届满没有反馈的才能采取下一级措施。',
  early: true,
});
/** The day that runs: for an answer, or in 限期整改 for putting right. After a talk only what was sent back has one. */
const dayToAnswer = (facts: fields.EscalationFacts, matter: MatterState | undefined) => {
  const { reply } = matter?.clocks ?? {};
  if (reply && !reply.stopped) return facts.replyBy;
  return matter?.stages.includes('ordered') ? facts.rectifyBy : undefined;
};

/** Row A2: 提醒 → 约谈 → 限期整改 → 通报, each with its paper; ends when it is put right. */
export const escalation = defineProcedure<fields.EscalationFacts>({
  id: 'escalation',
  version: 1,
  row: 'A2',
  name: '提醒约谈',
  chapter: 'yearly',
  about: '任务逾期或者督察问题整改不到位的，依次提醒、约谈、责令限期整改、通报，直到整改到位。',
  basis: [basis.inspection],
  prefix: 'TX',
  onlyAsChild: true,
  board: '/inspections',
  stages: {
    reminded: { name: '已提醒' },
    summoned: { name: '已通知约谈' },
    talked: { name: '已约谈' },
    ordered: { name: '限期整改' },
    circulated: { name: '已通报' },
    resolved: { name: '整改到位', final: true },
  },
  clocks: {
    reply: dayOfForm('反馈期限', 'replyBy', { near: 2 }),
    talk: dayOfForm('约谈日期', 'summonOn', { near: 2 }),
    rectification: dayOfForm('整改期限', 'rectifyBy', { main: true }),
  },
  steps: {
    remind: step({
      name: '提醒',
      from: [],
      to: ['reminded'],
      by: office,
      fields: fields.remind,
      gates: [dayAhead('reply-ahead', 'replyBy', '反馈期限')],
      clocks: [{ clock: 'reply', do: 'start' }],
      derive: ({ on }) => ({ level: 'remind', levelOn: on }),
      documents: ['reminder'],
    }),
    answer: step({
      name: '反馈情况',
      from: ['reminded', 'talked', 'ordered', 'circulated'],
      by: ['liaison', 'unit-head'],
      fields: fields.answer,
      clocks: [{ clock: 'reply', do: 'stop' }],
      derive: ({ on, facts, matter }) => ({
        answeredOn: on,
        answeredLate: on > (dayToAnswer(facts, matter) ?? on),
      }),
      usual: true,
    }),
    'send-back': step({
      name: '退回（整改不到位）',
      from: ['reminded', 'talked', 'ordered', 'circulated'],
      by: office,
      anyUnit: true,
      fields: fields.sendBack,
      gates: [
        dayAhead('back-ahead', 'replyBy', '反馈期限'),
        gate({
          id: 'answered-before-back',
          holds: ({ facts }) => typeof facts.answeredOn === 'string',
          basis: basis.inspection,
          say: '单位还没有反馈，没有可以退回的内容。',
          early: true,
        }),
      ],
      // Null takes the answer off the table; the record keeps it.
      derive: () => ({ answeredOn: null }),
      clocks: [{ clock: 'reply', do: 'start' }],
    }),
    'change-reply': step({
      name: '调整反馈期限',
      aside: true,
      from: ['reminded', 'circulated'],
      by: office,
      anyUnit: true,
      fields: fields.changeReply,
      gates: [unanswered, dayAhead('changed-ahead', 'replyBy', '反馈期限')],
      clocks: [
        {
          clock: 'reply',
          do: 'move',
          to: ({ input }) => input.replyBy,
          reason: ({ input }) => input.replyReason,
        },
      ],
    }),
    summon: step({
      name: '通知约谈',
      from: ['reminded'],
      to: ['summoned'],
      by: ['legal-office-head', 'supervisor'],
      anyUnit: true,
      fields: fields.summon,
      gates: [unanswered, timeGiven, replyOver, dayAhead('summons-ahead', 'summonOn', '约谈日期')],
      clocks: [
        { clock: 'reply', do: 'stop' },
        { clock: 'talk', do: 'start' },
      ],
      derive: ({ on }) => ({ level: 'summon', levelOn: on }),
      documents: ['summons'],
    }),
    'change-talk': step({
      name: '调整约谈日期',
      aside: true,
      from: ['summoned'],
      by: ['legal-office-head', 'supervisor'],
      anyUnit: true,
      fields: fields.changeTalk,
      gates: [dayAhead('changed-talk-ahead', 'summonOn', '约谈日期')],
      clocks: [
        {
          clock: 'talk',
          do: 'move',
          to: ({ input }) => input.summonOn,
          reason: ({ input }) => input.talkReason,
        },
      ],
    }),
    'record-talk': step({
      name: '登记约谈情况',
      from: ['summoned'],
      to: ['talked'],
      by: office,
      anyUnit: true,
      fields: fields.record,
      gates: [
        gate({
          id: 'talk-held',
          holds: ({ facts, on }) => facts.summonOn! <= on,
          basis: basis.inspection,
          say: '还没有到约谈日期。',
          early: true,
        }),
      ],
      clocks: [{ clock: 'talk', do: 'stop' }],
      derive: ({ on }) => ({ levelOn: on }),
      usual: true,
    }),
    order: step({
      name: '责令限期整改',
      from: ['talked'],
      to: ['ordered'],
      by: ['legal-office-head', 'supervisor'],
      anyUnit: true,
      fields: fields.order,
      gates: [unanswered, timeGiven, replyOver, dayAhead('order-ahead', 'rectifyBy', '整改期限')],
      derive: ({ on }) => ({ level: 'order', levelOn: on }),
      clocks: [{ clock: 'rectification', do: 'start' }],
      documents: ['order'],
    }),
    extend: step({
      name: '调整整改期限',
      from: ['ordered'],
      by: ['legal-office-head', 'supervisor'],
      anyUnit: true,
      fields: fields.extend,
      clocks: [
        {
          clock: 'rectification',
          do: 'move',
          to: ({ input }) => input.rectifyBy,
          reason: ({ input }) => input.extendReason,
        },
      ],
    }),
    circulate: step({
      name: '通报',
      from: ['ordered'],
      to: ['circulated'],
      by: ['region-head', 'legal-office-head'],
      anyUnit: true,
      fields: fields.circulate,
      gates: [
        unanswered,
        replyOver,
        gate({
          id: 'rectification-over',
          holds: ({ dueOf, on }) => on > dueOf('rectification')!,
          basis: basis.inspection,
          say: '整改期限还没有届满。',
          early: true,
        }),
        dayAhead('circular-reply-ahead', 'replyBy', '反馈期限'),
      ],
      derive: ({ on }) => ({ level: 'circulate', levelOn: on }),
      clocks: [
        { clock: 'rectification', do: 'stop' },
        { clock: 'reply', do: 'stop' },
        { clock: 'reply', do: 'start' },
      ],
      documents: ['circular'],
    }),
    resolve: step({
      name: '认定整改到位',
      from: ['reminded', 'talked', 'ordered', 'circulated'],
      to: ['resolved'],
      by: office,
      anyUnit: true,
      fields: fields.resolve,
      notBy: [{ from: ['answer'], basis: basis.inspection, say: '情况由您反馈，应当由其他人员认定。' }],
      gates: [
        gate({
          id: 'answered',
          holds: ({ facts }) => typeof facts.answeredOn === 'string',
          basis: basis.inspection,
          say: '单位还没有反馈整改情况，不能认定整改到位。',
          early: true,
        }),
      ],
      clocks: [
        { clock: 'reply', do: 'stop' },
        { clock: 'rectification', do: 'stop' },
      ],
      outcome: ({ facts }) => `${fields.levels[facts.level!]}后整改到位`,
      usual: true,
    }),
  },
  documents,
  indicators: [
    {
      id: 'escalation.taken',
      name: '提醒、约谈、责令整改和通报',
      unit: '次',
      measure: 'flow',
      definition: '期间内对单位作出的提醒、约谈、责令限期整改、通报，按作出之日和种类计。',
      kinds: fields.levels,
      counts: [
        { on: ['remind'], kind: () => 'remind' },
        { on: ['summon'], kind: () => 'summon' },
        { on: ['order'], kind: () => 'order' },
        { on: ['circulate'], kind: () => 'circulate' },
      ],
    },
    {
      id: 'escalation.answered',
      name: '单位反馈督办情况',
      unit: '次',
      measure: 'flow',
      definition: '期间内被提醒、约谈、责令整改、通报的单位反馈的次数，按反馈之日计，分按期和逾期。',
      kinds: { 'on-time': '按期', late: '逾期' },
      counts: [{ on: ['answer'], kind: ({ facts }) => (facts.answeredLate ? 'late' : 'on-time') }],
    },
    {
      id: 'escalation.resolved',
      name: '督办整改到位',
      unit: '件',
      measure: 'flow',
      definition: '期间内经提醒、约谈等措施后认定整改到位的事项，按认定之日计。',
      counts: [{ on: ['resolve'] }],
    },
  ],
  title: (facts) => facts.subject ?? '',
  search: ['subject', 'subjectNumber'],
  columns: ['source', 'subjectNumber', 'due'],
  reports: ['level'],
});
