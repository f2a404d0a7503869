import { expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { compileList } from '../../lists/compile.ts';
import { contextOn, document, Ledger } from '../../lists/test-support.ts';
import { enforcementItems } from './enforcement-items/index.ts';
import { enforcingBodies } from './enforcing-bodies/index.ts';

const body = {
  name: '市场监督管理局',
  type: 'organ',
  unit: 'u1',
  legalBasis: '食品安全法',
  duties: '查处食品违法行为',
  supervisionPhone: '0000-12345',
  remedies: '本级人民政府复议',
};

test.each<[string, JsonObject, string]>([
  ['a statutory organ', body, 'accepted'],
  [
    'an entrusted body without the organ that entrusts it',
    { ...body, type: 'entrusted' },
    'enforcing-bodies.entrusted-names-its-organ',
  ],
  ['an entrusted body with it', { ...body, type: 'entrusted', entrustedBy: 'u2' }, 'accepted'],
  ['an organ that names one', { ...body, entrustedBy: 'u2' }, 'enforcing-bodies.entrusted-names-its-organ'],
])('%s', (_, fields, expected) => {
  const ledger = new Ledger(compileList(enforcingBodies));
  const input = { code: 'ZT-0001', effective: '2024-01-01', ...document, ...fields };
  const decision = ledger.try({ operation: 'establish', input }, contextOn('2024-01-01'));
  expect(decision.ok ? 'accepted' : decision.refusal.rule).toBe(expected);
});

test('items stand on a power and a body', () => {
  const list = compileList(enforcementItems);
  const ledger = new Ledger(list);
  const input = {
    code: 'ZF-0001',
    effective: '2024-01-01',
    ...document,
    name: '检查',
    type: 'inspection',
    unit: 'u1',
    object: '企业',
    legalBasis: '食品安全法',
  };
  const decision = ledger.try({ operation: 'establish', input }, contextOn('2024-01-01'));
  expect(decision.ok ? [] : decision.refusal.fields?.map(({ path }) => path).sort()).toEqual([
    'body',
    'power',
  ]);
});
