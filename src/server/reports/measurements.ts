import { createCatalogue, type IndicatorCatalogue } from '../../kernel/indicator/catalogue.ts';
import {
  type Measurements,
  questionsOf,
  type ReportSkeleton,
  type Returned,
  type Slot,
} from '../../reports/compiling/index.ts';
import type { Queries } from '../../store/connection.ts';
import { figures } from '../../store/figures/figures.ts';
import { type ReturnedFigure, returnedFigures } from '../../store/figures/returned.ts';
import type { KnownIndicator } from '../../systems/index.ts';

/** What the figures of a report are read with. */
export interface MeasuringWorld {
  readonly sql: Queries;
  readonly region: string;
  readonly catalogue: IndicatorCatalogue;
  readonly personName: (id: string) => string;
}

export interface MeasuringAsk {
  readonly skeleton: ReportSkeleton;
  readonly year: number;
  /** One unit's own report; the whole region where absent. */
  readonly unit?: string;
  /** Slots beyond those of the template. */
  readonly more?: readonly Slot[];
}

/** The indicators of all systems as one catalogue. */
export function catalogueOf(indicators: readonly KnownIndicator[]): IndicatorCatalogue {
  return createCatalogue(
    indicators.map(({ declaration, source, sourceName }) => ({
      id: source,
      name: sourceName,
      indicators: [declaration],
    })),
  );
}

/** All figures of a report and of the year before, in one statement so that they stand on one seal, with those returned. */
export async function measurementsOf(world: MeasuringWorld, ask: MeasuringAsk): Promise<Measurements> {
  const { sql, region, catalogue } = world;
  const { slots, asks } = questionsOf({
    ...ask,
    knows: (indicator) => catalogue.find(indicator) !== undefined,
  });
  const [computed, returned, returnedBefore] = await Promise.all([
    figures(sql, catalogue, region, asks),
    returnedFigures(sql, region, { year: ask.year }),
    returnedFigures(sql, region, { year: ask.year - 1 }),
  ]);
  const kept = (figure: ReturnedFigure) => returnedOf(figure, world);
  return {
    slots,
    year: ask.year,
    ...(ask.unit === undefined ? {} : { unit: ask.unit }),
    figures: computed.slice(0, slots.length),
    before: computed.slice(slots.length),
    returned: returned.flatMap(kept),
    returnedBefore: returnedBefore.flatMap(kept),
    kindName: ({ indicator, kind }) =>
      kind === undefined ? undefined : (catalogue.get(indicator).kinds?.[kind] ?? kind),
    sourceOf: ({ indicator }) => catalogue.get(indicator).source,
  };
}

/** A kept figure that stands for one of our indicators. */
function returnedOf(figure: ReturnedFigure, { personName }: MeasuringWorld): Returned[] {
  const { indicator, value, unit, sourceDocument, section, text, confirmedBy } = figure;
  if (indicator === null) return [];
  return [
    { slot: indicator, value, unit, document: sourceDocument, section, text, by: personName(confirmedBy) },
  ];
}
