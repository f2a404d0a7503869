import { chineseDate, dayNumber, type Instant, type LegalDate } from '../dates.ts';
import { type Basis, RefusedError } from '../errors.ts';
import type { Limit } from './law.ts';

export type { Limit, LimitUnit } from './law.ts';

/** What can happen to a clock. Days are legal days; `limit` overrides the provision's own (SPEC C14). */
export type ClockOp =
  | {
      readonly op: 'start';
      readonly clock: string;
      readonly rule: string;
      readonly on: LegalDate;
      /** Needed for limits in hours. */
      readonly at?: Instant;
      readonly promised?: Limit;
      readonly limit?: Limit;
      /** The day itself, where it was set and not counted (SPEC C22). */
      readonly set?: LegalDate;
    }
  | {
      readonly op: 'move';
      readonly clock: string;
      readonly on: LegalDate;
      readonly to: LegalDate;
      readonly approver: string;
      readonly reason: string;
    }
  | {
      readonly op: 'pause';
      readonly clock: string;
      readonly on: LegalDate;
      readonly reason: string;
      readonly basis?: Basis;
    }
  | { readonly op: 'resume'; readonly clock: string; readonly on: LegalDate }
  | {
      readonly op: 'extend';
      readonly clock: string;
      readonly on: LegalDate;
      readonly by: Limit;
      readonly approver: string;
      readonly reason: string;
    }
  | { readonly op: 'stop'; readonly clock: string; readonly on: LegalDate; readonly outcome: string };

/** Days that do not count: `from` up to the day before `to`. Open while `to` is absent. */
export interface Pause {
  readonly from: LegalDate;
  readonly to?: LegalDate;
  readonly reason: string;
  readonly basis?: Basis;
}

/** A set day that was put off or brought forward by who had set it. */
export interface Move {
  readonly on: LegalDate;
  readonly to: LegalDate;
  readonly approver: string;
  readonly reason: string;
}

export interface Extension {
  readonly on: LegalDate;
  readonly by: Limit;
  readonly approver: string;
  readonly reason: string;
}

/** A clock as its operations left it. */
export interface ClockState {
  readonly clock: string;
  readonly rule: string;
  readonly start: LegalDate;
  readonly startAt?: Instant;
  readonly promised?: Limit;
  readonly limit?: Limit;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly set?: LegalDate;
  readonly moves?: readonly Move[];
  readonly stopped?: { readonly on: LegalDate; readonly outcome: string };
}

/**
 * The clock after one operation (SPEC C2–C5). Does not look at the law: whether an extension is allowed is
 * asked of `checkExtension` before.
 * @throws RefusedError `not-allowed-now` where the operation is impossible, `invalid` where its values are.
 */
export function evolveClock(state: ClockState | undefined, op: ClockOp): ClockState {
  dayNumber(op.on);
  if (op.op === 'start') {
    return start(state, op);
  }
  if (state === undefined) {
    throw refuse('C2', `时限“${op.clock}”尚未起算，不能${verbs[op.op]}；请先办理使其起算的环节。`);
  }
  if (state.clock !== op.clock) {
    throw refuse('C2', `操作所指时限“${op.clock}”与“${state.clock}”不是同一时限。`);
  }
  if (state.stopped !== undefined) {
    throw refuse(
      'C2',
      `时限“${op.clock}”已于${chineseDate(state.stopped.on)}终止（${state.stopped.outcome}），不能再${verbs[op.op]}。`,
    );
  }
  if (op.on < lastDay(state)) {
    throw refuse(
      'C3',
      `${verbs[op.op]}日期${chineseDate(op.on)}早于该时限上一次变动的日期${chineseDate(lastDay(state))}，请核对日期。`,
    );
  }
  switch (op.op) {
    case 'pause':
      return pause(state, op);
    case 'resume':
      return resume(state, op);
    case 'extend':
      return extend(state, op);
    case 'move':
      return move(state, op);
    case 'stop':
      return { ...state, stopped: { on: op.on, outcome: op.outcome } };
  }
}

