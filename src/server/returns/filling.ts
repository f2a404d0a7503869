import type { ReturnView } from '../../client/contract/returns.ts';
import { workdaysLeft } from '../../kernel/clock/standing.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { dropDraft, findDraft, keepDraft } from '../../store/returns/drafts.ts';
import { liaisonsOn } from '../../store/returns/liaisons.ts';
import type { ReturnRow } from '../../store/returns/rows.ts';
import { checkReturn, type Finding, withComputed } from '../../systems/yearly/periodic-return/checks.ts';
import type { CheckedItem, ReturnedValue } from '../../systems/yearly/periodic-return/fields.ts';
import { checkedItems, type FormItem, itemsOwedBy, keyOf } from '../../yearly/returns/form.ts';
import { typedNumber } from '../../yearly/returns/typed-number.ts';
import { readReturns, readSheets } from '../../yearly/returns/workbook.ts';
import { type OwnFiles, ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { sayWhatHappened } from '../handlers/say.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { formAt } from './kept-forms.ts';
import { beforeOf, cumulativeIn, daysLate, returnSeen, roundSeen } from './scope.ts';

/** What was typed into one cell. */
export interface TypedCell {
  readonly code: string;
  readonly text: string;
  readonly comment?: string | undefined;
}

/** What typed cells come to: values, and all that is wrong with them. */
export interface Judged {
  readonly values: readonly ReturnedValue[];
  readonly findings: readonly (Pick<Finding, 'code' | 'message'> & { readonly rule: string })[];
}

/** Reads typed cells as numbers, works out totals left empty, and checks what came of it. */
export function judge(items: readonly CheckedItem[], cells: readonly TypedCell[]): Judged {
  const known = new Map(items.map((item) => [item.code, item]));
  const unread: { code: string; rule: string; message: string }[] = [];
  const typed = cells.flatMap(({ code, text }): ReturnedValue[] => {
    const number = typedNumber(text, known.get(code)?.unit ?? '');
    if ('problem' in number) {
      unread.push({ code, rule: 'number', message: `${known.get(code)?.name ?? code}：${number.problem}` });
    }
    return 'value' in number ? [{ code, value: number.value }] : [];
  });
  // A total that was left empty may need its explanation all the same.
  const said = new Map(cells.map(({ code, comment }) => [code, comment?.trim()]));
  const values = withComputed(items, typed).map((value) => {
    const comment = said.get(value.code);
    return comment ? { ...value, comment } : value;
  });
  const bad = new Set(unread.map(({ code }) => code));
  // What could not be read is not told a second time as missing.
  const checks = checkReturn(items, values).filter(
    ({ code, rule }) => !(rule === 'required' && bad.has(code)),
  );
  return { values, findings: [...unread, ...checks] };
}

/** The items a return is of, with what they are compared with. */
export async function itemsOf(
  world: World,
  region: string,
  row: ReturnRow,
): Promise<{ items: FormItem[]; checked: CheckedItem[]; codes: ReadonlySet<string> }> {
  const { form } = await formAt(world.sql, region, row.form, row.formVersion);
  const items = itemsOwedBy(form, row.unit);
  const codes = new Set(form.items.map(({ code }) => code));
  const before = await beforeOf(world, region, row, cumulativeIn(items), row.unit);
  return { items, checked: checkedItems(items, before.get(row.unit) ?? new Map()), codes };
}

const open = (row: ReturnRow): boolean => row.stage === 'filling' || row.stage === 'returned';

/** Why the last correction was sent back; null where it was not, or another came after it. */
const rejectedOf = (row: ReturnRow): string | null =>
  row.taken.findLast(({ step }) => step.endsWith('correct') || step.endsWith('-correction'))?.step ===
  'reject-correction'
    ? String(row.facts.rejectReason ?? '')
    : null;

/** A correction waits for the office. */
const waits = ({ facts }: ReturnRow): boolean => facts.correcting === true;

/** What a correction changes, value by value; null where none waits. */
function correctionOf(world: World, row: ReturnRow, items: readonly CheckedItem[]): ReturnView['correction'] {
  if (!waits(row)) return null;
  const { proposed = [], correctReason = '' } = row.facts as {
    proposed?: readonly ReturnedValue[];
    correctReason?: string;
  };
  const asked = row.taken.findLast(({ step }) => step === 'correct');
  const now = new Map(row.values.map(({ code, value }) => [code, value]));
  const next = new Map(proposed.map(({ code, value }) => [code, value]));
  return {
    reason: correctReason,
    on: asked?.on ?? '',
    byName: asked ? world.directory().personName(asked.person) : '',
    changes: items
      .filter(({ code }) => now.get(code) !== next.get(code))
      .map(({ code, name, unit }) => ({
        ...{ code, name, unit },
        from: now.get(code) ?? null,
        to: next.get(code) ?? null,
      })),
  };
}

/** Steps the post may take on the return now; what else they ask, the step itself refuses with its reason. */
function mayOf(session: Session, row: ReturnRow): ReturnView['may'] {
  const { kind, unit } = session.acting;
  const own = unit === row.unit;
  const office = kind === 'legal-office' || kind === 'legal-office-head';
  return {
    submit: own && open(row) && (kind === 'liaison' || kind === 'unit-head'),
    enter: kind === 'legal-office' && open(row),
    correct: own && row.stage === 'accepted' && kind === 'unit-head' && !waits(row),
    review: office && row.stage === 'submitted',
    reviewCorrection: office && waits(row),
    urge: office && open(row),
  };
}

export async function showReturn(
  world: World,
  { session, params, now }: Call<'returns.get'>,
): Promise<ReturnView> {
  const row = await returnSeen(world, session, params.return);
  const today = legalDateOf(now);
  const [round, { items, checked }, draft, liaisons] = await Promise.all([
    roundSeen(world, session, row.round, now),
    itemsOf(world, session.region, row),
    findDraft(world.sql, session.region, row.id),
    liaisonsOn(world.sql, session.region, today),
  ]);
  // What is being keyed in shows while the return is open; afterwards what was submitted does.
  const kept = open(row)
    ? (draft?.content as { cells?: TypedCell[]; remark?: string } | undefined)
    : undefined;
  const cells =
    kept?.cells ??
    row.values.map(({ code, value, comment }) => ({ code, text: value, ...(comment ? { comment } : {}) }));
  const { values, findings } = judge(checked, cells);
  const steps = world.systems.registry.get('periodic-return').declaration;
  const compared = new Map(checked.map((item) => [item.code, item]));
  const directory = world.directory();
  const { id, number, seq, unit, form, formName, period, periodName, stage, closed, due } = row;
  return {
    ...{ id, number, seq, unit, form, formName, period, periodName, stage, closed, due },
    round: row.round,
    unitName: directory.unitName(unit),
    stageName: steps.stages[stage]?.name ?? stage,
    daysLeft: workdaysLeft(due, today, world.calendar()),
    daysLate: daysLate(world, row, today),
    submittedOn: row.submittedOn,
    note: round.note,
    remark: kept?.remark ?? String(row.facts.remark ?? ''),
    returnReason: stage === 'returned' ? row.returnReason : null,
    redoBy: stage === 'returned' ? row.redoBy : null,
    correction: correctionOf(world, row, checked),
    rejected: rejectedOf(row),
    items: items.map((item) => {
      const { last, lastYear } = compared.get(item.code)!;
      return {
        ...item,
        ...(last === undefined ? {} : { last }),
        ...(lastYear === undefined ? {} : { lastYear }),
      };
    }) as ReturnView['items'],
    cells: cells.map(({ code, text, comment }) => ({ code, text, ...(comment ? { comment } : {}) })),
    values: values.map((value) => ({ ...value })),
    findings: findings.map(({ code, rule, message }) => ({ code, rule, message })),
    draft:
      draft && kept
        ? {
            revision: draft.revision,
            savedByName: directory.personName(draft.savedBy),
            savedAt: draft.savedAt,
          }
        : null,
    may: mayOf(session, row),
    history: row.taken.map(({ step, on, person, unit: of = unit }) => ({
      step,
      name: steps.steps[step]?.name ?? step,
      on,
      by: `${directory.shortName(of)} ${directory.personName(person)}`,
    })),
    liaisons: liaisons.filter((one) => one.unit === unit).map(({ name, post }) => ({ name, post })),
  };
}

/** The return, where the post may fill it in. */
async function returnToFill(world: World, session: Session, id: string): Promise<ReturnRow> {
  const row = await returnSeen(world, session, id);
  const may = mayOf(session, row);
  if (may.submit || may.enter) return row;
  return refuse(
    'forbidden',
    'returns.fill',
    '这份报表现在不由您填写：已报送的要先退回，审核通过的由单位负责人直接更正。',
  );
}

const cleaned = (cells: readonly TypedCell[]) =>
  cells.filter(({ text, comment }) => text.trim() !== '' || comment?.trim());

export async function saveDraft(world: World, { session, params, body, now }: Call<'returns.draft'>) {
  const row = await returnToFill(world, session, params.return);
  const { checked } = await itemsOf(world, session.region, row);
  const revision = await keepDraft(world.sql, session.region, row.id, {
    revision: body.revision,
    content: { cells: cleaned(body.cells), remark: body.remark } as unknown as JsonObject,
    savedBy: session.person.id,
    savedAt: now,
  });
  return { ...viewOf(judge(checked, body.cells)), revision };
}

export async function checkCells(world: World, { session, params, body }: Call<'returns.check'>) {
  const row = await returnSeen(world, session, params.return);
  const { checked } = await itemsOf(world, session.region, row);
  return viewOf(judge(checked, body.cells));
}

const viewOf = ({ values, findings }: Judged) => ({
  values: values.map((value) => ({ ...value })),
  findings: findings.map(({ code, rule, message }) => ({ code, rule, message })),
});

/** A unit's own workbook, read for its form; nothing is kept. */
export async function readFile(
  world: World,
  files: FileStore,
  { session, params, body, now }: Call<'returns.read'>,
) {
  const row = await returnToFill(world, session, params.return);
  const { items, codes } = await itemsOf(world, session.region, row);
  const bytes = await bytesOf(ownFiles(world, files, session, now), body.file);
  const { returns, problems } = readReturns(await readSheets(bytes), {
    key: keyOf(row.form, row.period),
    codes,
    unitOf: unitFinder(world),
    itemsOf: (unit) => (unit === row.unit ? items : []),
    only: row.unit,
  });
  const [found] = returns;
  const cells = (found?.values ?? []).map(({ code, value, comment }) => ({
    code,
    text: value,
    ...(comment ? { comment } : {}),
  }));
  const empty =
    found === undefined && problems.length === 0
      ? [{ cell: 'A1', message: '文件里没有本单位的数，请核对单位代码。' }]
      : problems;
  return { cells, problems: empty.map(({ cell, message }) => ({ cell, message })) };
}

export async function bytesOf(files: OwnFiles, sm3: string): Promise<Uint8Array> {
  const stored = await files.open(sm3);
  if (!stored) return refuse('not-found', 'returns.file', '没有找到上传的文件，请重新上传。');
  return new Uint8Array(await new Response(stored.body).arrayBuffer());
}

/** Units by every name people give them. */
export function unitFinder(world: World): (text: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const { code, name, shortName } of world.directory().units) {
    for (const text of [shortName, name, code]) if (text) codes.set(text, code);
  }
  return (text) => codes.get(text.trim());
}

