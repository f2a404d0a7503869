import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleScheme } from './example.ts';
import { gradeOf, lostPoints, resultsOf, type ScoredItem, sensitivity, totalOf } from './result.ts';
import { itemsFor } from './scheme.ts';
import { apart, countingMarks, observationOf, scoreUnit } from './score-unit.ts';

const scheme = exampleScheme(2024, { enforcement: ['U1', 'U2', 'U3'], general: ['U4'], town: [] });
const scored = (code: string, max: number, points: number, counted = max): ScoredItem => ({
  code,
  max,
  counted,
  points,
  why: '',
  source: 'computed',
});

describe('totals', () => {
  it('marks of what does not apply go to the others; a bonus is added unscaled', () => {
    expect(totalOf(scheme, [scored('1', 60, 57), scored('2', 40, 0, 0), scored('3', 0, 2)])).toEqual({
      score: 97,
      bonus: 2,
    });
  });

  it('an upheld appeal replaces the points of its item, also of one that had not applied', () => {
    const items = [scored('1', 60, 30), scored('2', 40, 0, 0)];
    expect(totalOf(scheme, items, [{ code: '1', points: 60 }]).score).toBe(100);
    expect(totalOf(scheme, items, [{ code: '2', points: 20 }]).score).toBe(50);
  });

  it('full points of whatever applies are exactly the full marks; no total leaves 0 to the full marks', () => {
    const item = fc.record({
      max: fc.integer({ min: 1, max: 50 }),
      share: fc.nat(100),
      applies: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const full = items.map(({ max, applies }, at) =>
          scored(`${at}`, max, applies ? max : 0, applies ? max : 0),
        );
        const any = items.map(({ max, share, applies }, at) =>
          scored(`${at}`, max, applies ? (max * share) / 100 : 0, applies ? max : 0),
        );
        const some = items.some(({ applies }) => applies);
        expect(totalOf(scheme, full).score).toBe(some ? 100 : 0);
        const { score } = totalOf(scheme, any);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('grades and places', () => {
  it('bands are reached from their least score; a veto puts last or lowers by one', () => {
    expect([95, 90, 89.99, 60, 0].map((score) => gradeOf(scheme.bands, score, []))).toEqual([
      '优秀',
      '优秀',
      '良好',
      '合格',
      '不合格',
    ]);
    expect(gradeOf(scheme.bands, 95, [{ effect: 'lower' }])).toBe('良好');
    expect(gradeOf(scheme.bands, 95, [{ effect: 'lowest' }])).toBe('不合格');
  });

  it('units are placed within their class, equal scores share a place', () => {
    const unit = (id: string, unitClass: string, points: number) => ({
      unit: id,
      unitClass,
      items: [scored('1', 100, points)],
    });
    const results = resultsOf(scheme, [
      unit('U1', 'enforcement', 80),
      unit('U2', 'enforcement', 90),
      unit('U3', 'enforcement', 80),
      unit('U4', 'general', 50),
    ]);
    expect(results.map(({ unit: id, rank, of }) => [id, rank, of])).toEqual([
      ['U2', 1, 3],
      ['U1', 2, 3],
      ['U3', 2, 3],
      ['U4', 1, 1],
    ]);
  });

  it('what an item changes: who would stand elsewhere without it', () => {
    const unit = (id: string, a: number, b: number) => ({
      unit: id,
      unitClass: 'enforcement',
      items: [scored('1', 50, a), scored('2', 50, b)],
    });
    const [first, second] = sensitivity(scheme, [unit('U1', 50, 30), unit('U2', 20, 50)]);
    expect(first).toMatchObject({ code: '1', applied: 2, losing: 1, meanLost: 0.3, moved: 2 });
    expect(second).toMatchObject({ code: '2', moved: 0 });
  });

  it('what to improve: the dearest losses first', () => {
    const items = [scored('1', 10, 9), scored('2', 10, 4), scored('3', 10, 10), scored('4', 10, 0, 0)];
    expect(lostPoints(items).map(({ code, lost }) => [code, lost])).toEqual([
      ['2', 6],
      ['1', 1],
    ]);
    expect(lostPoints(items, [{ code: '2', points: 10 }]).map(({ code }) => code)).toEqual(['1']);
  });
});

describe('a unit', () => {
  const items = itemsFor(scheme, 'enforcement');
  const judgedCodes = items.filter(({ source }) => source.kind === 'reviewers').map(({ code }) => code);
  const marks = (points: number) => judgedCodes.map((code) => ({ code, points }));

  it('is scored on what is known; the rest waits', () => {
    const seen = scoreUnit(scheme, 'enforcement', (item) =>
      item.source.kind === 'tasks'
        ? {
            source: 'computed',
            observation: { value: 0.9, rate: true, unit: '项', numerator: 9, denominator: 10 },
          }
        : undefined,
    );
    expect(seen).toMatchObject([{ points: 3, max: 4, numerator: 9, denominator: 10 }]);
    const all = scoreUnit(scheme, 'enforcement', () => undefined, [marks(1), marks(2)]);
    expect(all.map(({ code }) => code)).toEqual(judgedCodes);
    expect(all.every(({ points }) => points === 1.5)).toBe(true);
  });

  it('false material is weighed heavier than none', () => {
    const item = items.find(({ source, rule }) => source.kind === 'evidence' && rule.kind === 'at-least')!;
    const of = (value: number, falseMaterial: boolean) =>
      scoreUnit(scheme, 'enforcement', (each) =>
        each === item
          ? {
              source: 'verified',
              observation: observationOf(item, { code: item.code, value, falseMaterial }),
            }
          : undefined,
      )[0]!.points;
    expect(of(9, true)).toBeLessThan(of(0, false));
  });

  it('two reviewers too far apart call a third, who decides between them', () => {
    const [code] = judgedCodes;
    const far = apart(scheme, 'enforcement', marks(2), [{ code: code!, points: 0.5 }, ...marks(2).slice(1)]);
    expect(far).toEqual([code]);
    const [first, second] = countingMarks(
      far,
      [marks(2), [{ code: code!, points: 0.5 }, ...marks(2).slice(1)]],
      [{ code: code!, points: 0.7 }],
    );
    expect([first![0]!.points, second![0]!.points]).toEqual([0.5, 0.7]);
    expect([first![1]!.points, second![1]!.points]).toEqual([2, 2]);
  });
});
