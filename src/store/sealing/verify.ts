import { availableParallelism } from 'node:os';
import { SM3_BYTES } from '../../kernel/ledger/sm3.ts';
import {
  type Anchor,
  type Checkpoint,
  checkpointHash,
  createVerifier,
  type Defect,
  type Verdict,
  type Verifier,
} from '../../kernel/seal/index.ts';
import { TILE_WIDTH } from '../../kernel/seal/tile-id.ts';
import type { Sql, Transaction } from '../connection.ts';
import { tilesOf } from './checkpoints.ts';
import type { BatchFindings } from './verify-batch.ts';
import { coverageDefects } from './verify-coverage.ts';
import { alone, findingsInOrder, hire } from './verify-crew.ts';
import {
  addPersonal,
  eventDefects,
  noPersonal,
  type PersonalCount,
  type VerifyDefect,
} from './verify-event.ts';
import { lookUpByKey, pendingBatch, type StoredSeal, sealsInOrder } from './verify-read.ts';
import { createTileCheck } from './verify-tiles.ts';

export type { VerifyDefect } from './verify-event.ts';

/** What a whole check found. Can be shown as JSON as it is. */
export interface VerifyReport {
  readonly region: string;
  readonly ok: boolean;
  /** In Chinese: what was checked and what was found. */
  readonly summary: string;
  readonly events: number;
  readonly sealed: number;
  readonly pending: number;
  readonly seals: number;
  readonly last?: Checkpoint;
  /** Seals that were compared with one kept outside. */
  readonly anchors: number;
  /** Personal values that are here and fit their digests, those destroyed since, and how many of these the ledger tells of. */
  readonly personal: Readonly<Omit<PersonalCount, 'met'>>;
  /** The first ones, in the order in which they were met. */
  readonly defects: readonly VerifyDefect[];
  /** All of them, also those not listed. */
  readonly defectCount: number;
}

export interface VerifyOptions {
  /** Seals kept outside of this database, which the chain must meet. */
  readonly anchors?: readonly Anchor[];
  /** Threads that look at events, each with a connection of its own; default: one a processor, at most 4. */
  readonly workers?: number;
  /** Leaves from which on threads are worth their start; default 50,000. */
  readonly manyLeaves?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

const MOST_WORKERS = 4;
const MANY_LEAVES = 50_000;
/** Most defects listed one by one. */
const LISTED = 20;
const NIL = '00000000-0000-0000-0000-000000000000';

/** One check under way: where it reads, what it has found. */
class Check {
  readonly tx: Transaction;
  readonly region: string;
  readonly personal = noPersonal();
  readonly defects: VerifyDefect[] = [];
  defectCount = 0;

  constructor(tx: Transaction, region: string) {
    this.tx = tx;
    this.region = region;
  }

  add(defects: readonly VerifyDefect[]): void {
    this.defectCount += defects.length;
    this.defects.push(...defects.slice(0, LISTED - this.defects.length));
  }
}

/**
 * Checks the whole ledger of a region against itself and against what was kept outside: every event against its
 * leaf, every leaf against tree and seals, every personal value still here against its digest, and that no event
 * is missing, doubled, or unsealed without waiting for its seal. One snapshot, one pass, constant memory; steps
 * and sealing go on meanwhile.
 */
export async function verify(
  sql: Sql,
  region: string,
  {
    anchors = [],
    workers = Math.min(MOST_WORKERS, availableParallelism()),
    manyLeaves = MANY_LEAVES,
    onProgress = () => {},
  }: VerifyOptions = {},
): Promise<VerifyReport> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await lookUpByKey(tx, true);
    const check = new Check(tx, region);
    const [sizes] = await tx<{ leaves: number; pending: number }[]>`
      select (select coalesce(max(index) + 1, 0) from seal_leaf where region = ${region}) as leaves,
             (select count(*) from event_pending where region = ${region}) as pending`;
    const { leaves, pending } = sizes!;
    const progress = (done: number) => onProgress(done, leaves + pending);
    const crew =
      workers > 0 && leaves >= manyLeaves ? await hire(sql, tx, region, workers) : alone(tx, region);
    const sealed = await checkSealed(check, findingsInOrder(crew, leaves), anchors, progress).finally(() =>
      crew.end(),
    );
    const waiting = await checkPending(check, (done) => progress(leaves + done));
    await lookUpByKey(tx, false);
    const coverage = await coverageDefects(tx, region, {
      events: sealed.found + waiting.found,
      values: check.personal.met,
    });
    check.add(coverage.defects);
    return reportOf(check, sealed.verdict, coverage.events, waiting.rows);
  });
}

