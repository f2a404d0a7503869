import type { LegalDate } from '../../kernel/dates.ts';
import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import { figures } from '../../store/figures/figures.ts';
import { type YearMatter, yearMatters } from '../../store/leaders/year-matters.ts';
import { type Body, type Duty, dutiesOf } from '../../systems/yearly/leader-duties/duties.ts';
import { dueOfDuty } from '../../yearly/leaders/standing.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';

/** What the ledger knows of a duty, and where that opens. */
export interface Measured {
  readonly actual: number;
  readonly opens: { readonly matter: string } | { readonly ask: FigureAsk } | null;
}

export interface YearOfLeaders {
  readonly year: number;
  /** Lists of duties, in the order they were opened. */
  readonly lists: readonly YearMatter[];
  readonly reports: readonly YearMatter[];
  readonly round: YearMatter | undefined;
  /** Seal the figures stand on. */
  readonly seal: number | null;
  measure(list: YearMatter, duty: Duty): Measured;
}

export interface YearOfLeadersAsk {
  readonly region: string;
  readonly year: number;
  /** Lists of this unit alone; what they are measured by is known of the whole region. */
  readonly unit?: string;
}

/** Everything that is known of a year's duties in two statements: the matters, and all figures at once. */
export async function yearOfLeaders(
  world: World,
  { region, year, unit }: YearOfLeadersAsk,
): Promise<YearOfLeaders> {
  const found = await yearMatters(world.sql, {
    region,
    years: {
      'leader-duties': year,
      'duty-report': year,
      'duty-report-round': year,
      'annual-report': year - 1,
    },
    // Lists and last year's reports may be opened in the winter before.
    since: `${year - 1}-09-01`,
  });
  const of = (procedure: string) => found.filter((matter) => matter.procedure === procedure);
  const lists = of('leader-duties').filter((list) => unit === undefined || list.unit === unit);
  const asks = figureAsks(lists, year);
  const read = await figures(world.sql, catalogueOf(world.systems.indicators), region, [...asks.values()]);
  const values = new Map([...asks.keys()].map((key, at) => [key, read[at]!.value ?? 0]));
  return {
    year,
    lists,
    reports: of('duty-report'),
    round: of('duty-report-round').at(-1),
    seal: read[0]?.seal?.number ?? null,
    measure: (list, duty) => measureOf(list, duty, year, { found, asks, values }),
  };
}

/** One ask for each figure a list needs; leaders of one region share those of the region. */
function figureAsks(lists: readonly YearMatter[], year: number): Map<string, FigureAsk> {
  const asks = new Map<string, FigureAsk>();
  for (const list of lists) {
    for (const [, duty] of dutiesOf(list.facts.body as Body)) {
      const ask = askOf(list, duty, year);
      if (ask) asks.set(keyOf(ask), ask);
    }
  }
  return asks;
}

function askOf(list: YearMatter, { measure }: Duty, year: number): FigureAsk | undefined {
  if (measure.from !== 'figure') return undefined;
  return {
    indicator: measure.indicator,
    from: `${year}-01`,
    to: `${year}-12`,
    ...(measure.kind === undefined ? {} : { kind: measure.kind }),
    ...(measure.of === 'unit' ? { unit: list.unit } : {}),
  };
}

const keyOf = ({ indicator, kind, unit }: FigureAsk): string => [indicator, kind ?? '', unit ?? ''].join(' ');

interface Known {
  readonly found: readonly YearMatter[];
  readonly asks: ReadonlyMap<string, FigureAsk>;
  readonly values: ReadonlyMap<string, number>;
}

function measureOf(list: YearMatter, duty: Duty, year: number, { found, values }: Known): Measured {
  const { measure } = duty;
  if (measure.from === 'evidence') return { actual: 0, opens: null };
  if (measure.from === 'figure') {
    const ask = askOf(list, duty, year)!;
    return { actual: values.get(keyOf(ask)) ?? 0, opens: { ask } };
  }
  if (measure.from === 'duty-report') {
    const own = found.find(
      ({ procedure, unit, facts }) =>
        procedure === 'duty-report' && unit === list.unit && facts.name === list.facts.name,
    );
    return matterMeasured(own, own?.facts.submittedOn !== undefined);
  }
  const report = reportOf(list, found);
  const day = measure.what === 'reported' ? report?.facts.reportedOn : report?.publishedOn;
  return matterMeasured(report, typeof day === 'string' && onTime(day, duty, year));
}

/** The government's report for who leads the region, the unit's own for who leads a unit. */
function reportOf(list: YearMatter, found: readonly YearMatter[]): YearMatter | undefined {
  const ofUnit = list.facts.body === 'department' ? list.unit : undefined;
  return found.find(({ procedure, facts }) => procedure === 'annual-report' && facts.ofUnit === ofUnit);
}

const onTime = (day: LegalDate, duty: Duty, year: number): boolean => day <= dueOfDuty(duty, year);

const matterMeasured = (matter: YearMatter | undefined, done: boolean): Measured => ({
  actual: matter && done ? 1 : 0,
  opens: matter ? { matter: matter.id } : null,
});
