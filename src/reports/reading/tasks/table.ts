import type { Section, Task, TaskUnit } from '../model.ts';
import { isTableRow, type Line } from '../text/lines.ts';
import { splitUnits } from './clauses.ts';
import { splitDemands } from './demands.ts';
import { type DueContext, dueDay } from './due.ts';

/**
 * 任务分解表: rows of a table whose first row names its columns. Which column is which, by words.
 */
type Column = 'number' | 'part' | 'text' | 'lead' | 'responsible' | 'cooperating' | 'due';

const COLUMNS: readonly { column: Column; words: RegExp; examples: readonly string[] }[] = [
  { column: 'number', words: /^(?:序号|编号|序)$/, examples: ['序号'] },
  { column: 'lead', words: /牵头|主责/, examples: ['牵头单位'] },
  { column: 'cooperating', words: /配合|协办|参与|协助/, examples: ['配合单位'] },
  { column: 'responsible', words: /责任|负责|落实单位|承办/, examples: ['责任单位'] },
  { column: 'due', words: /时限|时间|期限|节点|进度/, examples: ['完成时限'] },
  { column: 'part', words: /类别|板块|一级|项目|方面|重点领域/, examples: ['工作类别'] },
  { column: 'text', words: /任务|内容|措施|事项|要求|举措/, examples: ['主要任务'] },
];

/** Tasks of every task table among `lines`. */
export function readTaskTables(
  lines: readonly Line[],
  sections: readonly Section[],
  context: DueContext,
): Task[] {
  const tasks: Task[] = [];
  let columns: (Column | null)[] | null = null;
  let part = '';
  for (const line of lines) {
    if (!isTableRow(line.text)) {
      columns = null;
      continue;
    }
    const cells = line.text.split('\t').map((cell) => cell.trim());
    const header = readHeader(cells);
    if (header) {
      columns = header;
      part = '';
      continue;
    }
    if (!columns) continue;
    const task = readRow(columns, cells, line, sections, context, part);
    if (!task) continue;
    part = task.part;
    tasks.push(task.number === '' ? { ...task, number: String(tasks.length + 1) } : task);
  }
  return tasks;
}

/** A header names at least a task column and one of the others. */
function readHeader(cells: readonly string[]): (Column | null)[] | null {
  const named = cells.map((cell) =>
    cell.length <= 12 ? (COLUMNS.find(({ words }) => words.test(cell))?.column ?? null) : null,
  );
  const known = new Set(named.filter((column) => column !== null));
  return known.has('text') && known.size >= 2 ? named : null;
}

function readRow(
  columns: readonly (Column | null)[],
  cells: readonly string[],
  line: Line,
  sections: readonly Section[],
  context: DueContext,
  partAbove: string,
): Task | null {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const text = cell('text');
  if (text === '') return null;
  const roles: TaskUnit['role'][] = ['lead', 'responsible', 'cooperating'];
  const units = roles.flatMap((role) => splitUnits(cell(role)).map((name) => ({ name, role })));
  const dueText = cell('due');
  const start = line.start + Math.max(0, line.text.indexOf(text));
  return {
    number: cell('number').replace(/[.．、]$/, ''),
    part: cell('part') || partAbove,
    title: text.split(/[。；，,;]/)[0]!,
    text,
    start,
    end: start + text.length,
    section: sections.findLastIndex((section) => section.start <= line.start),
    demands: splitDemands(text, start),
    units,
    due: dueText === '' ? null : dueDay(dueText, context),
    dueText: dueText || null,
    basis: [...text.matchAll(/《([^《》\n]{2,120})》/g)].map((match) => match[1]!),
  };
}
