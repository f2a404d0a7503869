import { legalDateOf } from '../../kernel/dates.ts';
import type { CompiledList } from '../../lists/compile.ts';
import { decideOperation } from '../../lists/decide.ts';
import type { CellProblem, ImportRow, ReadSheet } from '../../lists/excel/read.ts';
import { headsOfList } from './heads.ts';
import { type ListRequest, type ListWorld, operateList } from './operate.ts';

/** Rows carried out in one request: what progress moves by and what a crash can cost. */
export const IMPORT_BATCH = 500;

export interface ImportRequest extends Omit<ListRequest, 'actions' | 'imported'> {
  readonly sheet: ReadSheet;
  /** Only looks: nothing is written. */
  readonly dryRun: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ImportAnswer {
  /** Rows on the list now; in a dry run those that could be. */
  readonly done: number;
  readonly total: number;
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
  const { sheet, dryRun, onProgress, ...request } = asked;
  const total = sheet.rows.length;
  const problems = sheet.problems.length > 0 ? sheet.problems : await judge(world, list, asked);
  if (problems.length > 0 || dryRun) return { done: problems.length > 0 ? 0 : total, total, problems };
  for (const [index, batch] of batches(sheet.rows).entries()) {
    const answer = await operateList(world, list, {
      ...request,
      request: batchId(request.request, index),
      actions: batch.map((row) => row.action),
      imported: true,
    });
    const done = index * IMPORT_BATCH;
    if (!answer.ok) return { done, total, problems: [problemOf(sheet, batch[answer.at]!, answer.refusal)] };
    onProgress?.(done + batch.length, total);
  }
  return { done: total, total, problems: [] };
}

const batchId = (request: string, index: number) => `${request}:${index + 1}`;

function batches(rows: readonly ImportRow[]): ImportRow[][] {
  return Array.from({ length: Math.ceil(rows.length / IMPORT_BATCH) }, (_, index) =>
    rows.slice(index * IMPORT_BATCH, (index + 1) * IMPORT_BATCH),
  );
}

/** Every row decided against the list as it stands, without writing. Batches done before are left out. */
async function judge(world: ListWorld, list: CompiledList, asked: ImportRequest): Promise<CellProblem[]> {
  const { sheet, region, request } = asked;
  const all = batches(sheet.rows);
  const finished = await world.sql<{ id: string }[]>`
    select id from request where region = ${region} and id = any (${all.map((_, index) => batchId(request, index))})`;
  const ids = new Set(finished.map(({ id }) => id));
  const rows = all.flatMap((batch, index) => (ids.has(batchId(request, index)) ? [] : batch));
  const codes = rows.map((row) => String(row.action.input.code));
  const heads = await headsOfList(world.sql, region, list.id, codes);
  const context = {
    ...asked,
    on: asked.on ?? legalDateOf(asked.now),
    entropy: world.entropy,
    imported: true,
  };
  return rows.flatMap((row) => {
    const decision = decideOperation(list, heads, row.action, context);
    return decision.ok ? [] : [problemOf(sheet, row, decision.refusal)];
  });
}

function problemOf(
  sheet: ReadSheet,
  row: ImportRow,
  refusal: {
    readonly message: string;
    readonly fields?: readonly { readonly path: string; readonly message: string }[];
  },
): CellProblem {
  const field = refusal.fields?.[0];
  const letter = sheet.letters.get(field?.path.split('.')[0] ?? '') ?? sheet.letters.get('code') ?? 'A';
  return { cell: `${letter}${row.row}`, message: refusal.message };
}
