import { Buffer } from 'node:buffer';
import { digestFromHex, SM3_BYTES, toHex } from '../../kernel/ledger/sm3.ts';
import { type Checkpoint, type Frontier, parseFrontier, type ReadTiles } from '../../kernel/seal/index.ts';
import type { Queries } from '../connection.ts';

/** A row of `seal` without its frontier. */
export interface SealRow {
  readonly region: string;
  readonly number: number;
  readonly size: number;
  readonly root: Buffer;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly sealed_at: string;
}

export function checkpointOf(row: SealRow): Checkpoint {
  return {
    region: row.region,
    number: row.number,
    size: row.size,
    root: toHex(row.root),
    previous: toHex(row.previous),
    sealedAt: row.sealed_at,
  };
}

/** The newest seal of a region; undefined before the first. */
export async function lastSeal(sql: Queries, region: string): Promise<Checkpoint | undefined> {
  const [row] = await sql<SealRow[]>`
    select region, number, size, root, previous, hash, sealed_at from seal
    where region = ${region} order by number desc limit 1`;
  return row && checkpointOf(row);
}

/** The seal of that number; undefined if there is none. */
export async function sealNumbered(
  sql: Queries,
  region: string,
  number: number,
): Promise<Checkpoint | undefined> {
  const [row] = await sql<SealRow[]>`
    select region, number, size, root, previous, hash, sealed_at from seal
    where region = ${region} and number = ${number}`;
  return row && checkpointOf(row);
}

/** Bytes of a frontier as stored beside the size: its peaks, largest first. */
export function frontierBytes(frontier: Frontier): Buffer {
  return Buffer.concat(frontier.peaks);
}

/** Inverse of {@link frontierBytes}. Throws RangeError if the bytes are not a frontier of that size. */
export function frontierFrom(size: number, bytes: Buffer): Frontier {
  const peaks = Array.from({ length: Math.ceil(bytes.length / SM3_BYTES) }, (_, i) =>
    toHex(bytes.subarray(i * SM3_BYTES, (i + 1) * SM3_BYTES)),
  );
  return parseFrontier([String(size), ...peaks].join(' '));
}

/** Stored tiles of a region, all those of one proof in one query. */
export function tilesOf(sql: Queries, region: string): ReadTiles {
  return async (wanted) => {
    const rows = await sql<{ level: number; index: number; hashes: Buffer }[]>`
      select t.level, t.index, t.hashes
      from unnest(${wanted.map((tile) => tile.level)}::smallint[], ${wanted.map((tile) => tile.index)}::bigint[])
        as w(level, index)
      join seal_tile t on t.region = ${region} and t.level = w.level and t.index = w.index`;
    const found = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
    return wanted.map((tile) => found.get(`${tile.level}/${tile.index}`) ?? new Uint8Array(0));
  };
}

/** Bytes of a digest in hexadecimal, as the driver takes them. */
export function digestBytes(hex: string): Buffer {
  return Buffer.from(digestFromHex(hex, 'seal'));
}
