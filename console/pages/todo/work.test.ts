import { expect, it } from 'vitest';
import { batchName, timeColumns, workOf } from './work.ts';

const row = (id: string, due: string | null, standing: 'on-time' | 'near' | 'late' | null) => ({
  id,
  procedure: 'licence',
  procedureName: '行政许可',
  number: `XK-${id}`,
  title: id,
  unitName: '行政审批局',
  stageNames: ['审查中'],
  seq: 1,
  next: { step: 'review', name: '审查', batch: true },
  clockName: due && '办结期限',
  due,
  promised: null,
  daysLeft: null,
  standing,
  provisional: false,
  paused: false,
  later: [] as { name: string; due: string }[],
});

it('sets matters and publications in three columns of time, the first to fall due first', () => {
  const work = workOf(
    {
      rows: [
        row('none', null, null),
        row('later', '2024-11-01', 'on-time'),
        row('worst', '2024-08-01', 'late'),
        { ...row('soon', '2024-09-27', 'near'), later: [{ name: '公开', due: '2025-03-31' }] },
      ],
      publications: [
        {
          matter: 'm',
          number: 'CF-1',
          seq: 7,
          publication: 'decision',
          procedure: 'penalty',
          procedureName: '行政处罚',
          title: 'published',
          unitName: '市场监督管理局',
          due: '2024-07-01',
          daysLeft: -40,
          standing: 'late',
        },
      ],
    },
    ['行政审批局'],
  );
  const columns = timeColumns(work).map((column) => [column.title, column.work.map(({ title }) => title)]);
  expect(columns).toEqual([
    ['已超期', ['published', 'worst']],
    ['今天和三天内', ['soon']],
    ['其他', ['later', 'none']],
  ]);
  // Which limit runs out first is told where there is another that could be meant.
  expect([work[1]?.limit, work[3]?.limit]).toEqual([null, '办结期限']);
  expect(timeColumns(work).map(({ more }) => more)).toEqual([false, false, false]);
  expect(timeColumns(work, true).map(({ more }) => more)).toEqual([false, false, true]);
  expect(work[0]?.about).toEqual(['XK-none', '行政许可']);
  expect(work[3]?.about).toEqual(['XK-soon', '行政许可', '公开：2025年3月31日届满']);
  expect(work.at(-1)?.about).toEqual(['CF-1', '行政处罚', '市场监督管理局']);
  expect(work.at(-1)?.next).toMatchObject({ name: '公示', to: '/matters/m?publication=decision' });
  expect(work[0]?.batch).toMatchObject({ matter: 'none', step: 'review', seq: 1, input: {} });
  expect(work.at(-1)?.batch).toMatchObject({ step: '$publish', seq: 7, input: { publication: 'decision' } });
  expect(batchName(work[0]!)).not.toBe(batchName(work.at(-1)!));
});

it('offers no batch where each matter is answered in its own way', () => {
  const alone = { ...row('alone', null, null), next: { step: 'decide', name: '作出决定', batch: false } };
  expect(workOf({ rows: [alone], publications: [] }, [])[0]?.batch).toBeNull();
});
