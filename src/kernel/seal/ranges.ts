import { SM3_BYTES } from '../ledger/sm3.ts';
import { rootOfPeaks } from './frontier.ts';
import { nodeHash } from './hashes.ts';
import { type ReadTiles, TILE_HEIGHT, TILE_WIDTH, type TileId, tileKey } from './tile-id.ts';

/**
 * Leaves [start, end) as RFC 9162 splits a tree: `start` is a multiple of the largest power of two that fits into
 * the length, so the range is a chain of complete subtrees, largest first.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Root of the complete subtree number `index` of 2^level leaves. */
interface Node {
  readonly level: number;
  readonly index: number;
}

/** Roots of the given ranges, in order, from as few tiles as hold them, each read once and all in one call. */
export async function rootsOfRanges(ranges: readonly Range[], read: ReadTiles): Promise<Uint8Array[]> {
  const peaks = ranges.map(completeSubtrees);
  const ids = new Map(peaks.flat().map((node) => [tileKey(tileOf(node)), tileOf(node)]));
  const wanted = [...ids.values()];
  const stored = wanted.length === 0 ? [] : await read(wanted);
  const tiles = new Map(wanted.map((id, at) => [tileKey(id), stored[at]!]));
  return peaks.map((nodes) =>
    rootOfPeaks(nodes.map((node) => nodeFromTile(node, tiles.get(tileKey(tileOf(node)))!))),
  );
}

/** The complete subtrees that a range is made of, largest first. */
function completeSubtrees({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  let from = start;
  while (from < end) {
    const level = floorLog2(end - from);
    nodes.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return nodes;
}

function tileOf(node: Node): TileId {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const first = node.index * 2 ** (node.level % TILE_HEIGHT);
  return { level, index: Math.floor(first / TILE_WIDTH) };
}

/** A node inside a tile is hashed together from the tile's entries below it. */
function nodeFromTile(node: Node, tile: Uint8Array): Uint8Array {
  const width = 2 ** (node.level % TILE_HEIGHT);
  const first = (node.index * width) % TILE_WIDTH;
  const needed = (first + width) * SM3_BYTES;
  if (tile.length < needed || tile.length % SM3_BYTES !== 0 || tile.length > TILE_WIDTH * SM3_BYTES) {
    throw new RangeError(
      `tile ${tileKey(tileOf(node))}: ${tile.length} bytes, at least ${needed} are needed`,
    );
  }
  let row = Array.from({ length: width }, (_, i) =>
    tile.subarray((first + i) * SM3_BYTES, (first + i + 1) * SM3_BYTES),
  );
  while (row.length > 1) {
    const below = row;
    row = Array.from({ length: below.length / 2 }, (_, i) => nodeHash(below[2 * i]!, below[2 * i + 1]!));
  }
  return row[0]!;
}

/** Largest power of two below `size` (size ≥ 2): where RFC 9162 section 2.1.1 splits a tree. */
export function splitPoint(size: number): number {
  return 2 ** floorLog2(size - 1);
}

/** Exponent of the largest power of two that is at most `n` (n ≥ 1), exact for every safe integer. */
function floorLog2(n: number): number {
  return n.toString(2).length - 1;
}
