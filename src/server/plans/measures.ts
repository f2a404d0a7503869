import type { BoardTaskView } from '../../client/contract/plan-board.ts';
import type { LegalDate } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import { type FigureAsk, figures } from '../../store/figures/figures.ts';
import type { MeasureRow } from '../../systems/yearly/work-plan/fields.ts';
import { catalogueOf } from '../reports/measurements.ts';
import type { World } from '../world.ts';

type Measured = BoardTaskView['measures'][number];
type Measure = Omit<MeasureRow, 'task'>;
const measuresIn = (task: MatterState): readonly Measure[] =>
  (task.facts.measures ?? []) as unknown as readonly Measure[];

/**
 * The demands of tasks with what stands against them today: the figure of an indicator where one is bound, of the
 * unit or the region, from the first day of the year; else the number the unit returned last. All on one seal.
 */
export async function measuresOf(
  world: World,
  region: string,
  tasks: readonly MatterState[],
  today: LegalDate,
): Promise<ReadonlyMap<string, Measured[]>> {
  const catalogue = catalogueOf(world.systems.indicators);
  const asked = tasks.flatMap((task) =>
    measuresIn(task).flatMap((measure) => {
      const known = measure.indicator === undefined ? undefined : catalogue.find(measure.indicator);
      return known ? [{ task, measure, ask: askOf(task, measure, today) }] : [];
    }),
  );
  const values =
    asked.length === 0
      ? []
      : await figures(
          world.sql,
          catalogue,
          region,
          asked.map(({ ask }) => ask),
        );
  const key = (task: MatterState, measure: Measure) => `${task.id}/${measure.code}`;
  const counted = new Map(
    asked.map(({ task, measure, ask }, at) => [key(task, measure), { ask, value: values[at]!.value }]),
  );
  return new Map(
    tasks.map((task) => [
      task.id,
      measuresIn(task).map((measure) =>
        measured(measure, counted.get(key(task, measure)), returnedOf(task, measure.code)),
      ),
    ]),
  );
}

function askOf(task: MatterState, measure: Measure, today: LegalDate): FigureAsk {
  const year = Number(task.facts.year);
  const end = `${year}-12-31`;
  return {
    indicator: measure.indicator!,
    from: `${year}-01-01`,
    to: today < `${year}-01-01` || today > end ? end : today,
    ...(measure.reach === 'unit' ? { unit: task.unit } : {}),
    ...(measure.kind === undefined ? {} : { kind: measure.kind }),
  };
}

function measured(
  { code, text, target, measureUnit = '', sense }: Measure,
  counted: { readonly ask: FigureAsk; readonly value: number | null } | undefined,
  returned: string | undefined,
): Measured {
  const value = counted ? textOf(counted.value) : returned;
  const { indicator, from, to, unit, kind } = counted?.ask ?? {};
  return {
    code,
    text,
    target,
    measureUnit,
    sense,
    value: value ?? null,
    met: value === undefined ? null : meets(Number(value), sense, Number(target)),
    source: counted ? 'indicator' : returned === undefined ? 'none' : 'returned',
    ask: counted
      ? {
          indicator: indicator!,
          from: from!,
          to: to!,
          ...(unit === undefined ? {} : { unit }),
          ...(kind === undefined ? {} : { kind }),
        }
      : null,
  };
}

const meets = (value: number, sense: Measure['sense'], target: number): boolean =>
  sense === 'minimum' ? value >= target : sense === 'maximum' ? value <= target : value === target;

/** What the unit returned last for a demand. */
function returnedOf(task: MatterState, code: string): string | undefined {
  const rows = (task.facts.achieved ?? []) as unknown as readonly { code: string; value: string }[];
  return rows.findLast((row) => row.code === code)?.value;
}

/** A share of nothing has no value. */
const textOf = (value: number | null): string | undefined => (value === null ? undefined : String(value));
