import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Rule } from './rule.ts';
import { parseRule, ruleText } from './rule-words.ts';

const n = fc.integer({ min: 0, max: 2000 }).map((value) => value / 100);
const cap = fc.option(n, { nil: null });
const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('at-least' as const), least: fc.nat(99), per: n, cap }),
  fc.record({ kind: fc.constant('at-most' as const), most: fc.nat(99), per: n, cap }),
  fc.record({ kind: fc.constant('presence' as const), deduct: cap }),
  fc.record({
    kind: fc.constant('rate' as const),
    target: share,
    below: fc.constantFrom('nothing' as const, 'proportional' as const),
    per: fc.constant(0),
    cap: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    target: share,
    below: fc.constant('per-point' as const),
    per: n,
    cap,
  }),
  fc.record({
    kind: fc.constant('tiers' as const),
    tiers: fc.array(fc.record({ from: fc.oneof(share, fc.integer({ min: 2, max: 50 })), share }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  fc.record({ kind: fc.constant('bonus' as const), per: n, cap: n }),
  fc.record({
    kind: fc.constant('veto' as const),
    effect: fc.constantFrom('lowest' as const, 'lower' as const),
  }),
  fc.constant({ kind: 'judged' as const }),
);

it('a rule is read back from its own words', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      expect(parseRule(rule.kind, ruleText(rule))).toEqual(rule);
    }),
  );
});

it('is read as people type it', () => {
  expect(parseRule('at-least', '不少于4,每少1次扣0.5分,累计不超过1.5分')).toEqual({
    kind: 'at-least',
    least: 4,
    per: 0.5,
    cap: 1.5,
  });
  expect(parseRule('rate', '目标 100%，每低1个百分点扣0.1分')).toEqual({
    kind: 'rate',
    target: 1,
    below: 'per-point',
    per: 0.1,
    cap: null,
  });
  expect(parseRule('at-least', '少了就扣')).toBeUndefined();
});
