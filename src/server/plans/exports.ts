import { writeXlsx } from 'hucre';
import type { BoardView } from '../../client/contract/plan-board.ts';
import type { DocumentHead, Task } from '../../reports/reading/index.ts';
import { roles } from '../../systems/yearly/work-plan/fields.ts';
import { standingNames } from '../../yearly/work-plan/board.ts';
import type { PlanDraft, PlanTask } from '../../yearly/work-plan/draft.ts';

/** A task as the 任务分解表 prints it: one text, its quantities, the units by their full names. */
export function tasksForTable(draft: PlanDraft, unitName: (code: string) => string): Task[] {
  return draft.tasks.map((task) => ({
    number: task.number,
    part: task.part,
    title: task.title,
    text: task.text,
    start: task.start ?? 0,
    end: task.end ?? 0,
    section: -1,
    demands: [
      {
        text: bodyOf(task),
        start: 0,
        end: 0,
        quantities: task.measures.map(({ text }) => ({
          kind: 'minimum' as const,
          text,
          start: 0,
          end: 0,
          value: null,
          unit: '',
          per: '',
        })),
      },
    ],
    units: namesOf(task, unitName),
    due: task.due,
    dueText: task.dueText || null,
    basis: [...new Set([...task.text.matchAll(/《([^《》\n]{2,120})》/g)].map((match) => match[1]!))],
  }));
}

/** The text without the title it begins with: the table sets the title first. */
function bodyOf({ title, text }: PlanTask): string {
  const body = text.startsWith(title) ? text.slice(title.length).replace(/^[。.：:\s]+/, '') : text;
  return (body || title).replace(/。$/, '');
}

/** Each unit once; a name that stood for a class is printed as it was, for a table of sixty names is none. */
function namesOf(task: PlanTask, unitName: (code: string) => string): Task['units'] {
  return task.units.flatMap(({ role, printed, units, source }) =>
    source === 'class' ? [{ role, name: printed }] : units.map((code) => ({ role, name: unitName(code) })),
  );
}

export const headForTable = (draft: PlanDraft): DocumentHead => ({
  title: draft.title,
  issuer: draft.issuer,
  number: draft.number,
  date: null,
  addressee: null,
  published: null,
  source: null,
  signature: null,
  skeleton: 'plan',
  annexes: [],
});

/** The board as a workbook: tasks, units and parts on a sheet each. */
export async function writeBoardWorkbook(board: BoardView): Promise<Uint8Array> {
  const tallies = (head: string, rows: BoardView['units']) => ({
    rows: [
      [
        head,
        '任务数',
        '已完成',
        '其中逾期完成',
        '待销号',
        '推进中',
        '临期',
        '逾期',
        '未完成',
        '平均进度（%）',
      ],
      ...rows.map((row) => [
        row.name,
        row.total,
        row.done,
        row.doneLate,
        row.claimed,
        row.running,
        row.near,
        row.late,
        row.unfinished,
        row.percent,
      ]),
    ],
    freezePane: { rows: 1 },
    columns: [{ width: 30 }],
  });
  return writeXlsx({
    sheets: [
      {
        name: '任务',
        columns: [6, 20, 40, 24, 8, 12, 10, 8, 12, 50, 40, 10].map((width) => ({ width })),
        freezePane: { rows: 1 },
        rows: [
          [
            '序号',
            '部分',
            '任务',
            '承担单位',
            '职责',
            '完成时限',
            '状态',
            '进度（%）',
            '完成日期',
            '最近进展',
            '量化要求',
            '督办',
          ],
          ...board.tasks.map((task) => [
            task.number,
            task.part,
            task.title,
            task.unitName,
            roles[task.role],
            task.due,
            standingNames[task.standing],
            task.percent,
            task.doneOn ?? '',
            task.progress,
            task.measures.map(measureText).join('；'),
            task.escalation ?? '',
          ]),
        ],
      },
      { name: '单位', ...tallies('单位', board.units) },
      { name: '部分', ...tallies('部分', board.parts) },
    ],
  });
}

const senses = { minimum: '不少于', maximum: '不多于', exact: '等于' } as const;
const measureText = ({
  text,
  value,
  target,
  measureUnit,
  sense,
}: BoardView['tasks'][number]['measures'][number]) =>
  `${text}：${value ?? '未报'}（${senses[sense]}${target}${measureUnit}）`;
