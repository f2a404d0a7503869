import { workdaysLeft } from '../../kernel/clock/standing.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import { type RoundRow, roundRows } from '../../store/returns/rounds.ts';
import { findReturn, type ReturnRow, valuesOfPeriods } from '../../store/returns/rows.ts';
import {
  periodBefore,
  periodLastYear,
  periodOfKey,
  type ReturnPeriod,
} from '../../systems/yearly/periodic-return/period.ts';
import { type Before, keyOf } from '../../yearly/returns/form.ts';
import { unitSeenBy } from '../handlers/oversight.ts';
import { refuse } from '../http/problem.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';

export function periodNamed(key: string): ReturnPeriod {
  const period = periodOfKey(key);
  if (period) return period;
  return refuse(
    'invalid',
    'returns.period',
    `没有“${key}”这一期，请按“2025-03”“2025-Q1”“2025-W07”“2025”填写。`,
  );
}

/** The round, where the post may see it: a unit sees the rounds that ask it. Throws RefusedError `not-found`. */
export async function roundSeen(world: World, session: Session, id: string, now: string): Promise<RoundRow> {
  const unit = unitSeenBy(session);
  const [round] = await roundRows(world.sql, session.region, {
    today: legalDateOf(now),
    id,
    ...(unit === undefined ? {} : { unit }),
  });
  return round ?? refuse('not-found', 'returns.round', '没有这一期报送，或者本单位不在其中。');
}

/** The return, where the post may see it. Throws RefusedError `not-found`. */
export async function returnSeen(world: World, session: Session, id: string): Promise<ReturnRow> {
  const own = unitSeenBy(session);
  const row = await findReturn(world.sql, session.region, id);
  if (row && (own === undefined || row.unit === own)) return row;
  return refuse('not-found', 'returns.return', '没有这份报表，或者您无权查看。');
}

/** Workdays by which a return was, or by today is, late. */
export function daysLate(
  world: World,
  { due, submittedOn, stage }: Pick<ReturnRow, 'due' | 'submittedOn' | 'stage'>,
  today: string,
): number {
  const on = submittedOn ?? (stage === 'filling' || stage === 'unreturned' ? today : due);
  return Math.max(0, -workdaysLeft(due, on, world.calendar()));
}

/** Values of the period before and of the same period a year earlier, by unit and item. */
export async function beforeOf(
  world: World,
  region: string,
  { form, period }: { readonly form: string; readonly period: string },
  cumulative: ReadonlySet<string>,
  unit?: string,
): Promise<ReadonlyMap<string, Before>> {
  const present = periodNamed(period);
  const last = periodBefore(present);
  const lastYear = periodLastYear(present);
  const keys = [last.key, ...(lastYear ? [lastYear.key] : [])].map((key) => keyOf(form, key));
  const rows = await valuesOfPeriods(world.sql, region, { keys, ...(unit === undefined ? {} : { unit }) });
  const found = new Map<string, Map<string, { last?: string; lastYear?: string }>>();
  for (const row of rows) {
    const of = found.get(row.unit) ?? new Map<string, { last?: string; lastYear?: string }>();
    found.set(row.unit, of);
    for (const { code, value } of row.values) {
      const entry = of.get(code) ?? {};
      of.set(code, entry);
      // A number that begins anew each year is not compared with December.
      const sameYear = last.year === present.year || !cumulative.has(code);
      if (row.key === keys[0] && sameYear) entry.last = value;
      if (row.key === keys[1]) entry.lastYear = value;
    }
  }
  return found;
}

export const cumulativeIn = (items: readonly { readonly code: string; readonly measure: string }[]) =>
  new Set(items.filter(({ measure }) => measure === 'cumulative').map(({ code }) => code));
