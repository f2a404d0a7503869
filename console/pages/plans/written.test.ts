import { describe, expect, it } from 'vitest';
import { lacks, sameWritten, type Written, write } from './written.ts';

const task = (code: string, by: object = {}) => ({
  code,
  number: code.slice(1),
  part: '制度体系',
  title: `任务${code}`,
  text: `任务${code}。每年至少举办两次讲座。年底前公布目录。`,
  start: 0,
  end: 20,
  due: null,
  dueText: '',
  units: [],
  measures: [
    {
      code: `${code}-1`,
      text: '每年至少举办两次讲座',
      target: '2',
      measureUnit: '次',
      sense: 'minimum' as const,
      indicator: null,
      kind: null,
      reach: 'unit' as const,
    },
  ],
  confirmed: false,
  ...by,
});
const written: Written = {
  title: '要点',
  year: 2025,
  issuer: '',
  number: '',
  tasks: [task('t1'), task('t2')],
};

describe('a plan that is written', () => {
  it('is confirmed task by task, and only what lacks nothing', () => {
    expect(lacks(written.tasks[0]!)).toEqual(['责任单位', '完成时限']);
    expect(write(written, { type: 'confirm', code: 't1' }).tasks[0]!.confirmed).toBe(false);
    const filled = [
      { type: 'fill-due', due: '2025-12-31' } as const,
      { type: 'fill-units', role: 'lead', units: ['U1'] } as const,
      { type: 'confirm', code: 't1' } as const,
    ].reduce(write, written);
    expect(filled.tasks.map(({ confirmed }) => confirmed)).toEqual([true, false]);
    expect(write(filled, { type: 'confirm-complete' }).tasks.every(({ confirmed }) => confirmed)).toBe(true);
  });

  it('leaves what is set when the rest is filled', () => {
    const one = write(written, { type: 'task', code: 't1', by: { due: '2025-06-30' } });
    expect(write(one, { type: 'fill-due', due: '2025-12-31' }).tasks.map(({ due }) => due)).toEqual([
      '2025-06-30',
      '2025-12-31',
    ]);
  });

  it('splits a task at the caret: each demand stays with its text', () => {
    const at = written.tasks[0]!.text.indexOf('年底前');
    const { tasks } = write(written, { type: 'split', code: 't1', at, fresh: 'n1' });
    expect(tasks.map(({ code, number }) => [code, number])).toEqual([
      ['t1', '1'],
      ['n1', '1-2'],
      ['t2', '2'],
    ]);
    expect(tasks[0]!.measures).toHaveLength(1);
    expect(tasks[1]!.measures).toHaveLength(0);
    expect(write(written, { type: 'split', code: 't1', at: 0, fresh: 'n1' })).toBe(written);
  });

  it('merges a task with the next, and removes and adds', () => {
    const merged = write(written, { type: 'merge', code: 't1' });
    expect(merged.tasks).toHaveLength(1);
    expect(merged.tasks[0]!.measures).toHaveLength(2);
    expect(write(written, { type: 'remove', code: 't1' }).tasks.map(({ code }) => code)).toEqual(['t2']);
    expect(write(written, { type: 'add', after: 't1', code: 'n1' }).tasks.map(({ code }) => code)).toEqual([
      't1',
      'n1',
      't2',
    ]);
  });

  it('is the same in whatever order its fields stand', () => {
    const { title, ...rest } = written;
    expect(sameWritten(written, { ...rest, title })).toBe(true);
    expect(sameWritten(written, { ...rest, title: `${title}。` })).toBe(false);
  });

  it('keeps the printed name beside a unit chosen by hand', () => {
    const named = write(written, {
      type: 'task',
      code: 't1',
      by: { units: [{ role: 'lead', printed: '区某局', units: [], source: 'unknown' }] },
    });
    const matched = write(named, { type: 'units', code: 't1', at: 0, units: ['U2'] });
    const more = write(matched, { type: 'chosen-units', code: 't1', role: 'lead', units: ['U3'] });
    expect(more.tasks[0]!.units.map(({ printed, units }) => [printed, units])).toEqual([
      ['区某局', ['U2']],
      ['', ['U3']],
    ]);
  });
});
