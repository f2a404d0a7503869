import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/index.ts';
import type { RelationKind } from '../model.ts';
import { examples as changeExamples } from './changes.ts';
import { examples as countExamples } from './counts.ts';
import { examples as differenceExamples } from './differences.ts';
import { readRelations } from './index.ts';
import { examples as rateExamples } from './rates.ts';
import { examples as sameExamples } from './same.ts';
import { examples as sumExamples } from './sums.ts';

function verdict(text: string, kinds: readonly RelationKind[]): boolean | null {
  const found = readRelations(text, readFigures(text)).filter((item) => kinds.includes(item.kind));
  if (found.some((item) => item.holds === false)) return false;
  return found.some((item) => item.holds === true) ? true : null;
}

describe('every kind of relation judges its own examples', () => {
  test.each(sumExamples)('sum: %s → %s', (text, holds) => expect(verdict(text, ['sum'])).toBe(holds));
  test.each(rateExamples)('rate: %s → %s', (text, holds) => expect(verdict(text, ['rate'])).toBe(holds));
  test.each(changeExamples)('change: %s → %s', (text, holds) =>
    expect(verdict(text, ['change', 'difference'])).toBe(holds),
  );
  test.each(differenceExamples)('difference: %s → %s', (text, holds) =>
    expect(verdict(text, ['difference'])).toBe(holds),
  );
  test.each(countExamples)('count: %s → %s', (text, holds) => expect(verdict(text, ['count'])).toBe(holds));
  test.each(sameExamples)('same: %s → %s', (text, holds) => expect(verdict(text, ['same'])).toBe(holds));
});
