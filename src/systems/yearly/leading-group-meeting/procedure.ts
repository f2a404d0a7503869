import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { attendanceGates } from '../attendance.ts';
import { basis } from '../leaders.ts';
import { documents } from './documents.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';

const { step, gate } = words<fields.MeetingFacts>();
const office = ['legal-office', 'legal-office-head'] as const;

/** Row A6: a meeting of the leading group, or of committee or government on rule-of-law work. */
export const leadingGroupMeeting = defineProcedure<fields.MeetingFacts>({
  id: 'leading-group-meeting',
  version: 1,
  row: 'A6',
  name: '领导小组会议',
  chapter: 'yearly',
  about: '登记研究法治建设的会议：议题、出席、纪要；议定事项按完成日期交承办单位落实，到期由系统提醒。',
  basis: [basis.direction, basis.firstResponsible],
  prefix: 'HY',
  stages: {
    called: { name: '已通知' },
    held: { name: '待印发纪要' },
    following: { name: '落实议定事项' },
    closed: { name: '已办结', final: true },
    cancelled: { name: '已取消', final: true },
  },
  steps: {
    call: step({
      name: '通知开会',
      from: [],
      to: ['called'],
      by: office,
      fields: fields.call,
      documents: ['notice'],
      clocks: [{ clock: 'meeting', do: 'start' }],
    }),
    postpone: step({
      name: '改期',
      from: ['called'],
      by: office,
      fields: fields.postpone,
      clocks: [
        {
          clock: 'meeting',
          do: 'move',
          to: ({ input }) => input.plannedOn,
          reason: ({ input }) => input.postponeReason,
        },
      ],
    }),
    hold: step({
      name: '登记会议情况',
      from: ['called'],
      to: ['held'],
      by: office,
      fields: fields.hold,
      gates: [
        gate<{ heldOn?: string }>({
          id: 'held-already',
          holds: ({ input, on }) => input.heldOn === undefined || input.heldOn <= on,
          basis: basis.direction,
          say: '召开日期晚于登记日期，请在会议召开之后登记。',
        }),
        ...attendanceGates(basis.direction),
      ],
      clocks: [{ clock: 'meeting', do: 'stop', from: ({ input }) => input.heldOn }],
      usual: true,
    }),
    minutes: step({
      name: '印发会议纪要',
      from: ['held'],
      to: ['following'],
      by: office,
      fields: fields.minutes,
      gates: [
        gate<{ decisions?: readonly { readonly day: string }[] }>({
          id: 'days-ahead',
          holds: ({ input, on }) => (input.decisions ?? []).every(({ day }) => day >= on),
          basis: basis.direction,
          say: '议定事项的完成日期早于纪要印发之日，请核对完成日期。',
        }),
      ],
      opens: [
        {
          procedure: 'meeting-assignment',
          step: 'assign',
          link: 'assignment',
          each: ({ facts, input }) =>
            (input.decisions ?? []).map((row) => ({ meeting: facts.name ?? '', ...row })),
        },
      ],
      documents: ['minutes'],
      usual: true,
    }),
    close: step({
      name: '办结',
      from: ['following'],
      to: ['closed'],
      by: office,
      fields: fields.close,
      gates: [
        gate({
          id: 'assignments-done',
          holds: ({ matter }) => (matter?.children ?? []).every(({ closed }) => closed),
          basis: basis.direction,
          say: '还有议定事项没有落实，请督促承办单位报送落实情况并核验。',
          early: true,
        }),
      ],
      outcome: ({ matter }) =>
        (matter?.children.length ?? 0) > 0 ? '议定事项全部落实' : '没有需要落实的事项',
      usual: true,
    }),
    cancel: step({
      name: '取消会议',
      from: ['called'],
      to: ['cancelled'],
      by: office,
      fields: fields.cancel,
      clocks: [{ clock: 'meeting', do: 'stop' }],
      outcome: '会议取消',
    }),
  },
  clocks: {
    meeting: {
      name: '会议日期',
      rule: 'DC-09',
      set: ({ input }) => input.plannedOn as string,
      main: true,
    },
  },
  documents,
  indicators,
  title: (facts) => facts.name ?? '',
  search: ['name', 'host'],
  columns: ['kind', 'plannedOn', 'heldOn'],
});
