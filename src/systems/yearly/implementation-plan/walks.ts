import type { Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'bureau' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  liaison: { kind: 'liaison' },
  /** Works for the legal office as well as for the unit. */
  both: { kind: 'legal-office', person: 'liaison' },
} as const;
const asked = { unit: 'unit-1', year: 2025, planTitle: '某区2025年法治政府建设工作要点', due: '2025-03-28' };
const planFiles = [{ sm3: '1'.repeat(64), name: '实施方案.docx', size: 1 }];

export const walks: readonly Walk[] = [
  {
    name: 'asked for on 28 February, filed within the month, sent back, filed again and recorded by somebody else',
    actors,
    acts: [
      { step: 'ask', by: 'clerk', on: '2025-02-28', input: asked, expect: { due: { filing: '2025-03-28' } } },
      { step: 'file', by: 'liaison', on: '2025-03-20', input: { planFiles }, expect: { stages: ['filed'] } },
      {
        step: 'give-back',
        by: 'clerk',
        on: '2025-03-21',
        input: { returnReason: '没有写明责任人' },
        expect: { stages: ['asked'] },
      },
      { step: 'file', by: 'liaison', on: '2025-03-24', input: { planFiles, contact: '办公室' }, expect: {} },
      { step: 'record', by: 'both', on: '2025-03-25', input: {}, expect: { refused: 'kernel.P5' } },
      {
        step: 'record',
        by: 'clerk',
        on: '2025-03-25',
        input: {},
        expect: { outcome: '已备案', counts: { 'implementation-plan.filed': 1 } },
      },
    ],
  },
  {
    name: 'a unit whose tasks were taken from it files nothing',
    actors,
    acts: [
      { step: 'ask', by: 'clerk', on: '2025-02-28', input: asked, expect: { stages: ['asked'] } },
      {
        step: 'release',
        by: 'chief',
        on: '2025-03-10',
        input: { releaseReason: '任务已划转' },
        expect: { outcome: '不再报送' },
      },
    ],
  },
];