/** The open pause, if the clock stands still now. */
export function openPause(state: ClockState): Pause | undefined {
  const last = state.pauses.at(-1);
  return last !== undefined && last.to === undefined ? last : undefined;
}

const verbs = {
  start: '起算',
  pause: '中止',
  resume: '恢复',
  extend: '延长',
  move: '改期',
  stop: '终止',
} as const;

type OpOf<K extends ClockOp['op']> = Extract<ClockOp, { op: K }>;

function start(state: ClockState | undefined, op: OpOf<'start'>): ClockState {
  if (state !== undefined && state.stopped === undefined) {
    throw refuse('C2', `时限“${op.clock}”已自${state.start}起算，不能重复起算。`);
  }
  if (op.limit !== undefined) {
    checkLimit(op.limit);
  }
  if (op.promised !== undefined) {
    checkLimit(op.promised, 0);
  }
  if (op.set !== undefined) {
    checkSetDay(op.set, op.on);
  }
  return {
    clock: op.clock,
    rule: op.rule,
    start: op.on,
    ...(op.at === undefined ? {} : { startAt: op.at }),
    ...(op.promised === undefined ? {} : { promised: op.promised }),
    ...(op.limit === undefined ? {} : { limit: op.limit }),
    ...(op.set === undefined ? {} : { set: op.set }),
    pauses: [],
    extensions: [],
  };
}

function pause(state: ClockState, op: OpOf<'pause'>): ClockState {
  const open = openPause(state);
  if (open !== undefined) {
    throw refuse('C4', `时限“${op.clock}”自${chineseDate(open.from)}起已经中止，恢复之后才能再次中止。`);
  }
  const basis = op.basis === undefined ? {} : { basis: op.basis };
  return { ...state, pauses: [...state.pauses, { from: op.on, reason: op.reason, ...basis }] };
}

function resume(state: ClockState, op: OpOf<'resume'>): ClockState {
  const open = openPause(state);
  if (open === undefined) {
    throw refuse('C4', `时限“${op.clock}”没有中止，无须恢复。`);
  }
  return { ...state, pauses: [...state.pauses.slice(0, -1), { ...open, to: op.on }] };
}

function extend(state: ClockState, op: OpOf<'extend'>): ClockState {
  checkLimit(op.by);
  const { on, by, approver, reason } = op;
  return { ...state, extensions: [...state.extensions, { on, by, approver, reason }] };
}

/** A day that the law sets cannot be moved; one that was set by decision can, by decision (SPEC C22). */
function move(state: ClockState, op: OpOf<'move'>): ClockState {
  if (state.set === undefined) {
    throw refuse('C22', `时限“${op.clock}”是法定期限，不能改期；符合条件的，请办理延长或者中止。`);
  }
  checkSetDay(op.to, state.start);
  const { on, to, approver, reason } = op;
  return { ...state, moves: [...(state.moves ?? []), { on, to, approver, reason }] };
}

function checkSetDay(day: LegalDate, start: LegalDate): void {
  dayNumber(day);
  if (day < start) {
    throw new RefusedError({
      kind: 'invalid',
      rule: 'clock.C22',
      message: `确定的完成日期${chineseDate(day)}早于起算日期${chineseDate(start)}，请核对日期。`,
    });
  }
}

/** The last day on which anything happened to the clock: operations come in order of their days. */
function lastDay(state: ClockState): LegalDate {
  const days = [
    state.start,
    ...state.pauses.map((p) => p.to ?? p.from),
    ...state.extensions.map((e) => e.on),
    ...(state.moves ?? []).map((m) => m.on),
  ];
  return days.reduce((a, b) => (a > b ? a : b));
}

/** A promise may be 0: to be settled on the very day (即办件). */
function checkLimit(limit: Limit, least = 1): void {
  if (!Number.isInteger(limit.amount) || limit.amount < least) {
    throw new RefusedError({
      kind: 'invalid',
      rule: 'clock.C5',
      message: `期限应当是不小于${least}的整数，收到的是${limit.amount}。`,
    });
  }
}

function refuse(rule: string, message: string): RefusedError {
  return new RefusedError({ kind: 'not-allowed-now', rule: `clock.${rule}`, message });
}
