import { describe, expect, it } from 'vitest';
import type { ReadFigure, ReadingView } from '../../../src/client/contract/reports.ts';
import { judge, linesOf } from './judged.ts';

const figure = (id: string, start: number, end: number, slot: string | null = null): ReadFigure => ({
  id,
  subject: '案件',
  value: 1,
  valueTo: null,
  unit: '件',
  qualifier: '',
  period: '',
  text: '1件',
  start,
  end,
  section: null,
  sentence: '',
  slot,
});

const reading = (text: string, figures: ReadFigure[]): ReadingView => ({
  text,
  document: { title: null, issuer: null, number: null, date: null, skeletonName: '', year: null },
  sections: [{ level: 1, number: '一', title: '甲', start: 0, titleEnd: 3, end: text.length }],
  figures,
  relations: [],
  findings: [],
  tasks: [],
});

describe('lines', () => {
  it('carry each figure once, in the line it stands in, and know their headings', () => {
    const lines = linesOf(
      reading('一、甲\n立案12件。\n\n结案9件。', [figure('b', 13, 15), figure('a', 6, 9), figure('c', 6, 8)]),
    );
    expect(lines.map(({ level, marks }) => [level, marks.map(({ id }) => id)])).toEqual([
      [1, []],
      [0, ['a']],
      [0, ['b']],
    ]);
  });
});

describe('judging', () => {
  const read = judge([], {
    type: 'read',
    figures: [figure('a', 0, 2, 'penalty.decided'), figure('b', 3, 5)],
  });

  it('begins with everything open, and confirms at once only what has an indicator', () => {
    expect(read.map(({ standing }) => standing)).toEqual(['open', 'open']);
    expect(judge(read, { type: 'confirm-mapped' }).map(({ standing }) => standing)).toEqual([
      'confirmed',
      'open',
    ]);
  });

  it('takes an edit as a confirmation, and leaves what was rejected rejected', () => {
    const rejected = judge(read, { type: 'stand', id: 'a', standing: 'rejected' });
    expect(judge(rejected, { type: 'confirm-mapped' })[0]?.standing).toBe('rejected');
    expect(judge(read, { type: 'edit', id: 'b', by: { value: 7 } })[1]).toMatchObject({
      value: 7,
      standing: 'confirmed',
    });
  });
});
