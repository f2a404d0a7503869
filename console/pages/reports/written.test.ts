import { describe, expect, it } from 'vitest';
import { bareTitle, figuresIn, runsOf } from './tokens.ts';
import { openIn, write } from './written.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const start = {
  title: '报告',
  opening: [paragraph('现报告如下。')],
  chapters: [{ title: '一', blocks: [paragraph('甲{{a.b}}乙'), { kind: 'todo' as const, text: '补写' }] }],
};

describe('what a clerk writes', () => {
  it('splits a paragraph, puts blocks in and takes them out, each where it was meant', () => {
    const at = { chapter: 0, block: 0 };
    const split = write(start, { type: 'split', at, before: '甲', after: '{{a.b}}乙' });
    expect(split.chapters[0]?.blocks.map(({ text }) => text)).toEqual(['甲', '{{a.b}}乙', '补写']);
    const put = write(split, { type: 'insert', after: at, block: paragraph('丙') });
    expect(put.chapters[0]?.blocks.map(({ text }) => text)).toEqual(['甲', '丙', '{{a.b}}乙', '补写']);
    const out = write(put, { type: 'remove', at: { chapter: 0, block: 3 } });
    expect(openIn(out.chapters[0]!.blocks)).toBe(0);
    expect(write(start, { type: 'remove', at: { chapter: -1, block: 0 } }).opening).toEqual([]);
    expect(start.chapters[0]?.blocks).toHaveLength(2);
  });
});

describe('tokens', () => {
  it('part text and figures', () => {
    expect(runsOf('甲{{a.b}}乙{{a.b~}}')).toEqual(['甲', { figure: 'a.b' }, '乙', { figure: 'a.b~' }]);
    expect(figuresIn('甲{{a.b}}乙')).toEqual(['a.b']);
  });

  it('find the same chapter of another year', () => {
    expect(bareTitle('2026年度推进法治政府建设的主要安排')).toBe(
      bareTitle('2025年度推进法治政府建设的主要安排'),
    );
  });
});
