import { partsOf } from '../../systems/yearly/periodic-return/checks.ts';
import { ratioOf, sumOf } from '../../systems/yearly/periodic-return/decimal.ts';
import type { FormItem } from './form.ts';

/** What one unit returned. */
export interface UnitValues {
  readonly values: readonly { readonly code: string; readonly value: string }[];
}

/**
 * Sums over units, by item. A rate is no sum: it is worked out from the totals of its parts, and is left out where it
 * names none.
 */
export function totalsOf(items: readonly FormItem[], units: readonly UnitValues[]): Map<string, string> {
  const given = new Map<string, string[]>();
  for (const { values } of units) {
    for (const { code, value } of values) {
      const known = given.get(code);
      if (known) known.push(value);
      else given.set(code, [value]);
    }
  }
  const totals = new Map<string, string>();
  for (const { code, measure } of items) {
    const values = given.get(code);
    if (measure !== 'rate' && values) totals.set(code, sumOf(values));
  }
  for (const { code, measure, ratio, unit, decimals } of items) {
    if (measure !== 'rate') continue;
    const [over, under] = partsOf(ratio, '/').map((part) => totals.get(part));
    if (over === undefined || under === undefined) continue;
    const rate = ratioOf(over, under, unit === '%' ? 100 : 1, decimals);
    if (rate !== undefined) totals.set(code, rate);
  }
  return totals;
}
