// Sealing, verifying and rebuilding a ledger, from the events alone.
// node bench/verify/verify.bench.ts [--events 1000000] [--home DIR]; a home is kept and used again.
// With --expose-gc it also says whether the memory of verify stays flat.

import { parseArgs } from 'node:util';
import { rebuild } from '../../src/store/rebuild/rebuild.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { REGION } from '../../src/store/sealing/test-support.ts';
import { verify } from '../../src/store/sealing/verify.ts';
import { load, openScratch, timed } from '../figures/load.ts';

const { values } = parseArgs({ options: { events: { type: 'string' }, home: { type: 'string' } } });
const scratch = await openScratch(values.home);
const { sql, admin, world } = scratch;
try {
  const loaded = await timed(() => load(scratch, Number(values.events ?? 1_000_000)));
  say('load', loaded.result, loaded.ms);

  const sealed = await timed(() => sealAll(sql, REGION, () => '2026-03-01T00:00:00.000Z'));
  say('seal (tree, chain, figures)', sealed.result, sealed.ms);

  const derivations = {
    law: world.law,
    calendar: world.calendar(),
    procedure: world.procedure,
    findProcedure: world.findProcedure,
    findList: () => undefined,
  };
  const rebuilt = await timed(() => rebuild(admin, { region: REGION, derivations }));
  say('rebuild', rebuilt.result.events, rebuilt.ms);
  const compared = await timed(() => rebuild(admin, { region: REGION, derivations, compare: true }));
  say('rebuild --compare', compared.result.events, compared.ms);
  console.log(`  ${compared.result.summary}`);

  let early = 0;
  const checked = await timed(() =>
    verify(sql, REGION, {
      onProgress: (done, total) => {
        if (early === 0 && done > total / 10) early = liveMemory();
      },
    }),
  );
  say('verify', checked.result.events, checked.ms);
  console.log(`  ${checked.result.summary}`);
  if (globalThis.gc) {
    console.log(
      `  live memory at the end against the first tenth: ${((liveMemory() - early) / 2 ** 20).toFixed(1)} MiB more`,
    );
  }
} finally {
  await scratch.close();
}

function liveMemory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function say(what: string, events: number, ms: number): void {
  const rate = Math.round((events / ms) * 1000).toLocaleString('en');
  console.log(
    `${what.padEnd(30)} ${events.toLocaleString('en').padStart(10)} events ${(ms / 1000).toFixed(1).padStart(7)} s  ${rate}/s`,
  );
}
