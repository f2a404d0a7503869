import { lawBook } from '../law/index.ts';
import { readCalendars } from '../store/calendars.ts';
import type { Sql } from '../store/connection.ts';
import { systemEntropy } from '../store/entropy.ts';
import { createAppender } from '../store/steps/append.ts';
import { runStep, type StepWorld } from '../store/steps/run.ts';
import { systems } from '../systems/index.ts';
import { loadDirectory } from './directory.ts';
import { bindingRefusal } from './files/access.ts';
import type { World } from './world.ts';

export interface WorldOptions {
  readonly sql: Sql;
  readonly region: string;
  readonly site?: string;
}

/** Opens the world of one region over a database. */
export async function openWorld({ sql, region, site }: WorldOptions): Promise<World> {
  let calendars = await readCalendars(sql);
  let directory = await loadDirectory(sql, region);
  const appender = createAppender(sql);
  const { registry } = systems;
  const steps: StepWorld = {
    sql,
    appender,
    law: lawBook,
    calendar: () => calendars.present,
    entropy: systemEntropy,
    procedure: registry.get,
    findProcedure: registry.find,
    unitName: (code) => directory.unitName(code),
    personName: (person) => directory.knownName(person),
    alertProcedure: systems.alertProcedure,
  };
  let name = await readRegionName(sql, region);
  const world: World = {
    sql,
    get region() {
      return { code: region, name };
    },
    site,
    law: lawBook,
    systems,
    steps,
    appender,
    calendar: () => calendars.present,
    calendars: () => calendars,
    directory: () => directory,
    run: async (request) => {
      const refusal = await bindingRefusal(world, request);
      return refusal ? { ok: false, refusal } : runStep(steps, request);
    },
    refresh: async () => {
      [calendars, directory, name] = await Promise.all([
        readCalendars(sql),
        loadDirectory(sql, region),
        readRegionName(sql, region),
      ]);
    },
  };
  return world;
}

async function readRegionName(sql: Sql, region: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from region where code = ${region}`;
  return row?.name ?? region;
}
