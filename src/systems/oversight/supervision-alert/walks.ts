import type { JsonObject } from '../../../kernel/ledger/json.ts';
import type { Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  system: { kind: 'system' },
  officer: { kind: 'case-officer' },
  supervisor: { kind: 'supervisor', unit: 'oversight' },
  stranger: { kind: 'case-officer', unit: 'unit-2' },
  /** The officer, who supervises from a second post. */
  officerAsSupervisor: { kind: 'supervisor', unit: 'oversight', person: 'officer' },
} as const;

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
      {
        step: 'raise',
        by: 'officer',
        on: '2024-09-30',
        input: raised('yellow'),
        expect: { refused: 'kernel.P4' },
      },
      {
        step: 'raise',
        by: 'system',
        on: '2024-09-30',
        input: raised('yellow'),
        expect: { stages: ['raised'], counts: { 'alert.raised': 1 } },
      },
      {
        step: 'close',
        by: 'supervisor',
        on: '2024-09-30',
        input: { opinion: '同意' },
        expect: { refused: 'kernel.P2' },
      },
      {
        step: 'answer',
        by: 'stranger',
        on: '2024-10-08',
        input: { explanation: '无', corrected: false },
        expect: { refused: 'kernel.P4' },
      },
      {
        step: 'answer',
        by: 'officer',
        on: '2024-10-08',
        input: { explanation: '人手不足', corrected: false },
        expect: { stages: ['answered'] },
      },
      {
        step: 'send-back',
        by: 'supervisor',
        on: '2024-10-08',
        input: { opinion: '说明不具体' },
        expect: { stages: ['raised'] },
      },
      {
        step: 'answer',
        by: 'officer',
        on: '2024-10-09',
        input: { explanation: '现场核查人手不足，已调配。', corrected: true },
        expect: { stages: ['answered'] },
      },
      {
        step: 'close',
        by: 'officerAsSupervisor',
        on: '2024-10-10',
        input: { opinion: '情况属实' },
        expect: { refused: 'kernel.P5' },
      },
      {
        step: 'close',
        by: 'supervisor',
        on: '2024-10-10',
        input: { opinion: '情况属实' },
        expect: { outcome: '已审定', counts: { 'alert.closed': 1 } },
      },
      {
        step: 'revoke',
        by: 'supervisor',
        on: '2024-10-10',
        input: { opinion: '误报' },
        expect: { refused: 'kernel.P3' },
      },
    ],
  },
  {
    name: 'a red alert cannot be closed before it is corrected, and may be revoked',
    actors,
    acts: [
      { step: 'raise', by: 'system', on: '2024-09-30', input: raised('red'), expect: { stages: ['raised'] } },
      {
        step: 'answer',
        by: 'officer',
        on: '2024-10-08',
        input: { explanation: '正在改正', corrected: false },
        expect: {},
      },
      {
        step: 'close',
        by: 'supervisor',
        on: '2024-10-08',
        input: { opinion: '同意' },
        expect: { refused: 'supervision-alert.red-corrected' },
      },
      {
        step: 'revoke',
        by: 'supervisor',
        on: '2024-10-09',
        input: { opinion: '规则误判，予以撤销' },
        expect: { outcome: '已撤销', counts: { 'alert.raised': -1 } },
      },
    ],
  },
];
