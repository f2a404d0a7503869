import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import { UnreadableFile } from '../../reports/reading/index.ts';
import { writeTaskPaper, writeTaskWorkbook } from '../../reports/reading/tasks/export.ts';
import { loadDirectory } from '../../server/directory.ts';
import { headForTable, tasksForTable } from '../../server/plans/exports.ts';
import { PROCEDURE } from '../../server/plans/papers.ts';
import { findVersion } from '../../store/papers/versions.ts';
import { issuedPlans } from '../../store/plans/issued.ts';
import { roles } from '../../systems/yearly/work-plan/fields.ts';
import type { PlanDraft, PlanTask } from '../../yearly/work-plan/draft.ts';
import { proposeDraft } from '../../yearly/work-plan/propose.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type Ledger, type OpenLedger, onLedger } from './on-ledger.ts';
import { readFileOf, UNREADABLE } from './read-file.ts';

/** `fazhi plan FILE`: tasks, units, quantified demands and days of a plan, as they would be proposed to a clerk. */
export function planCommand(): Command {
  return new Command('plan')
    .description('读出一份工作要点的任务、单位、量化要求和时限，供核对')
    .argument('<file>', 'txt、md、html、docx、pdf 或 ofd 文件')
    .option('--json', '输出 JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      process.exitCode = await propose(file, json ?? false);
    });
}

async function propose(file: string, json: boolean): Promise<number> {
  try {
    const read = await readFileOf(file);
    // Without a region nobody is known: printed names stay as they are printed.
    const world = { units: [], remembered: new Map(), past: [], indicators: [] };
    const { text: _, ...draft } = proposeDraft(read, world);
    process.stdout.write(`${json ? JSON.stringify(draft, null, 2) : described({ ...draft, text: '' })}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${basename(file)}：${error.message}\n`);
    return UNREADABLE;
  }
}

function described(draft: PlanDraft): string {
  const table = new Table({
    head: ['序号', '部分', '任务', '单位', '量化要求', '完成时限'],
    colWidths: [6, 20, 32, 30, 26, 14],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  });
  for (const task of draft.tasks) {
    table.push([
      task.number,
      task.part,
      task.title,
      unitsText(task),
      task.measures.map(({ text }) => text).join('；'),
      task.due ?? task.dueText,
    ]);
  }
  const without = (what: string, lacks: (task: PlanTask) => boolean) => {
    const count = draft.tasks.filter(lacks).length;
    return count === 0 ? [] : [`${count}项任务${what}。`];
  };
  return [
    `${draft.title}（${draft.year}年）`,
    draft.tasks.length === 0 ? '没有读出任务。' : table.toString(),
    ...without('没有写明单位', ({ units }) => units.length === 0),
    ...without('没有写明完成时限', ({ due, dueText }) => due === null && dueText === ''),
  ].join('\n');
}

const unitsText = ({ units }: PlanTask): string =>
  units.map(({ role, printed }) => `${roles[role]}：${printed}`).join('\n');

interface ExportOptions extends DatabaseOptions {
  readonly year: number;
  readonly out?: string;
}

/** `fazhi plan-export --year Y --out FILE`: the issued plan of a year as 任务分解表. */
export function planExportCommand(open: OpenLedger): Command {
  return databaseCommand('plan-export', '导出一年已印发的工作要点（任务分解表）')
    .requiredOption('--year <年度>', '哪一年的要点', yearOf)
    .option('--out <文件>', '写入文件，按扩展名为 .xlsx 或 .docx')
    .action((options: ExportOptions) =>
      onLedger(
        open,
        options,
        async (ledger, say) => {
          const draft = await issuedDraft(ledger, options.year);
          if (options.out) await write(ledger, draft, options.out, say);
          return draft;
        },
        describedIssued,
      ),
    );
}

async function issuedDraft({ sql, region }: Ledger, year: number): Promise<PlanDraft> {
  const plan = (await issuedPlans(sql, region)).find(({ facts }) => facts.year === year);
  const version =
    plan && (await findVersion(sql, region, PROCEDURE, String(plan.facts.paper), Number(plan.facts.version)));
  if (!version) throw new Error(`没有${year}年已印发的工作要点。`);
  return version.content as unknown as PlanDraft;
}

async function write(
  { sql, region }: Ledger,
  draft: PlanDraft,
  file: string,
  say: (text: string) => void,
): Promise<void> {
  const directory = await loadDirectory(sql, region);
  const tasks = tasksForTable(draft, directory.unitName);
  switch (extname(file).toLowerCase()) {
    case '.xlsx':
      await writeFile(file, await writeTaskWorkbook(tasks));
      break;
    case '.docx':
      await writeFile(file, await writeTaskPaper(headForTable(draft), tasks));
      break;
    default:
      throw new Error(`不能写成“${extname(file)}”格式，请用 .xlsx 或 .docx。`);
  }
  say(`已写入 ${file}`);
}

const describedIssued = (draft: PlanDraft): string =>
  [
    `${draft.title}：${draft.tasks.length}项任务`,
    ...draft.tasks.map(({ number, title, due }) => `  ${number}．${title}（${due}）`),
  ].join('\n');

function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('年度应为四位数字，如2024。');
  return Number(text);
}
