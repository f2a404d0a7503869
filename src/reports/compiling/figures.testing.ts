import { createCatalogue } from '../../kernel/indicator/catalogue.ts';
import type { Figure } from '../../kernel/indicator/figure.ts';
import { sequence } from '../../kernel/seal/test-support.ts';
import { systems } from '../../systems/index.ts';
import type { CompileInput } from './compile.ts';
import { questionsOf } from './index.ts';
import type { ReportSkeleton, Slot } from './model.ts';

export const catalogue = createCatalogue(
  systems.indicators.map(({ declaration, source, sourceName }) => ({
    id: source,
    name: sourceName,
    indicators: [declaration],
  })),
);

const knows = (indicator: string) => catalogue.find(indicator) !== undefined;

export const seal = { number: 7, size: 4321, root: '0'.repeat(64), at: '2025-01-10T02:00:00.000Z' };

/** A figure of an indicator as the store would give it. */
export function figureOf(slot: Slot, year: number, value: number | null): Figure {
  const { name, unit, measure, definition } = catalogue.get(slot.indicator);
  return {
    indicator: slot.indicator,
    name,
    unit,
    measure,
    definition,
    value,
    from: `${year}-01`,
    to: `${year}-12`,
    source: 'computed',
    seal,
    provisional: false,
  };
}

/** What a report is compiled from, with values of one's own; whatever is not named is nought, rates null. */
export function inputOf(
  values: { readonly [slot: string]: number },
  before: { readonly [slot: string]: number } = {},
  skeleton: ReportSkeleton = 'four-part',
): CompileInput {
  const year = 2024;
  const { slots } = questionsOf({ skeleton, year, knows });
  const of = (known: { readonly [slot: string]: number }, when: number) =>
    slots.map((slot) =>
      figureOf(slot, when, known[slot.id] ?? (catalogue.get(slot.indicator).measure === 'rate' ? null : 0)),
    );
  return {
    skeleton,
    organ: '青岚经济开发区管理委员会',
    year,
    slots,
    figures: of(values, year),
    before: of(before, year - 1),
    returned: [],
    returnedBefore: [],
    kindName: ({ indicator, kind }) =>
      kind === undefined ? undefined : catalogue.get(indicator).kinds?.[kind],
    sourceOf: ({ indicator }) => catalogue.get(indicator).source,
  };
}

/** Invented values for every slot of a skeleton, of all sizes from a few to hundred millions. */
export function inventedValues(skeleton: ReportSkeleton, seed: number): { [slot: string]: number } {
  const next = sequence(seed);
  return Object.fromEntries(
    questionsOf({ skeleton, year: 2024, knows }).slots.map(({ id, indicator }) => {
      const { measure, unit } = catalogue.get(indicator);
      if (measure === 'rate') return [id, (next(9_998) + 1) / 10_000];
      if (unit === '元') return [id, (next(900_000) + 1) * 10 ** next(4)];
      return [id, next(10 ** (1 + next(5))) + 1];
    }),
  );
}
