import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../kernel/dates.ts';
import { diff } from './diff.ts';
import { holdsOn, type ItemVersion, itemAsOf, replayItem } from './item.ts';
import { type OperationId, operations } from './operations.ts';
import { inputFor, Ledger } from './test-support.ts';

const first = '2024-01-01';
const span = 400;
const codes = ['S-0001', 'S-0002', 'S-0003', 'S-0004'];
const kinds = Object.keys(operations) as OperationId[];

interface Try {
  readonly operation: OperationId;
  readonly code: string;
  readonly gap: number;
  readonly other: string;
}

const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    operation: fc.constantFrom(...kinds, 'establish' as const, 'establish' as const),
    code: fc.constantFrom(...codes),
    gap: fc.nat({ max: 12 }),
    other: fc.constantFrom(...codes),
  }),
  { minLength: 1, maxLength: 30 },
);

/** Tries operations in order of days; those that are refused change nothing. */
function run(list: readonly Try[]): Ledger {
  const ledger = new Ledger();
  let on = first;
  for (const { operation, code, gap, other } of list) {
    on = addDays(on, gap);
    const part = (of: string) => ({ code: of, name: `部分${of}`, type: 'b', basis: '依据', unit: 'u2' });
    const input = {
      ...inputFor(operation, code, on),
      ...(operation === 'merge' ? { merged: [{ code: other }] } : {}),
      ...(operation === 'split' ? { parts: [part(other), part('S-0005')] } : {}),
    };
    try {
      ledger.do(operation, input);
    } catch (error) {
      if (!/^(lists|sample|kernel)\./.test((error as Error).message)) throw error;
    }
  }
  return ledger;
}

const versionsOf = (ledger: Ledger): ItemVersion[] =>
  [...ledger.heads.keys()].flatMap((code) => [...replayItem(ledger.eventsOf(code)).versions]);
const asOf = (versions: readonly ItemVersion[], day: string) =>
  versions.filter((version) => holdsOn(version, day));

describe('properties of lists', () => {
  test('[K2] replaying the events gives the state that was reached step by step', () => {
    fc.assert(
      fc.property(tries, (list) => {
        const ledger = run(list);
        for (const [code, head] of ledger.heads)
          expect(replayItem(ledger.eventsOf(code)).state).toEqual(head);
      }),
      { numRuns: 60 },
    );
  });

  test('[K11] the intervals of an item follow one another without gap or overlap, to the present state', () => {
    fc.assert(
      fc.property(tries, fc.nat({ max: span }), (list, offset) => {
        const ledger = run(list);
        const day = addDays(first, offset);
        for (const [code, head] of ledger.heads) {
          const { versions } = replayItem(ledger.eventsOf(code));
          expect(versions.slice(0, -1).map(({ to }) => to)).toEqual(
            versions.slice(1).map(({ from }) => from),
          );
          expect(versions.at(-1)!.to).toBeUndefined();
          expect(versions.filter((version) => holdsOn(version, day))).toHaveLength(
            day < versions[0]!.from ? 0 : 1,
          );
          expect(itemAsOf(versions, head.lastOn)!.status).toBe(head.status);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[K11] as-of is monotone: what is seen on a later day was reached by at least as many operations', () => {
    fc.assert(
      fc.property(tries, fc.nat({ max: span }), fc.nat({ max: 60 }), (list, offset, later) => {
        const ledger = run(list);
        const day = addDays(first, offset);
        for (const code of ledger.heads.keys()) {
          const { versions } = replayItem(ledger.eventsOf(code));
          const early = itemAsOf(versions, day)?.seq ?? 0;
          expect(itemAsOf(versions, addDays(day, later))?.seq ?? 0).toBeGreaterThanOrEqual(early);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[K12] the stock counted from events is the number of items that have not ended, by kind and unit', () => {
    fc.assert(
      fc.property(tries, fc.nat({ max: span }), (list, offset) => {
        const ledger = run(list);
        const day = addDays(first, offset);
        const cells = new Map<string, number>();
        for (const { counts } of ledger.writes) {
          for (const count of counts.filter((c) => c.indicator === 'sample.items' && c.on <= day)) {
            const cell = `${count.unit}/${count.kind}`;
            cells.set(cell, (cells.get(cell) ?? 0) + count.value);
          }
        }
        const standing = asOf(versionsOf(ledger), day).filter((version) => version.status !== 'ended');
        for (const [cell, value] of cells) {
          expect(value, cell).toBe(standing.filter(({ unit, kind }) => `${unit}/${kind}` === cell).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[K13] a diff mirrors itself, is empty against the same day, and accounts for every item', () => {
    fc.assert(
      fc.property(tries, fc.nat({ max: span }), fc.nat({ max: span }), (list, a, b) => {
        const versions = versionsOf(run(list));
        const before = asOf(versions, addDays(first, a));
        const after = asOf(versions, addDays(first, b));
        const there = diff(before, after);
        const back = diff(after, before);
        expect(there.added).toEqual(back.removed);
        expect(there.removed).toEqual(back.added);
        expect(there.changed.map((change) => change.code)).toEqual(back.changed.map((change) => change.code));
        expect(diff(before, before)).toEqual({ added: [], removed: [], changed: [] });
        const standing = (list: ItemVersion[]) => list.filter((version) => version.status !== 'ended').length;
        expect(standing(before) + there.added.length - there.removed.length).toBe(standing(after));
      }),
      { numRuns: 60 },
    );
  });
});
