import { expect, it } from 'vitest';
import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { MatterView } from '../../src/client/contract/matters.ts';
import { knownValues } from './known.ts';

const fact = (name: string, widget: string, value: string, masked = false) =>
  ({ name, title: name, widget, value, text: value, masked }) as MatterView['facts'][number];
const entry = (step: string, ...names: string[]) =>
  ({
    type: `penalty/${step}`,
    facts: names.map((name) => fact(name, 'text', '')),
  }) as MatterView['record'][number];
const field = (name: string, widget: FormField['widget']) => ({ name, widget }) as FormField;

const matter = {
  procedure: 'penalty',
  facts: [
    fact('officers', 'people', 'p1'),
    fact('amount', 'money', '300'),
    fact('address', 'text', '***', true),
    fact('opinion', 'long-text', '同意'),
    fact('identityShown', 'flag', 'true'),
    fact('kind', 'text', 'was a text once'),
  ],
  pins: [],
  record: [
    entry('file', 'officers', 'address', 'opinion', 'identityShown', 'kind'),
    entry('record-payment', 'amount'),
  ],
};

it('carries over what another step established, and nothing that has to be given anew', () => {
  const fields = [
    field('officers', 'people'),
    field('amount', 'money'),
    field('address', 'text'),
    field('opinion', 'long-text'),
    field('identityShown', 'flag'),
    field('kind', 'choice'),
    field('unknown', 'text'),
  ];
  expect(knownValues(matter, 'conclude', fields)).toEqual({ officers: 'p1', amount: '300' });
  // The second instalment is not the first one.
  expect(knownValues(matter, 'record-payment', fields)).toEqual({ officers: 'p1' });
});
