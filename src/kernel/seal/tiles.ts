import { Buffer } from 'node:buffer';
import { requireDigest, SM3_BYTES } from '../ledger/sm3.ts';
import { hashesAtLevel, type ReadTiles, TILE_WIDTH, type Tile, type TileId } from './tile-id.ts';

/**
 * Tiles that change when a tree of `oldSize` leaves grows by `completed` (from appendLeaves), with their whole new
 * bytes, ready to be upserted (S4). Only the partly filled tile at the right edge of each level that grows is read.
 * Throws RangeError if such a tile does not hold exactly what `oldSize` says it holds.
 */
export async function tilesFor(
  oldSize: number,
  completed: readonly (readonly Uint8Array[])[],
  read: ReadTiles,
): Promise<Tile[]> {
  const partial = tilesToExtend(oldSize, completed);
  const stored = partial.length === 0 ? [] : await read(partial);
  return completed.flatMap((hashes, level) => {
    const at = partial.findIndex((tile) => tile.level === level);
    return fill(level, hashesAtLevel(level, oldSize), at < 0 ? Buffer.alloc(0) : stored[at]!, hashes);
  });
}

/** The partly filled tiles that grow: on each level with new hashes the last one, unless it is full or absent. */
function tilesToExtend(oldSize: number, completed: readonly (readonly Uint8Array[])[]): TileId[] {
  return completed
    .map((hashes, level) => ({ level, count: hashesAtLevel(level, oldSize), grows: hashes.length > 0 }))
    .filter(({ count, grows }) => grows && count % TILE_WIDTH > 0)
    .map(({ level, count }) => ({ level, index: Math.floor(count / TILE_WIDTH) }));
}

/** `hashes` laid into tiles behind the `count` hashes that the level holds already, `head` being the last of them. */
function fill(level: number, count: number, head: Uint8Array, hashes: readonly Uint8Array[]): Tile[] {
  const held = count % TILE_WIDTH;
  if (head.length !== held * SM3_BYTES) {
    throw new RangeError(`tile of level ${level}: ${head.length} bytes stored, ${held * SM3_BYTES} expected`);
  }
  const first = Math.floor(count / TILE_WIDTH);
  const tiles: Tile[] = [];
  for (let from = -held; from < hashes.length; from += TILE_WIDTH) {
    const own = hashes.slice(Math.max(from, 0), from + TILE_WIDTH);
    const old = from < 0 ? [head] : [];
    const bytes = Buffer.concat([...old, ...own.map((hash) => requireDigest(hash, 'tile hash'))]);
    if (own.length > 0) tiles.push({ level, index: first + tiles.length, bytes });
  }
  return tiles;
}
