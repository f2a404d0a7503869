import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  chief: { kind: 'legal-office-head' },
  liaison: { kind: 'liaison', unit: 'unit-1' },
} as const;

const act = actsBy(actors);
const refused = refusedBy('return-round');

const opening = {
  form: 'XZ',
  formName: '行政执法情况月报',
  formVersion: 1,
  formDigest: '0'.repeat(64),
  period: '2025-03',
  periodName: '2025年3月',
  key: 'XZ 2025-03',
  due: '2025-04-07',
  units: [{ unit: 'unit-2' }, { unit: 'unit-1' }],
};
const filled = {
  items: [
    {
      code: 'A',
      name: '案件',
      unit: '件',
      measure: 'flow',
      decimals: 0,
      required: true,
      jump: '0',
      jumpFloor: '0',
    },
  ],
  values: [{ code: 'A', value: '3' }],
};

export const walks: readonly Walk[] = [
  {
    name: '[P11] [P16] a round opens a return for each unit, urges and postpones those still out, and ends with what is missing said',
    actors,
    acts: [
      act(
        'open',
        'clerk',
        '2025-03-28',
        { ...opening, units: [{ unit: 'unit-1' }, { unit: 'unit-1' }] },
        refused('units-once'),
      ),
      act('open', 'clerk', '2025-03-28', opening, {
        stages: ['collecting'],
      }),
      act(
        'add',
        'clerk',
        '2025-03-31',
        { due: '2025-04-10', units: [{ unit: 'unit-1' }] },
        refused('units-once'),
      ),
      act('submit', 'liaison', '2025-04-02', filled, { stages: ['submitted'] }, 'return'),
      act('urge', 'clerk', '2025-04-08', { range: 'late', urgeNote: '请尽快报送' }),
      act('postpone', 'clerk', '2025-04-08', { due: '2025-04-10', postponeReason: '系统停机' }),
      act('close', 'clerk', '2025-04-11', { unreturnedReason: '一个单位未报' }, { refused: 'kernel.P2' }),
      act('accept', 'chief', '2025-04-11', {}, { outcome: '审核通过' }, 'return'),
      act('close', 'clerk', '2025-04-11', {}, refused('unreturned-explained')),
      act('close', 'clerk', '2025-04-11', { unreturnedReason: '机构撤并' }, { outcome: '未全部收齐' }),
    ],
  },
  {
    name: 'a unit is added later with a day of its own; when all are accepted the round ends complete',
    actors,
    acts: [
      act('open', 'clerk', '2025-03-28', { ...opening, units: [{ unit: 'unit-2' }] }),
      act(
        'add',
        'chief',
        '2025-03-31',
        { due: '2025-04-10', units: [{ unit: 'unit-1' }] },
        {
          stages: ['collecting'],
        },
      ),
      act('submit', 'liaison', '2025-04-02', filled, {}, 'return'),
      act('accept', 'clerk', '2025-04-03', {}, {}, 'return'),
      act('urge', 'chief', '2025-04-08', { range: 'all' }),
      act('close', 'chief', '2025-05-08', { unreturnedReason: '一个单位未报' }, { outcome: '未全部收齐' }),
    ],
  },
  {
    name: 'a round all of whose returns are accepted needs no explanation to end',
    actors,
    acts: [
      act('open', 'clerk', '2025-03-28', { ...opening, units: [{ unit: 'unit-1' }] }),
      act('submit', 'liaison', '2025-04-02', filled, {}, 'return'),
      act('accept', 'clerk', '2025-04-03', {}, {}, 'return'),
      act('close', 'clerk', '2025-04-03', {}, { outcome: '全部收齐' }),
    ],
  },
];
