import type { z } from 'zod';
import type { calendar } from '../../client/contract/calendar.ts';
import {
  checkedAgainst,
  dayChanges,
  isAlike,
  isSameNotice,
  withNotice,
} from '../../kernel/calendar/amendment.ts';
import { createCalendar } from '../../kernel/calendar/calendar.ts';
import type { HolidayNotice } from '../../kernel/calendar/notice.ts';
import { type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { enteredNotices, enterNotice } from '../../store/calendars.ts';
import { type Counts, recomputeClocks, tryCalendar } from '../../store/supervision/recompute.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { changeInWords } from './words.ts';

export type Entered = z.input<(typeof calendar)['calendar.enter']['response']>;

export interface Entering {
  readonly notice: HolidayNotice;
  /** Shows what it would do, and writes nothing. */
  readonly dryRun: boolean;
  readonly region: string;
  /** Id of whoever enters it. */
  readonly person: string;
  readonly now: string;
}

/**
 * Enters a holiday notice, or one that amends it, and computes the clocks that run again. A notice that stands
 * already as it is writes nothing but mends clocks that an entry cut short had left.
 * @throws RefusedError `invalid` where it does not fit what stands; `stale` where somebody was faster.
 */
export async function enterHolidays(world: World, entering: Entering): Promise<Entered> {
  const { notice, dryRun, region, now } = entering;
  await world.refresh();
  const { notices, present } = world.calendars();
  checkedAgainst(notice, notices);
  const after = createCalendar(withNotice(notices, notice));
  const again = notices.some((other) => isAlike(other, notice));
  const told = {
    year: notice.year,
    source: notice.source,
    number: notice.number ?? null,
    amends: notice.amends ?? null,
    holidays: notice.holidays.map((holiday) => ({ ...holiday })),
    adjusted: [...notice.workdays],
    changes: dayChanges(present, after, [notice.year]).map((change) =>
      changeInWords(change, legalDateOf(now)),
    ),
    replaces: again ? null : await enteredBefore(world, notice),
    again,
  };
  const options = { region, now };
  if (dryRun) return { ...told, ...counted(await tryCalendar(world.steps, after, options)) };
  return {
    ...told,
    ...counted(await (again ? recomputeClocks(world.steps, options) : write(world, entering))),
  };
}

async function write(world: World, { notice, person, region, now }: Entering): Promise<Counts> {
  const entry = await enterNotice(world.sql, { notice, enteredBy: person, enteredAt: now });
  if (entry === undefined) {
    return refuse('stale', 'calendar.entry', `有人刚刚录入了${notice.year}年的通知，请刷新后重新核对。`);
  }
  await world.refresh();
  const { year, ordinal } = entry;
  const { source, number } = notice;
  const because = { year, ordinal, source, ...(number === undefined ? {} : { number }) };
  return recomputeClocks(world.steps, { region, now, because });
}

async function enteredBefore({ sql }: World, notice: HolidayNotice): Promise<LegalDate | null> {
  const earlier = (await enteredNotices(sql)).findLast((entry) => isSameNotice(entry.notice, notice));
  return earlier ? legalDateOf(earlier.enteredAt) : null;
}

const counted = ({ clocks, moved, settled, late }: Counts) => ({
  recomputed: clocks,
  changed: moved,
  settled,
  late,
});

/** The entry as the audit keeps it: `2026 5/30 国办发明电〔2026〕1号`: year, clocks moved of those computed again, and the number of an amendment. */
export function enteredDetail(entered: Entered): string {
  const { year, changed, recomputed, number } = entered;
  return [year, `${changed}/${recomputed}`, ...(number ? [number.replace(/\s+/g, '')] : [])].join(' ');
}
