import type { Calendar } from '../calendar/calendar.ts';
import { chineseDate, dayNumber, type Instant, type LegalDate, legalDateOf } from '../dates.ts';
import { RefusedError } from '../errors.ts';
import { type ClockState, openPause } from './clock.ts';
import { addedUp, afterHours, lastDayOf, rolled, type Standstill } from './counting.ts';
import { type Computed, type ExplainLine, linesOf } from './explain.ts';
import { basisOf, citation, type FixedDue, type LawBook, type Limit, type Provision } from './law.ts';

/** When a clock runs out, and how that was found. */
export interface Due {
  readonly due: LegalDate;
  /** Only for limits in hours. */
  readonly dueAt?: Instant;
  /** The promised date beside the legal one. */
  readonly promised?: LegalDate;
  /** The computation touches a year whose holiday notice is not entered yet (暂定). */
  readonly provisional: boolean;
  /** The provision's text has not been verified. */
  readonly unverified: boolean;
  /** The clock stands still; `due` counts no day of the open pause yet and will move when it resumes. */
  readonly paused: boolean;
  /** Version of the calendar the dates were computed with. */
  readonly calendar: string;
  /** Put into words when they are asked for: most callers want the dates alone. */
  readonly lines: readonly ExplainLine[];
}

/**
 * When the clock runs out: a pure function of its operations, the law and the calendar.
 * @throws RefusedError `not-found` for an unknown rule; `invalid` where the rule was not in force on the start
 * day (names the one that was), sets no limit, or the state lacks what it needs.
 */
export function dueOf(state: ClockState, law: LawBook, calendar: Calendar): Due {
  const provision = ruleFor(state, law);
  const standstills = standstillsOf(state);
  const counted =
    state.set === undefined ? [limitOf(state, provision), ...state.extensions.map((e) => e.by)] : [];
  const limits = addedUp(counted.filter(isLimit));
  const legal = legalEnd(state, provision, limits, standstills, calendar);
  const promised =
    state.promised === undefined ? undefined : period(state, [state.promised], standstills, calendar);
  const paused = state.stopped === undefined && openPause(state) !== undefined;
  const computed = { state, provision, limits, legal, promised, standstills, law, calendar };
  return {
    due: legal.due,
    ...(legal.dueAt === undefined ? {} : { dueAt: legal.dueAt }),
    ...(promised === undefined ? {} : { promised: promised.due }),
    provisional: legal.provisional || promised?.provisional === true,
    unverified: provision.verified !== 'verified',
    paused,
    calendar: calendar.version,
    get lines() {
      return linesOf(computed);
    },
  };
}

/** The rule of a clock, if it was in force when the clock started (SPEC C6). */
function ruleFor(state: ClockState, law: LawBook): Provision {
  const provision = law.get(state.rule);
  if (law.inForce(provision.id, state.start)) {
    return provision;
  }
  const then = law.successor(provision.id, state.start);
  const until = provision.to === null ? '起施行' : `至${chineseDate(provision.to)}施行`;
  const instead =
    then === undefined
      ? '当时没有收录与之对应的规定，请按当时有效的规定另行确定。'
      : `当时适用的是${then.id} ${citation(then)}：${then.rule}`;
  throw new RefusedError({
    kind: 'invalid',
    rule: 'clock.C6',
    message: `${provision.id} ${citation(provision)}自${chineseDate(provision.from)}${until}，不适用于${chineseDate(state.start)}起算的时限；${instead}`,
    basis: basisOf(then ?? provision),
  });
}

/** The limit that runs: the one set at the start, else the provision's own (SPEC C14). */
function limitOf(state: ClockState, provision: Provision): Limit | undefined {
  const own = provision.limit;
  const set = state.limit;
  if (set === undefined || own === undefined || provision.sense === 'at-least' || set.unit !== own.unit) {
    return set ?? own;
  }
  if (set.amount > own.amount) {
    throw invalid(
      'C14',
      provision,
      `为时限“${state.clock}”设定的期限长于${citation(provision)}规定的期限，只能等于或者短于法定期限；确需延长的，请按规定办理延长。`,
    );
  }
  return set;
}

