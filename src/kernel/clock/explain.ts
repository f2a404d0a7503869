import { amendedDays } from '../calendar/amendment.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { addDays, chineseDate, dayNumber, type Instant, type LegalDate } from '../dates.ts';
import type { Basis } from '../errors.ts';
import type { ClockState, Pause } from './clock.ts';
import type { Standstill } from './counting.ts';
import {
  basisOf,
  citation,
  type LawBook,
  type Limit,
  type LimitUnit,
  lawTitle,
  type Provision,
} from './law.ts';

/** One line of a computation, in Chinese, with the day it arrives at and the law it stands on. */
export interface ExplainLine {
  readonly text: string;
  readonly date?: LegalDate;
  readonly basis?: Basis;
}

/** A period as computed: `full` = the day it is full, `due` = the day it ends after rolling. */
export interface Computed {
  readonly due: LegalDate;
  readonly dueAt?: Instant;
  readonly full: LegalDate;
  readonly provisional: boolean;
}

/** Everything a computation stood on. */
export interface Computation {
  readonly state: ClockState;
  readonly provision: Provision;
  /** Limit and extensions added up; empty where the law names a date. */
  readonly limits: readonly Limit[];
  readonly legal: Computed;
  readonly promised: Computed | undefined;
  readonly standstills: readonly Standstill[];
  readonly law: LawBook;
  readonly calendar: Calendar;
}

/** The computation as Chinese sentences, each with its basis where it has one. */
export function explain(due: { readonly lines: readonly ExplainLine[] }): string[] {
  return due.lines.map(({ text, basis }) => {
    if (basis === undefined) return text;
    const cited = `${lawTitle(basis.law)}${basis.article ?? ''}`;
    // Brackets within brackets are of the other kind (GB/T 15834).
    return `${text}（依据：${cited.replaceAll('（', '〔').replaceAll('）', '〕')}）`;
  });
}

/** `20个工作日`, `90日`, `24小时`, `6个月`, `3年`. */
export function limitText(limit: Limit): string {
  return `${limit.amount}${unitTexts[limit.unit]}`;
}

const unitTexts: { readonly [unit in LimitUnit]: string } = {
  workday: '个工作日',
  day: '日',
  hour: '小时',
  month: '个月',
  year: '年',
};

/** The lines of a computation, in the order in which it is done by hand. */
export function linesOf(c: Computation): ExplainLine[] {
  if (c.state.set !== undefined) return [ruleLine(c), ...setDayLines(c, c.state.set), ...cautionLines(c)];
  return [
    ruleLine(c),
    ...startLines(c),
    ...c.state.pauses.map((pause) => pauseLine(pause, c)),
    ...c.state.extensions.map(({ on, by, approver, reason }) => ({
      text: `${chineseDate(on)}经${approver}批准延长${limitText(by)}：${reason}。`,
      date: on,
    })),
    ...endLines(c),
    ...amendedLines(c),
    ...promisedLines(c),
    ...cautionLines(c),
  ];
}

function ruleLine({ provision }: Computation): ExplainLine {
  return { text: `适用${provision.id} ${citation(provision)}：${provision.rule}`, basis: basisOf(provision) };
}

/** A day that was set is not counted: it is told with every time it was moved. */
function setDayLines({ state }: Computation, set: LegalDate): ExplainLine[] {
  return [
    { text: `自${chineseDate(state.start)}起，完成日期确定为${chineseDate(set)}。`, date: set },
    ...(state.moves ?? []).map(({ on, to, approver, reason }) => ({
      text: `${chineseDate(on)}经${approver}批准改期至${chineseDate(to)}：${reason}。`,
      date: to,
    })),
  ];
}

function startLines({ state, provision, limits, law }: Computation): ExplainLine[] {
  if (limits.length === 0) {
    return [{ text: `起算日为${chineseDate(state.start)}，期限届满日由法律直接写明。`, date: state.start }];
  }
  const general = law.find(law.general);
  const lines: ExplainLine[] = [];
  if (state.startAt !== undefined && limits[0]?.unit === 'hour') {
    lines.push({ text: `自${shanghaiTime(state.startAt)}起按小时连续计算。`, date: state.start });
  } else {
    lines.push({
      text: `${chineseDate(state.start)}为起算日，当日不计入，自${chineseDate(addDays(state.start, 1))}起计算。`,
      date: state.start,
      ...(general === undefined ? {} : { basis: basisOf(general) }),
    });
  }
  if (state.limit !== undefined) {
    const own = provision.limit === undefined ? '该条未定期限' : `法定期限${limitText(provision.limit)}`;
    lines.push({ text: `本件期限定为${limitText(state.limit)}（${own}）。` });
  }
  return lines;
}

function pauseLine(pause: Pause, { state, calendar }: Computation): ExplainLine {
  const to = pause.to ?? state.stopped?.on;
  const basis = pause.basis === undefined ? {} : { basis: pause.basis };
  if (to === undefined) {
    return {
      text: `自${chineseDate(pause.from)}起中止（${pause.reason}），尚未恢复；恢复后期限相应顺延。`,
      date: pause.from,
      ...basis,
    };
  }
  if (to === pause.from) {
    return {
      text: `${chineseDate(to)}中止当日即恢复（${pause.reason}），没有不计入的日期。`,
      date: to,
      ...basis,
    };
  }
  const last = addDays(to, -1);
  const days = dayNumber(to) - dayNumber(pause.from);
  const workdays = calendar.workdaysBetween(addDays(pause.from, -1), last);
  return {
    text: `${chineseDate(pause.from)}至${chineseDate(last)}中止（${pause.reason}），${days}日（其中工作日${workdays}日）不计入。`,
    date: to,
    ...basis,
  };
}

