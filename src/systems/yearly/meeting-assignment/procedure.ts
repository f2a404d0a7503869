import { z } from 'zod';
import { type CountView, caseload } from '../../../kernel/indicator/declaration.ts';
import { defineProcedure, type Facts, words } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { basis } from '../leaders.ts';

const assign = z.object({
  meeting: f.text('会议'),
  text: f.text('议定事项', { max: 500 }),
  unit: f.unit('承办单位'),
  day: f.date('完成日期'),
});
const complete = z.object({
  result: f.longText('落实情况', { max: 2000 }),
  evidence: f.files('佐证材料', { min: 1 }),
});
const giveBack = z.object({
  returnReason: f.longText('退回理由', { max: 1000 }),
  day: f.date('重新报送日期'),
});

type AssignmentFacts = Facts & Partial<z.infer<typeof assign> & z.infer<typeof complete>>;
const { step, gate } = words<AssignmentFacts>();
const unit = ['liaison', 'unit-head'] as const;
const office = ['legal-office', 'legal-office-head'] as const;

const onTime = ({ after }: CountView<AssignmentFacts>) =>
  after.clocks.finish?.stopped?.outcome === '按期办结';

/** Row A6: what a meeting decided, as the work of one unit with a day. */
export const meetingAssignment = defineProcedure<AssignmentFacts>({
  id: 'meeting-assignment',
  version: 1,
  row: 'A6',
  name: '会议议定事项',
  chapter: 'yearly',
  about: '会议纪要确定由单位落实的事项：承办单位按期报送落实情况，法制机构核验后办结。',
  basis: [basis.direction],
  prefix: 'YD',
  onlyAsChild: true,
  board: '/registers/leading-group-meeting',
  stages: {
    working: { name: '承办单位落实' },
    checking: { name: '法制机构核验' },
    done: { name: '已落实', final: true },
  },
  steps: {
    assign: step({
      name: '交办',
      from: [],
      to: ['working'],
      by: office,
      fields: assign,
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'finish', do: 'start' }],
    }),
    progress: step({
      name: '报送进展',
      from: ['working'],
      by: unit,
      fields: z.object({ progress: f.longText('进展情况', { max: 2000 }) }),
    }),
    complete: step({
      name: '报送落实情况',
      from: ['working'],
      to: ['checking'],
      by: unit,
      fields: complete,
      clocks: [{ clock: 'finish', do: 'stop' }],
      usual: true,
    }),
    'give-back': step({
      name: '退回',
      from: ['checking'],
      to: ['working'],
      by: office,
      anyUnit: true,
      fields: giveBack,
      gates: [
        gate<{ day?: string }>({
          id: 'day-ahead',
          holds: ({ input, on }) => input.day === undefined || input.day >= on,
          basis: basis.direction,
          say: '重新报送日期已经过去，请另定日期。',
        }),
      ],
      clocks: [{ clock: 'finish', do: 'start' }],
    }),
    accept: step({
      name: '核验通过',
      from: ['checking'],
      to: ['done'],
      by: office,
      anyUnit: true,
      fields: z.object({ checkComments: f.longText('核验意见', { max: 1000 }).optional() }),
      outcome: '已落实',
      usual: true,
    }),
    'change-day': step({
      name: '调整完成日期',
      from: ['working'],
      by: office,
      anyUnit: true,
      fields: z.object({ day: f.date('完成日期'), dayReason: f.longText('调整理由', { max: 500 }) }),
      clocks: [
        {
          clock: 'finish',
          do: 'move',
          to: ({ input }) => input.day,
          reason: ({ input }) => input.dayReason,
        },
      ],
    }),
  },
  clocks: {
    finish: { name: '完成日期', rule: 'DC-09', set: ({ input }) => input.day as string, main: true, near: 5 },
  },
  indicators: [
    ...caseload<AssignmentFacts>({
      id: 'meeting-assignment',
      name: '会议议定事项',
      unit: '项',
      received: ['assign'],
      done: ['accept'],
    }),
    {
      id: 'meeting-assignment.on-time',
      name: '按期落实的会议议定事项',
      unit: '项',
      measure: 'flow',
      definition: '期间内核验通过、且最后一次报送没有超过完成日期的议定事项，按核验之日计。',
      counts: [{ on: ['accept'], when: onTime }],
    },
    {
      id: 'meeting-assignment.on-time-rate',
      name: '会议议定事项按期落实率',
      unit: '%',
      measure: 'rate',
      definition: '按期落实的议定事项除以本期办结的议定事项。',
      numerator: 'meeting-assignment.on-time',
      denominator: 'meeting-assignment.done',
    },
  ],
  title: (facts) => facts.text ?? '',
  search: ['text', 'meeting'],
  columns: ['meeting', 'day'],
});
