import { type Instant, legalDateOf } from '../../kernel/dates.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Context } from '../../kernel/procedure/context.ts';
import { decide } from '../../kernel/procedure/decide.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { raise } from '../../kernel/supervision/raise.ts';
import { rowsOf } from '../steps/rows.ts';
import type { StepWorld } from '../steps/run.ts';
import { causeOf, type DueClock, type DueLevel, dueAlert, nearLimits } from './causes.ts';

export interface SweepOptions {
  readonly region: string;
  readonly now: Instant;
  /** Clocks looked at in one go. */
  readonly batch?: number;
}

/** Alerts opened by one sweep. */
export interface Swept {
  readonly yellow: number;
  readonly red: number;
}

interface Found extends DueClock {
  readonly state: MatterState;
}

const BATCH = 500;
/** Most workdays before the due day at which a clock may be declared near. */
const MOST_NEAR = 60;
/** The kind under which the alert procedure claims causes. */
const CLAIM = 'alert';

/**
 * Opens an alert for every clock that is late (red) or near its end (yellow) and has none yet. Clocks that stand
 * still, have stopped, or bind the applicant give none. The system acts; the claim on the cause lets each alert
 * come once, also with several sweeps at a time.
 */
export async function sweep(world: StepWorld, options: SweepOptions): Promise<Swept> {
  const red = await raiseFor(world, 'red', options);
  const yellow = await raiseFor(world, 'yellow', options);
  return { yellow, red };
}

async function raiseFor(world: StepWorld, level: DueLevel, options: SweepOptions): Promise<number> {
  const { region, now, batch = BATCH } = options;
  let raised = 0;
  let after: DueClock | undefined;
  for (;;) {
    const found = await findClocks(world, level, region, legalDateOf(now), after, batch);
    const done = await Promise.all(found.map((clock) => raiseOne(world, level, clock, options)));
    raised += done.filter(Boolean).length;
    after = found.at(-1);
    if (found.length < batch) return raised;
  }
}

/** The next clocks of a level without an alert, most overdue first, by the partial index on due days. */
function findClocks(
  { sql, calendar }: StepWorld,
  level: DueLevel,
  region: string,
  today: string,
  after: DueClock | undefined,
  batch: number,
): Promise<Found[]> {
  const limits = nearLimits(today, calendar(), MOST_NEAR);
  const days =
    level === 'red'
      ? sql`c.due < ${today}`
      : sql`c.due >= ${today} and c.due <= ${limits.at(-1)!}
            and c.due <= (${limits as string[]}::date[])[least(c.near, ${MOST_NEAR}::int) + 1]`;
  const beyond = after
    ? sql`and (c.due, c.matter, c.clock) > (${after.due}::date, ${after.matter}::uuid, ${after.clock})`
    : sql``;
  return sql<Found[]>`
    select c.matter, c.clock, c.due, c.provisional, m.state
    from clock c join matter m on m.region = c.region and m.id = c.matter
    where c.region = ${region} and c.stopped_on is null and not c.paused and not c.binds_applicant
      and ${days} ${beyond}
      and not exists (select 1 from claim k where k.region = c.region and k.kind = ${CLAIM}
        and k.key = c.matter::text || ':' || c.clock || ${`:${level}:`} || to_char(c.due, 'YYYY-MM-DD'))
    order by c.due, c.matter, c.clock limit ${batch}`;
}

/** Opens one alert; false where another sweep was faster. */
async function raiseOne(
  world: StepWorld,
  level: DueLevel,
  clock: Found,
  { region, now }: SweepOptions,
): Promise<boolean> {
  const { state } = clock;
  const today = legalDateOf(now);
  const calendar = world.calendar();
  const request = `alert:${causeOf(clock, level)}`;
  const context: Context = {
    region,
    now,
    on: today,
    request,
    actor: { person: 'system', name: '系统', post: 'system', kind: 'system', unit: state.unit },
    law: world.law,
    calendar,
    entropy: world.entropy,
    certificates: [],
    items: {},
    personal: {},
    procedure: world.procedure,
    unitName: world.unitName,
    personName: world.personName,
    alertProcedure: world.alertProcedure,
  };
  const procedure = world.procedure(state.procedure, state.version);
  const raising = dueAlert(clock, level, procedure, today, calendar);
  const decision = raise(raising, state, context, decide);
  if (!decision.ok) throw new Error(`alert ${raising.cause}: ${decision.refusal.message}`);
  const { after } = decision.writes[0]!;
  const appended = await world.appender.append({
    region,
    request,
    digest: sm3Hex(canonical({ cause: raising.cause })),
    outcome: { matter: after.id, number: after.number, seq: after.seq },
    at: now,
    rows: rowsOf(request, decision.writes, { law: world.law, calendar, procedure: world.procedure }),
  });
  return appended.result === 'done';
}
