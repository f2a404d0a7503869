import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { compileList } from '../../lists/compile.ts';
import type { ListDeclaration } from '../../lists/declaration.ts';
import { contextOn, document, Ledger } from '../../lists/test-support.ts';
import { discretionBenchmarks } from './discretion-benchmarks/index.ts';
import { licenceItems } from './licence-items/index.ts';
import { functionLists } from './lists.ts';
import { negativeList } from './negative-list/index.ts';

/** The rule that refuses an item, or `accepted`. */
function judged(list: ListDeclaration, fields: JsonObject): string {
  const ledger = new Ledger(compileList(list));
  const input = { code: 'A0001', effective: '2024-01-01', ...document, ...fields };
  const decision = ledger.try({ operation: 'establish', input }, contextOn('2024-01-01'));
  return decision.ok ? 'accepted' : decision.refusal.rule;
}

const material = (code: string) => ({
  code,
  name: '申请表',
  required: true,
  mayPromise: false,
  mayReplaceByCommitment: false,
  noProofNeeded: false,
});
const item = {
  name: '食品经营许可',
  power: 'P0001',
  unit: 'u1',
  who: ['organisation'],
  type: 'ordinary',
  promisedDays: 5,
  joint: false,
  commitment: false,
  siteCheck: true,
  materials: [material('1')],
  stages: [{ name: '受理' }],
  fee: '不收费',
  result: '食品经营许可证',
};
const tier = (code: string, min: number, max: number) => ({
  code,
  name: '一般',
  circumstances: '一般情节',
  min,
  max,
});
const benchmark = {
  name: '未明码标价',
  power: 'P0002',
  unit: 'u1',
  legalBasis: '价格法',
  tiers: [tier('1', 0, 500), tier('2', 500, 5000)],
};

describe('lists of chapter B', () => {
  test('all compile, with ids and public channels of their own', () => {
    const compiled = functionLists.map((list) => compileList(list));
    expect(new Set(compiled.map((list) => list.id)).size).toBe(functionLists.length);
    expect(new Set(functionLists.map((list) => list.publication?.channel)).size).toBe(functionLists.length);
  });

  test.each<[string, JsonObject, string]>([
    ['a complete item', {}, 'accepted'],
    [
      'a special limit without its basis',
      { legalLimit: 30, legalLimitUnit: 'workday' },
      'licence-items.special-limit-complete',
    ],
    [
      'a special limit with its basis',
      { legalLimit: 30, legalLimitUnit: 'workday', legalLimitBasis: '条例第九条', promisedDays: 25 },
      'accepted',
    ],
    ['a promise longer than the law', { promisedDays: 21 }, 'licence-items.promise-within-law'],
    ['a promise within the limit of joint handling', { promisedDays: 21, joint: true }, 'accepted'],
    ['an instant item that takes days', { type: 'instant' }, 'licence-items.instant-promises-none'],
    [
      'two materials of one code',
      { materials: [material('1'), material('1')] },
      'licence-items.material-codes-differ',
    ],
  ])('licence items: %s', (_, change, verdict) => {
    expect(judged(licenceItems, { ...item, ...change })).toBe(verdict);
  });

  test.each<[string, JsonObject, string]>([
    ['tiers from light to grave', {}, 'accepted'],
    ['a range upside down', { tiers: [tier('1', 500, 0)] }, 'discretion-benchmarks.tiers-in-order'],
    [
      'tiers out of order',
      { tiers: [tier('1', 500, 900), tier('2', 0, 500)] },
      'discretion-benchmarks.tiers-in-order',
    ],
    [
      'two tiers of one code',
      { tiers: [tier('1', 0, 5), tier('1', 5, 9)] },
      'discretion-benchmarks.tier-codes-differ',
    ],
  ])('benchmarks: %s', (_, change, verdict) => {
    expect(judged(discretionBenchmarks, { ...benchmark, ...change })).toBe(verdict);
  });

  test('negative list: what is forbidden names no licence', () => {
    const entry = { name: '事项', type: 'forbidden', industry: '金融', measure: '禁止', legalBasis: '法律' };
    expect(judged(negativeList, entry)).toBe('accepted');
    expect(judged(negativeList, { ...entry, power: 'P0001' })).toBe(
      'negative-list.forbidden-needs-no-licence',
    );
  });
});
