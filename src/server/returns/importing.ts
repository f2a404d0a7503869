import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import { parsePasted } from '../../lists/excel/pasted.ts';
import type { CellProblem } from '../../lists/excel/read.ts';
import { dropDraft } from '../../store/returns/drafts.ts';
import type { ReturnRow } from '../../store/returns/rows.ts';
import { checkReturn, withComputed } from '../../systems/yearly/periodic-return/checks.ts';
import type { CheckedItem, ReturnedValue } from '../../systems/yearly/periodic-return/fields.ts';
import { checkedItems, itemsOwedBy, keyOf } from '../../yearly/returns/form.ts';
import { type ReadReturn, readReturns, readSheets } from '../../yearly/returns/workbook.ts';
import { ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { JobFailure, type Jobs, type Report } from '../jobs/jobs.ts';
import { auditAct, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { bytesOf, inputOf, unitFinder } from './filling.ts';
import { type RoundSeen, seeRound } from './rounds.ts';
import { beforeOf, cumulativeIn } from './scope.ts';

interface Desk {
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly jobs: Jobs;
}

/** Begins an import; the same request resumes it, also after a restart of the system. */
export async function beginImport(world: World, desk: Desk, call: Call<'returns.import'>) {
  const { session, params, body, now } = call;
  if ((body.file === undefined) === (body.pasted === undefined)) {
    return refuse('invalid', 'returns.import', '请上传一个Excel文件，或者粘贴表格内容，二者选一。');
  }
  const seen = await seeRound(world, session, params.round, now);
  const job = sm3Hex(`${session.region} ${params.round} ${session.person.id} ${body.request}`).slice(0, 32);
  const sheets =
    body.pasted === undefined
      ? await readSheets(await bytesOf(ownFiles(world, desk.files, session, now), body.file!))
      : { values: parsePasted(body.pasted), comments: [] };
  desk.jobs.start(job, session.person.id, async (report) => {
    const asked = {
      job,
      session,
      seen,
      now,
      dryRun: body.dryRun,
      source: body.source?.trim() || 'Excel导入',
    };
    const done = await importReturns(world, asked, sheets, report);
    if (body.dryRun || done === 0) return;
    await auditAct(desk.sessions, session, now, 'imported', `return-round ${params.round} ${done}`);
  });
  return { job };
}

export interface ImportAsk {
  /** Requests to the ledger are named after it, so that a second run does nothing twice. */
  readonly job: string;
  readonly session: Session;
  readonly seen: RoundSeen;
  readonly now: string;
  readonly dryRun: boolean;
  readonly source: string;
}

/** One unit's values, ready to be taken in. */
interface Ready {
  readonly row: ReturnRow;
  readonly values: readonly ReturnedValue[];
  readonly items: readonly CheckedItem[];
}

/**
 * Takes a table into a round. The whole of it is checked first: one wrong cell and nothing is taken in. Then each unit
 * is one step, whole or not at all. A run that was killed is begun again with the same file: units that are in with the
 * same values are left alone. Answers how many units were taken in; throws JobFailure with a reason for the user.
 */
export async function importReturns(
  world: World,
  asked: ImportAsk,
  sheets: Parameters<typeof readReturns>[0],
  report: Report,
): Promise<number> {
  const { form, round, rows } = asked.seen;
  const own = asked.session.acting.kind === 'legal-office' ? undefined : asked.session.acting.unit;
  const owing = new Map(rows.map((row) => [row.unit, row]));
  const read = readReturns(sheets, {
    key: keyOf(form.code, round.period),
    codes: new Set(form.items.map(({ code }) => code)),
    unitOf: unitFinder(world),
    itemsOf: (unit) => (owing.has(unit) ? itemsOwedBy(form, unit) : []),
    ...(own === undefined ? {} : { only: own }),
  });
  // A row without a single number is a unit that has not been filled in yet, not one that returns nothing.
  const filled = read.returns.filter(({ values }) => values.length > 0);
  report({ total: filled.length, message: '正在核对' });
  const before = await beforeOf(world, asked.session.region, round, cumulativeIn(form.items), own);
  const problems = [...read.problems];
  const ready: Ready[] = [];
  let same = 0;
  for (const one of filled) {
    const row = owing.get(one.unit)!;
    const items = checkedItems(itemsOwedBy(form, one.unit), before.get(one.unit) ?? new Map());
    const values = withComputed(items, one.values);
    const found = checkReturn(items, values).map(({ code, message }) => ({
      cell: cellOf(one, code),
      message,
    }));
    const shut = shutFor(row, one, values);
    if (shut === 'same') same++;
    else if (shut) problems.push(shut);
    else if (found.length > 0) problems.push(...found);
    else ready.push({ row, values, items });
  }
  if (problems.length > 0) {
    report({ errors: problems.slice(0, 500) });
    throw new JobFailure(`有${problems.length}处需要改正，没有导入任何一个单位。请改正后重新导入。`);
  }
  const told = same > 0 ? `，${same}个单位已报送且数值相同，不再导入` : '';
  if (asked.dryRun) {
    report({ done: filled.length, message: `核对无误：可以导入${ready.length}个单位${told}。` });
    return 0;
  }
  await takeIn(world, asked, ready, report);
  report({ done: filled.length, message: `已导入${ready.length}个单位，待审核${told}。` });
  return ready.length;
}

/** The cell of an item; for a column the sheet lacks, the row it would stand in. */
function cellOf({ cells }: ReadReturn, code: string): string {
  const own = cells.get(code);
  if (own !== undefined) return own;
  const row = /\d+$/.exec([...cells.values()][0] ?? '')?.[0];
  return row === undefined ? 'A1' : `第${row}行（缺少${code}列）`;
}

/** Why a unit's values are not taken in: they are there already, or others are. */
function shutFor(
  row: ReturnRow,
  one: ReadReturn,
  values: readonly ReturnedValue[],
): CellProblem | 'same' | undefined {
  if (row.stage === 'filling' || row.stage === 'returned') return undefined;
  if (row.stage !== 'unreturned' && sameValues(row.values, values)) return 'same';
  const how =
    row.stage === 'submitted'
      ? '已报送，数与表中不同；确需修改的，请先退回'
      : row.stage === 'accepted'
        ? '已审核通过，数与表中不同；确需修改的，由该单位负责人更正'
        : '本期已记为未报送';
  return { cell: [...one.cells.values()][0] ?? 'A1', message: `本单位${how}。不修改的，请清空这一行的数。` };
}

function sameValues(
  kept: readonly { code: string; value: string }[],
  now: readonly ReturnedValue[],
): boolean {
  const text = (values: readonly { code: string; value: string }[]) =>
    values
      .map(({ code, value }) => `${code} ${value}`)
      .sort()
      .join('\n');
  return text(kept) === text(now);
}

/** Every unit is its own step; those that come meanwhile go to the ledger together. */
async function takeIn(
  world: World,
  asked: ImportAsk,
  ready: readonly Ready[],
  report: Report,
): Promise<void> {
  const { session, now, job, source } = asked;
  const enters = session.acting.kind === 'legal-office';
  let done = 0;
  report({ done, message: '正在导入' });
  const outcomes = await Promise.all(
    ready.map(async ({ row, values, items }) => {
      const answer = await world.run({
        region: session.region,
        request: `${job}-${row.id.slice(-12)}`,
        procedure: 'periodic-return',
        matter: row.id,
        step: enters ? 'enter' : 'submit',
        expected: row.seq,
        input: inputOf(values, enters ? { source } : {}),
        provided: { items: items as unknown as JsonObject[] },
        now,
        actor: { person: session.person.id, post: session.acting.id },
      });
      if (!answer.ok) return { cell: world.directory().shortName(row.unit), message: answer.refusal.message };
      await dropDraft(world.sql, session.region, row.id);
      report({ done: ++done });
      return undefined;
    }),
  );
  const refused = outcomes.flatMap((outcome) => outcome ?? []);
  if (refused.length === 0) return;
  report({ errors: refused });
  throw new JobFailure(
    `${refused.length}个单位没有导入（见下），其余${done}个已经导入。核对后可以用同一文件再导入一次，已经导入的不会重复。`,
  );
}
