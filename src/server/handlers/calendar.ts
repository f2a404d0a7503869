import { z } from 'zod';
import type { oversight } from '../../client/contract/oversight.ts';
import type { Calendar } from '../../kernel/calendar/calendar.ts';
import { checkedNotice, type HolidayNotice } from '../../kernel/calendar/notice.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import { parseHolidayNotice } from '../../kernel/calendar/parse-notice.ts';
import { statutoryHolidays } from '../../kernel/calendar/statutory.ts';
import type { Sql } from '../../store/connection.ts';
import { recomputeClocks } from '../../store/supervision/recompute.ts';
import type { Call, Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

type Year = z.input<(typeof oversight)['calendar.get']['response']>['years'][number];

/** The official holiday notices: which years are known, and the entering of a new one. */
export function calendarHandlers(
  world: World,
  sessions: Sessions,
): Pick<Handlers, 'calendar.get' | 'calendar.enter'> {
  return {
    'calendar.get': async ({ session }) => {
      const [entered, [counted]] = await Promise.all([
        enteredNotices(world.sql),
        world.sql<{ provisional: number }[]>`
          select count(*) as provisional from clock
           where region = ${session.region} and stopped_on is null and provisional`,
      ]);
      const calendar = world.calendar();
      return {
        years: yearsOf(calendar, entered),
        noticedThrough: Number(calendar.noticedThrough.slice(0, 4)),
        provisionalClocks: counted!.provisional,
      };
    },
    'calendar.enter': (call) => enter(world, sessions, call),
  };
}

async function enter(world: World, sessions: Sessions, { session, body, now }: Call<'calendar.enter'>) {
  const notice = readNotice(body.text);
  const told = {
    year: notice.year,
    holidays: notice.holidays.map((holiday) => ({ ...holiday })),
    adjusted: [...notice.workdays],
  };
  if (body.dryRun) {
    const [running] = await world.sql<{ clocks: number }[]>`
      select count(*) as clocks from clock where region = ${session.region} and stopped_on is null`;
    return { ...told, recomputed: running!.clocks, changed: 0 };
  }
  await world.sql`
    insert into holiday_notice (year, notice, entered_by, entered_at)
    values (${notice.year}, ${JSON.stringify(notice)}::text::jsonb, ${session.person.id}, ${now})
    on conflict (year) do update set
      notice = excluded.notice, entered_by = excluded.entered_by, entered_at = excluded.entered_at`;
  await world.refresh();
  const { clocks, moved } = await recomputeClocks(world.steps, { region: session.region, now });
  await auditAct(sessions, session, now, 'calendar-entered', `${notice.year} ${moved}/${clocks}`);
  return { ...told, recomputed: clocks, changed: moved };
}

const day = z.iso.date();
const structured = z.strictObject({
  year: z.int(),
  source: z.string(),
  holidays: z.array(z.strictObject({ name: z.string(), from: day, to: day })),
  workdays: z.array(day),
});

/** The text of the notice as it was published, or the same as JSON. Throws RefusedError where it does not fit. */
function readNotice(text: string): HolidayNotice {
  if (!text.trimStart().startsWith('{')) return parseHolidayNotice(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('invalid', 'calendar.notice', '内容以“{”开头但不是有效的JSON，请粘贴通知原文。');
  }
  const read = structured.safeParse(value);
  if (!read.success) {
    return refuse(
      'invalid',
      'calendar.notice',
      'JSON应当有year、source、holidays（name、from、to）和workdays，日期写成2024-09-27。',
      read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    );
  }
  return checkedNotice(read.data);
}

/** Notices entered here, by year; they stand in place of those the product brought. */
async function enteredNotices(sql: Sql): Promise<ReadonlyMap<number, HolidayNotice>> {
  const rows = await sql<{ year: number; notice: HolidayNotice }[]>`select year, notice from holiday_notice`;
  return new Map(rows.map((row) => [row.year, row.notice]));
}

/** The known years, newest first, with the first year that is not noticed on top. */
function yearsOf(calendar: Calendar, entered: ReadonlyMap<number, HolidayNotice>): Year[] {
  const noticed = new Set([...officialNotices.map((notice) => notice.year), ...entered.keys()]);
  const last = Math.max(...noticed);
  const first = Math.min(...noticed);
  return Array.from({ length: last - first + 2 }, (_, back) => {
    const year = last + 1 - back;
    const notices = entered.has(year)
      ? [entered.get(year)!]
      : officialNotices.filter((notice) => notice.year === year);
    const workdays = calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
    if (notices.length === 0) return provisionalYear(year, workdays);
    return {
      year,
      source: notices.map((notice) => notice.source).join('；'),
      noticed: true,
      workdays,
      holidays: notices.flatMap((notice) => notice.holidays.map((holiday) => ({ ...holiday }))),
      adjusted: notices.flatMap((notice) => [...notice.workdays]).sort(),
    };
  });
}

/** Until the notice comes out, weekends and the statutory holidays are all that is known. */
function provisionalYear(year: number, workdays: number): Year {
  const holidays: { name: string; from: string; to: string }[] = [];
  for (const [date, name] of [...statutoryHolidays(year)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const open = holidays.at(-1);
    if (open?.name === name) open.to = date;
    else holidays.push({ name, from: date, to: date });
  }
  return {
    year,
    source: '全国年节及纪念日放假办法（暂定）',
    noticed: false,
    workdays,
    holidays,
    adjusted: [],
  };
}
