import type { OverviewView } from '../../client/contract/overview.ts';
import { nearWorkdays } from '../../kernel/clock/standing.ts';
import { addDays, type LegalDate } from '../../kernel/dates.ts';
import type { Figure, FigureAsk } from '../../kernel/indicator/figure.ts';
import { figures } from '../../store/figures/figures.ts';
import { type DayLoad, deadlines } from '../../store/overview/deadlines.ts';
import { type PlanStanding, planStanding } from '../../store/overview/plan-standing.ts';
import { nearLimits } from '../../store/supervision/causes.ts';
import { loadByUnit } from '../../store/supervision/overdue.ts';
import { openByUnit } from '../../store/supervision/wall.ts';
import { type YearOfLeaders, yearOfLeaders } from '../leaders/measured.ts';
import { dutiesOfList } from '../leaders/view.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';
import { clockRow } from './clock-row.ts';
import { keyFigures } from './key-figures.ts';

/** Days ahead that are shown, today among them. */
const AHEAD = 30;
/** Named deadlines of each procedure. */
const EACH = 2;
/** Tasks of the year's plan are matters of this procedure, done or taken back in these stages. */
const TASK = { procedure: 'work-task', done: 'done', cancelled: 'cancelled' };

export interface OverviewAsk {
  readonly region: string;
  readonly today: LegalDate;
  /** The only unit the reader may see. */
  readonly unit?: string;
}

/** The year on one screen, read in a handful of set-based statements at once. */
export async function overviewOf(world: World, ask: OverviewAsk): Promise<OverviewView> {
  const { region, today, unit } = ask;
  const { sql } = world;
  const only = unit === undefined ? {} : { unit };
  const year = Number(today.slice(0, 4));
  const until = nearLimits(today, world.calendar(), nearWorkdays).at(-1)!;
  const to = addDays(today, AHEAD - 1);
  const alertProcedure = world.systems.alertProcedure.procedure;
  const asks = trendAsks(world, year, only);
  const [plan, loads, opens, coming, read, known] = await Promise.all([
    world.systems.registry.find(TASK.procedure)
      ? planStanding(sql, { region, ...TASK, year, today, until, ...only })
      : [],
    loadByUnit(sql, region, { today, until }),
    openByUnit(sql, { region, alertProcedure, ...only }),
    deadlines(sql, { region, from: today, to, each: EACH, ...only }),
    figures(sql, catalogueOf(world.systems.indicators), region, asks),
    yearOfLeaders(world, { region, year, ...only }),
  ]);
  const units = unitRows(
    world,
    opens,
    loads.filter((load) => unit === undefined || load.unit === unit),
  );
  const sum = (key: 'overdue' | 'near' | 'red' | 'yellow' | 'open') =>
    units.reduce((total, row) => total + row[key], 0);
  return {
    today,
    year,
    unit: unit ?? null,
    unitName: unit === undefined ? null : world.directory().unitName(unit),
    plan: planOf(world, plan),
    totals: {
      open: sum('open'),
      overdue: sum('overdue'),
      near: sum('near'),
      red: sum('red'),
      yellow: sum('yellow'),
      coming: coming.days.reduce((total, { count }) => total + count, 0),
    },
    nearUntil: until,
    units: units
      .filter((row) => row.overdue + row.near + row.red + row.yellow > 0)
      .map(({ open: _, ...row }) => row),
    deadlines: {
      from: today,
      to,
      days: daysOf(world, coming.days, today),
      nearest: coming.nearest.map((row) => clockRow(world, row, today)),
    },
    leaders: leadersOf(world, known, today),
    trends: trendsOf(world, read, Number(today.slice(5, 7))),
    seal: read[0]?.seal ?? null,
  };
}

function leadersOf(world: World, known: YearOfLeaders, today: LegalDate): OverviewView['leaders'] {
  return known.lists
    .filter(({ stages }) => !stages.includes('ended'))
    .map((list) => {
      const duties = dutiesOfList(world, known, list, today);
      const count = (state: string) => duties.filter((duty) => duty.state === state).length;
      return {
        matter: list.id,
        name: String(list.facts.name),
        title: String(list.facts.title),
        done: count('done'),
        late: count('late'),
        total: duties.length,
      };
    })
    .sort((a, b) => b.late - a.late);
}