/** The sealed part: leaves in order, each seal after the last leaf it covers. Returns how many have their event. */
async function checkSealed(
  check: Check,
  batches: AsyncIterable<BatchFindings>,
  anchors: readonly Anchor[],
  progress: (done: number) => void,
): Promise<{ verdict: Verdict; found: number }> {
  const { tx, region } = check;
  const tiles = createTileCheck(tilesOf(tx, region));
  // Leaves are held against their tiles as they are read, so that each altered one is named also behind a defect.
  const verifier = createVerifier(anchors, (level, hash) => level > 0 && tiles.add(level, hash));
  const seals = sealPasser(check, verifier);
  let found = 0;
  let expected = 0;
  let unbroken = true;
  for await (const { indexes, hashes, gone, defects, personal } of batches) {
    check.add(defects);
    addPersonal(check.personal, personal);
    const missing = new Set(gone);
    found += indexes.length - missing.size;
    for (const [at, index] of indexes.entries()) {
      if (seals.next <= index) await seals.pass(index);
      unbroken &&= index === expected;
      expected = index + 1;
      const leaf = missing.has(at)
        ? await sealedHash(tx, region, index)
        : hashes.subarray(at * SM3_BYTES, (at + 1) * SM3_BYTES);
      verifier.leaf({ index, leaf });
      // Behind a gap every tile would differ; the verifier has named the gap.
      if (unbroken) tiles.add(0, leaf);
    }
    check.add(await tiles.settle());
    progress(expected);
  }
  await seals.pass(Number.POSITIVE_INFINITY);
  const verdict = verifier.end();
  check.add(verdict.defect ? [fromVerifier(verdict.defect)] : []);
  return { verdict, found };
}

/** The seals on their way to the verifier. */
interface SealPasser {
  /** Leaves that the next seal covers; 0 before the first is read. */
  readonly next: number;
  /** Hands over every seal that covers no more than the leaves before `index`. */
  pass(index: number): Promise<void>;
}

function sealPasser(check: Check, verifier: Verifier): SealPasser {
  const chain = sealsInOrder(check.tx, check.region);
  let seal: IteratorResult<StoredSeal, void> | undefined;
  const passer = {
    next: 0,
    async pass(index: number) {
      seal ??= await chain.next();
      while (!seal.done && seal.value.checkpoint.size <= index) {
        const { checkpoint, hash } = seal.value;
        verifier.checkpoint(checkpoint);
        if (checkpointHash(checkpoint) !== hash) {
          const message = `第${checkpoint.number}号封存：所存摘要与其内容不符，已被改动。`;
          check.add([{ kind: 'seal-hash', seal: checkpoint.number, message }]);
        }
        seal = await chain.next();
      }
      passer.next = seal.done ? Number.POSITIVE_INFINITY : seal.value.checkpoint.size;
    },
  };
  return passer;
}

function fromVerifier({ kind, message, seal, leaves }: Defect): VerifyDefect {
  return { kind, message, ...(seal === undefined ? {} : { seal }), ...(leaves ? { leaf: leaves.from } : {}) };
}

/** What was sealed in place of an event that is gone, so that the leaves after it can still be judged. */
async function sealedHash(tx: Transaction, region: string, index: number): Promise<Uint8Array> {
  const [tile] = await tilesOf(tx, region)([{ level: 0, index: Math.floor(index / TILE_WIDTH) }]);
  const at = (index % TILE_WIDTH) * SM3_BYTES;
  return tile!.subarray(at, at + SM3_BYTES);
}

/** The queue: events that no seal covers yet. */
async function checkPending(
  check: Check,
  progress: (done: number) => void,
): Promise<{ rows: number; found: number }> {
  let found = 0;
  let read = 0;
  for (let after = NIL; ; ) {
    const rows = await pendingBatch(check.tx, check.region, after);
    const last = rows.at(-1);
    if (!last) return { rows: read, found };
    for (const row of rows) {
      check.add(eventDefects(row, check.personal));
      if (row.id !== null) found += 1;
    }
    read += rows.length;
    after = last.leaf_event;
    progress(read);
  }
}

function reportOf(check: Check, verdict: Verdict, events: number, pending: number): VerifyReport {
  const { region, defects, defectCount } = check;
  const { met: _, ...personal } = check.personal;
  const { seals, last, anchors } = verdict;
  const sealed = last?.size ?? 0;
  const ok = defectCount === 0;
  const recorded = personal.destroyed > 0 ? `（其中${personal.recorded}项有销毁记录）` : '';
  const kept = `个人信息${personal.kept}项与摘要相符，已销毁${personal.destroyed}项${recorded}`;
  const summary = ok
    ? `台账完整：${events}条留痕，其中${sealed}条已由${seals}个封存覆盖，${pending}条待封存；${kept}。`
    : `台账有${defectCount}处缺陷，第一处：${defects[0]!.message}`;
  return {
    region,
    ok,
    summary,
    events,
    sealed,
    pending,
    seals,
    ...(last ? { last } : {}),
    anchors,
    personal,
    defects,
    defectCount,
  };
}
