import { legalDateOf } from '../../kernel/dates.ts';
import { openAlerts } from '../../store/overview/open-alerts.ts';
import { runningClocks } from '../../store/overview/running-clocks.ts';
import type { Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { clockRow } from '../overview/clock-row.ts';
import { overviewOf } from '../overview/overview.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { stageNames } from './matters.ts';
import { unitSeenBy } from './oversight.ts';

type Names = 'overview.get' | 'overview.clocks' | 'overview.alerts';

/** The year on one screen, and the records behind each of its numbers. */
export function overviewHandlers(world: World): Pick<Handlers, Names> {
  return {
    'overview.get': ({ session, now }) =>
      overviewOf(world, {
        region: session.region,
        today: legalDateOf(now),
        ...unitAsked(session, undefined),
      }),
    'overview.clocks': async ({ session, query, now }) => {
      const { page, size, from, to, unit, procedure } = query;
      const found = await runningClocks(world.sql, {
        region: session.region,
        to,
        ...(from ? { from } : {}),
        ...(procedure ? { procedure } : {}),
        ...unitAsked(session, unit),
        offset: (page - 1) * size,
        limit: size,
      });
      const today = legalDateOf(now);
      return { rows: found.rows.map((row) => clockRow(world, row, today)), total: found.total };
    },
    'overview.alerts': async ({ session, query }) => {
      const { page, size, level, unit } = query;
      const alertProcedure = world.systems.alertProcedure.procedure;
      const found = await openAlerts(world.sql, {
        region: session.region,
        alertProcedure,
        level,
        ...unitAsked(session, unit),
        offset: (page - 1) * size,
        limit: size,
      });
      const procedure = world.systems.registry.get(alertProcedure);
      return {
        rows: found.rows.map(({ stages, unit: of, ...alert }) => ({
          ...alert,
          unitName: world.directory().shortName(of),
          stageName: stageNames(procedure, stages).join('、'),
        })),
        total: found.total,
      };
    },
  };
}

/** The unit to look at: a post confined to its unit sees no other. */
function unitAsked(session: Session, asked: string | undefined): { unit?: string } {
  const own = unitSeenBy(session);
  if (own !== undefined && asked !== undefined && asked !== own) {
    refuse('forbidden', 'server.access', '您现在的岗位只能查看本单位的数据。');
  }
  const unit = own ?? asked;
  return unit === undefined ? {} : { unit };
}
