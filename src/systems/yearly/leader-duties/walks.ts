import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'office' },
  head: { kind: 'unit-head', unit: 'bureau' },
  /** The head of the bureau, who stands in at the legal office for a while. */
  acting: { kind: 'legal-office', unit: 'office', person: 'head' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('leader-duties');

const opened = {
  year: 2025,
  name: '负责人甲',
  title: '局长',
  unit: 'bureau',
  body: 'department',
  key: '2025:bureau:department:负责人甲',
};
const proof = (duty: string, measured: number) => ({
  duty,
  measured,
  explanation: '印发了年度工作要点',
  evidenceFiles: [{ sm3: '0'.repeat(64), name: '工作要点.pdf', size: 1 }],
});
const row = (duty: string, actual: number, state: string) => ({ duty, target: 1, actual, state });

export const walks: readonly Walk[] = [
  {
    name: 'a list that is fed by the ledger: evidence fills gaps alone, the year is confirmed when it is over',
    actors,
    acts: [
      act('open', 'clerk', '2025-01-13', opened, {
        stages: ['running'],
        due: { confirm: '2026-02-28' },
        counts: { 'leader-duties.opened': 1 },
      }),
      act('evidence', 'head', '2025-04-01', proof('hear-report', 0), refused('own-duty')),
      act('evidence', 'head', '2025-04-01', proof('tests-unit', 1), refused('only-gaps')),
      act('evidence', 'head', '2025-04-01', proof('plan-unit', 0), { stages: ['running'] }),
      act('submit', 'head', '2025-12-31', { duties: [row('plan-unit', 0, 'done')] }, refused('year-over')),
      act(
        'submit',
        'head',
        '2026-01-12',
        { duties: [row('tests-unit', 0, 'late')] },
        refused('gaps-explained'),
      ),
      act(
        'submit',
        'head',
        '2026-01-12',
        { duties: [row('tests-unit', 0, 'late')], unfinished: '测试改在2月举行' },
        { stages: ['confirming'] },
      ),
      act(
        'give-back',
        'clerk',
        '2026-01-13',
        { returnReason: '测试已于12月举行，请先登记' },
        { stages: ['running'] },
      ),
      act('submit', 'head', '2026-01-14', { duties: [row('tests-unit', 1, 'done')] }),
      act('confirm', 'acting', '2026-01-15', {}, { refused: 'kernel.P5' }),
      act(
        'confirm',
        'clerk',
        '2026-01-15',
        {},
        {
          outcome: '全部完成',
          counts: { 'leader-duties.confirmed': 1, 'leader-duties.gaps': 0 },
        },
      ),
    ],
  },
  {
    name: 'a leader who leaves during the year: the list ends, the successor has a list of his own',
    actors,
    acts: [
      act('open', 'clerk', '2025-01-13', opened),
      act('end', 'clerk', '2025-07-01', { endReason: '调任' }, { outcome: '不再担任，已终止' }),
    ],
  },
  {
    name: 'a year that ends with a gap says so',
    actors,
    acts: [
      act(
        'open',
        'clerk',
        '2025-01-13',
        { ...opened, body: 'government', key: '2025:bureau:government:负责人甲' },
        {
          due: { confirm: '2026-02-28' },
        },
      ),
      act('submit', 'head', '2026-01-12', {
        duties: [row('plan-year', 1, 'done'), row('training', 0, 'late')],
        unfinished: '培训班改期',
      }),
      act('confirm', 'clerk', '2026-01-15', {}, { outcome: '部分完成', counts: { 'leader-duties.gaps': 1 } }),
    ],
  },
];
