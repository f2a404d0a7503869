import { RefusedError } from '../errors.ts';
import type { IndicatorDeclaration } from './declaration.ts';

/** An indicator with where it comes from: a procedure or a list. */
export type Indicator = IndicatorDeclaration & { readonly source: string; readonly sourceName: string };

/** Every indicator that figures can be asked of. */
export interface IndicatorCatalogue {
  readonly all: readonly Indicator[];
  find(id: string): Indicator | undefined;
  /** Throws RefusedError `not-found`. */
  get(id: string): Indicator;
}

/** What declares indicators: a procedure, a list. */
export interface IndicatorSource {
  readonly id: string;
  readonly name: string;
  readonly indicators: readonly IndicatorDeclaration[];
}

/** Collects the indicators of all declarations. Throws where two share an id or one names another that is not there. */
export function createCatalogue(sources: readonly IndicatorSource[]): IndicatorCatalogue {
  const byId = new Map<string, Indicator>();
  for (const { id: source, name: sourceName, indicators } of sources) {
    for (const declared of indicators) {
      if (byId.has(declared.id)) throw new Error(`${source}: indicator ${declared.id} is declared twice`);
      byId.set(declared.id, { ...declared, source, sourceName });
    }
  }
  for (const indicator of byId.values()) {
    for (const named of namedBy(indicator)) {
      const other = byId.get(named);
      if (!other || other.measure === 'rate') {
        throw new Error(
          `${indicator.source}: indicator ${indicator.id} names ${named}, which counts nothing`,
        );
      }
    }
  }
  const find = (id: string) => byId.get(id);
  return {
    all: [...byId.values()],
    find,
    get: (id) => {
      const found = find(id);
      if (found) return found;
      throw new RefusedError({
        kind: 'not-found',
        rule: 'indicator.I4',
        message: `没有“${id}”这个指标，请从指标目录中选择。`,
      });
    },
  };
}

function namedBy(indicator: IndicatorDeclaration): string[] {
  if (indicator.measure === 'rate') return [indicator.numerator, indicator.denominator];
  return indicator.measure === 'stock' && indicator.startOf ? [indicator.startOf] : [];
}
