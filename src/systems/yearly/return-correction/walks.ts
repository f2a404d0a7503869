import type { Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  head: { kind: 'unit-head', unit: 'bureau' },
  clerk: { kind: 'legal-office' },
  chief: { kind: 'legal-office-head' },
} as const;
const asked = {
  form: 'XZ',
  formName: '行政执法情况月报',
  period: '2025-03',
  periodName: '2025年3月',
  unit: 'bureau',
  correctReason: '重复登记2件',
};

export const walks: readonly Walk[] = [
  {
    name: 'a correction waits for the office and takes effect when accepted',
    actors,
    acts: [
      { step: 'ask', by: 'head', on: '2025-05-06', input: asked, expect: { stages: ['waiting'] } },
      {
        step: 'accept',
        by: 'head',
        on: '2025-05-07',
        input: { decided: true },
        expect: { refused: 'kernel.P4' },
      },
      {
        step: 'accept',
        by: 'clerk',
        on: '2025-05-07',
        input: { decided: true },
        expect: { outcome: '更正生效' },
      },
    ],
  },
  {
    name: 'a correction sent back changes nothing',
    actors,
    acts: [
      { step: 'ask', by: 'head', on: '2025-05-06', input: asked, expect: {} },
      {
        step: 'reject',
        by: 'chief',
        on: '2025-05-07',
        input: { decided: true },
        expect: { outcome: '更正退回，原数不变' },
      },
    ],
  },
];
