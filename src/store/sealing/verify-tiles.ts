import { Buffer } from 'node:buffer';
import { SM3_BYTES } from '../../kernel/ledger/sm3.ts';
import type { ReadTiles } from '../../kernel/seal/index.ts';
import { TILE_WIDTH, type Tile } from '../../kernel/seal/tile-id.ts';
import type { VerifyDefect } from './verify-event.ts';

/** Holds the hashes of a tree, as it is grown elsewhere, against the stored tiles, which proofs are read from. */
export interface TileCheck {
  /** Takes the next hash of a level of tiles. */
  add(level: number, hash: Uint8Array): void;
  /** What differs among the stored tiles of everything added since the last time. */
  settle(): Promise<VerifyDefect[]>;
}

export function createTileCheck(read: ReadTiles): TileCheck {
  /** By level: how many hashes were settled before, and those that came since. */
  const levels: { settled: number; hashes: Uint8Array[] }[] = [];
  return {
    add(level, hash) {
      levels[level] ??= { settled: 0, hashes: [] };
      levels[level].hashes.push(hash);
    },
    async settle() {
      const pieces = levels.flatMap(({ settled, hashes }, level) => piecesOf(level, settled, hashes));
      for (const level of levels) {
        level.settled += level.hashes.length;
        level.hashes = [];
      }
      const stored = await read(pieces);
      return pieces.flatMap((piece, at) => tileDefect(piece, Buffer.from(stored[at]!)) ?? []);
    },
  };
}

/** A part of a tile as the tree has it: its hashes from place `from` on. */
interface Piece extends Tile {
  readonly from: number;
}

/** Hashes that follow the first `settled` of a level, cut where one tile ends and the next begins. */
function piecesOf(level: number, settled: number, hashes: readonly Uint8Array[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < hashes.length; ) {
    const from = (settled + at) % TILE_WIDTH;
    const own = hashes.slice(at, at + TILE_WIDTH - from);
    const index = Math.floor((settled + at) / TILE_WIDTH);
    pieces.push({ level, index, from, bytes: Buffer.concat(own) });
    at += own.length;
  }
  return pieces;
}

/** A stored tile may go on behind the piece: it has grown since. */
function tileDefect({ level, index, from, bytes }: Piece, stored: Buffer): VerifyDefect | undefined {
  const begin = from * SM3_BYTES;
  const same = stored.subarray(begin, begin + bytes.length);
  if (same.equals(bytes)) return undefined;
  const at = from + firstDifference(bytes, same);
  if (level > 0) {
    return {
      kind: 'tile',
      message: `封存树第${level}层第${index}片的第${at}个摘要与留痕不符：该片或其下的留痕已被改动。`,
    };
  }
  const leaf = index * TILE_WIDTH + at;
  return {
    kind: 'leaf-differs',
    leaf,
    message: `第${leaf}号留痕的摘要与封存时记下的不同：留痕或封存树已被改动。`,
  };
}

function firstDifference(expected: Uint8Array, stored: Buffer): number {
  const hash = (bytes: Uint8Array, at: number) => bytes.subarray(at * SM3_BYTES, (at + 1) * SM3_BYTES);
  const count = expected.length / SM3_BYTES;
  return Array.from({ length: count }, (_, at) => at).findIndex(
    (at) => Buffer.compare(hash(expected, at), hash(stored, at)) !== 0,
  );
}