function isLimit(limit: Limit | undefined): limit is Limit {
  return limit !== undefined;
}

/** Pauses that have ended, by resuming or by the end of the clock (SPEC C8). */
function standstillsOf(state: ClockState): Standstill[] {
  return state.pauses.flatMap(({ from, to = state.stopped?.on }) => (to === undefined ? [] : [{ from, to }]));
}

/** A day that was set stands as it was set, last moved; else the law's own date, else the counted period. */
function legalEnd(
  state: ClockState,
  provision: Provision,
  limits: readonly Limit[],
  standstills: readonly Standstill[],
  calendar: Calendar,
): Computed {
  if (state.set !== undefined) {
    const due = state.moves?.at(-1)?.to ?? state.set;
    return { due, full: due, provisional: false };
  }
  return limits.length === 0 ? fixed(state, provision) : period(state, limits, standstills, calendar);
}

function period(
  state: ClockState,
  limits: readonly Limit[],
  standstills: readonly Standstill[],
  calendar: Calendar,
): Computed {
  if (limits.some((limit) => limit.unit === 'hour')) {
    return hours(state, limits, standstills);
  }
  const full = limits.reduce((from, limit) => lastDayOf(from, limit, standstills, calendar), state.start);
  const due = limits.every((limit) => limit.amount === 0) ? full : rolled(full, standstills, calendar);
  // Calendar days need the calendar only for the roll at their end; workdays need it all the way.
  const from = limits.some((limit) => limit.unit === 'workday') ? state.start : full;
  return { due, full, provisional: calendar.isProvisional(from, due) };
}

function hours(state: ClockState, limits: readonly Limit[], standstills: readonly Standstill[]): Computed {
  const [limit, other] = limits;
  if (limit === undefined || other !== undefined) {
    throw invalidState('C12', `时限“${state.clock}”以小时计算，延长也应当以小时计算。`);
  }
  if (state.startAt === undefined) {
    throw invalidState('C12', `时限“${state.clock}”以小时计算，请给出起算的时刻（年月日时分）。`);
  }
  const dueAt = afterHours(state.startAt, limit.amount, standstills);
  const due = legalDateOf(dueAt);
  return { due, dueAt, full: due, provisional: false };
}

/** A date the law itself names: the next one after the start. It is a day of the year, so it does not roll (SPEC C13). */
function fixed(state: ClockState, provision: Provision): Computed {
  if (provision.fixedDue === undefined) {
    throw invalid(
      'C15',
      provision,
      `${provision.id} ${citation(provision)}没有规定期限，请按办理事项的要求设定期限后再起算。`,
    );
  }
  const due = fixedAfter(state.start, provision.fixedDue);
  if (due < state.start) {
    throw invalid(
      'C13',
      provision,
      `${citation(provision)}的期限${chineseDate(due)}早于起算日${chineseDate(state.start)}。`,
    );
  }
  return { due, full: due, provisional: false };
}

function fixedAfter(start: LegalDate, fixedDue: FixedDue): LegalDate {
  if (fixedDue.every === 'once') {
    return fixedDue.date;
  }
  const year = Number(start.slice(0, 4));
  const inYear = (y: number): LegalDate => {
    const month = String(fixedDue.month).padStart(2, '0');
    const last = new Date(Date.UTC(y, fixedDue.month, 0)).getUTCDate();
    return `${y}-${month}-${String(Math.min(fixedDue.day, last)).padStart(2, '0')}`;
  };
  if (fixedDue.nextYear === true) {
    return inYear(year + 1);
  }
  return dayNumber(inYear(year)) > dayNumber(start) ? inYear(year) : inYear(year + 1);
}

function invalid(rule: string, provision: Provision, message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: `clock.${rule}`, message, basis: basisOf(provision) });
}

function invalidState(rule: string, message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: `clock.${rule}`, message });
}
