import type { AppOptions } from '../app-options.ts';
import type { Handlers } from '../http/bind.ts';
import { createJobs } from '../jobs/jobs.ts';
import { assessmentHandlers } from './assessment.ts';
import { catalogueHandlers } from './catalogue.ts';
import { documentHandlers } from './documents.ts';
import { dutyReportHandlers } from './duty-reports.ts';
import { exportHandlers } from './exports.ts';
import { figureHandlers } from './figures.ts';
import { followHandlers } from './follow.ts';
import { identityHandlers } from './identity/index.ts';
import { leaderHandlers } from './leaders.ts';
import { ledgerHandlers } from './ledger.ts';
import { listHandlers } from './lists.ts';
import { matterHandlers } from './matters.ts';
import { oversightHandlers } from './oversight.ts';
import { overviewHandlers } from './overview.ts';
import { planHandlers } from './plans.ts';
import { publicHandlers } from './public/index.ts';
import { readingHandlers } from './readings.ts';
import { reportHandlers } from './reports.ts';
import { returnHandlers } from './returns.ts';

/** Every route's handler. A route of the contract without one does not compile. */
export function handlers({ world, identity, files, log }: AppOptions): Handlers {
  const jobs = createJobs((job, error) => log.error('job', error, { job }));
  return {
    ...catalogueHandlers(world),
    ...matterHandlers(world, identity),
    ...ledgerHandlers(world),
    ...documentHandlers(world, identity),
    ...exportHandlers(world, identity),
    ...identityHandlers(world, identity, nameOfThing(world)),
    ...listHandlers(world, identity, files, jobs),
    ...figureHandlers(world, identity),
    ...oversightHandlers(world, identity),
    ...readingHandlers(world, files),
    ...overviewHandlers(world),
    ...leaderHandlers(world, identity),
    ...dutyReportHandlers(world, identity),
    ...reportHandlers(world, files),
    ...returnHandlers(world, identity, files, jobs),
    ...planHandlers(world, identity, files),
    ...followHandlers(world, identity),
    ...assessmentHandlers(world, files),
    ...publicHandlers(world),
  };
}

/** Procedures, lists and indicators by the names officials know them by. */
function nameOfThing({ systems }: AppOptions['world']): (id: string) => string | undefined {
  const names = new Map([
    ...systems.indicators.map(({ declaration }) => [declaration.id, declaration.name] as const),
    ...systems.lists.map((list) => [list.id, list.declaration.name] as const),
    ...systems.registry.procedures.map(({ id, declaration }) => [id, declaration.name] as const),
  ]);
  return (id) => names.get(id);
}
