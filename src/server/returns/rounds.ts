import type { ReturnBoard, ReturnBoardRow } from '../../client/contract/returns.ts';
import { unitsToChoose } from '../../client/units.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { type Liaison, liaisonsOn } from '../../store/returns/liaisons.ts';
import { type RoundRow, roundOfKey, roundRows } from '../../store/returns/rounds.ts';
import { COUNTED_STAGES, type ReturnRow, returnsOfRound, returnsOfYear } from '../../store/returns/rows.ts';
import { fixedOf, itemsOwedBy, keyOf, type ReturnForm } from '../../yearly/returns/form.ts';
import { totalsOf, type UnitValues } from '../../yearly/returns/totals.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import type { Call } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { unitsOf } from './forms.ts';
import { formAt } from './kept-forms.ts';
import { beforeOf, cumulativeIn, daysLate, periodNamed, roundSeen } from './scope.ts';

export async function listRounds(world: World, { session, query, now }: Call<'returns.rounds'>) {
  const unit = unitSeenBy(session);
  const rounds = await roundRows(world.sql, session.region, {
    today: legalDateOf(now),
    ...(query.year === undefined ? {} : { year: query.year }),
    ...(query.form === undefined ? {} : { form: query.form }),
    ...(unit === undefined ? {} : { unit }),
  });
  return { rounds: rounds.map(roundView) };
}

const roundView = ({ startedOn: _, ...round }: RoundRow) => round;

/** Opens a round: the form as it holds now is fixed to it by version and digest. */
export async function openRound(world: World, { session, body, now }: Call<'returns.open'>) {
  const { form, version } = await formAt(world.sql, session.region, body.form);
  const period = periodNamed(body.period);
  if (period.kind !== form.periodKind) {
    return refuse(
      'invalid',
      'returns.period',
      `“${form.name}”的报送周期与“${period.name}”不符，请重新选择期别。`,
    );
  }
  const known = new Set(unitsOf(world).map(({ code }) => code));
  const strange = body.units.find((unit) => !known.has(unit));
  if (strange !== undefined) return refuse('invalid', 'returns.units', `没有单位${strange}，请重新选择。`);
  const idle = body.units.filter((unit) => itemsOwedBy(form, unit).length === 0);
  if (idle.length > 0) {
    const names = idle.map((unit) => world.directory().shortName(unit)).join('、');
    return refuse(
      'invalid',
      'returns.units',
      `${names}在这张报表里没有应报的指标，请取消勾选，或者先修改报表。`,
    );
  }
  const answer = await world.run({
    region: session.region,
    request: body.request,
    procedure: 'return-round',
    step: 'open',
    input: {
      due: body.due,
      units: body.units.map((unit) => ({ unit })),
      ...(body.note?.trim() ? { note: body.note.trim() } : {}),
    },
    provided: fixedOf(form, version, period),
    now,
    actor: { person: session.person.id, post: session.acting.id },
  });
  if (!answer.ok) throw new RefusedError(answer.refusal);
  return {
    matter: answer.matter,
    message: `已向${body.units.length}个单位布置${period.name}的“${form.name}”，已列入各单位联络员的待办。`,
  };
}

/** A round with all that is known of its returns, for the board and for what is exported. */
export interface RoundSeen {
  readonly round: RoundRow;
  readonly form: ReturnForm;
  readonly rows: readonly ReturnRow[];
  readonly liaisons: readonly Liaison[];
  readonly totals: ReturnBoard['totals'];
}

export async function seeRound(world: World, session: Session, id: string, now: string): Promise<RoundSeen> {
  const own = unitSeenBy(session);
  const round = await roundSeen(world, session, id, now);
  const [{ form }, rows, liaisons] = await Promise.all([
    formAt(world.sql, session.region, round.form, round.formVersion),
    returnsOfRound(world.sql, session.region, round.id, own),
    liaisonsOn(world.sql, session.region, legalDateOf(now)),
  ]);
  const before = await beforeOf(world, session.region, round, cumulativeIn(form.items), own);
  const counted = rows.filter(({ stage }) => COUNTED_STAGES.includes(stage));
  const units = counted.map(({ unit }) => unit);
  const now_ = totalsOf(form.items, counted);
  const last = totalsOf(form.items, valuesOf(units, before, 'last'));
  const lastYear = totalsOf(form.items, valuesOf(units, before, 'lastYear'));
  return {
    round,
    form,
    rows,
    liaisons,
    totals: [...now_].map(([code, value]) => ({
      code,
      value,
      last: last.get(code) ?? null,
      lastYear: lastYear.get(code) ?? null,
    })),
  };
}