/** What each step calls the words that come with it; the correction cannot do without. */
const wordsField = { submit: 'remark', enter: 'source', correct: 'correctReason' } as const;
/** A correction has its values beside those that were accepted. */
const valuesField = { submit: 'values', enter: 'values', correct: 'proposed' } as const;
const itemsField = { submit: 'items', enter: 'items', correct: 'proposedItems' } as const;

/** Takes the step; items and the values they are compared with are put in here, by nobody's hand. */
export async function submitReturn(world: World, { session, params, body, now }: Call<'returns.submit'>) {
  const row = await returnSeen(world, session, params.return);
  const { checked } = await itemsOf(world, session.region, row);
  const { values, findings } = judge(checked, body.cells);
  if (findings.length > 0) {
    const fields = findings.map(({ code, message }) => ({ path: code, message }));
    return refuse('invalid', 'returns.values', `有${findings.length}处需要改正，改正后再报送。`, fields);
  }
  const words = body.words.trim();
  const answer = await world.run({
    region: session.region,
    request: body.request,
    procedure: 'periodic-return',
    matter: row.id,
    step: body.step,
    expected: body.expected,
    input: {
      [valuesField[body.step]]: values.map((value) => ({ ...value })),
      ...(words === '' ? {} : { [wordsField[body.step]]: words }),
    },
    provided: { [itemsField[body.step]]: checked as unknown as JsonObject[] },
    now,
    actor: { person: session.person.id, post: session.acting.id },
  });
  if (!answer.ok) throw new RefusedError(answer.refusal);
  await dropDraft(world.sql, session.region, row.id);
  const said =
    body.step === 'correct'
      ? '更正已报请审核，审核通过后生效；在此之前仍按原来的数计。'
      : sayWhatHappened(world, body.step, answer.state, legalDateOf(now));
  return { matter: answer.matter, message: said };
}

export const inputOf = (values: readonly ReturnedValue[], rest: JsonObject): JsonObject => ({
  values: values.map((value) => ({ ...value })),
  ...rest,
});
