// The usual limit of a database: pgbench calling one function that does the step and nothing else.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from '../../src/store/connection.ts';

/** Steps a second, and milliseconds of processor time a step, of client and server together. */
export interface Slice {
  readonly rate: number;
  readonly cpu: number;
}

export interface Yardstick {
  /** A slice of about so many seconds with `clients` connections; connecting is not counted. */
  slice(clients: number, seconds: number): Promise<Slice>;
  close(): void;
}

/**
 * The step of speed.md: lock and check the matter, one ledger row of about 400 bytes with its hash, matter update,
 * one clock upsert, commit. Keys have the types of the product's tables; no index but the primary keys.
 */
const SCHEMA = `
  create schema yardstick;
  create table yardstick.matter (region text, id uuid, seq integer not null, stage text not null, primary key (region, id))
    with (fillfactor = 70);
  create table yardstick.event (region text, stream uuid, seq integer, id uuid not null, data jsonb not null,
    leaf bytea not null, primary key (region, stream, seq));
  create table yardstick.clock (region text, matter uuid, clock text, due date not null, paused boolean not null,
    primary key (region, matter, clock)) with (fillfactor = 70);
  create function yardstick.step(p_matter integer) returns integer language plpgsql as $$
  declare
    v_id uuid := ('00000000-0000-4000-8000-' || lpad(to_hex(p_matter), 12, '0'))::uuid;
    v_seq integer;
    v_stage text;
    v_data jsonb;
  begin
    select seq, stage into v_seq, v_stage from yardstick.matter where region = '990101' and id = v_id for update;
    if v_stage <> 'open' then raise exception 'closed'; end if;
    v_data := jsonb_build_object('type', 'letter/note', 'seq', v_seq + 1, 'person', 'p-1', 'unit', 'unit-1',
      'note', repeat('x', 300));
    insert into yardstick.event values ('990101', v_id, v_seq + 1, gen_random_uuid(), v_data,
      sha256(convert_to(v_data::text, 'UTF8')));
    update yardstick.matter set seq = v_seq + 1 where region = '990101' and id = v_id;
    insert into yardstick.clock values ('990101', v_id, 'answer', '2024-09-27', v_seq % 2 = 0)
      on conflict (region, matter, clock) do update set due = excluded.due, paused = excluded.paused;
    return v_seq + 1;
  end $$;`;

export async function openYardstick(
  admin: Sql,
  url: string,
  matters: number,
  cpuSeconds: () => number,
): Promise<Yardstick> {
  await admin.unsafe(SCHEMA);
  await admin.unsafe(`
    insert into yardstick.matter select '990101', ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, 'open'
    from generate_series(1, ${matters}) n`);
  await admin.unsafe('vacuum analyze yardstick.matter');
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-pgbench-'));
  const script = join(folder, 'step.sql');
  writeFileSync(script, `\\set matter random(1, ${matters})\nselect yardstick.step(:matter);\n`);

  // A number of steps instead of a time: connecting many clients on a busy machine would use the time up.
  async function run(clients: number, each: number): Promise<{ rate: number; seconds: number }> {
    const before = cpuSeconds();
    const told = await output('pgbench', [
      ...['-n', '-M', 'prepared', '-f', script, '-t', String(each)],
      ...['-c', String(clients), '-j', String(Math.min(clients, 2)), url],
    ]);
    const rate = Number(/tps = ([\d.]+) \(without initial connection time\)/.exec(told)?.[1]);
    if (!(rate > 0)) throw new Error(`pgbench said: ${told}`);
    return { rate, seconds: cpuSeconds() - before };
  }

  const rates = new Map<number, number>();
  const connecting = new Map<number, number>();
  return {
    async slice(clients, seconds) {
      if (!connecting.has(clients)) connecting.set(clients, (await run(clients, 1)).seconds);
      const each = 1 + Math.ceil(((rates.get(clients) ?? 1000) * seconds) / clients);
      const ran = await run(clients, each);
      rates.set(clients, ran.rate);
      const cpu = ((ran.seconds - connecting.get(clients)!) * 1000) / (clients * (each - 1));
      return { rate: ran.rate, cpu };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function output(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  child.stderr.on('data', (chunk) => (told += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(told));
  });
}
