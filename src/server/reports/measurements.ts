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
import { returnedPartsOf } from './returned-parts.ts';

/** What the figures of a report are read with. */
export interface MeasuringWorld {
  readonly sql: Queries;
  readonly region: string;
  readonly catalogue: IndicatorCatalogue;
  readonly personName: (id: string) => string;
  /** Names the units that returned a part of a figure; their codes where absent. */
  readonly unitName?: (code: string) => string;
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
  const unitName = world.unitName ?? ((code: string) => code);
  const partsOf = (year: number) =>
    returnedPartsOf(sql, region, catalogue, { ...ask, slots, year }, unitName);
  const [parts, partsBefore] = await Promise.all([partsOf(ask.year), partsOf(ask.year - 1)]);
  const [answers, returned, returnedBefore] = await Promise.all([
    figures(sql, catalogue, region, [...asks, ...parts.asks, ...partsBefore.asks]),
    returnedFigures(sql, region, { year: ask.year }),
    returnedFigures(sql, region, { year: ask.year - 1 }),
  ]);
  const others = answers.slice(asks.length);
  const own = parts.add(answers.slice(0, slots.length), others);
  const before = partsBefore.add(answers.slice(slots.length, asks.length), others.slice(parts.asks.length));
  const kept = (figure: ReturnedFigure) => returnedOf(figure, world);
  return {
    slots,
    year: ask.year,
    ...(ask.unit === undefined ? {} : { unit: ask.unit }),
    figures: own.figures,
    before: before.figures,
    // What a person confirmed from a document stands before what was returned through the year.
    returned: [...own.returned, ...returned.flatMap(kept)],
    returnedBefore: [...before.returned, ...returnedBefore.flatMap(kept)],
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
