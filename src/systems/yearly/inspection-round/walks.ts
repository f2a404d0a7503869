import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  liaison: { kind: 'liaison' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('inspection-round');
const round = {
  name: '2025年年中督察',
  year: 2025,
  way: 'on-site',
  scope: '年度要点落实情况',
  from: '2025-07-14',
  selfCheckBy: '2025-07-10',
  units: [{ unit: 'unit-1' }],
};

export const walks: readonly Walk[] = [
  {
    name: '[art. 11-20] opened over its units, closed when every unit has ended',
    actors,
    acts: [
      act(
        'open',
        'clerk',
        '2025-07-01',
        { ...round, selfCheckBy: '2025-07-20' },
        refused('self-check-ahead'),
      ),
      act(
        'open',
        'clerk',
        '2025-07-01',
        { ...round, units: [{ unit: 'unit-1' }, { unit: 'unit-1' }] },
        refused('each-unit-once'),
      ),
      act('open', 'clerk', '2025-07-01', round, {
        stages: ['running'],
        counts: { 'inspection-round.opened': 1 },
      }),
      act('close', 'clerk', '2025-07-02', { conclusions: '完成' }, refused('every-unit-ended')),
      act(
        'self-check',
        'liaison',
        '2025-07-09',
        { selfCheck: '已完成自查' },
        { stages: ['inspecting'] },
        'inspection',
      ),
      act(
        'find-nothing',
        'clerk',
        '2025-07-15',
        { conclusion: '没有发现问题' },
        { outcome: '未发现问题' },
        'inspection',
      ),
      act('close', 'clerk', '2025-07-31', { conclusions: '各单位落实较好' }, { outcome: '已结束' }),
    ],
  },
];
