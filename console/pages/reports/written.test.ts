import { describe, expect, it } from 'vitest';
import { figuresIn, runsOf } from '../../../src/client/figures-in-text.ts';
import { diffText, diffVersions } from './diff.ts';
import { commonPlaces } from './lcs.ts';
import { type Conflict, merge } from './merge.ts';
import { bareTitle, printedOf, replacePrinted } from './tokens.ts';
import { act, begin } from './undo.ts';
import { inOneLine, openIn, type Written, write } from './written.ts';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });
const start: Written = {
  title: '报告',
  opening: [paragraph('现报告如下。')],
  chapters: [{ title: '一', blocks: [paragraph('甲{{a.b}}乙'), { kind: 'todo' as const, text: '补写' }] }],
  explained: [],
};
const textsOf = ({ chapters }: Written) => chapters[0]!.blocks.map(({ text }) => text);
const at = { chapter: 0, block: 0 };

describe('what a clerk writes', () => {
  it('splits and joins a paragraph, puts blocks in and takes them out, each where it was meant', () => {
    const blocks = [paragraph('甲'), paragraph('{{a.b}}乙')];
    const split = write(start, { type: 'replace', at, blocks });
    expect(textsOf(split)).toEqual(['甲', '{{a.b}}乙', '补写']);
    const put = write(split, { type: 'insert', after: at, block: paragraph('丙') });
    expect(textsOf(put)).toEqual(['甲', '丙', '{{a.b}}乙', '补写']);
    const joined = write(put, { type: 'join', at: { chapter: 0, block: 2 } });
    expect(textsOf(joined)).toEqual(['甲', '丙{{a.b}}乙', '补写']);
    // Nothing is written into a passage that says what belongs there.
    expect(textsOf(write(joined, { type: 'join', at: { chapter: 0, block: 2 } }))).toEqual(textsOf(joined));
    const out = write(put, { type: 'remove', at: { chapter: 0, block: 3 } });
    expect(openIn(out.chapters[0]!.blocks)).toBe(0);
    expect(write(start, { type: 'remove', at: { chapter: -1, block: 0 } }).opening).toEqual([]);
    expect(textsOf(write(start, { type: 'move', at, by: 1 }))).toEqual(['补写', '甲{{a.b}}乙']);
    expect(textsOf(write(start, { type: 'move', at, by: -1 }))).toEqual(textsOf(start));
    expect(start.chapters[0]?.blocks).toHaveLength(2);
  });

  it('takes a hint up at the end of its chapter, once', () => {
    const hinted = { ...start, chapters: [{ ...start.chapters[0]!, hints: ['甲事', '乙事'] }] };
    const taken = write(hinted, { type: 'take-hint', chapter: 0, hint: '甲事', write: true });
    expect(taken.chapters[0]!.hints).toEqual(['乙事']);
    expect(textsOf(taken).at(-1)).toBe('');
  });

  it('keeps one reason for a finding', () => {
    const explanation = { code: 'word-until', text: '截止', context: '截止年底', reason: '原文如此' };
    const once = write(start, { type: 'explain', explanation });
    const twice = write(once, { type: 'explain', explanation: { ...explanation, reason: '引用' } });
    expect(twice.explained.map(({ reason }) => reason)).toEqual(['引用']);
    expect(write(twice, { type: 'unexplain', explanation }).explained).toEqual([]);
  });
});

describe('back and forth', () => {
  const type = (writing: ReturnType<typeof begin>, text: string, on: number) =>
    act(writing, { type: 'change', change: { type: 'block', at, block: paragraph(text) }, on });

  it('takes what was typed in one breath back at once, and does it again', () => {
    const typed = type(type(begin(start), '甲', 0), '甲乙', 500);
    const later = type(typed, '甲乙丙', 9000);
    const back = act(later, { type: 'undo' });
    expect(textsOf(back.now)[0]).toBe('甲乙');
    const further = act(back, { type: 'undo' });
    expect(further.now).toEqual(start);
    expect(act(further, { type: 'undo' })).toBe(further);
    const again = act(act(further, { type: 'redo' }), { type: 'redo' });
    expect(textsOf(again.now)[0]).toBe('甲乙丙');
  });

  it('forgets what was undone once something else is written', () => {
    const back = act(type(begin(start), '甲', 0), { type: 'undo' });
    expect(type(back, '乙', 10_000).future).toEqual([]);
  });
});

