import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, Rule, ScoredBy } from './rule.ts';
import { judged, scoreItem } from './score.ts';

const item = (rule: Rule, more: Partial<ScoredBy> = {}): ScoredBy => ({
  max: 4,
  rule,
  whenAbsent: 'redistribute',
  falseFactor: 1,
  ...more,
});
const count = (value: number | null, unit = '次'): Observation => ({ value, rate: false, unit });
const share = (numerator: number, denominator: number): Observation => ({
  value: denominator === 0 ? null : numerator / denominator,
  rate: true,
  unit: '件',
  numerator,
  denominator,
});
const atLeast: Rule = { kind: 'at-least', least: 4, per: 0.5, cap: 1.5 };

describe('examples', () => {
  it.each<[string, ScoredBy, Observation, number, string]>([
    ['at least: short by one', item(atLeast), count(3), 3.5, '3次，要求不少于4次，少1次扣0.5分'],
    ['at least: met', item(atLeast), count(5), 4, '5次，要求不少于4次，达到要求'],
    [
      'at least: capped',
      item(atLeast),
      count(0),
      2.5,
      '0次，要求不少于4次，少4次，每少1次扣0.5分，扣1.5分（累计不超过1.5分）',
    ],
    [
      'at most: none',
      item({ kind: 'at-most', most: 0, per: 0.2, cap: null }),
      count(0, '件'),
      4,
      '没有发生（0件）',
    ],
    [
      'at most: late ones',
      item({ kind: 'at-most', most: 0, per: 0.2, cap: null }),
      count(3, '件'),
      3.4,
      '3件，每1件扣0.2分，扣0.6分',
    ],
    [
      'at most: some are borne',
      item({ kind: 'at-most', most: 2, per: 1, cap: null }),
      count(3, '件'),
      3,
      '3件，不超过2件不扣分，超过1件扣1分',
    ],
    ['presence: there', item({ kind: 'presence', deduct: null }), count(1), 4, '有（1次）'],
    ['presence: not there', item({ kind: 'presence', deduct: 0.5 }), count(0), 3.5, '没有，扣0.5分'],
    [
      'rate: reached',
      item({ kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null }),
      share(92, 92),
      4,
      '100%（92/92件），达到100%',
    ],
    [
      'rate: nothing below',
      item({ kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null }),
      share(91, 92),
      0,
      '98.91%（91/92件），未达到100%，不得分',
    ],
    [
      'rate: in proportion',
      item({ kind: 'rate', target: 0.8, below: 'proportional', per: 0, cap: null }),
      share(4, 10),
      2,
      '40%（4/10件），未达到80%，按比例得2分',
    ],
    [
      'rate: by the point',
      item({ kind: 'rate', target: 1, below: 'per-point', per: 0.1, cap: 2 }),
      share(95, 100),
      3.5,
      '95%（95/100件），低于100%的要求5个百分点，每个百分点扣0.1分，扣0.5分',
    ],
    [
      'tiers',
      item({
        kind: 'tiers',
        tiers: [
          { from: 0.95, share: 1 },
          { from: 0.8, share: 0.6 },
        ],
      }),
      share(9, 10),
      2.4,
      '90%（9/10件），达到80%一档，得2.4分',
    ],
    [
      'tiers: below all',
      item({ kind: 'tiers', tiers: [{ from: 2, share: 1 }] }),
      count(1),
      0,
      '1次，未达到最低一档，得0分',
    ],
    [
      'bonus',
      item({ kind: 'bonus', per: 1, cap: 2 }, { max: 0 }),
      count(3, '项'),
      2,
      '3项，每1项加1分，加2分（累计不超过2分）',
    ],
    [
      'nothing to measure: redistributed',
      item(atLeast),
      count(null),
      0,
      '没有发生应计的事项，本项不适用，分值按比例分配到其他项',
    ],
    [
      'nothing to measure: full',
      item(atLeast, { whenAbsent: 'full' }),
      count(null),
      4,
      '没有发生应计的事项，按方案得满分',
    ],
    [
      'false material',
      item(atLeast, { falseFactor: 1.5 }),
      { ...count(4), false: true },
      -2,
      '提供的材料经核验不实，本项不得分，并从总分中再扣2分',
    ],
  ])('%s', (_, scored, seen, points, why) => {
    expect(scoreItem(scored, seen)).toMatchObject({ points, why });
  });

  it('a veto has an effect only where something happened', () => {
    const vetoed = item({ kind: 'veto', effect: 'lowest' }, { max: 0 });
    expect(scoreItem(vetoed, count(0, '件')).effect).toBeUndefined();
    expect(scoreItem(vetoed, count(1, '件'))).toMatchObject({ points: 0, effect: 'lowest' });
  });

  it('reviewers’ marks are averaged', () => {
    expect(judged(4, [3, 3.5])).toMatchObject({ points: 3.25, lost: 0.75 });
  });
});

