import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { actsBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  system: { kind: 'system' },
  officer: { kind: 'case-officer' },
  supervisor: { kind: 'supervisor', unit: 'oversight' },
  stranger: { kind: 'case-officer', unit: 'unit-2' },
  /** The officer, who supervises from a second post. */
  officerAsSupervisor: { kind: 'supervisor', unit: 'oversight', person: 'officer' },
} as const;
const act = actsBy(actors);

const raised = (level: string): JsonObject => ({
  level,
  rule: 'clock.overdue',
  ruleName: '办理超期',
  message: '作出决定的期限已于2024年9月27日届满。',
  subject: '00000000-0000-7000-8000-0000000000aa',
  subjectNumber: 'XK-20240829-00000000',
  subjectTitle: '食品经营许可',
  subjectProcedure: 'licence',
  cause: 'aa:decide:red:2024-09-27',
});

export const walks: Walk[] = [
  {
    name: 'a yellow alert is explained, sent back, explained again and closed by a supervisor',
    actors,
    acts: [
      act('raise', 'officer', '2024-09-30', raised('yellow'), { refused: 'kernel.P4' }),
      act('raise', 'system', '2024-09-30', raised('yellow'), {
        stages: ['raised'],
        counts: { 'alert.raised': 1 },
      }),
      act('close', 'supervisor', '2024-09-30', { opinion: '同意' }, { refused: 'kernel.P2' }),
      act(
        'answer',
        'stranger',
        '2024-10-08',
        { explanation: '无', corrected: false },
        { refused: 'kernel.P4' },
      ),
      act(
        'answer',
        'officer',
        '2024-10-08',
        { explanation: '人手不足', corrected: false },
        { stages: ['answered'] },
      ),
      act('send-back', 'supervisor', '2024-10-08', { opinion: '说明不具体' }, { stages: ['raised'] }),
      act(
        'answer',
        'officer',
        '2024-10-09',
        { explanation: '现场核查人手不足，已调配。', corrected: true },
        { stages: ['answered'] },
      ),
      act('close', 'officerAsSupervisor', '2024-10-10', { opinion: '情况属实' }, { refused: 'kernel.P5' }),
      act(
        'close',
        'supervisor',
        '2024-10-10',
        { opinion: '情况属实' },
        { outcome: '已审定', counts: { 'alert.closed': 1 } },
      ),
      act('revoke', 'supervisor', '2024-10-10', { opinion: '误报' }, { refused: 'kernel.P3' }),
    ],
  },
  {
    name: 'a red alert cannot be closed before it is corrected, and may be revoked',
    actors,
    acts: [
      act('raise', 'system', '2024-09-30', raised('red'), { stages: ['raised'] }),
      act('answer', 'officer', '2024-10-08', { explanation: '正在改正', corrected: false }),
      act(
        'close',
        'supervisor',
        '2024-10-08',
        { opinion: '同意' },
        { refused: 'supervision-alert.red-corrected' },
      ),
      act(
        'revoke',
        'supervisor',
        '2024-10-09',
        { opinion: '规则误判，予以撤销' },
        { outcome: '已撤销', counts: { 'alert.raised': -1 } },
      ),
    ],
  },
];