describe('two writers', () => {
  const never = (): 'mine' => {
    throw new Error('nobody should be asked');
  };
  const base: Written = {
    ...start,
    chapters: [
      { title: '一', blocks: ['甲', '乙', '丙'].map(paragraph) },
      { title: '二', blocks: [paragraph('丁')] },
    ],
  };
  const set = (state: Written, chapter: number, block: number, text: string) =>
    write(state, { type: 'block', at: { chapter, block }, block: paragraph(text) });

  it('who changed different passages are both kept without being asked', () => {
    const mine = set(set(base, 0, 0, '甲一'), 1, 0, '丁一');
    const theirs = write(set(base, 0, 2, '丙二'), {
      type: 'insert',
      after: { chapter: 0, block: 1 },
      block: paragraph('新'),
    });
    const merged = merge(base, mine, theirs, never);
    expect(merged.chapters.map(({ blocks }) => blocks.map(({ text }) => text))).toEqual([
      ['甲一', '乙', '新', '丙二'],
      ['丁一'],
    ]);
    expect(merge(base, mine, mine, never)).toEqual(mine);
  });

  it('who changed the same passage are asked which holds, and nothing else is lost', () => {
    const mine = set(set(base, 0, 1, '乙一'), 1, 0, '丁一');
    const theirs = set(base, 0, 1, '乙二');
    const asked: Conflict[] = [];
    const merged = merge(base, mine, theirs, (conflict) => {
      asked.push(conflict);
      return 'theirs';
    });
    expect(asked.map(({ where, mine: [own], theirs: [other] }) => [where, own?.text, other?.text])).toEqual([
      ['一', '乙一', '乙二'],
    ]);
    expect(merged.chapters[0]!.blocks[1]!.text).toBe('乙二');
    expect(merged.chapters[1]!.blocks[0]!.text).toBe('丁一');
  });
});

describe('the difference of two versions', () => {
  it('is shown by the printed text, so that a figure measured anew shows', () => {
    const figure = (text: string) => ({ id: 'a.b', text }) as never;
    const version = (text: string) => ({ ...start, opening: [], figures: [figure(text)] }) as never;
    const lines = diffVersions(version('10件'), version('12件'));
    const changed = lines.filter(({ kind }) => kind !== 'same');
    expect(changed).toEqual([
      {
        kind: 'changed',
        heading: false,
        pieces: [
          { kind: 'same', text: '甲1' },
          { kind: 'removed', text: '0' },
          { kind: 'added', text: '2' },
          { kind: 'same', text: '件乙' },
        ],
      },
    ]);
  });

  it('of texts puts them together again: what stayed and came is the new, what stayed and went the old', () => {
    const [before, after] = ['全年作出行政处罚决定838件', '2025年共作出处罚决定840件。'];
    const pieces = diffText(before, after);
    const of = (gone: string) => pieces.filter(({ kind }) => kind !== gone).map(({ text }) => text);
    expect(of('added').join('')).toBe(before);
    expect(of('removed').join('')).toBe(after);
  });

  it('finds the longest common part', () => {
    expect(commonPlaces([...'甲乙丙丁'], [...'乙丁丙'])).toHaveLength(2);
    expect(commonPlaces([], [...'乙'])).toEqual([]);
  });
});

describe('tokens', () => {
  const figures = new Map([['a.b', { text: '838件' }]]);

  it('part text and figures', () => {
    expect(runsOf('甲{{a.b}}乙{{a.b~}}')).toEqual(['甲', { figure: 'a.b' }, '乙', { figure: 'a.b~' }]);
    expect(figuresIn('甲{{a.b}}乙')).toEqual(['a.b']);
    expect(printedOf('甲{{a.b}}乙{{c.d}}', figures)).toBe('甲838件乙缺数：c.d');
  });

  it('are replaced by place in the printed text, and never a figure', () => {
    const text = '截止年底{{a.b}}，，办结';
    expect(replacePrinted(text, figures, { start: 0, end: 2 }, '截至')).toBe('截至年底{{a.b}}，，办结');
    expect(replacePrinted(text, figures, { start: 8, end: 10 }, '，')).toBe('截止年底{{a.b}}，办结');
    expect(replacePrinted(text, figures, { start: 5, end: 9 }, '')).toBeUndefined();
    expect(replacePrinted(text, figures, { start: 50, end: 51 }, '')).toBeUndefined();
  });

  it('find the same chapter of another year', () => {
    expect(bareTitle('2026年度推进法治政府建设的主要安排')).toBe(
      bareTitle('2025年度推进法治政府建设的主要安排'),
    );
  });
});

it('keeps a title in one line, however it was typed or pasted', () => {
  expect(inOneLine('2025年度推进法治政府建设\n 的主要举措\n')).toBe('2025年度推进法治政府建设的主要举措');
});
