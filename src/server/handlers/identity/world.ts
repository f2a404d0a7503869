import type { World } from '../../world.ts';

/** The part of the world that identity works with. */
export type IdentityWorld = Pick<World, 'sql' | 'region' | 'calendar' | 'refresh'>;
