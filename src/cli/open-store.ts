import { openWorld } from '../server/open-world.ts';
import type { World } from '../server/world.ts';
import { assertDurable, connect, type Sql } from '../store/connection.ts';
import { type Database, resolveDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import type { StepWorld } from '../store/steps/run.ts';

/** The product opened for a command or for serving. */
export interface OpenStore {
  readonly database: Database;
  /** As the application role. */
  readonly sql: Sql;
  /** As the owner: migrations, rebuild, restore. */
  readonly admin: Sql;
  readonly region: string;
  readonly world: World;
  readonly steps: StepWorld;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly home?: string;
  readonly region?: string;
  readonly onProgress?: (text: string) => void;
}

/** Region of an installation: FAZHI_REGION, else the demo's fictional development zone. */
const DEMO_REGION = '990101';

/** Opens the database, brings its schema up to date and puts the world of the region on it. */
export async function openStore(options: OpenOptions = {}): Promise<OpenStore> {
  const database = await resolveDatabase({
    ...(options.home ? { home: options.home } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const admin = connect(database.adminUrl, { max: 2 });
  try {
    await migrate(admin, options.onProgress ? { onProgress: options.onProgress } : {});
    await assertDurable(admin);
  } catch (error) {
    await admin.end();
    await database.stop();
    throw error;
  }
  const sql = connect(database.url, { max: 12 });
  const region = options.region ?? process.env.FAZHI_REGION ?? DEMO_REGION;
  const site = siteFrom(process.env.FAZHI_PUBLIC_URL);
  const world = await openWorld({ sql, region, ...(site ? { site } : {}) });
  return {
    database,
    sql,
    admin,
    region,
    world,
    steps: world.steps,
    close: async () => {
      await world.appender.idle();
      await Promise.all([sql.end(), admin.end()]);
      await database.stop();
    },
  };
}

/** Address the public finds the portal under, without a path. Throws where it is set and is none. */
function siteFrom(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Error(`FAZHI_PUBLIC_URL应当是门户的网址，例如https://fazhi.example.gov.cn；现在是“${text}”。`);
  }
  return new URL(text).origin;
}
