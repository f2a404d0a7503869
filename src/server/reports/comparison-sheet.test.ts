import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { readDocument } from '../../reports/reading/index.ts';
import { compareForConsole } from './comparing.ts';
import { writeComparisonWorkbook } from './comparison-sheet.ts';

const report = (year: number, decided: string, talks: number) =>
  `某区${year}年度法治政府建设情况报告\n一、工作情况\n全年作出行政处罚决定${decided}。举办法治讲座${talks}期。`;

async function sheetsOf(...texts: string[]) {
  const documents = [];
  for (const [at, text] of texts.entries())
    documents.push({ name: `${at}.txt`, reading: await readDocument({ text }) });
  const book = await readXlsx(await writeComparisonWorkbook(compareForConsole(documents)));
  return Object.fromEntries(book.sheets.map(({ name, rows }) => [name, rows]));
}

it('writes two documents with what changed, numbers as numbers, and each figure with its sentence', async () => {
  const sheets = await sheetsOf(report(2023, '16件', 2), report(2024, '20件', 2));
  const [head, ...rows] = sheets.数据对比!;
  expect(head).toEqual([
    '事项',
    '单位',
    '前：某区2023年度法治政府建设情况报告',
    '后：某区2024年度法治政府建设情况报告',
    '变化',
    '变化幅度（%）',
    '情况',
  ]);
  expect(rows.find(([subject]) => String(subject).includes('处罚'))!.slice(1)).toEqual([
    '件',
    16,
    20,
    4,
    25,
    '上升',
  ]);
  expect(sheets.出处!.map((row) => row.slice(2)).slice(1)).toContainEqual([
    '20件',
    expect.stringContaining('全年作出行政处罚决定20件'),
  ]);
  expect(sheets.文件!.slice(1).map(([at, file]) => [at, file])).toEqual([
    [1, '0.txt'],
    [2, '1.txt'],
  ]);
});

it('writes many documents in columns; a number said to be about so much stays as it is printed', async () => {
  const { 数据对比: rows } = await sheetsOf(
    report(2022, '12件', 1),
    report(2023, '近20件', 2),
    report(2024, '达20件', 4),
  );
  expect(rows![0]).toHaveLength(5);
  const decided = rows!.find(([subject]) => String(subject).includes('处罚'))!;
  expect(decided.slice(2)).toEqual([12, '近20件', 20]);
});

it('calls no two columns alike: copies of one text by their files, the others by their titles', async () => {
  const { 数据对比: rows } = await sheetsOf(
    report(2022, '12件', 1),
    report(2023, '15件', 2),
    report(2023, '16件', 2),
  );
  expect(rows![0]!.slice(2)).toEqual(['某区2022年度法治政府建设情况报告', '1.txt', '2.txt']);
});
