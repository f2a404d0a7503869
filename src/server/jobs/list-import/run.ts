import type { Acting } from '../../../kernel/identity/posts.ts';
import type { CompiledList } from '../../../lists/compile.ts';
import type { Heads, ListAction, ListContext } from '../../../lists/context.ts';
import { type ListWorld, operateList } from '../../../store/lists/operate.ts';
import { type CellError, JobFailure, type Report } from '../jobs.ts';
import type { UnitNames } from './cells.ts';
import { cellAddress } from './columns.ts';
import { type Layout, layoutOf, type Planned, planRow, type ReadRow, readRow } from './plan.ts';
import type { Table } from './table.ts';

export interface ImportRequest {
  /** Id of the task; requests to the ledger are named after it, so that a second run does nothing twice. */
  readonly job: string;
  readonly region: string;
  readonly list: CompiledList;
  readonly table: Table;
  /** Day from which the rows take effect. */
  readonly effective: string;
  readonly dryRun: boolean;
  readonly actor: Acting;
  readonly now: string;
  readonly today: string;
  readonly units: UnitNames;
  /** Present state of the named items. */
  readonly heads: (codes: readonly string[]) => Promise<Heads>;
}

/** Rows looked at, and operations appended, in one go. */
const BATCH = 500;
/** Errors told one by one; beyond, their number is enough. */
const MOST_ERRORS = 500;

interface Tally {
  new: number;
  adjusted: number;
  same: number;
}

/**
 * Brings a table into a list. The whole file is checked first: one wrong row and nothing is written. Then the
 * operations follow in batches. A run that was killed is begun again with the same file: rows that are in are
 * found to be the same and left alone. Throws JobFailure with a reason for the user.
 */
export async function importList(world: ListWorld, asked: ImportRequest, report: Report): Promise<void> {
  const { table, list, dryRun } = asked;
  const total = table.rows.length;
  const layout = layoutOf(list, table);
  if (layout.errors.length > 0) {
    report({ total, errors: layout.errors });
    throw new JobFailure('表头与模板不一致，没有导入任何一行。请改正后重新导入。');
  }
  report({ total, message: '正在核对' });
  const rows = table.rows.map((row) => readRow(layout, row, asked.units));
  const tally = await checkAll(world, asked, layout, rows, report);
  if (dryRun) {
    report({ done: total, message: `核对无误：${told(tally)}。可以正式导入。` });
    return;
  }
  report({ done: 0, message: '正在导入' });
  for (let start = 0; start < rows.length; start += BATCH) {
    await importBatch(world, asked, layout, rows.slice(start, start + BATCH), start);
    report({ done: Math.min(start + BATCH, total) });
  }
  report({ done: total, message: `已导入${total}行：${told(tally)}，自${asked.effective}起生效。` });
}

const told = (tally: Tally): string => `新增${tally.new}项，调整${tally.adjusted}项，${tally.same}项没有变化`;

/** What all rows would do; throws where any of them is wrong. */
async function checkAll(
  world: ListWorld,
  asked: ImportRequest,
  layout: Layout,
  rows: readonly ReadRow[],
  report: Report,
): Promise<Tally> {
  const tally: Tally = { new: 0, adjusted: 0, same: 0 };
  const errors: CellError[] = [];
  let wrong = 0;
  const codePlace = layout.placed.find(({ column }) => column.name === 'code')!.place;
  const seen = new Map<string, number>();
  for (let start = 0; start < rows.length; start += BATCH) {
    const some = rows.slice(start, start + BATCH);
    for (const { row, planned, errors: found } of await planAll(world, asked, layout, some)) {
      const before = seen.get(row.code);
      const twice = before !== undefined && row.code !== '';
      const all = twice
        ? [
            ...found,
            { cell: cellAddress(row.at, codePlace), message: `编码${row.code}与第${before + 1}行重复。` },
          ]
        : found;
      seen.set(row.code, row.at);
      if (planned) tally[planned.kind]++;
      wrong += all.length;
      errors.push(...all.slice(0, Math.max(0, MOST_ERRORS - errors.length)));
    }
    report({ done: Math.min(start + BATCH, rows.length), errors });
  }
  if (wrong > 0) {
    const more = wrong > errors.length ? `，这里列出前${errors.length}处` : '';
    throw new JobFailure(`有${wrong}处需要改正${more}，没有导入任何一行。请改正后重新导入。`);
  }
  return tally;
}

interface PlannedRow {
  readonly row: ReadRow;
  readonly planned?: Planned;
  readonly errors: readonly CellError[];
}

async function planAll(
  world: ListWorld,
  asked: ImportRequest,
  layout: Layout,
  rows: readonly ReadRow[],
): Promise<PlannedRow[]> {
  const { list, effective } = asked;
  const heads = await asked.heads(rows.map((row) => row.code).filter((code) => code !== ''));
  const context = contextOf(world, asked);
  return rows.map((row) => ({ row, ...planRow(list, layout, row, heads, effective, context) }));
}

async function importBatch(
  world: ListWorld,
  asked: ImportRequest,
  layout: Layout,
  rows: readonly ReadRow[],
  start: number,
): Promise<void> {
  const actions: ListAction[] = [];
  for (const { row, planned, errors } of await planAll(world, asked, layout, rows)) {
    // Checked a moment ago: only somebody else's operation can have come between.
    if (!planned) {
      throw new JobFailure(
        `导入到第${row.at + 1}行时中断：${errors[0]!.message}此前各批已经导入，改正后可以用同一文件继续。`,
      );
    }
    if (planned.kind !== 'same') actions.push(planned.action);
  }
  if (actions.length === 0) return;
  const { region, list, now, actor } = asked;
  const answer = await operateList(world, list, {
    region,
    actions,
    now,
    request: `${asked.job}-${start / BATCH}`,
    actor,
    imported: true,
  });
  if (!answer.ok) {
    throw new JobFailure(
      `导入到第${rows[0]!.at + 1}行起的一批时中断：${answer.refusal.message}此前各批已经导入，可以用同一文件继续。`,
    );
  }
}

function contextOf(world: ListWorld, { region, now, today, job, actor }: ImportRequest): ListContext {
  return { region, now, on: today, request: job, actor, entropy: world.entropy, imported: true };
}
