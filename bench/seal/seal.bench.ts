// Cost of the seal against its floor: bare SM3 over as many inputs of 64 bytes, in the same run.
// node bench/seal/seal.bench.ts [leaves, default 1000000]; with --expose-gc it also says whether memory stays flat.
//
// All variants take turns in short slices, so that a busy machine slows them alike and the ratios hold.

import { parseArgs } from 'node:util';
import type { LedgerEvent } from '../../src/kernel/ledger/event.ts';
import { leafOf } from '../../src/kernel/ledger/leaf.ts';
import { sm3, sm3Hex } from '../../src/kernel/ledger/sm3.ts';
import {
  appendLeaves,
  type Checkpoint,
  createVerifier,
  EMPTY_FRONTIER,
  type Frontier,
  leafHash,
  nextCheckpoint,
  type SealedLeaf,
  tilesFor,
} from '../../src/kernel/seal/index.ts';

const SLICE = 10_000;
const SEAL_EVERY = 1_000;
const REGION = '999901';
const NOW = '2026-03-01T00:00:00.000Z';

/** Takes the next slice of leaves. */
type Variant = (leaves: readonly SealedLeaf[], seals: readonly Checkpoint[]) => void | Promise<void>;

const { positionals } = parseArgs({ allowPositionals: true });
const total = Math.max(SLICE, Number(positionals[0] ?? 1_000_000));
const inputs = Array.from({ length: SLICE }, (_, i) => new Uint8Array(64).fill(i));

const stepEvent = aStep();
const stepText = JSON.stringify(stepEvent);

const withEntries = createVerifier();
const hashesOnly = createVerifier();
const variants: Record<string, Variant> = {
  'bare SM3 of 64 bytes': () => {
    for (const input of inputs) sm3(input);
  },
  'bare SM3 of a step, 1.2 KB': () => {
    for (let i = 0; i < SLICE; i++) sm3Hex(stepText);
  },
  'leaf of such a step': () => {
    for (let i = 0; i < SLICE; i++) leafOf(stepEvent);
  },
  'append, root a seal': appender(),
  'append, root and tiles a seal': tileWriter(),
  'verify leaf hashes and seals': (leaves, seals) =>
    feed(
      hashesOnly,
      leaves.map(({ index, leaf }) => ({ index, leaf })),
      seals,
    ),
  'verify 400-byte events too': (leaves, seals) => feed(withEntries, leaves, seals),
};

const spent = new Map(Object.keys(variants).map((name) => [name, 0]));
const source = sealedSlices();
let heapAtTenth = 0;
let done = 0;
while (done < total) {
  const { leaves, seals } = source(done);
  for (const [name, run] of Object.entries(variants)) {
    const start = performance.now();
    await run(leaves, seals);
    spent.set(name, spent.get(name)! + performance.now() - start);
  }
  done += leaves.length;
  if (heapAtTenth === 0 && done >= total / 10) heapAtTenth = liveHeap();
}
const grown = liveHeap() - heapAtTenth;

const floor = spent.get('bare SM3 of 64 bytes')!;
for (const [name, ms] of spent) {
  const rate = Math.round((done / ms) * 1000).toLocaleString('en');
  console.log(
    `${name.padEnd(32)} ${rate.padStart(10)} /s   ${(floor / ms).toFixed(2)} of bare SM3   ${ms.toFixed(0)} ms`,
  );
}
for (const { ok, leaves, seals } of [hashesOnly.end(), withEntries.end()]) {
  console.log(`verifier: ${ok ? 'sound' : 'DEFECT'}, ${leaves} leaves, ${seals} seals`);
}
if (globalThis.gc !== undefined) {
  console.log(`live heap, last against first tenth: ${(grown / 2 ** 20).toFixed(1)} MiB more`);
}

/** An event of the size that steps of the product have. */
function aStep(): LedgerEvent {
  const id = '01a20291-01c1-7098-ab10-5b8605a39459';
  return {
    id,
    region: REGION,
    stream: id,
    seq: 7,
    type: 'licence/accept',
    at: NOW,
    on: '2026-03-01',
    actor: { person: 'p0007', post: 'U01-clerk', unit: 'U01' },
    request: id,
    data: {
      input: { note: '材料齐全，符合法定形式。'.repeat(12) },
      set: {},
      stages: ['accepted'],
      title: '食品经营许可',
      clocks: [{ op: 'start', clock: 'decide', rule: 'XK-01', on: '2026-03-01' }],
      publications: [],
    },
    personal: { applicant: 'ab'.repeat(32) },
    salt: 'cd'.repeat(16),
  };
}

function feed(
  verifier: ReturnType<typeof createVerifier>,
  leaves: readonly SealedLeaf[],
  seals: readonly Checkpoint[],
): void {
  for (const [at, leaf] of leaves.entries()) {
    verifier.leaf(leaf);
    if ((at + 1) % SEAL_EVERY === 0) verifier.checkpoint(seals[(at + 1) / SEAL_EVERY - 1]!);
  }
}

function appender(): Variant {
  let frontier: Frontier = EMPTY_FRONTIER;
  return (leaves) => {
    for (const portion of portions(leaves)) frontier = appendLeaves(frontier, portion).frontier;
  };
}

/** Keeps only the tiles at the right edge, as a store would find them. */
function tileWriter(): Variant {
  let frontier: Frontier = EMPTY_FRONTIER;
  const edge = new Map<number, { readonly index: number; readonly bytes: Uint8Array }>();
  return async (leaves) => {
    for (const portion of portions(leaves)) {
      const grown = appendLeaves(frontier, portion);
      const read = (ids: readonly { level: number }[]) => ids.map(({ level }) => edge.get(level)!.bytes);
      for (const tile of await tilesFor(frontier.size, grown.completed, read)) edge.set(tile.level, tile);
      frontier = grown.frontier;
    }
  };
}

/** Events of about 400 bytes with their leaf hashes, and the seals over them. */
function sealedSlices(): (from: number) => { leaves: SealedLeaf[]; seals: Checkpoint[] } {
  let frontier: Frontier = EMPTY_FRONTIER;
  let last: Checkpoint | undefined;
  return (from) => {
    const leaves = Array.from({ length: SLICE }, (_, i) => {
      const entry = `{"seq":${from + i},"note":"${'0123456789'.repeat(38)}"}`;
      return { index: from + i, entry, leaf: leafHash(entry) };
    });
    const seals = portions(leaves).map((portion) => {
      const { frontier: next, root } = appendLeaves(frontier, portion);
      frontier = next;
      last = nextCheckpoint(last, { region: REGION, size: next.size, root, now: NOW });
      return last;
    });
    return { leaves, seals };
  };
}

function portions(leaves: readonly SealedLeaf[]): Uint8Array[][] {
  return Array.from({ length: leaves.length / SEAL_EVERY }, (_, i) =>
    leaves.slice(i * SEAL_EVERY, (i + 1) * SEAL_EVERY).map(({ leaf }) => leaf),
  );
}

function liveHeap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
