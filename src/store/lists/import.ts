import { legalDateOf } from '../../kernel/dates.ts';
import type { Refusal } from '../../kernel/errors.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { Heads, ListAction, ListContext } from '../../lists/context.ts';
import { decideOperation } from '../../lists/decide.ts';
import { planRow } from '../../lists/excel/plan.ts';
import type { CellProblem, ImportRow, ReadSheet } from '../../lists/excel/read.ts';
import { headsOfList } from './heads.ts';
import { type ListRequest, type ListWorld, operateList } from './operate.ts';

/** Rows carried out in one request: what progress moves by and what a crash can cost. */
export const IMPORT_BATCH = 500;

export type ImportPhase = 'check' | 'write';

export interface ImportRequest extends Omit<ListRequest, 'actions' | 'imported'> {
  readonly sheet: ReadSheet;
  /** Only looks: nothing is written. */
  readonly dryRun: boolean;
  readonly onProgress?: (phase: ImportPhase, done: number, total: number) => void;
}

/** What rows do: bring in an item, adjust one, or nothing as all is the same already. */
export interface ImportTally {
  readonly new: number;
  readonly adjusted: number;
  readonly same: number;
}

export interface ImportAnswer extends ImportTally {
  /** Rows on the list now; in a dry run those that could be. */
  readonly done: number;
  readonly total: number;
  /** With rows done, somebody else's operation came between: the batches before it stand. */
  readonly problems: readonly CellProblem[];
}

/**
 * Brings a sheet into a list. All rows are looked at first: one bad row and nothing is written. Then batches are
 * carried out, each whole or not at all under a request id of its own, so that the same import begun again after
 * a crash goes on where it stopped and does nothing twice.
 */
export async function importList(
  world: ListWorld,
  list: CompiledList,
  asked: ImportRequest,
): Promise<ImportAnswer> {
  const { sheet, dryRun, onProgress } = asked;
  const total = sheet.rows.length;
  const batches = await batchesOf(world, asked);
  const { tally, problems: judged } = await judge(world, list, asked, batches);
  const problems = [...sheet.problems, ...judged];
  if (problems.length > 0) return { ...nothing, total, problems };
  if (dryRun) return { ...tally, done: total, total, problems: [] };
  let done = 0;
  for (const batch of batches) {
    const stopped = batch.finished ? [] : await carryOut(world, list, asked, batch);
    if (stopped.length > 0) return { ...tally, done, total, problems: stopped };
    done += batch.rows.length;
    onProgress?.('write', done, total);
  }
  return { ...tally, done, total, problems: [] };
}

const nothing = { done: 0, new: 0, adjusted: 0, same: 0 };

interface Batch {
  readonly id: string;
  readonly rows: readonly ImportRow[];
  /** An earlier run under the same request id has carried it out. */
  readonly finished: boolean;
}

/** The batches of a sheet. An id stands for these very rows: another file under the same request id is another import. */
async function batchesOf(world: ListWorld, { sheet, region, request }: ImportRequest): Promise<Batch[]> {
  const parts = Array.from({ length: Math.ceil(sheet.rows.length / IMPORT_BATCH) }, (_, index) => {
    const rows = sheet.rows.slice(index * IMPORT_BATCH, (index + 1) * IMPORT_BATCH);
    const digest = sm3Hex(canonical(rows.map(({ input }) => input)));
    return { id: `${request}:${index + 1}:${digest.slice(0, 16)}`, rows };
  });
  const done = await world.sql<{ id: string }[]>`
    select id from request where region = ${region} and id = any (${parts.map(({ id }) => id)})`;
  const ids = new Set(done.map(({ id }) => id));
  return parts.map((part) => ({ ...part, finished: ids.has(part.id) }));
}

interface PlannedRow {
  readonly row: ImportRow;
  readonly action: ListAction;
}

/** What the rows of a batch do to the list as it stands now; rows that change nothing are only counted. */
async function planBatch(
  world: ListWorld,
  list: CompiledList,
  { region, sheet }: ImportRequest,
  rows: readonly ImportRow[],
  tally: { new: number; adjusted: number; same: number },
): Promise<{ readonly heads: Heads; readonly planned: readonly PlannedRow[] }> {
  const codes = rows.map(({ code }) => code).filter((code) => code !== '');
  const heads = await headsOfList(world.sql, region, list.id, codes);
  const planned = rows.flatMap((row) => {
    const plan = planRow(list, sheet, row, heads.get(row.code));
    tally[plan.kind]++;
    return plan.kind === 'same' ? [] : [{ row, action: plan.action }];
  });
  return { heads, planned };
}

/** Every row decided against the list as it stands, without writing. */
async function judge(
  world: ListWorld,
  list: CompiledList,
  asked: ImportRequest,
  batches: readonly Batch[],
): Promise<{ readonly tally: ImportTally; readonly problems: readonly CellProblem[] }> {
  const tally = { new: 0, adjusted: 0, same: 0 };
  const problems: CellProblem[] = [];
  const context = contextOf(world, asked);
  const { sheet, onProgress } = asked;
  let done = 0;
  for (const { finished, rows } of batches) {
    if (finished) tally.same += rows.length;
    else {
      const { heads, planned } = await planBatch(world, list, asked, rows, tally);
      for (const { row, action } of planned) {
        const decision = decideOperation(list, heads, action, context);
        if (!decision.ok) problems.push(...problemsOf(sheet, row, decision.refusal));
      }
    }
    done += rows.length;
    onProgress?.('check', done, sheet.rows.length);
  }
  return { tally, problems };
}

/**
 * Carries a batch out and answers with what stopped it. It was judged a moment ago: only somebody else's
 * operation can have come between.
 */
async function carryOut(
  world: ListWorld,
  list: CompiledList,
  asked: ImportRequest,
  { id, rows }: Batch,
): Promise<readonly CellProblem[]> {
  const { sheet, region, now, on, actor } = asked;
  const { planned } = await planBatch(world, list, asked, rows, { new: 0, adjusted: 0, same: 0 });
  if (planned.length === 0) return [];
  const answer = await operateList(world, list, {
    region,
    now,
    actor,
    ...(on === undefined ? {} : { on }),
    request: id,
    actions: planned.map(({ action }) => action),
    imported: true,
  });
  return answer.ok ? [] : problemsOf(sheet, planned[answer.at]!.row, answer.refusal);
}

function contextOf(world: ListWorld, { region, now, on, request, actor }: ImportRequest): ListContext {
  const { entropy } = world;
  return { region, now, on: on ?? legalDateOf(now), request, actor, entropy, imported: true };
}

/** A refusal at the cells it is about (`stages.0.name` is the cell of `stages`), or at the row's code. */
function problemsOf({ letters }: ReadSheet, { row }: ImportRow, refusal: Refusal): CellProblem[] {
  const { message, fields = [] } = refusal;
  const told = fields.length > 0 ? fields : [{ path: 'code', message }];
  return told.map((field) => {
    const name = field.path.split('.')[0]!;
    const letter = letters.get(name) ?? letters.get('code') ?? 'A';
    // What is wrong with the code is the whole refusal; a column that is not in the sheet is named by it as well.
    const said = name !== 'code' && letters.has(name) ? field.message : message;
    return { cell: `${letter}${row}`, message: said };
  });
}
