import { nearWorkdays, workdaysLeft } from '../../kernel/clock/standing.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import { scopeOf } from '../../store/matters/scope.ts';
import { clockName, nearLimits } from '../../store/supervision/causes.ts';
import { loadByUnit, mostOverdue, type RunningClock } from '../../store/supervision/overdue.ts';
import { latestAlerts, openByUnit, standingsOf } from '../../store/supervision/wall.ts';
import type { Call, Handlers } from '../http/bind.ts';
import { refuse } from '../http/problem.ts';
import { actingOf, type Session, type Sessions } from '../session.ts';
import type { World } from '../world.ts';
import { calendarHandlers } from './calendar.ts';
import { dueHandlers } from './due.ts';
import { headOf } from './head.ts';
import { stageNames } from './matters.ts';

type Names = 'supervision.wall' | 'due.compute' | 'law.provisions' | 'calendar.get' | 'calendar.enter';

/** Supervision by time, and what time is computed from: the law's periods and the calendar. */
export function oversightHandlers(world: World, sessions: Sessions): Pick<Handlers, Names> {
  return {
    'supervision.wall': (call) => wall(world, call),
    ...dueHandlers(world),
    ...calendarHandlers(world, sessions),
  };
}

/** Rows of the lists beside the table of units: as many as a screen holds. */
const MOST_OVERDUE = 20;
const LATEST = 20;

/** For posts that handle no matters, such as administrators: there is nothing to be seen, and nothing refused. */
const emptyWall = {
  overdue: 0,
  near: 0,
  open: 0,
  alerts: { green: 0, yellow: 0, red: 0 },
  units: [],
  mostOverdue: [],
  latest: [],
};

async function wall(world: World, { session, now }: Call<'supervision.wall'>) {
  if (scopeOf(actingOf(session)).reach === 'own') return emptyWall;
  const today = legalDateOf(now);
  const unit = unitSeenBy(session);
  const only = unit === undefined ? {} : { unit };
  const { region } = session;
  const until = nearLimits(today, world.calendar(), nearWorkdays).at(-1)!;
  const ask = { region, alertProcedure: world.systems.alertProcedure.procedure, ...only };
  const [loads, opens, late, alerts] = await Promise.all([
    loadByUnit(world.sql, region, { today, until }),
    openByUnit(world.sql, ask),
    mostOverdue(world.sql, region, { today, limit: MOST_OVERDUE, ...only }),
    latestAlerts(world.sql, { ...ask, limit: LATEST }),
  ]);
  const units = unitRows(
    world,
    opens,
    loads.filter((load) => unit === undefined || load.unit === unit),
  );
  const sum = (key: 'open' | 'near' | 'overdue' | 'green' | 'yellow' | 'red') =>
    units.reduce((total, row) => total + row[key], 0);
  const standings = await standingsOf(
    world.sql,
    region,
    late.map((clock) => clock.matter),
  );
  const alertProcedure = world.systems.registry.get(ask.alertProcedure);
  return {
    overdue: sum('overdue'),
    near: sum('near'),
    open: sum('open'),
    alerts: { green: sum('green'), yellow: sum('yellow'), red: sum('red') },
    units: units.map(({ green: _, ...row }) => row),
    mostOverdue: late.flatMap((clock) => {
      const standing = standings.get(clock.matter);
      return standing ? [overdueRow(world, clock, standing, today)] : [];
    }),
    latest: alerts.map(({ stages, unit: of, ...alert }) => ({
      ...alert,
      unitName: world.directory().unitName(of),
      stageName: stageNames(alertProcedure, stages).join('、'),
    })),
  };
}

/** The unit a post is confined to; undefined where it may see the region. */
export function unitSeenBy(session: Session): string | undefined {
  const scope = scopeOf(actingOf(session));
  if (scope.reach === 'region') return undefined;
  if (scope.reach === 'unit') return scope.unit;
  return refuse('forbidden', 'server.access', '您现在的岗位不查看业务数据，请切换岗位。');
}

type Open = Awaited<ReturnType<typeof openByUnit>>[number];
type Load = Awaited<ReturnType<typeof loadByUnit>>[number];

/** One row a unit, the most late first, then by red cards. */
function unitRows(world: World, opens: readonly Open[], loads: readonly Load[]) {
  const none = { open: 0, green: 0, yellow: 0, red: 0 };
  const codes = [...new Set([...opens, ...loads].map((row) => row.unit))];
  return codes
    .map((code) => {
      const load = loads.find((row) => row.unit === code);
      const { open, green, yellow, red } = opens.find((row) => row.unit === code) ?? none;
      return {
        unit: code,
        name: world.directory().unitName(code),
        open,
        near: load?.soon ?? 0,
        overdue: load?.overdue ?? 0,
        green,
        yellow,
        red,
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.red - a.red || b.open - a.open);
}

function overdueRow(
  world: World,
  clock: RunningClock,
  { seq, stages }: { readonly seq: number; readonly stages: readonly string[] },
  today: string,
) {
  const procedure = world.systems.registry.get(clock.procedure);
  return {
    ...headOf(world, { ...clock, id: clock.matter }),
    unitName: world.directory().unitName(clock.unit),
    stageNames: stageNames(procedure, stages),
    seq,
    next: null,
    due: clock.due,
    promised: null,
    daysLeft: workdaysLeft(clock.due, today, world.calendar()),
    standing: 'late' as const,
    provisional: clock.provisional,
    paused: false,
    later: [],
    clockName: clockName(procedure, clock.clock),
  };
}
