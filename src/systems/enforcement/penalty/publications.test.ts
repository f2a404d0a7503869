import { describe, expect, test } from 'vitest';
import type { PenaltyFacts } from './fields.ts';
import { decisionPublication } from './publications.ts';

const decided = (decidedOn: string, more: PenaltyFacts = {}): PenaltyFacts => ({
  procedureRules: 'market-supervision',
  partyKind: 'organisation',
  kinds: ['warning'],
  decidedOn,
  ...more,
});
const withheld = (facts: PenaltyFacts) => decisionPublication.withheld?.(facts);
const months = (facts: PenaltyFacts) =>
  typeof decisionPublication.months === 'function' ? decisionPublication.months(facts) : undefined;

describe('市场监督管理行政处罚信息公示规定, in force from 1 September 2021', () => {
  test('art. 2: a warning alone is kept back from that day, and shown the day before', () => {
    expect(withheld(decided('2021-08-31'))).toBeUndefined();
    expect(withheld(decided('2021-09-01'))).toMatchObject({ basis: { provision: 'GS-04' } });
    expect(withheld(decided('2021-09-01', { kinds: ['warning', 'fine'] }))).toBeUndefined();
    expect(withheld(decided('2021-09-01', { procedureRules: 'general' }))).toBeUndefined();
  });

  test('art. 13: criticism alone is shown for three months, the rest for three years; before, no end is set', () => {
    expect(months(decided('2021-08-31', { kinds: ['fine'] }))).toBeUndefined();
    expect(months(decided('2021-09-01', { kinds: ['fine'] }))).toBe(36);
    expect(months(decided('2021-09-01', { kinds: ['criticism'] }))).toBe(3);
  });
});
