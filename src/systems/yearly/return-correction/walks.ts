import { actsBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  head: { kind: 'unit-head', unit: 'bureau' },
  clerk: { kind: 'legal-office' },
  chief: { kind: 'legal-office-head' },
} as const;
const act = actsBy(actors);
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
      act('ask', 'head', '2025-05-06', asked, { stages: ['waiting'] }),
      act('accept', 'head', '2025-05-07', { decided: true }, { refused: 'kernel.P4' }),
      act('accept', 'clerk', '2025-05-07', { decided: true }, { outcome: '更正生效' }),
    ],
  },
  {
    name: 'a correction sent back changes nothing',
    actors,
    acts: [
      act('ask', 'head', '2025-05-06', asked),
      act('reject', 'chief', '2025-05-07', { decided: true }, { outcome: '更正退回，原数不变' }),
    ],
  },
];
