// A scratch database with any number of events that real steps decided: applications, requests for more,
// decisions and publications of the small procedure of the store's tests, over three years and fourteen units.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/kernel/dates.ts';
import type { JsonObject, JsonValue } from '../../src/kernel/ledger/json.ts';
import type { Context, Written } from '../../src/kernel/procedure/context.ts';
import { decide } from '../../src/kernel/procedure/decide.ts';
import type { MatterState } from '../../src/kernel/procedure/matter.ts';
import { sequence } from '../../src/kernel/seal/test-support.ts';
import { connect, type Sql } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { REGION, tinyWorld } from '../../src/store/sealing/test-support.ts';
import { eventRow } from '../../src/store/steps/rows.ts';
import type { StepWorld } from '../../src/store/steps/run.ts';

export const UNITS = Array.from({ length: 14 }, (_, i) => `U${i}`);
/** Events put in with one statement. */
const BATCH = 5000;

export interface Scratch {
  readonly sql: Sql;
  readonly admin: Sql;
  readonly world: StepWorld;
  close(): Promise<void>;
}

/** Opens a scratch server. A `home` that is given is kept and used again; otherwise nothing stays behind. */
export async function openScratch(kept?: string): Promise<Scratch> {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
  const server = await startEmbedded({ home });
  const sql = connect(server.url);
  const admin = connect(server.adminUrl);
  await migrate(admin);
  return {
    sql,
    admin,
    world: tinyWorld(sql),
    close: async () => {
      await Promise.all([sql.end(), admin.end()]);
      await server.stop();
      if (!kept) rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Fills the ledger up to `events` and returns how many were added. State and figures are left to be derived. */
export async function load({ admin, world }: Scratch, events: number): Promise<number> {
  const [present] = await admin<{ n: number }[]>`select count(*) as n from event where region = ${REGION}`;
  const next = sequence(present!.n + 1);
  let added = 0;
  while (present!.n + added < events) {
    const writes: Written[] = [];
    while (writes.length < BATCH) writes.push(...oneMatter(world, next));
    await insert(admin, writes);
    added += writes.length;
  }
  await admin.unsafe('vacuum analyze event');
  return added;
}

function oneMatter(world: StepWorld, next: (below: number) => number): Written[] {
  const writes: Written[] = [];
  const unit = UNITS[next(UNITS.length)]!;
  let day = addDays('2023-01-02', next(1050));
  let state: MatterState | undefined;
  const personal: Record<string, JsonValue> = {};
  const take = (step: string, input: JsonObject, later: number) => {
    day = addDays(day, later);
    const decision = decide(
      world.procedure('permit'),
      state,
      { step, input },
      contextOf(world, unit, day, personal, step.startsWith('$')),
    );
    if (!decision.ok) throw new Error(decision.refusal.message);
    for (const written of decision.writes) {
      for (const value of written.personal) personal[value.field] = value.value;
      state = written.after;
    }
    writes.push(...decision.writes);
  };
  const scale = next(2) ? 'large' : 'small';
  take('apply', { subject: '食品经营许可', scale, fee: next(100_000) / 100, applicant: '张某某' }, 0);
  if (next(10) === 0) return writes;
  take('ask', { note: '缺少场所使用证明' }, 1 + next(3));
  take('supplement', {}, 1 + next(5));
  take('decide', { number: state!.id, granted: next(10) > 0 }, 1 + next(20));
  take('$publish', { publication: 'decision' }, 1 + next(5));
  return writes;
}

function contextOf(
  world: StepWorld,
  unit: string,
  on: string,
  personal: Context['personal'],
  publishes: boolean,
): Context {
  const kind = publishes ? 'publisher' : 'window-clerk';
  return {
    region: REGION,
    now: `${on}T02:00:00.000Z`,
    on,
    request: world.entropy.id(),
    actor: { person: 'p1', name: '经办人', post: `${kind}@${unit}`, kind, unit },
    law: world.law,
    calendar: world.calendar(),
    entropy: world.entropy,
    certificates: [],
    items: {},
    personal,
    procedure: world.procedure,
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: world.alertProcedure,
  };
}

/** The facts only: event, queue and personal values. */
async function insert(admin: Sql, writes: readonly Written[]): Promise<void> {
  const rows = {
    events: writes.map(({ event, counts }) => eventRow(event, counts)),
    personal: writes.flatMap(({ after, personal }) =>
      personal.map((value) => ({ matter: after.id, ...value })),
    ),
  };
  await admin.begin(async (tx) => {
    const events = JSON.stringify(rows.events);
    await tx`
      insert into event (region, year, stream, seq, id, type, at, on_date, person, post, unit, request, data, personal, salt, leaf)
      select ${REGION}, e.year, e.stream, e.seq, e.id, e.type, e.at, e.on_date, e.person, e.post, e.unit, e.request,
             e.data, e.personal, decode(e.salt, 'hex'), decode(e.leaf, 'hex')
      from jsonb_to_recordset(${events}::text::jsonb) as e(year smallint, stream uuid, seq integer, id uuid, type text,
        at timestamptz, on_date date, person text, post text, unit text, request text, data jsonb, personal jsonb, salt text, leaf text)`;
    await tx`
      insert into event_pending (region, id, year, stream, seq, leaf, counts)
      select ${REGION}, e.id, e.year, e.stream, e.seq, decode(e.leaf, 'hex'), e.counts
      from jsonb_to_recordset(${events}::text::jsonb)
        as e(id uuid, year smallint, stream uuid, seq integer, leaf text, counts jsonb)`;
    await tx`
      insert into personal_value (region, event, field, matter, salt, value)
      select ${REGION}, v.event, v.field, v.matter, v.salt, v.value
      from jsonb_to_recordset(${JSON.stringify(rows.personal)}::text::jsonb)
        as v(event uuid, field text, matter uuid, salt text, value jsonb)`;
  });
}

/** Milliseconds that `work` takes, with its result. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
