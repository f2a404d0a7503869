import { Buffer } from 'node:buffer';
import { SM3_BYTES } from '../../kernel/ledger/sm3.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  type ReadTiles,
  tilesFor,
} from '../../kernel/seal/index.ts';
import { TILE_WIDTH, type Tile } from '../../kernel/seal/tile-id.ts';
import type { VerifyDefect } from './verify-event.ts';

/** Grows the tree once more from the leaves and holds it against the stored tiles, which proofs are read from. */
export interface TileCheck {
  /** Takes the next leaves in order; what differs among the tiles they touch. */
  check(leaves: readonly Uint8Array[]): Promise<VerifyDefect[]>;
}

export function createTileCheck(read: ReadTiles): TileCheck {
  let frontier: Frontier = EMPTY_FRONTIER;
  /** The tile at the right edge of each level, as grown here. */
  const edge = new Map<number, Tile>();
  return {
    async check(leaves) {
      const grown = appendLeaves(frontier, leaves);
      const expected = await tilesFor(frontier.size, grown.completed, (ids) =>
        ids.map(({ level }) => edge.get(level)!.bytes),
      );
      for (const tile of expected) edge.set(tile.level, tile);
      frontier = grown.frontier;
      const stored = await read(expected);
      return expected.flatMap((tile, at) => tileDefect(tile, Buffer.from(stored[at]!)) ?? []);
    },
  };
}

/** A stored tile may have grown further since; what was expected must be its beginning. */
function tileDefect({ level, index, bytes }: Tile, stored: Buffer): VerifyDefect | undefined {
  if (stored.length >= bytes.length && stored.subarray(0, bytes.length).equals(bytes)) return undefined;
  const at = firstDifference(bytes, stored);
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
