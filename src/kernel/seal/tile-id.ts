/** Levels of the tree that one tile spans. */
export const TILE_HEIGHT = 8;

/** Hashes in a full tile. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/**
 * Address of a tile (S4). Tile (level, index) holds the roots of complete subtrees of 256^level leaves, those
 * numbered from index × 256 on. Tiles of level 0 hold the leaf hashes themselves.
 */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** A tile with its bytes: between 1 and 256 hashes of 32 bytes, in order. */
export interface Tile extends TileId {
  readonly bytes: Uint8Array;
}

/**
 * Brings stored tiles, in the order asked for; a tile that is not stored is an empty array. Asked once for all
 * tiles of one proof, so that a store answers with one query. A tile may hold more hashes than the size asked
 * about has: tiles only ever grow at their end.
 */
export type ReadTiles = (tiles: readonly TileId[]) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/** Hashes that tiles of `level` hold, all together, for a tree of `size` leaves. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** A text key for maps. */
export function tileKey(tile: TileId): string {
  return `${tile.level}/${tile.index}`;
}
