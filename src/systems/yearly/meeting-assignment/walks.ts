import { actsBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'office' },
  bureau: { kind: 'liaison', unit: 'bureau' },
} as const;
const act = actsBy(actors);
const evidence = [{ sm3: '0'.repeat(64), name: '台账.xlsx', size: 1 }];

export const walks: readonly Walk[] = [
  {
    name: 'a decision that gets another day, is reported, given back and accepted',
    actors,
    acts: [
      act(
        'assign',
        'clerk',
        '2025-03-20',
        { meeting: '第一次会议', text: '清理超期案件', unit: 'bureau', day: '2025-06-30' },
        { stages: ['working'], due: { finish: '2025-06-30' }, counts: { 'meeting-assignment.received': 1 } },
      ),
      act('progress', 'bureau', '2025-05-06', { progress: '已清理一半' }),
      act(
        'change-day',
        'clerk',
        '2025-06-05',
        { day: '2025-07-31', dayReason: '涉及外地协查' },
        { due: { finish: '2025-07-31' } },
      ),
      act('complete', 'bureau', '2025-07-30', { result: '已清理完毕', evidence }, { stages: ['checking'] }),
      act(
        'give-back',
        'clerk',
        '2025-07-31',
        { returnReason: '没有附案件清单', day: '2025-07-30' },
        { refused: 'meeting-assignment.day-ahead' },
      ),
      act(
        'give-back',
        'clerk',
        '2025-07-31',
        { returnReason: '没有附案件清单', day: '2025-08-08' },
        { stages: ['working'], due: { finish: '2025-08-08' } },
      ),
      act('complete', 'bureau', '2025-08-07', { result: '已附清单', evidence }),
      act(
        'accept',
        'clerk',
        '2025-08-08',
        {},
        {
          outcome: '已落实',
          counts: { 'meeting-assignment.done': 1, 'meeting-assignment.on-time': 1 },
        },
      ),
    ],
  },
];
