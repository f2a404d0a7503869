import { expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '../procedure/compile.ts';
import { decide } from '../procedure/decide.ts';
import { defineProcedure, words } from '../procedure/declaration.ts';
import { f } from '../procedure/fields.ts';
import { at, law } from '../procedure/testing/works.ts';

type ReturnFacts = { values?: readonly { code: string; value: number }[]; until?: string };
const { step } = words<ReturnFacts>();

const returned = compile(
  defineProcedure<ReturnFacts>({
    id: 'return-work',
    version: 1,
    row: 'T6',
    name: '测试报送',
    chapter: 'yearly',
    about: '测试用。',
    basis: [{ law: '测试规定' }],
    prefix: 'BS',
    stages: { done: { name: '已报', final: true } },
    steps: {
      submit: step({
        name: '报送',
        from: [],
        to: ['done'],
        by: ['liaison'],
        fields: z.object({
          until: f.date('截至'),
          values: f.rows('数值', { code: f.text('指标'), value: f.integer('数值') }),
        }),
        outcome: '已报',
      }),
    },
    indicators: [
      {
        id: 'return-work.value',
        name: '报送值',
        unit: '件',
        measure: 'flow',
        definition: '测试用。',
        counts: [
          {
            on: ['submit'],
            each: ({ facts }) =>
              (facts.values ?? []).map(({ code, value }) => ({ kind: code, value, on: facts.until! })),
          },
        ],
      },
    ],
    title: () => '报送',
  }),
  law,
);

it('[I4] one event counts for several kinds in the period it speaks of; nothing counts as nothing', () => {
  const values = [
    { code: 'a', value: 3 },
    { code: 'b', value: 0 },
    { code: 'c', value: 7 },
  ];
  const decision = decide(
    returned,
    undefined,
    { step: 'submit', input: { until: '2024-08-31', values } },
    at('liaison'),
  );
  if (!decision.ok) throw new Error(decision.refusal.message);
  expect(decision.writes[0]!.counts).toEqual([
    { indicator: 'return-work.value', unit: 'u1', on: '2024-08-31', kind: 'a', value: 3 },
    { indicator: 'return-work.value', unit: 'u1', on: '2024-08-31', kind: 'c', value: 7 },
  ]);
});
