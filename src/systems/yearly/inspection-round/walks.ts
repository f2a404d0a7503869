import type { Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  liaison: { kind: 'liaison' },
} as const;
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
      {
        step: 'open',
        by: 'clerk',
        on: '2025-07-01',
        input: { ...round, selfCheckBy: '2025-07-20' },
        expect: { refused: 'inspection-round.self-check-ahead' },
      },
      {
        step: 'open',
        by: 'clerk',
        on: '2025-07-01',
        input: { ...round, units: [{ unit: 'unit-1' }, { unit: 'unit-1' }] },
        expect: { refused: 'inspection-round.each-unit-once' },
      },
      {
        step: 'open',
        by: 'clerk',
        on: '2025-07-01',
        input: round,
        expect: { stages: ['running'], counts: { 'inspection-round.opened': 1 } },
      },
      {
        step: 'close',
        by: 'clerk',
        on: '2025-07-02',
        input: { conclusions: '完成' },
        expect: { refused: 'inspection-round.every-unit-ended' },
      },
      {
        step: 'self-check',
        by: 'liaison',
        child: 'inspection',
        on: '2025-07-09',
        input: { selfCheck: '已完成自查' },
        expect: { stages: ['inspecting'] },
      },
      {
        step: 'find-nothing',
        by: 'clerk',
        child: 'inspection',
        on: '2025-07-15',
        input: { conclusion: '没有发现问题' },
        expect: { outcome: '未发现问题' },
      },
      {
        step: 'close',
        by: 'clerk',
        on: '2025-07-31',
        input: { conclusions: '各单位落实较好' },
        expect: { outcome: '已结束' },
      },
    ],
  },
];
