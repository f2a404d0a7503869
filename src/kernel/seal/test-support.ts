import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { leafHash } from './hashes.ts';
import { type ReadTiles, type TileId, tileKey } from './tile-id.ts';
import { tilesFor } from './tiles.ts';

/** `count` distinct leaf hashes, the same every time. */
export function sampleLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => leafHash(`entry ${i}`));
}

/** Tiles held in a map, with a log of what was asked for. */
export interface TileShelf {
  readonly tiles: Map<string, Uint8Array>;
  readonly calls: (readonly TileId[])[];
  readonly read: ReadTiles;
}

export function emptyShelf(): TileShelf {
  const tiles = new Map<string, Uint8Array>();
  const calls: (readonly TileId[])[] = [];
  const read: ReadTiles = (ids) => {
    calls.push(ids);
    return ids.map((id) => tiles.get(tileKey(id)) ?? new Uint8Array(0));
  };
  return { tiles, calls, read };
}

/** A shelf with the tiles of a tree over `leaves`. */
export async function shelfOf(leaves: readonly Uint8Array[]): Promise<TileShelf> {
  const shelf = emptyShelf();
  const { completed } = appendLeaves(EMPTY_FRONTIER, leaves);
  for (const tile of await tilesFor(0, completed, shelf.read)) shelf.tiles.set(tileKey(tile), tile.bytes);
  return shelf;
}

/** A copy of `bytes` with one bit turned. */
export function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[Math.floor(bit / 8)]! ^= 1 << (bit % 8);
  return copy;
}

/** Whole numbers in [0, below), the same for the same seed (an LCG: spread is enough for tests). */
export function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