function endLines(c: Computation): ExplainLine[] {
  const { provision, limits, legal, law, calendar } = c;
  if (limits.length === 0) {
    return [
      { text: `法律写明的日期：${chineseDate(legal.due)}。`, date: legal.due, basis: basisOf(provision) },
    ];
  }
  const total = limits.map(limitText).join('加');
  const closing = provision.sense === 'at-least' ? '，最短期间于此届满' : '';
  if (legal.dueAt !== undefined) {
    return [{ text: `计满${total}：${shanghaiTime(legal.dueAt)}${closing}。`, date: legal.due }];
  }
  const counting = provision.counting === undefined ? undefined : law.find(provision.counting);
  const rest = limits.some((limit) => limit.unit === 'workday') ? `，${restDays(c)}` : '';
  const lines: ExplainLine[] = [
    {
      text: `计满${total}：${chineseDate(legal.full)}${closing}${rest}。`,
      date: legal.full,
      ...(counting === undefined ? {} : { basis: basisOf(counting) }),
    },
  ];
  if (legal.due !== legal.full) {
    lines.push(rollLine(legal, calendar, law));
  }
  return lines;
}

/** Days the computation stands on that a later notice changed, with that notice (SPEC C23). */
function amendedLines({ state, limits, legal, calendar }: Computation): ExplainLine[] {
  const counted = limits.some((limit) => limit.unit === 'workday');
  if (limits.length === 0 || legal.dueAt !== undefined) return [];
  const days = amendedDays(calendar, counted ? state.start : addDays(legal.full, -1), legal.due);
  return [...Map.groupBy(days, ({ notice }) => notice)].map(([notice, changed]) => {
    const said = changed.map(({ date, workday }) => `${chineseDate(date)}${workday ? '上班' : '放假'}`);
    const number = notice.number === undefined ? '' : `（${notice.number}）`;
    return { text: `其间按《${notice.source}》${number}调整：${said.join('、')}。` };
  });
}

/** Days off between start and end, which workdays leave out. */
function restDays({ state, legal, calendar }: Computation): string {
  const days = dayNumber(legal.full) - dayNumber(state.start);
  const off = days - calendar.workdaysBetween(state.start, legal.full);
  return `其间周末和节假日${off}日不计入，调休上班日计入`;
}

function rollLine(legal: Computed, calendar: Calendar, law: LawBook): ExplainLine {
  const general = law.find(law.general);
  const off = calendar.isWorkday(legal.full) ? undefined : (calendar.dayInfo(legal.full).name ?? '周末');
  return {
    text:
      off === undefined
        ? `届满之日处于中止期间，顺延至${chineseDate(legal.due)}。`
        : `${chineseDate(legal.full)}为${off}，顺延至其后第一个工作日${chineseDate(legal.due)}。`,
    date: legal.due,
    ...(general === undefined ? {} : { basis: basisOf(general) }),
  };
}

function promisedLines({ state, promised }: Computation): ExplainLine[] {
  if (state.promised === undefined || promised === undefined) {
    return [];
  }
  return [
    { text: `承诺期限${limitText(state.promised)}：${chineseDate(promised.due)}。`, date: promised.due },
  ];
}

function cautionLines({ provision, legal, promised, state, calendar }: Computation): ExplainLine[] {
  const lines: ExplainLine[] = [];
  if (legal.provisional || promised?.provisional === true) {
    const last = promised !== undefined && promised.due > legal.due ? promised.due : legal.due;
    const years = unnoticedYears(state.start, last, calendar);
    lines.push({
      text: `暂定：${years}年的节假日安排通知尚未录入，按周末和法定节假日推算，录入通知后重新计算。`,
    });
  }
  if (provision.verified !== 'verified') {
    lines.push({ text: `未核实：${provision.id}${cautions[provision.verified]}，使用前请核对公布文本。` });
  }
  return lines;
}

const cautions: { readonly [v in Exclude<Provision['verified'], 'verified'>]: string } = {
  existence: '只核对过文件的存在和日期，条文内容未核对',
  'memory-high': '的内容未经核对（可信度较高）',
  'memory-medium': '的内容未经核对（可信度中等）',
  'memory-low': '的内容未经核对（可信度较低）',
};

function unnoticedYears(from: LegalDate, to: LegalDate, calendar: Calendar): string {
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (calendar.isProvisional(`${year}-01-01`, `${year}-01-01`)) {
      years.push(year);
    }
  }
  return years.length > 2 ? `${years[0]}至${years.at(-1)}` : years.join('、');
}

/** `2024年9月27日9时2分` in Asia/Shanghai. */
export function shanghaiTime(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000);
  return `${chineseDate(local.toISOString().slice(0, 10))}${local.getUTCHours()}时${local.getUTCMinutes()}分`;
}