function planOf(world: World, rows: readonly PlanStanding[]): OverviewView['plan'] {
  if (rows.length === 0) return null;
  const sum = (key: 'total' | 'done' | 'late' | 'near') => rows.reduce((all, row) => all + row[key], 0);
  return {
    procedure: TASK.procedure,
    total: sum('total'),
    done: sum('done'),
    late: sum('late'),
    near: sum('near'),
    units: rows.map((row) => ({ ...row, name: world.directory().shortName(row.unit) })),
  };
}

type Open = Awaited<ReturnType<typeof openByUnit>>[number];
type Load = Awaited<ReturnType<typeof loadByUnit>>[number];

/** Red and yellow by unit: what is late and warned red of first, then what comes near. */
function unitRows(world: World, opens: readonly Open[], loads: readonly Load[]) {
  const late = new Map(loads.map((load) => [load.unit, load]));
  const open = new Map(opens.map((row) => [row.unit, row]));
  return [...new Set([...open.keys(), ...late.keys()])]
    .map((unit) => ({
      unit,
      name: world.directory().shortName(unit),
      overdue: late.get(unit)?.overdue ?? 0,
      near: late.get(unit)?.soon ?? 0,
      red: open.get(unit)?.red ?? 0,
      yellow: open.get(unit)?.yellow ?? 0,
      open: open.get(unit)?.open ?? 0,
    }))
    .sort(
      (a, b) =>
        b.overdue + b.red - (a.overdue + a.red) ||
        b.near + b.yellow - (a.near + a.yellow) ||
        a.unit.localeCompare(b.unit),
    );
}

/** Every day of the span, those without a deadline too: a calendar has no gaps. */
function daysOf(world: World, loads: readonly DayLoad[], from: LegalDate): OverviewView['deadlines']['days'] {
  const { registry } = world.systems;
  return Array.from({ length: AHEAD }, (_, n) => addDays(from, n)).map((day) => {
    const here = loads.filter(({ due }) => due === day);
    return {
      day,
      workday: world.calendar().isWorkday(day),
      count: here.reduce((total, { count }) => total + count, 0),
      systems: here.map(({ procedure, count }) => ({
        procedure,
        name: registry.find(procedure)?.declaration.name ?? procedure,
        count,
      })),
    };
  });
}

/** This year's months and last year's, of each key figure: one statement reads them all. */
function trendAsks(world: World, year: number, only: { readonly unit?: string }): FigureAsk[] {
  const known = new Set(world.systems.indicators.map(({ declaration }) => declaration.id));
  return keyFigures
    .filter((indicator) => known.has(indicator))
    .flatMap((indicator) =>
      [year, year - 1].map((of) => ({
        indicator,
        from: `${of}-01`,
        to: `${of}-12`,
        by: 'month' as const,
        ...only,
      })),
    );
}

function trendsOf(world: World, read: readonly Figure[], months: number): OverviewView['trends'] {
  const sources = new Map(
    world.systems.indicators.map(({ declaration, source }) => [declaration.id, source]),
  );
  const pairs = read.flatMap((now, at) => (at % 2 === 0 ? [[now, read[at + 1]!] as const] : []));
  const shown = pairs.filter((pair) => pair.some(({ value }) => value !== 0));
  return shown.map(([now, before]) => {
    const valuesOf = (figure: Figure) => (figure.parts ?? []).map(({ value }) => value ?? 0);
    const nowMonths = valuesOf(now).slice(0, months);
    const beforeMonths = valuesOf(before);
    const sum = (values: readonly number[]) =>
      Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100;
    return {
      indicator: now.indicator,
      source: sources.get(now.indicator) ?? '',
      name: now.name,
      unit: now.unit,
      now: nowMonths,
      before: beforeMonths,
      nowSum: sum(nowMonths),
      beforeSum: sum(beforeMonths.slice(0, months)),
    };
  });
}
