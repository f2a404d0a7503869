import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { openWorld } from '../../server/open-world.ts';
import type { World } from '../../server/world.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { writeLeaders } from '../leaders.ts';
import { createScribe, groundOf } from '../scribe.ts';
import { seedZone } from '../seed-zone.ts';
import { zone } from '../zone.ts';

export const TODAY = '2026-11-20';
export const NOW = `${TODAY}T02:00:00.000Z`;

export interface LeadersZone {
  readonly database: TestDatabase;
  readonly world: World;
  close(): Promise<void>;
}

/** The demo zone with nothing in it but what its leaders do, sealed. */
export async function openLeadersZone(): Promise<LeadersZone> {
  const database = await createTestDatabase();
  await seedZone(database.sql);
  const world = await openWorld({ sql: database.sql, region: zone.code });
  const scribe = createScribe({ ...groundOf(world), seed: 1 });
  await writeLeaders(scribe, TODAY, { sm3: '0'.repeat(64), name: '附件.txt', size: 6 });
  await world.appender.idle();
  await sealAll(database.sql, zone.code, () => NOW);
  return {
    database,
    world,
    async close() {
      await world.appender.idle();
      await database.drop();
    },
  };
}
