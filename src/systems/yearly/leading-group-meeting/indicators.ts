import type { CountPart, IndicatorDeclaration } from '../../../kernel/indicator/declaration.ts';
import { agendaKinds, type MeetingFacts, meetingKinds } from './fields.ts';

type Indicator = IndicatorDeclaration<MeetingFacts>;

/** One part for each kind, on the day the meeting was held. */
function byKind(kinds: readonly string[], on: string | undefined): CountPart[] {
  const sums = new Map<string, number>();
  for (const kind of kinds) sums.set(kind, (sums.get(kind) ?? 0) + 1);
  return [...sums].map(([kind, value]) => ({ kind, value, ...(on === undefined ? {} : { on }) }));
}

const states = (facts: MeetingFacts) => (facts.attendance ?? []).map(({ state }) => state);

/** Meetings, what they dealt with and who came; all by the day of the meeting. */
export const indicators: readonly Indicator[] = [
  {
    id: 'leading-group-meeting.held',
    name: '研究法治建设的会议',
    unit: '次',
    measure: 'flow',
    definition: '期间内召开的领导小组会议和研究法治建设的党委、政府会议，按召开之日计，不含取消的。',
    kinds: meetingKinds,
    counts: [{ on: ['hold'], each: ({ facts }) => byKind([facts.kind!], facts.heldOn) }],
  },
  {
    id: 'leading-group-meeting.agenda',
    name: '会议研究的法治建设议题',
    unit: '项',
    measure: 'flow',
    definition: '期间内召开的会议实际研究的议题，按会议召开之日计。',
    kinds: agendaKinds,
    counts: [
      {
        on: ['hold'],
        each: ({ facts }) =>
          byKind(
            (facts.agenda ?? []).map(({ kind }) => kind),
            facts.heldOn,
          ),
      },
    ],
  },
  {
    id: 'leading-group-meeting.reports-heard',
    name: '听取法治建设情况汇报',
    unit: '次',
    measure: 'flow',
    definition: '期间内听取过法治建设情况汇报的会议，一次会议计一次，按召开之日计。',
    kinds: meetingKinds,
    counts: [
      {
        on: ['hold'],
        when: ({ facts }) => (facts.agenda ?? []).some(({ kind }) => kind === 'report'),
        each: ({ facts }) => byKind([facts.kind!], facts.heldOn),
      },
    ],
  },
  {
    id: 'leading-group-meeting.expected',
    name: '会议应到人次',
    unit: '人次',
    measure: 'flow',
    definition: '期间内召开的会议登记的应到人员，含委派他人参加和请假的，按会议召开之日计。',
    counts: [
      {
        on: ['hold'],
        each: ({ facts }) =>
          byKind(
            states(facts).map(() => ''),
            facts.heldOn,
          ),
      },
    ],
  },
  {
    id: 'leading-group-meeting.attended',
    name: '会议本人出席人次',
    unit: '人次',
    measure: 'flow',
    definition: '期间内召开的会议本人出席的人员，不含委派他人参加的，按会议召开之日计。',
    counts: [
      {
        on: ['hold'],
        each: ({ facts }) =>
          byKind(
            states(facts)
              .filter((state) => state === 'present')
              .map(() => ''),
            facts.heldOn,
          ),
      },
    ],
  },
  {
    id: 'leading-group-meeting.attendance-rate',
    name: '会议本人出席率',
    unit: '%',
    measure: 'rate',
    definition: '本人出席人次除以应到人次。',
    numerator: 'leading-group-meeting.attended',
    denominator: 'leading-group-meeting.expected',
  },
  {
    id: 'leading-group-meeting.decisions',
    name: '会议议定事项',
    unit: '项',
    measure: 'flow',
    definition: '期间内印发的会议纪要确定由单位落实的事项，按印发之日计。',
    counts: [{ on: ['minutes'], value: ({ facts }) => facts.decisions?.length ?? 0 }],
  },
];
