import { defineProcedure, words } from '../../../kernel/procedure/declaration.ts';
import { attendanceGates } from '../attendance.ts';
import { basis } from '../leaders.ts';
import * as fields from './fields.ts';
import { indicators } from './indicators.ts';

const { step, gate } = words<fields.StudyFacts>();
/** The legal office also enters what other units hold. */
const office = ['legal-office', 'legal-office-head'] as const;
const organisers = ['legal-office', 'legal-office-head', 'liaison', 'unit-head'] as const;

const ownUnit = gate<{ unit?: string }>({
  id: 'own-unit',
  holds: ({ input, actor }) =>
    input.unit === undefined ||
    input.unit === actor.unit ||
    actor.kind === 'legal-office' ||
    actor.kind === 'legal-office-head',
  basis: basis.lectures,
  say: '只能登记本单位组织的学法活动；其他单位的由该单位或者法制机构登记。',
});

const heldAlready = gate<{ heldOn?: string }>({
  id: 'held-already',
  holds: ({ input, on }) => input.heldOn === undefined || input.heldOn <= on,
  basis: basis.lectures,
  say: '举办日期晚于登记日期，请在举办之后登记。',
});

const numbersFit = gate<{
  present?: number;
  expected?: number;
  passed?: number;
  attendance?: readonly { readonly state: string }[];
}>({
  id: 'numbers-fit',
  holds: ({ input }) =>
    (input.expected === undefined || (input.present ?? 0) <= input.expected) &&
    (input.passed === undefined || input.passed <= (input.present ?? 0)) &&
    (input.present === undefined ||
      (input.attendance ?? []).filter(({ state }) => state !== 'absent').length <= input.present),
  basis: basis.lectures,
  say: '人数不一致：参加人数不能多于应到人数，合格人数、出席的领导干部不能多于参加人数。',
});

const attended = attendanceGates(basis.lectures);

/** Row A6 (and H1): a session in which leaders or staff study law. */
export const lawStudy = defineProcedure<fields.StudyFacts>({
  id: 'law-study',
  version: 1,
  row: 'A6',
  name: '学法活动',
  chapter: 'yearly',
  about: '登记会前学法、中心组学习、讲座、培训班等学法活动的时间、内容和参加人数；次数和人次由系统计算。',
  basis: [basis.lectures],
  prefix: 'XF',
  stages: {
    planned: { name: '已安排' },
    held: { name: '已举办', final: true },
    cancelled: { name: '已取消', final: true },
  },
  steps: {
    arrange: step({
      name: '安排学法活动',
      from: [],
      to: ['planned'],
      by: organisers,
      fields: fields.arrange,
      gates: [ownUnit],
      unitOf: ({ input }) => input.unit,
      clocks: [{ clock: 'session', do: 'start' }],
    }),
    postpone: step({
      name: '改期',
      from: ['planned'],
      by: organisers,
      anyUnit: office,
      fields: fields.postpone,
      clocks: [
        {
          clock: 'session',
          do: 'move',
          to: ({ input }) => input.day,
          reason: ({ input }) => input.postponeReason,
        },
      ],
    }),
    hold: step({
      name: '登记举办情况',
      from: ['planned'],
      to: ['held'],
      by: organisers,
      anyUnit: office,
      fields: fields.hold,
      gates: [heldAlready, numbersFit, ...attended],
      clocks: [{ clock: 'session', do: 'stop', from: ({ input }) => input.heldOn }],
      outcome: '已举办',
      usual: true,
    }),
    record: step({
      name: '登记已举办的学法活动',
      from: [],
      to: ['held'],
      by: organisers,
      fields: fields.record,
      gates: [ownUnit, heldAlready, numbersFit, ...attended],
      unitOf: ({ input }) => input.unit,
      outcome: '已举办',
    }),
    cancel: step({
      name: '取消举办',
      from: ['planned'],
      to: ['cancelled'],
      by: organisers,
      anyUnit: office,
      fields: fields.cancel,
      clocks: [{ clock: 'session', do: 'stop' }],
      outcome: '已取消',
    }),
  },
  clocks: {
    session: {
      name: '举办日期',
      rule: 'DC-08',
      set: ({ input }) => input.day as string,
      main: true,
      near: 5,
    },
  },
  indicators,
  title: (facts) => facts.subject ?? '',
  search: ['subject', 'laws', 'speaker'],
  columns: ['kind', 'body', 'heldOn', 'present'],
});
