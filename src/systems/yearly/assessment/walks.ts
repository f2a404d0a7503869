import type { Walk, WalkAct } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  /** Drafted the scheme as a clerk and heads the office for a while. */
  deputy: { kind: 'legal-office-head', person: 'clerk' },
  chief: { kind: 'legal-office-head' },
  head: { kind: 'region-head', unit: 'office' },
} as const;

const act = (
  step: string,
  by: keyof typeof actors,
  on: string,
  input: WalkAct['input'],
  expect: WalkAct['expect'] = {},
): WalkAct => ({ step, by, on, ...(input ? { input } : {}), expect });
const refused = (gate: string): WalkAct['expect'] => ({ refused: `assessment.${gate}` });

const digest = (n: number) => String(n).repeat(64);
const scheme = (version: number) => ({ version, digest: digest(version) });
const submit = {
  year: 2024,
  title: '2024年度法治政府建设考核方案',
  paper: '00000000-0000-7000-8000-000000000001',
  ...scheme(1),
};
const issued = {
  ...scheme(2),
  units: [{ unit: 'bureau', unitClass: 'enforcement' }],
  gaps: [],
};
const result = {
  unit: 'bureau',
  unitClass: 'enforcement',
  score: '90',
  bonus: '0',
  grade: '优秀',
  rank: 1,
  of: 1,
};
const scored = {
  items: [{ code: '1.1.1', max: '100', counted: '100', points: '90', why: '扣10分', source: 'computed' }],
  seal: 3,
  sealRoot: digest(0),
};
const child = (acted: WalkAct): WalkAct => ({ ...acted, child: 'unit-assessment' });

export const walks: readonly Walk[] = [
  {
    name: 'a scheme sent back and issued in the version that was submitted; units told and concluded with it; result used',
    actors,
    acts: [
      act('submit', 'clerk', '2024-03-04', submit, { stages: ['approving'] }),
      act('send-back', 'chief', '2024-03-05', { returnReason: '权重没有写明' }, { stages: ['revising'] }),
      act(
        'resubmit',
        'clerk',
        '2024-03-06',
        { ...scheme(2), changes: '补充权重' },
        { stages: ['approving'] },
      ),
      act('issue', 'deputy', '2024-03-07', issued, { refused: 'kernel.P5' }),
      act('issue', 'chief', '2024-03-07', { ...issued, ...scheme(1) }, refused('version-submitted')),
      act('issue', 'head', '2024-03-08', issued, { stages: ['scoring'], facts: { issuedOn: '2024-03-08' } }),
      act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-10' }, refused('appeal-later')),
      act(
        'tell',
        'chief',
        '2025-01-10',
        { appealUntil: '2025-01-20' },
        { refused: 'unit-assessment.everything-scored' },
      ),
      child(act('score', 'clerk', '2025-01-10', scored)),
      act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-20' }, { stages: ['told'] }),
      act(
        'conclude',
        'head',
        '2025-01-21',
        { results: [{ ...result, unit: 'other' }] },
        refused('a-result-each'),
      ),
      act('conclude', 'head', '2025-01-21', { results: [result] }, { stages: ['decided'] }),
      act('close', 'clerk', '2025-01-22', {}, refused('used')),
      act('use', 'clerk', '2025-01-22', { uses: ['overall', 'notify'], usedWith: '考核办' }),
      act('close', 'clerk', '2025-01-23', {}, { outcome: '已确定1个单位的考核结果并运用' }),
    ],
  },
];