const points = fc.integer({ min: 0, max: 1000 }).map((value) => value / 100);
const cap = fc.option(points, { nil: null });
const marksRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('at-least' as const), least: fc.nat(20), per: points, cap }),
  fc.record({ kind: fc.constant('at-most' as const), most: fc.nat(20), per: points, cap }),
  fc.record({ kind: fc.constant('presence' as const), deduct: cap }),
  fc.record({
    kind: fc.constant('rate' as const),
    target: fc.integer({ min: 1, max: 100 }).map((value) => value / 100),
    below: fc.constantFrom('nothing' as const, 'proportional' as const, 'per-point' as const),
    per: points,
    cap,
  }),
  fc
    .array(fc.record({ from: fc.nat(20), share: fc.integer({ min: 0, max: 100 }).map((v) => v / 100) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((tiers) => {
      const shares = tiers.map(({ share: each }) => each).sort((a, b) => b - a);
      const froms = tiers.map(({ from }) => from).sort((a, b) => b - a);
      return { kind: 'tiers' as const, tiers: froms.map((from, at) => ({ from, share: shares[at]! })) };
    }),
);
const max = fc.integer({ min: 1, max: 2000 }).map((value) => value / 100);

describe('properties', () => {
  it('points lie between nothing and the full marks, and with what is lost make the full marks', () => {
    fc.assert(
      fc.property(marksRule, max, fc.nat(50), (rule, full, value) => {
        const { points: got, lost, counted } = scoreItem(item(rule, { max: full }), count(value));
        expect(got).toBeGreaterThanOrEqual(0);
        expect(got).toBeLessThanOrEqual(full);
        expect(got + lost).toBeCloseTo(full, 6);
        expect(counted).toBe(full);
      }),
    );
  });

  it('more of what is asked for never gives less, more of what must not be never gives more', () => {
    fc.assert(
      fc.property(marksRule, max, fc.nat(50), fc.nat(10), (rule, full, value, step) => {
        const at = (n: number) => scoreItem(item(rule, { max: full }), count(n)).points;
        const change = at(value + step) - at(value);
        if (rule.kind === 'at-most') expect(change).toBeLessThanOrEqual(0);
        else expect(change).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a cap is never passed', () => {
    fc.assert(
      fc.property(points, points, fc.nat(100), (per, most, missing) => {
        const rule: Rule = { kind: 'at-least', least: missing, per, cap: most };
        expect(scoreItem(item(rule, { max: 100 }), count(0)).lost).toBeLessThanOrEqual(most);
        const extra: Rule = { kind: 'bonus', per, cap: most };
        expect(scoreItem(item(extra, { max: 0 }), count(missing)).points).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('false material never gives more than true material', () => {
    fc.assert(
      fc.property(
        marksRule,
        max,
        fc.nat(50),
        fc.integer({ min: 100, max: 300 }),
        (rule, full, value, factor) => {
          const scored = item(rule, { max: full, falseFactor: factor / 100 });
          const truth = scoreItem(scored, count(value)).points;
          expect(scoreItem(scored, { ...count(value), false: true }).points).toBeLessThanOrEqual(truth);
        },
      ),
    );
  });
});
