import { addDays, chineseDate, dayNumber, type LegalDate, weekday } from '../dates.ts';
import { type FieldProblem, RefusedError } from '../errors.ts';

/** Days off under one name, first and last day included. */
export interface NoticeHoliday {
  readonly name: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** An official notice on the holidays of a year, as it was announced. */
export interface HolidayNotice {
  readonly year: number;
  /** Title of the notice. */
  readonly source: string;
  /** Document number (文号), where it is known. */
  readonly number?: string;
  readonly holidays: readonly NoticeHoliday[];
  /** Weekend days that are worked (调休上班); in a notice that amends, also days off it makes workdays again. */
  readonly workdays: readonly LegalDate[];
  /** Title of the notice whose single days this later one changes; where days differ, the later notice holds. */
  readonly amends?: string;
}

/** Title of the notice that arranges a year. */
export function yearlyTitle(year: number): string {
  return `国务院办公厅关于${year}年部分节假日安排的通知`;
}

/** The holidays every yearly notice has to arrange (全国年节及纪念日放假办法). */
export const statutoryNames = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

const longestHoliday = 15;

/** What is wrong with a notice, one entry a field; empty when it may be used. */
export function noticeProblems(notice: HolidayNotice): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!Number.isInteger(notice.year) || notice.year < 2000 || notice.year > 2100) {
    problems.push({ path: 'year', message: `年份应当在2000至2100年之间，收到的是“${notice.year}”。` });
    return problems;
  }
  if (notice.source.trim() === '') {
    problems.push({ path: 'source', message: '请填写通知的标题或文号。' });
  }
  const off = new Set<LegalDate>();
  notice.holidays.forEach((holiday, i) => {
    problems.push(...holidayProblems(notice.year, holiday, `holidays.${i}`, off));
  });
  notice.workdays.forEach((day, i) => {
    problems.push(...workdayProblems(notice, day, `workdays.${i}`, i, off));
  });
  if (notice.amends !== undefined) {
    problems.push(...amendingProblems(notice));
  } else {
    const missing = statutoryNames.filter((name) => !notice.holidays.some((h) => h.name.includes(name)));
    if (missing.length > 0) {
      problems.push({ path: 'holidays', message: `缺少${missing.join('、')}的放假安排，请对照通知补齐。` });
    }
  }
  return problems;
}

/** The notice itself, if it may be used. @throws RefusedError `invalid` with all problems. */
export function checkedNotice(notice: HolidayNotice): HolidayNotice {
  const fields = noticeProblems(notice);
  if (fields.length > 0) {
    throw new RefusedError({
      kind: 'invalid',
      rule: 'calendar.notice',
      message: `${notice.year}年节假日安排有误：${fields.map((f) => f.message).join('')}`,
      fields,
    });
  }
  return notice;
}

/** All days of a holiday in order. */
export function daysOff(holiday: NoticeHoliday): LegalDate[] {
  const count = dayNumber(holiday.to) - dayNumber(holiday.from) + 1;
  return Array.from({ length: count }, (_, i) => addDays(holiday.from, i));
}

function holidayProblems(
  year: number,
  holiday: NoticeHoliday,
  path: string,
  off: Set<LegalDate>,
): FieldProblem[] {
  const unreal = [holiday.from, holiday.to].find((day) => !isReal(day));
  if (unreal !== undefined) {
    return [{ path, message: `“${unreal}”不是有效日期（${holiday.name}）。` }];
  }
  if (holiday.name.trim() === '') {
    return [{ path, message: `${chineseDate(holiday.from)}起的假期没有名称。` }];
  }
  if (holiday.to < holiday.from || dayNumber(holiday.to) - dayNumber(holiday.from) >= longestHoliday) {
    return [
      {
        path,
        message: `${holiday.name}的起止日期有误：${chineseDate(holiday.from)}至${chineseDate(holiday.to)}。`,
      },
    ];
  }
  if (!isNear(year, holiday.from) || !isNear(year, holiday.to)) {
    return [
      { path, message: `${holiday.name}（${chineseDate(holiday.from)}）不在${year}年前后，请核对年份。` },
    ];
  }
  const twice = daysOff(holiday).find((day) => off.has(day));
  for (const day of daysOff(holiday)) {
    off.add(day);
  }
  return twice === undefined ? [] : [{ path, message: `${chineseDate(twice)}在两个假期中重复出现。` }];
}

function workdayProblems(
  notice: HolidayNotice,
  day: LegalDate,
  path: string,
  index: number,
  off: ReadonlySet<LegalDate>,
): FieldProblem[] {
  if (!isReal(day)) {
    return [{ path, message: `“${day}”不是有效日期（调休上班）。` }];
  }
  if (!isNear(notice.year, day)) {
    return [{ path, message: `调休上班日${chineseDate(day)}不在${notice.year}年前后，请核对年份。` }];
  }
  if (off.has(day)) {
    return [{ path, message: `${chineseDate(day)}既列为放假又列为上班。` }];
  }
  if (notice.workdays.indexOf(day) !== index) {
    return [{ path, message: `调休上班日${chineseDate(day)}重复出现。` }];
  }
  // A notice that amends may take back a day off of the week; whether it was one is told beside what it amends.
  return weekday(day) % 6 === 0 || notice.amends !== undefined
    ? []
    : [{ path, message: `${chineseDate(day)}不是周六或周日，无须列为调休上班日，请核对日期。` }];
}

function amendingProblems({ amends, holidays, workdays }: HolidayNotice): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (amends?.trim() === '') problems.push({ path: 'amends', message: '请写明调整的是哪一件通知。' });
  if (holidays.length + workdays.length === 0) {
    problems.push({ path: 'holidays', message: '没有写明调整哪些日期，请逐日列出放假或者上班。' });
  }
  return problems;
}

/** New Year's arrangement may begin in the last days of December before. */
function isNear(year: number, day: LegalDate): boolean {
  return day >= `${year - 1}-12-20` && day <= `${year}-12-31`;
}

function isReal(day: LegalDate): boolean {
  try {
    dayNumber(day);
    return true;
  } catch {
    return false;
  }
}
