import type { Buffer } from 'node:buffer';
import type { Instant } from '../../kernel/dates.ts';
import { sameBytes, toHex } from '../../kernel/ledger/sm3.ts';
import {
  appendLeaves,
  type Checkpoint,
  checkpointHash,
  EMPTY_FRONTIER,
  type Frontier,
  nextCheckpoint,
  rootOf,
  type Tile,
  tilesFor,
} from '../../kernel/seal/index.ts';
import type { Queries, Sql } from '../connection.ts';
import {
  checkpointOf,
  digestBytes,
  frontierBytes,
  frontierFrom,
  type SealRow,
  tilesOf,
} from './checkpoints.ts';

export interface SealOptions {
  readonly region: string;
  readonly now: Instant;
  /** Most events under one seal; what is left waits for the next. */
  readonly batch?: number;
}

export interface SealedOnce {
  readonly sealed: number;
  /** Absent where nothing was pending: no seal is made over nothing new. */
  readonly seal?: Checkpoint;
}

/** Most events in one seal: some megabytes of parameters, and a lock of well under a second or two. */
const BATCH = 20_000;

/**
 * Seals what is pending: leaves into the tree, counts into the figures, and the queue emptied of exactly these,
 * in one transaction. Of two sealers of a region the second waits and then finds the rest, or nothing.
 * Safe to repeat after a failure: what was sealed is not pending any more.
 */
export async function sealOnce(sql: Sql, { region, now, batch = BATCH }: SealOptions): Promise<SealedOnce> {
  return sql.begin(async (tx) => {
    await lockSealing(tx, region);
    const pending = await tx<{ id: string; leaf: Buffer }[]>`
      select id, leaf from event_pending where region = ${region} order by id limit ${batch}`;
    if (pending.length === 0) return { sealed: 0 };
    const { last, frontier } = await readEdge(tx, region);
    const grown = appendLeaves(
      frontier,
      pending.map(({ leaf }) => leaf),
    );
    const seal = nextCheckpoint(last, { region, size: grown.frontier.size, root: grown.root, now });
    const added = { region, from: frontier.size, to: seal.size };
    await insertLeaves(
      tx,
      added,
      pending.map(({ id }) => id),
    );
    await upsertTiles(tx, region, await tilesFor(frontier.size, grown.completed, tilesOf(tx, region)));
    await addToFigures(tx, added);
    await tx`
      delete from event_pending p using seal_leaf l
      where p.region = ${region} and l.region = ${region} and p.id = l.event
        and l.index >= ${added.from} and l.index < ${added.to}`;
    await insertSeal(tx, seal, grown.frontier);
    return { sealed: pending.length, seal };
  });
}

/** Leaves of one seal: `from` ≤ index < `to`. */
interface Added {
  readonly region: string;
  readonly from: number;
  readonly to: number;
}

async function lockSealing(tx: Queries, region: string): Promise<void> {
  await tx`insert into seal_head (region, number) values (${region}, 0) on conflict do nothing`;
  await tx`select number from seal_head where region = ${region} for update`;
}

/** The last seal and the right edge of its tree. A stored edge that does not give the root is never built upon. */
async function readEdge(
  tx: Queries,
  region: string,
): Promise<{ last: Checkpoint | undefined; frontier: Frontier }> {
  const [row] = await tx<(SealRow & { frontier: Buffer })[]>`
    select region, number, size, root, previous, hash, sealed_at, frontier from seal
    where region = ${region} order by number desc limit 1`;
  if (!row) return { last: undefined, frontier: EMPTY_FRONTIER };
  const frontier = frontierFrom(row.size, row.frontier);
  if (!sameBytes(rootOf(frontier), row.root)) {
    throw new Error(`第${row.number}号封存的根与其前沿不符，已停止封存。请运行 fazhi verify 查明后再继续。`);
  }
  return { last: checkpointOf(row), frontier };
}

async function insertLeaves(tx: Queries, { region, from }: Added, ids: readonly string[]): Promise<void> {
  await tx`
    insert into seal_leaf (region, index, event, year, stream, seq)
    select ${region}, ${from} + n.place - 1, p.id, p.year, p.stream, p.seq
    from unnest(${ids as string[]}::uuid[]) with ordinality as n(id, place)
    join event_pending p on p.region = ${region} and p.id = n.id`;
}

async function upsertTiles(tx: Queries, region: string, tiles: readonly Tile[]): Promise<void> {
  await tx`
    insert into seal_tile (region, level, index, hashes)
    select ${region}, t.level, t.index, decode(t.hashes, 'hex')
    from unnest(${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[],
                ${tiles.map((tile) => toHex(tile.bytes))}::text[]) as t(level, index, hashes)
    on conflict (region, level, index) do update set hashes = excluded.hashes`;
}

/** What the sealed events count, as records to open a figure into and as cells to read it from. */
async function addToFigures(tx: Queries, { region, from, to }: Added): Promise<void> {
  const counted = tx`
    select c.indicator, (extract(year from c."on") * 100 + extract(month from c."on"))::int as month, c.unit, c.kind,
           l.event, l.year, l.stream, l.seq, min(c."on") as on_date, sum(c.value) as value
    from seal_leaf l
    join event_pending p on p.region = ${region} and p.id = l.event
    cross join lateral jsonb_to_recordset(p.counts)
      as c(indicator text, unit text, "on" date, kind text, value numeric)
    where l.region = ${region} and l.index >= ${from} and l.index < ${to}
    group by 1, 2, 3, 4, 5, 6, 7, 8
    having sum(c.value) <> 0`;
  await tx`
    insert into figure_entry (region, indicator, month, on_date, unit, kind, event, year, stream, seq, value)
    select ${region}, indicator, month, on_date, unit, kind, event, year, stream, seq, value
    from (${counted}) as counted`;
  await tx`
    insert into rollup as r (region, indicator, unit, month, kind, value, entries)
    select ${region}, indicator, unit, month, kind, sum(value), count(*)
    from (${counted}) as counted
    group by indicator, unit, month, kind
    on conflict (region, indicator, month, unit, kind) do update set
      value = r.value + excluded.value, entries = r.entries + excluded.entries`;
}

async function insertSeal(tx: Queries, seal: Checkpoint, frontier: Frontier): Promise<void> {
  await tx`
    insert into seal (region, number, size, root, previous, hash, frontier, sealed_at)
    values (${seal.region}, ${seal.number}, ${seal.size}, ${digestBytes(seal.root)}, ${digestBytes(seal.previous)},
            ${digestBytes(checkpointHash(seal))}, ${frontierBytes(frontier)}, ${seal.sealedAt})`;
  await tx`update seal_head set number = ${seal.number} where region = ${seal.region}`;
}
