import { actsBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'bureau' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  liaison: { kind: 'liaison' },
  /** Works for the legal office as well as for the unit. */
  both: { kind: 'legal-office', person: 'liaison' },
} as const;
const act = actsBy(actors);
const asked = { unit: 'unit-1', year: 2025, planTitle: '某区2025年法治政府建设工作要点', due: '2025-03-28' };
const planFiles = [{ sm3: '1'.repeat(64), name: '实施方案.docx', size: 1 }];

export const walks: readonly Walk[] = [
  {
    name: 'asked for on 28 February, filed within the month, sent back, filed again and recorded by somebody else',
    actors,
    acts: [
      act('ask', 'clerk', '2025-02-28', asked, { due: { filing: '2025-03-28' } }),
      act('file', 'liaison', '2025-03-20', { planFiles }, { stages: ['filed'] }),
      act('give-back', 'clerk', '2025-03-21', { returnReason: '没有写明责任人' }, { stages: ['asked'] }),
      act('file', 'liaison', '2025-03-24', { planFiles, contact: '办公室' }),
      act('record', 'both', '2025-03-25', {}, { refused: 'kernel.P5' }),
      act(
        'record',
        'clerk',
        '2025-03-25',
        {},
        { outcome: '已备案', counts: { 'implementation-plan.filed': 1 } },
      ),
    ],
  },
  {
    name: 'a unit whose tasks were taken from it files nothing',
    actors,
    acts: [
      act('ask', 'clerk', '2025-02-28', asked, { stages: ['asked'] }),
      act('release', 'chief', '2025-03-10', { releaseReason: '任务已划转' }, { outcome: '不再报送' }),
    ],
  },
];