/** The values of an earlier period of the units that have returned now: like is compared with like. */
function valuesOf(
  units: readonly string[],
  before: Awaited<ReturnType<typeof beforeOf>>,
  which: 'last' | 'lastYear',
): UnitValues[] {
  return units.map((unit) => ({
    values: [...(before.get(unit) ?? [])].flatMap(([code, entry]) =>
      entry[which] === undefined ? [] : [{ code, value: entry[which] }],
    ),
  }));
}

/** The round of a form and period, and the return of one unit in it. Throws RefusedError `not-found`. */
export async function locate(world: World, { session, params, query, now }: Call<'returns.locate'>) {
  const key = keyOf(params.form, periodNamed(params.period).key);
  const id = await roundOfKey(world.sql, session.region, key);
  if (id === undefined) return refuse('not-found', 'returns.round', '这张报表的这一期还没有布置。');
  const round = await roundSeen(world, session, id, now);
  const own = query.unit ?? unitSeenBy(session);
  const rows = own === undefined ? [] : await returnsOfRound(world.sql, session.region, round.id, own);
  return { round: round.id, return: rows[0]?.id ?? null };
}

export async function board(
  world: World,
  { session, params, now }: Call<'returns.board'>,
): Promise<ReturnBoard> {
  const { round, form, rows, liaisons, totals } = await seeRound(world, session, params.round, now);
  const today = legalDateOf(now);
  const asked = new Set(rows.map(({ unit }) => unit));
  const { kind } = session.acting;
  return {
    round: roundView(round),
    items: form.items as ReturnBoard['items'],
    rows: rows.map((row) => boardRow(world, row, liaisons, today)),
    totals,
    others: unitsToChoose(unitsOf(world), today).filter(
      ({ code }) => !asked.has(code) && itemsOwedBy(form, code).length > 0,
    ),
    may: {
      manage: kind === 'legal-office' || kind === 'legal-office-head',
      enter: kind === 'legal-office' || kind === 'liaison' || kind === 'unit-head',
    },
  };
}

function boardRow(world: World, row: ReturnRow, liaisons: readonly Liaison[], today: string): ReturnBoardRow {
  const { id, number, seq, unit, stage, due, submittedOn, acceptedOn, urged, corrected } = row;
  const stages = world.systems.registry.get('periodic-return').declaration.stages;
  return {
    ...{ id, number, seq, unit, stage, due, submittedOn, acceptedOn, urged, corrected },
    unitName: world.directory().unitName(unit),
    stageName: stages[stage]?.name ?? stage,
    daysLate: daysLate(world, row, today),
    correcting: row.facts.correcting === true,
    givenBack: givenBack(row),
    returnReason: row.stage === 'returned' ? row.returnReason : null,
    liaisons: liaisons.filter((one) => one.unit === unit).map(({ name, post }) => ({ name, post })),
    comments: row.values.filter(({ comment }) => comment).length,
    values: row.values.map((value) => ({ ...value })),
  };
}

const givenBack = ({ taken }: Pick<ReturnRow, 'taken'>): number =>
  taken.filter(({ step }) => step === 'give-back').length;

/** Who returned in time over a year. */
export async function lateness(world: World, { session, query, now }: Call<'returns.lateness'>) {
  const today = legalDateOf(now);
  const own = unitSeenBy(session);
  const [rows, liaisons] = await Promise.all([
    returnsOfYear(world.sql, session.region, query.year, own),
    liaisonsOn(world.sql, session.region, today),
  ]);
  const units = [...new Set(rows.map(({ unit }) => unit))].map((unit) => {
    const of = rows.filter((row) => row.unit === unit);
    const days = of.map((row) => daysLate(world, row, today));
    const submitted = of.filter(({ submittedOn }) => submittedOn !== null);
    return {
      unit,
      unitName: world.directory().unitName(unit),
      owed: of.length,
      onTime: submitted.filter(({ due, submittedOn }) => submittedOn! <= due).length,
      late: days.filter((count) => count > 0).length,
      daysLate: days.reduce((sum, count) => sum + count, 0),
      open: of.filter(({ stage }) => stage === 'filling' || stage === 'returned').length,
      missing: of.filter(({ stage }) => stage === 'unreturned').length,
      givenBack: of.reduce((sum, row) => sum + givenBack(row), 0),
      corrected: of.reduce((sum, row) => sum + row.corrected, 0),
      liaisons: liaisons.filter((one) => one.unit === unit).map(({ name, post }) => ({ name, post })),
    };
  });
  return {
    units: units.sort((a, b) => b.daysLate - a.daysLate || b.late - a.late || (a.unit < b.unit ? -1 : 1)),
  };
}
