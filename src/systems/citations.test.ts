import { expect, test } from 'vitest';
import { lawBook } from '../law/index.ts';
import { basis as penaltyBasis } from './enforcement/penalty/law.ts';
import { systems } from './index.ts';

interface Cited {
  readonly law: string;
  readonly provision: string;
}

/** Every citation with a provision anywhere in the declarations. */
function citations(root: unknown): Cited[] {
  const seen = new Set<unknown>();
  const found: Cited[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { law, provision } = value as { law?: unknown; provision?: unknown };
    if (typeof law === 'string' && typeof provision === 'string') found.push({ law, provision });
    for (const part of Object.values(value)) visit(part);
  };
  visit(root);
  return found;
}

test('a citation names the law its provision stands in', () => {
  const all = citations([systems.registry.procedures, systems.lists, penaltyBasis]);
  expect(all.length).toBeGreaterThan(100);
  const other = all.filter(({ law, provision }) => lawBook.find(provision)?.law !== law);
  expect(other).toEqual([]);
});
