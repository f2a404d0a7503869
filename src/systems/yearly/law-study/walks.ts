import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'unit-1' },
  liaison: { kind: 'liaison', unit: 'unit-1' },
  office: { kind: 'legal-office', unit: 'unit-2' },
  stranger: { kind: 'liaison', unit: 'unit-2' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('law-study');

const lecture = {
  subject: '行政处罚法专题讲座',
  kind: 'lecture',
  body: 'department',
  unit: 'unit-1',
  day: '2025-05-20',
};
const heldOn = (day: string, present = 42) => ({
  heldOn: day,
  laws: '行政处罚法',
  present,
  expected: 45,
  principal: true,
});

const withLeader = (row: JsonObject): JsonObject => ({
  ...heldOn('2025-06-10'),
  attendance: [
    { name: '领导甲', unit: 'unit-1', state: 'present' },
    { name: '领导乙', unit: 'unit-1', ...row },
  ],
});

const { day: _, ...session } = lecture;
const test = { ...session, subject: '年度法律知识测试', kind: 'test' };

export const walks: readonly Walk[] = [
  {
    name: 'a lecture that is put off and held: counted on the day it was held, with who came',
    actors,
    acts: [
      act('arrange', 'liaison', '2025-04-01', { ...lecture, unit: 'unit-2' }, refused('own-unit')),
      act('arrange', 'liaison', '2025-04-01', lecture, {
        stages: ['planned'],
        due: { session: '2025-05-20' },
      }),
      act(
        'postpone',
        'liaison',
        '2025-05-19',
        { day: '2025-06-10', postponeReason: '主讲人出差' },
        { due: { session: '2025-06-10' } },
      ),
      act('hold', 'liaison', '2025-06-09', heldOn('2025-06-10'), refused('held-already')),
      act('hold', 'liaison', '2025-06-11', heldOn('2025-06-10', 46), refused('numbers-fit')),
      act('hold', 'liaison', '2025-06-11', withLeader({ state: 'absent' }), refused('absence-explained')),
      act(
        'hold',
        'liaison',
        '2025-06-11',
        withLeader({ state: 'present', substitute: '副职乙' }),
        refused('substitute-named'),
      ),
      act(
        'hold',
        'liaison',
        '2025-06-11',
        withLeader({ name: '领导甲', state: 'present' }),
        refused('attendance-once'),
      ),
      act('hold', 'stranger', '2025-06-11', heldOn('2025-06-10'), { refused: 'kernel.P4' }),
      act('hold', 'office', '2025-06-11', withLeader({ state: 'absent', absence: '出差' }), {
        outcome: '已举办',
        counts: {
          'law-study.sessions': 1,
          'law-study.attendance': 42,
          'law-study.lectures': 1,
          'law-study.principal-attended': 1,
          'law-study.plan-held': 0,
        },
      }),
    ],
  },
  {
    name: 'a test that was held before it is entered: those who passed cannot be more than those who sat it',
    actors,
    acts: [
      act(
        'record',
        'clerk',
        '2025-12-05',
        { ...test, ...heldOn('2025-12-04'), principal: false, passed: 43 },
        refused('numbers-fit'),
      ),
      act(
        'record',
        'clerk',
        '2025-12-05',
        { ...test, ...heldOn('2025-12-04'), principal: false, passed: 40 },
        { outcome: '已举办', counts: { 'law-study.sessions': 1, 'law-study.tests-passed': 40 } },
      ),
    ],
  },
  {
    name: 'a session that is cancelled counts nowhere',
    actors,
    acts: [
      act('arrange', 'clerk', '2025-04-01', lecture),
      act('cancel', 'clerk', '2025-05-12', { cancelReason: '并入培训班' }, { outcome: '已取消' }),
    ],
  },
];
