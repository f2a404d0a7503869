// Sealing, verifying and rebuilding a ledger, from the events alone: time on the clock, processor time of this process
// and of the server, and the two together against the floor in the same run, which is one SM3 of each event's text.
// node bench/verify/verify.bench.ts [--events 1000000] [--home DIR]; a home is kept and used again.
// With --expose-gc it also says whether the memory of verify stays flat.

import { parseArgs } from 'node:util';
import { closedPartOf } from '../../src/kernel/ledger/leaf.ts';
import { sm3Hex, utf8 } from '../../src/kernel/ledger/sm3.ts';
import { rebuild } from '../../src/store/rebuild/rebuild.ts';
import { type EventRow, eventColumns, eventFrom } from '../../src/store/sealing/events.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { REGION } from '../../src/store/sealing/test-support.ts';
import { verify } from '../../src/store/sealing/verify.ts';
import { load, openScratch } from '../figures/load.ts';
import { type Cost, serverOf, spent } from './cost.ts';

const { values } = parseArgs({ options: { events: { type: 'string' }, home: { type: 'string' } } });
const scratch = await openScratch(values.home);
const { sql, admin, world } = scratch;
const server = await serverOf(sql);
try {
  const loaded = await spent(server, () => load(scratch, Number(values.events ?? 1_000_000)));
  say('load', loaded.result, loaded);

  const sealed = await spent(server, () => sealAll(sql, REGION, () => '2026-03-01T00:00:00.000Z'));
  say('seal (tree, chain, figures)', sealed.result, sealed);

  const floor = await digestCost();
  console.log(`${'floor: one SM3 of the text'.padEnd(30)} ${floor.toFixed(1)} µs an event`);
  const derivations = {
    law: world.law,
    calendar: world.calendar(),
    procedure: world.procedure,
    findProcedure: world.findProcedure,
    findList: () => undefined,
  };
  const rebuilt = await spent(server, () => rebuild(admin, { region: REGION, derivations }));
  say('rebuild', rebuilt.result.events, rebuilt, floor);
  const compared = await spent(server, () => rebuild(admin, { region: REGION, derivations, compare: true }));
  say('rebuild --compare', compared.result.events, compared, floor);
  console.log(`  ${compared.result.summary}`);

  let early = 0;
  const checked = await spent(server, () =>
    verify(sql, REGION, {
      onProgress: (done, total) => {
        if (early === 0 && done > total / 10) early = liveMemory();
      },
    }),
  );
  say('verify', checked.result.events, checked, floor);
  console.log(`  ${checked.result.summary}`);
  if (globalThis.gc) {
    console.log(
      `  live memory at the end against the first tenth: ${((liveMemory() - early) / 2 ** 20).toFixed(1)} MiB more`,
    );
  }
} finally {
  await scratch.close();
}

/** Processor time of one SM3 of an event's text, in microseconds. */
async function digestCost(): Promise<number> {
  const rows = await sql<
    EventRow[]
  >`select ${eventColumns(sql)} from event e where e.region = ${REGION} limit 5000`;
  const texts = rows.map((row) => utf8(closedPartOf(eventFrom(row))));
  const rounds = 20;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const text of texts) sm3Hex(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds / texts.length;
}

function liveMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function say(what: string, events: number, { ms, own, server: theirs }: Cost, floor?: number): void {
  const each = (seconds: number) => ((seconds / events) * 1e6).toFixed(1);
  const ratio = floor ? `, ${((((own + theirs) / events) * 1e6) / floor).toFixed(1)} × the floor` : '';
  console.log(
    `${what.padEnd(30)} ${events.toLocaleString('en').padStart(10)} events ${(ms / 1000).toFixed(1).padStart(7)} s; ` +
      `processor ${each(own)} + ${each(theirs)} µs an event${ratio}`,
  );
}
