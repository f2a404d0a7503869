import { legalDateOf } from '../../kernel/dates.ts';
import { enteredDetail, enterHolidays } from '../calendar/entering.ts';
import { readNotice } from '../calendar/reading.ts';
import { calendarYears } from '../calendar/years.ts';
import type { Handlers } from '../http/bind.ts';
import { auditAct, type Sessions } from '../session.ts';
import type { World } from '../world.ts';

/** The official holiday notices: which years are known, what later notices changed, and the entering of another. */
export function calendarHandlers(
  world: World,
  sessions: Sessions,
): Pick<Handlers, 'calendar.get' | 'calendar.enter'> {
  return {
    'calendar.get': async ({ session, now }) => {
      const [years, [counted]] = await Promise.all([
        calendarYears(world, session.region, legalDateOf(now)),
        world.sql<{ provisional: number }[]>`
          select count(*) as provisional from clock
           where region = ${session.region} and stopped_on is null and provisional`,
      ]);
      return {
        years,
        noticedThrough: Number(world.calendar().noticedThrough.slice(0, 4)),
        provisionalClocks: counted!.provisional,
      };
    },
    'calendar.enter': async ({ session, body: { dryRun, ...given }, now }) => {
      const notice = readNotice(given);
      const { region, person } = session;
      const entered = await enterHolidays(world, { notice, dryRun, region, person: person.id, now });
      if (!dryRun) await auditAct(sessions, session, now, 'calendar-entered', enteredDetail(entered));
      return entered;
    },
  };
}
