// The step rate through the store against pgbench calling the step as one function, on one server and in one run.
// node bench/steps/steps.bench.ts [--rounds 6] [--seconds 2] [--matters 20000] [--only store]
//
// All variants stay alive and are worked in short slices in random order, so that what else the machine does meets
// all of them alike: trust the ratios, not the rates.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { sealAll, startSealer } from '../../src/store/sealing/sealer.ts';
import { cpuSeconds } from './cpu.ts';
import { benchWorld, decidedNotes, note, REGION, receive, seedPeople } from './store.ts';
import { openYardstick, type Slice } from './yardstick.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '2' },
    matters: { type: 'string', default: '20000' },
    only: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);
const SECONDS = Number(values.seconds);
const MATTERS = Number(values.matters);

interface Variant {
  readonly group: string;
  readonly callers: number;
  readonly slice: () => Promise<Slice>;
}

const home = mkdtempSync(join(tmpdir(), 'fazhi-bench-'));
const server = await startEmbedded({ home });
const admin = connect(server.adminUrl);
const sql = connect(server.url);
const world = benchWorld(sql);
const postmaster = Number(readFileSync(join(server.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
const used = (): number => cpuSeconds(postmaster);
const now = (): string => new Date().toISOString();
try {
  await migrate(admin);
  await seedPeople(admin);
  const yardstick = await openYardstick(admin, server.adminUrl, MATTERS, used);
  const matters: string[] = [];
  await race(32, () =>
    matters.length < MATTERS ? receive(world).then((id) => matters.push(id)) : undefined,
  );
  await admin.unsafe('vacuum analyze');
  const variants: Variant[] = [
    ...[1, 8, 32].map((callers) => ({
      group: 'pgbench, one function',
      callers,
      slice: () => yardstick.slice(callers, SECONDS),
    })),
    ...[1, 8, 32, 128].map((callers) => ({
      group: 'store: load, decide, append',
      callers,
      slice: () => timedSteps(callers),
    })),
    ...[8, 32].map((callers) => ({
      group: 'store, and all of it sealed',
      callers,
      slice: () => sealedSteps(callers),
    })),
    ...[1, 8, 32, 128].map((callers) => ({
      group: 'store: append alone',
      callers,
      slice: () => timedAppends(callers),
    })),
  ].filter(({ group }) => values.only === undefined || group.startsWith(values.only));
  try {
    print(await inSlices(variants));
  } finally {
    yardstick.close();
  }

  function timedSteps(callers: number): Promise<Slice> {
    const end = performance.now() + SECONDS * 1000;
    return sliceOf(callers, () => (performance.now() < end ? note(world, any(matters)) : undefined));
  }

  /** The sealer at work as in the product, and what it has left over sealed before the time is taken. */
  async function sealedSteps(callers: number): Promise<Slice> {
    await sealAll(sql, REGION, now);
    const end = performance.now() + SECONDS * 1000;
    const sealer = startSealer(sql, { regions: [REGION], intervalMs: SECONDS * 250 });
    return sliceOf(
      callers,
      () => (performance.now() < end ? note(world, any(matters)) : undefined),
      async () => {
        await sealer.stop();
        await sealAll(sql, REGION, now);
      },
    );
  }

  async function timedAppends(callers: number): Promise<Slice> {
    const count = Math.min(MATTERS / 4, callers * 25 * SECONDS);
    const first = Math.floor(Math.random() * (MATTERS - count));
    const decided = await decidedNotes(world, matters.slice(first, first + count));
    return sliceOf(callers, () => decided.pop()?.());
  }
} finally {
  await Promise.all([sql.end(), admin.end()]);
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

/** Runs the variants in rounds, each round in an order of its own, and keeps every rate. */
async function inSlices(variants: readonly Variant[]): Promise<Map<Variant, Slice[]>> {
  const slices = new Map<Variant, Slice[]>(variants.map((variant) => [variant, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const variant of shuffled(variants)) {
      const slice = await variant.slice();
      // The first round warms caches and compilers.
      if (round >= 0) slices.get(variant)!.push(slice);
    }
  }
  return slices;
}

/** Calls `work` from so many callers, each again as soon as it is answered, until it gives nothing more to do. */
async function race(callers: number, work: () => Promise<unknown> | undefined): Promise<number> {
  let done = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let next = work(); next !== undefined; next = work()) {
        await next;
        done++;
      }
    }),
  );
  return done;
}

async function sliceOf(
  callers: number,
  work: () => Promise<unknown> | undefined,
  rest = async () => {},
): Promise<Slice> {
  const start = performance.now();
  const before = used();
  const done = await race(callers, work);
  await rest();
  const rate = (done * 1000) / (performance.now() - start);
  return { rate, cpu: ((used() - before) * 1000) / done };
}

function print(slices: ReadonlyMap<Variant, readonly Slice[]>): void {
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`One step: lock and check the matter, one ledger row of about 400 bytes with its hash, matter, one clock, commit.
pgbench calls it as one function and decides nothing. The store loads state, post and request, decides by the declared
procedure, and writes event, queue for the seal, request, matter and clock. "All of it sealed" takes the time until tree, chain and
figures hold every step; its cost is what it lacks to the line above of as many callers. Medians of ${ROUNDS} slices of about ${SECONDS} s;
÷ compares with pgbench at the same number of callers (128: at 32). cpu: milliseconds of processor a step, client and
server. ${MATTERS} matters, load average ${load.join(' ')}.

                               callers  steps/s      ÷   cpu ms      ÷`);
  const base = new Map<number, Slice>();
  for (const [{ group, callers }, all] of slices) {
    const slice = { rate: median(all.map(({ rate }) => rate)), cpu: median(all.map(({ cpu }) => cpu)) };
    if (group.startsWith('pgbench')) base.set(callers, slice);
    const yardstick = base.get(Math.min(callers, 32));
    const ratio = (part: keyof Slice) =>
      (yardstick ? (slice[part] / yardstick[part]).toFixed(2) : '').padStart(7);
    const cells = [String(callers).padStart(7), slice.rate.toFixed(0).padStart(9), ratio('rate')];
    console.log(group.padEnd(31) + cells.join('') + slice.cpu.toFixed(3).padStart(9) + ratio('cpu'));
  }
}

function any<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)]!;
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
