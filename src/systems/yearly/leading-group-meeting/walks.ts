import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'office' },
  bureau: { kind: 'liaison', unit: 'bureau' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('leading-group-meeting');

const file = { sm3: '0'.repeat(64), name: '纪要.pdf', size: 1 };
const called = {
  name: '法治建设领导小组2025年第一次会议',
  kind: 'group',
  plannedOn: '2025-03-12',
  host: '组长',
  agenda: [
    { topic: '听取2024年法治建设情况汇报', kind: 'report', unit: 'office' },
    { topic: '部署2025年重点工作', kind: 'plan', unit: 'office' },
  ],
};
const attendance: JsonObject[] = [
  { name: '组长', unit: 'office', state: 'present' },
  { name: '成员甲', unit: 'bureau', state: 'deputy', substitute: '副职乙', absence: '出差' },
];

const heldWith = (row: JsonObject): JsonObject => ({
  heldOn: '2025-03-14',
  attendance: [attendance[0]!, { name: '成员甲', unit: 'bureau', state: 'present', ...row }],
});

export const walks: readonly Walk[] = [
  {
    name: 'a meeting that is put off, held and minuted; its decision is an assignment of the bureau',
    actors,
    acts: [
      act('call', 'clerk', '2025-03-03', called, { stages: ['called'], due: { meeting: '2025-03-12' } }),
      act(
        'postpone',
        'clerk',
        '2025-03-10',
        { plannedOn: '2025-03-14', postponeReason: '与市里会议冲突' },
        { due: { meeting: '2025-03-14' } },
      ),
      act('hold', 'clerk', '2025-03-13', { heldOn: '2025-03-14', attendance }, refused('held-already')),
      act('hold', 'clerk', '2025-03-14', heldWith({ state: 'absent' }), refused('absence-explained')),
      act(
        'hold',
        'clerk',
        '2025-03-14',
        heldWith({ state: 'deputy', absence: '出差' }),
        refused('substitute-named'),
      ),
      act(
        'hold',
        'clerk',
        '2025-03-14',
        heldWith({ name: '组长', unit: 'office' }),
        refused('attendance-once'),
      ),
      act(
        'hold',
        'clerk',
        '2025-03-14',
        {
          heldOn: '2025-03-14',
          attendance,
          agenda: [...called.agenda, { topic: '研究执法监督问题', kind: 'problem', unit: 'bureau' }],
        },
        {
          stages: ['held'],
          counts: {
            'leading-group-meeting.held': 1,
            'leading-group-meeting.agenda': 3,
            'leading-group-meeting.reports-heard': 1,
            'leading-group-meeting.expected': 2,
            'leading-group-meeting.attended': 1,
          },
        },
      ),
      act(
        'minutes',
        'clerk',
        '2025-03-20',
        {
          minutesFiles: [file],
          decisions: [{ text: '清理超期案件', unit: 'bureau', day: '2025-03-19' }],
        },
        refused('days-ahead'),
      ),
      act(
        'minutes',
        'clerk',
        '2025-03-20',
        {
          minutesFiles: [file],
          decisions: [{ text: '清理超期案件', unit: 'bureau', day: '2025-06-30' }],
        },
        { stages: ['following'], counts: { 'leading-group-meeting.decisions': 1 } },
      ),
      act('close', 'clerk', '2025-03-21', {}, refused('assignments-done')),
      {
        ...act('complete', 'bureau', '2025-06-20', { result: '已全部办结', evidence: [file] }),
        child: 'assignment',
      },
      { ...act('accept', 'clerk', '2025-06-23', {}, { outcome: '已落实' }), child: 'assignment' },
      act('close', 'clerk', '2025-06-24', {}, { outcome: '议定事项全部落实' }),
    ],
  },
  {
    name: 'a meeting that is cancelled counts nowhere',
    actors,
    acts: [
      act('call', 'clerk', '2025-03-03', called),
      act('cancel', 'clerk', '2025-03-11', { cancelReason: '并入下一次会议' }, { outcome: '会议取消' }),
    ],
  },
];
