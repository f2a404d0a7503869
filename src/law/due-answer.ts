import { type Calendar, createCalendar } from '../kernel/calendar/calendar.ts';
import { officialNotices } from '../kernel/calendar/notices.ts';
import {
  type ClockOp,
  type ClockState,
  checkExtension,
  citation,
  type Due,
  dueOf,
  evolveClock,
  explain,
} from '../kernel/clock/index.ts';
import type { Provision } from '../kernel/clock/law.ts';
import { dayNumber, type Instant, type LegalDate, legalDateOf } from '../kernel/dates.ts';
import { RefusedError } from '../kernel/errors.ts';
import { lawBook } from './index.ts';

/** What is asked. */
export interface DueRequest {
  /** Id of a provision, e.g. `CF1-29`. */
  readonly rule: string;
  /** A legal day, or a time where the limit is in hours; without a zone it is Asia/Shanghai. */
  readonly start: string;
  /** Count the first extension the provision allows, in full. */
  readonly extended?: boolean;
  /** `A..B`: stands still from A, goes on with B. */
  readonly pauses?: readonly string[];
}

/** What is answered, as JSON. */
export interface DueAnswer {
  readonly due: LegalDate;
  readonly dueAt?: Instant;
  readonly provisional: boolean;
  readonly unverified: boolean;
  readonly calendar: string;
  readonly explain: readonly string[];
}

/** Whether a day follows from the provision: it sets a length of time or names a date. */
export function isCountable(provision: Provision): boolean {
  return provision.limit !== undefined || provision.fixedDue !== undefined;
}

/** The calendar of the notices this version knows. */
const knownCalendar: Calendar = createCalendar(officialNotices);

/** @throws RefusedError with a Chinese sentence where the question has no answer. */
export function answerDue(request: DueRequest, calendar: Calendar = knownCalendar): DueAnswer {
  const { due, dueAt, provisional, unverified, calendar: version, lines } = compute(request, calendar);
  return {
    due,
    ...(dueAt === undefined ? {} : { dueAt }),
    provisional,
    unverified,
    calendar: version,
    explain: explain({ lines }),
  };
}

function compute(request: DueRequest, calendar: Calendar): Due {
  const start = moment(request.start);
  const provision = lawBook.get(request.rule);
  // Which text applied then comes first: what a rule that was not in force lacks is no answer.
  if (lawBook.inForce(provision.id, start.on) && !isCountable(provision)) {
    throw invalid(`${provision.id} ${citation(provision)}没有规定期限，不能推算到期日：${provision.rule}`);
  }
  if (lawBook.inForce(provision.id, start.on) && provision.limit?.unit === 'hour' && start.at === undefined) {
    throw invalid(
      `${provision.id} ${citation(provision)}的期限以小时计算，请给出起算的时刻，例如${start.on}T09:30。`,
    );
  }
  const state = opsOf(request, start).reduce<ClockState | undefined>(evolveClock, undefined) as ClockState;
  if (request.extended !== true) {
    return dueOf(state, lawBook, calendar);
  }
  // The validity of the rule comes first: an extension under a law that did not apply is no question.
  dueOf(state, lawBook, calendar);
  return dueOf(evolveClock(state, fullExtension(state, calendar)), lawBook, calendar);
}

function opsOf({ rule, pauses = [] }: DueRequest, start: Moment): ClockOp[] {
  const clock = rule;
  const ops: ClockOp[] = [{ op: 'start', clock, rule, ...start }];
  for (const { from, to, joined } of joinedRanges(pauses.map(range))) {
    const reason = joined ? '依法不计入期限，重叠的期间合并计算' : '依法不计入期限';
    ops.push({ op: 'pause', clock, on: from, reason }, { op: 'resume', clock, on: to });
  }
  return ops;
}

interface Range {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** A day is left out once, whatever it is left out for: ranges that overlap are one. */
function joinedRanges(ranges: readonly Range[]): (Range & { readonly joined?: boolean })[] {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  const result: (Range & { joined?: boolean })[] = [];
  for (const next of sorted) {
    const last = result.at(-1);
    if (last === undefined || next.from >= last.to) result.push(next);
    else
      result[result.length - 1] = {
        from: last.from,
        to: next.to > last.to ? next.to : last.to,
        joined: true,
      };
  }
  return result;
}

/** The first extension the provision allows, granted on the first day on which it may be. */
function fullExtension(state: ClockState, calendar: Calendar): ClockOp {
  const provision = lawBook.get(state.rule);
  const rule = provision.extension?.[0];
  const on = state.pauses.at(-1)?.to ?? state.start;
  if (rule !== undefined && rule.amount === null) {
    throw invalid(
      `${provision.id} ${citation(provision)}允许延长，但没有规定延长多久，由批准人确定，不能推算。`,
    );
  }
  const by = { amount: rule?.amount ?? 1, unit: rule?.unit ?? 'day' } as const;
  const refusal = checkExtension(state, by, lawBook, calendar, on);
  if (refusal !== undefined) {
    throw new RefusedError(refusal);
  }
  const approver = rule?.approver ?? '有权机关';
  return { op: 'extend', clock: state.clock, on, by, approver, reason: rule?.condition ?? '按规定延长' };
}

interface Moment {
  readonly on: LegalDate;
  readonly at?: Instant;
}

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/;

function moment(text: string): Moment {
  if (!text.includes('T')) {
    return { on: legalDate(text) };
  }
  legalDate(text.slice(0, 10));
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+08:00`;
  if (!time.test(text) || Number.isNaN(Date.parse(zoned))) {
    throw invalid(`“${text}”不是有效时刻，请写成2024-09-27T09:30的形式。`);
  }
  const at = new Date(zoned).toISOString();
  return { on: legalDateOf(at), at };
}

function range(text: string): Range {
  const [from, to, more] = text.split('..');
  if (from === undefined || to === undefined || more !== undefined) {
    throw invalid(`中止期间“${text}”应当写成“中止日..恢复日”，例如2024-03-01..2024-03-11。`);
  }
  const days = { from: legalDate(from), to: legalDate(to) };
  if (days.to < days.from) {
    throw invalid(`中止期间“${text}”的恢复日早于中止日。`);
  }
  return days;
}

function legalDate(text: string): LegalDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) {
    throw invalid(`“${text}”不是有效日期，请写成2024-09-27的形式。`);
  }
  try {
    dayNumber(text);
    return text;
  } catch {
    const [year, month] = [Number(parts[1]), Number(parts[2])];
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const why = month >= 1 && month <= 12 ? `${year}年${month}月只有${days}天` : '没有这个月份';
    throw invalid(`“${text}”不是有效日期：${why}。`);
  }
}

function invalid(message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: 'due.input', message });
}
