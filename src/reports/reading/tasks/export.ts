import { writeXlsx } from 'hucre';
import type { OfficialDocument } from '../../../kernel/wording/document.ts';
import { writeOfficialDocument } from '../../writing/docx.ts';
import type { DocumentHead, Task, TaskUnit } from '../model.ts';

/**
 * 任务分解表: one row a task. The columns are those offices use, and reading the table back gives the same
 * tasks.
 */
interface TableColumn {
  header: string;
  /** Share of the width, in characters of the sheet. */
  width: number;
  value(task: Task, index: number): string;
}

const named = (task: Task, role: TaskUnit['role']) =>
  task.units
    .filter((unit) => unit.role === role)
    .map(({ name }) => name)
    .join('、');

const COLUMNS: readonly TableColumn[] = [
  { header: '序号', width: 6, value: (task, index) => task.number || String(index + 1) },
  { header: '工作类别', width: 18, value: ({ part }) => part },
  { header: '主要任务', width: 60, value: (task) => demandsOf(task) },
  { header: '量化要求', width: 26, value: (task) => quantitiesOf(task) },
  { header: '牵头单位', width: 18, value: (task) => named(task, 'lead') },
  { header: '责任单位', width: 24, value: (task) => named(task, 'responsible') },
  { header: '配合单位', width: 24, value: (task) => named(task, 'cooperating') },
  { header: '完成时限', width: 16, value: ({ due, dueText }) => due ?? dueText ?? '' },
  { header: '依据文件', width: 30, value: ({ basis }) => basis.map((title) => `《${title}》`).join('、') },
];

/** Title, then its single demands. */
function demandsOf({ title, demands }: Task): string {
  return [title, ...demands.map(({ text }) => text).filter((text) => text !== title)].join('。');
}

function quantitiesOf({ demands }: Task): string {
  return demands.flatMap(({ quantities }) => quantities.map(({ text }) => text)).join('；');
}

function rowsOf(tasks: readonly Task[]): string[][] {
  return tasks.map((task, index) => COLUMNS.map(({ value }) => value(task, index)));
}

/** The table as a workbook (.xlsx), header frozen and filterable. */
export async function writeTaskWorkbook(tasks: readonly Task[]): Promise<Uint8Array> {
  const rows = rowsOf(tasks);
  return writeXlsx({
    sheets: [
      {
        name: '任务分解表',
        columns: COLUMNS.map(({ width }) => ({
          width,
          style: { alignment: { wrapText: true, vertical: 'top' } },
        })),
        rows: [COLUMNS.map(({ header }) => header), ...rows],
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${String.fromCharCode(0x40 + COLUMNS.length)}${rows.length + 1}` },
      },
    ],
  });
}

/** The table as an official paper (.docx). */
export function writeTaskPaper(document: DocumentHead, tasks: readonly Task[]): Promise<Uint8Array> {
  const paper: OfficialDocument = {
    title: `${(document.title ?? '').replace(/^关于印发|的通知$/g, '')}任务分解表`,
    blocks: [
      {
        kind: 'table',
        columns: COLUMNS.map(({ header, width }) => ({ header, width })),
        rows: rowsOf(tasks),
      },
    ],
  };
  return writeOfficialDocument(paper);
}
