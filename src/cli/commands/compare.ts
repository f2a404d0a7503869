import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Table from 'cli-table3';
import { Command } from 'commander';
import {
  type ComparedFigure,
  type Comparison,
  type ComparisonTable,
  compareDocuments,
  MOVEMENT_NAMES,
  tabulateDocuments,
} from '../../reports/comparing/index.ts';
import { type Figure, type ReadDocument, UnreadableFile } from '../../reports/reading/index.ts';
import { compareForConsole } from '../../server/reports/comparing.ts';
import { writeComparisonWorkbook } from '../../server/reports/comparison-sheet.ts';
import { readFileOf, UNREADABLE } from './read-file.ts';

interface CompareOptions {
  json?: boolean;
  xlsx?: string;
}

/** `fazhi compare A B [C…]`: two documents figure by figure, more of them in a table by indicator. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('对比两份报告的数据（升、降、增、减），或将多份报告按指标列表')
    .argument('<earlier>', '较早的一份')
    .argument('<later>', '较晚的一份')
    .argument('[others...]', '更多份，按先后列出')
    .option('--json', '输出 JSON')
    .option('--xlsx <file>', '写成 Excel 工作簿，各数附出处')
    .action(async (earlier: string, later: string, others: string[], options: CompareOptions) => {
      process.exitCode = await run([earlier, later, ...others], options);
    });
}

async function run(files: readonly string[], { json = false, xlsx }: CompareOptions): Promise<number> {
  const documents: ReadDocument[] = [];
  for (const file of files) {
    try {
      documents.push(await readFileOf(file));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      process.stderr.write(`${basename(file)}：${error.message}\n`);
      return UNREADABLE;
    }
  }
  if (xlsx !== undefined) {
    const named = documents.map((reading, at) => ({ name: basename(files[at]!), reading }));
    await writeFile(xlsx, await writeComparisonWorkbook(compareForConsole(named)));
    process.stdout.write(`已写入 ${xlsx}\n`);
    return 0;
  }
  process.stdout.write(`${printed(documents, files, json)}\n`);
  return 0;
}

function printed(documents: readonly ReadDocument[], files: readonly string[], json: boolean): string {
  const [before, after] = documents;
  if (documents.length === 2) {
    const comparison = compareDocuments(before!, after!);
    return json ? JSON.stringify(comparison, null, 2) : describe(comparison);
  }
  const table = tabulateDocuments(documents);
  return json ? JSON.stringify(table, null, 2) : describeTable(table, files);
}

function describe({ before, after, figures, counts }: Comparison): string {
  const table = new Table({
    head: ['事项', '单位', '前', '后', '变化', '幅度'],
    style: { head: [], border: [] },
  });
  for (const figure of figures) table.push(rowOf(figure));
  const tally = Object.entries(MOVEMENT_NAMES).map(
    ([movement, name]) => `${name} ${counts[movement as keyof typeof counts]} 项`,
  );
  return [
    `前：${before.title ?? '（无标题）'}`,
    `后：${after.title ?? '（无标题）'}`,
    table.toString(),
    tally.join('，'),
  ].join('\n');
}

function rowOf({ subject, unit, before, after, movement, change, percent }: ComparedFigure): string[] {
  const sign = change !== null && change > 0 ? '+' : '';
  const points = unit === '%' ? '个百分点' : '';
  const shown = change === null || change === 0 ? MOVEMENT_NAMES[movement] : `${sign}${change}${points}`;
  const share = percent === null || percent === 0 ? '' : `${percent > 0 ? '+' : ''}${percent}%`;
  return [subject, unit, shownValue(before), shownValue(after), shown, share];
}

function shownValue(figure: Figure | null): string {
  if (figure === null) return '';
  const { value, valueTo, qualifier } = figure;
  return `${value}${valueTo === null ? '' : `～${valueTo}`}${qualifier === '' ? '' : `（${qualifier}）`}`;
}

function describeTable({ columns, rows }: ComparisonTable, files: readonly string[]): string {
  const table = new Table({
    head: ['事项', '单位', ...columns.map(({ title, issuer }, i) => issuer ?? title ?? basename(files[i]!))],
    style: { head: [], border: [] },
  });
  for (const { subject, unit, cells } of rows) table.push([subject, unit, ...cells.map(shownValue)]);
  return `${table.toString()}\n共 ${columns.length} 份，可比事项 ${rows.length} 项`;
}
