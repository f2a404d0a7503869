import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'office' },
  bureau: { kind: 'unit-head', unit: 'bureau' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('duty-report-round');

const head = (name: string) => ({ name, title: '局长', unit: 'bureau' });
const round = (day: string) => ({
  year: 2025,
  day,
  form: 'written',
  mustPublish: false,
  leaders: [head('述法人甲')],
});
const withdraw = { ...act('withdraw', 'clerk', '2025-12-12', { withdrawReason: '已调任' }), child: 'report' };

export const walks: readonly Walk[] = [
  {
    name: 'a round opens one report for each leader and ends when all have ended',
    actors,
    acts: [
      act('arrange', 'clerk', '2025-12-01', round('2025-11-30'), refused('day-ahead')),
      act('arrange', 'clerk', '2025-12-01', round('2025-12-31'), { stages: ['collecting'] }),
      withdraw,
      act('add', 'clerk', '2025-12-12', { ...head('述法人乙'), day: '2026-01-09' }),
      act('close', 'clerk', '2025-12-15', {}, refused('all-reported')),
      {
        ...act('submit', 'bureau', '2026-01-08', {
          statement: '履职情况',
          study: '学法用法情况',
          findings: '存在的问题',
        }),
        child: 'report',
      },
      { ...act('accept', 'clerk', '2026-01-09', {}), child: 'report' },
      {
        ...act('present', 'clerk', '2026-01-12', { presentedOn: '2026-01-12', presentedAs: 'written' }),
        child: 'report',
      },
      { ...act('archive', 'clerk', '2026-01-13', {}, { outcome: '已完成述法' }), child: 'report' },
      act('close', 'clerk', '2026-01-14', {}, { outcome: '全部完成述法' }),
    ],
  },
];
