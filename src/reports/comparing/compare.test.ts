import { describe, expect, it } from 'vitest';
import { readText } from '../reading/index.ts';
import { compareDocuments, tabulateDocuments } from './index.ts';

const report = (year: number, body: string) =>
  readText(
    `青禾区${year}年度法治政府建设情况的报告\n一、主要举措和成效\n${body}\n二、存在的不足\n力量不足。`,
  );

const EARLIER = report(
  2022,
  '全年收到行政复议申请80件。行政执法案卷评查率95%。组织法治专题讲座4场。制发调解建议书6份。公开政府信息200条。',
);
const LATER = report(
  2023,
  '全年收到行政复议申请100件。行政执法案卷评查率92.5%。组织法治专题讲座4场。公开政府信息150条。新设便民窗口12个。',
);

describe('two documents of one place', () => {
  const { figures, counts } = compareDocuments(EARLIER, LATER);
  const of = (words: string) => figures.find(({ subject }) => subject.includes(words))!;

  it('tells what rose, fell, stayed, vanished and is new', () => {
    expect(counts).toEqual({ rose: 1, fell: 2, same: 1, vanished: 1, new: 1 });
    expect(of('复议')).toMatchObject({ movement: 'rose', change: 20, percent: 25, unit: '件' });
    expect(of('信息')).toMatchObject({ movement: 'fell', change: -50, percent: -25 });
    expect(of('讲座')).toMatchObject({ movement: 'same', change: 0 });
    expect(of('建议书')).toMatchObject({ movement: 'vanished', after: null, change: null, percent: null });
    expect(of('窗口')).toMatchObject({ movement: 'new', before: null });
  });

  it('gives the change of a rate in its own unit, not in per cent of it', () => {
    expect(of('评查率')).toMatchObject({ movement: 'fell', change: -2.5, percent: null });
  });

  it('finds everything the same in one document', () => {
    const own = compareDocuments(LATER, LATER);
    expect(own.counts).toMatchObject({ rose: 0, fell: 0, vanished: 0, new: 0 });
  });
});

describe('subjects in other words', () => {
  const compare = (before: string, after: string) =>
    compareDocuments(report(2022, before), report(2023, after)).figures.map(({ movement }) => movement);

  it('matches subjects that are nearly the same', () =>
    expect(compare('举办领导干部法治专题培训班3期。', '举办领导干部法治培训班5期。')).toEqual(['rose']));
  it('does not match other units', () =>
    expect(compare('举办法治专题培训3期。', '举办法治专题培训300人次。')).toEqual(['new', 'vanished']));
  it('does not match other subjects', () =>
    expect(compare('清理证明事项3件。', '评查执法案卷5件。')).toEqual(['new', 'vanished']));
});

it('many documents stand side by side by indicator', () => {
  const third = report(2024, '全年收到行政复议申请120件。组织法治专题讲座7场。');
  const { columns, rows } = tabulateDocuments([EARLIER, LATER, third]);
  expect(columns.map(({ title }) => title?.slice(3, 7))).toEqual(['2022', '2023', '2024']);
  const row = rows.find(({ subject }) => subject.includes('复议'))!;
  expect(row.cells.map((figure) => figure?.value ?? null)).toEqual([80, 100, 120]);
  expect(rows.some(({ subject }) => subject.includes('窗口'))).toBe(false);
});
