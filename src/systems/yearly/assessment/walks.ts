import { actsBy, refusedBy, type Walk, type WalkAct } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  /** Drafted the scheme as a clerk and heads the office for a while. */
  deputy: { kind: 'legal-office-head', person: 'clerk' },
  chief: { kind: 'legal-office-head' },
  head: { kind: 'region-head', unit: 'office' },
  liaison: { kind: 'liaison', unit: 'bureau' },
  publisher: { kind: 'publisher' },
} as const;

const act = actsBy(actors);
const refused = refusedBy('assessment');

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
/** From the draft to units that are told, published as the scheme decides. */
const told = (publicity: Record<string, string>): readonly WalkAct[] => [
  act('submit', 'clerk', '2024-03-04', submit),
  act('issue', 'chief', '2024-03-08', { ...issued, ...scheme(1), ...publicity }),
  child(act('score', 'clerk', '2025-01-10', scored)),
  act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-20' }),
];
const appealed = (code: string, on: string) =>
  child(act('appeal', 'liaison', on, { appeals: [{ code, ground: '记录未及时登记' }] }));
const answered = (code: string, upheld: boolean) => ({
  unit: 'bureau',
  code,
  upheld,
  ...(upheld ? { points: '100' } : {}),
  answer: '经核对台账',
});
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
      act(
        'conclude',
        'head',
        '2025-01-21',
        { results: [result] },
        {
          stages: ['decided'],
          publications: { result: 'withheld' },
        },
      ),
      act('close', 'clerk', '2025-01-22', {}, refused('used')),
      act('use', 'clerk', '2025-01-22', { uses: ['overall', 'notify'], usedWith: '考核办' }),
      act('close', 'clerk', '2025-01-23', {}, { outcome: '已确定1个单位的考核结果并运用' }),
    ],
  },
  {
    name: 'a scheme is called back before anything was begun, never after',
    actors,
    acts: [
      act('submit', 'clerk', '2024-03-04', submit),
      act('issue', 'chief', '2024-03-08', { ...issued, ...scheme(1) }),
      act(
        'void',
        'head',
        '2024-03-11',
        { voidReason: '类别划分有误' },
        {
          stages: ['voided'],
          outcome: '方案撤销，各单位的考核作废',
        },
      ),
      act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-20' }, { refused: 'kernel.P3' }),
      child(act('score', 'clerk', '2025-01-10', scored, { refused: 'kernel.P3' })),
    ],
  },
  {
    name: 'once a unit is scored the scheme stands',
    actors,
    acts: [
      act('submit', 'clerk', '2024-03-04', submit),
      act('issue', 'chief', '2024-03-08', { ...issued, ...scheme(1) }),
      child(act('score', 'clerk', '2025-01-10', scored)),
      act(
        'void',
        'chief',
        '2025-01-10',
        { voidReason: '权重有误' },
        {
          refused: 'unit-assessment.not-begun',
          cites: 'DC-10',
        },
      ),
    ],
  },
  {
    name: 'appeals of several items are answered alike, in part and then in whole; grades are published by decision',
    actors,
    acts: [
      act('submit', 'clerk', '2024-03-04', submit),
      act(
        'issue',
        'chief',
        '2024-03-08',
        { ...issued, ...scheme(1), publicity: 'grades' },
        refused('publicity-decided'),
      ),
      ...told({ publicity: 'grades', publicityDecision: '某法〔2024〕3号' }).slice(1, 2),
      child(
        act('score', 'clerk', '2025-01-10', {
          ...scored,
          items: [...scored.items, { ...scored.items[0]!, code: '1.1.2' }],
        }),
      ),
      act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-20' }),
      appealed('1.1.1', '2025-01-13'),
      appealed('1.1.2', '2025-01-14'),
      act(
        'reply',
        'chief',
        '2025-01-15',
        { answers: [{ ...answered('1.1.1', false), unit: 'other' }] },
        refused('answers-units'),
      ),
      act(
        'reply',
        'chief',
        '2025-01-15',
        { answers: [answered('9.9.9', false)] },
        {
          refused: 'unit-assessment.answers-some',
        },
      ),
      act('reply', 'chief', '2025-01-15', { answers: [answered('1.1.1', true)] }),
      act('reply', 'chief', '2025-01-16', { answers: [answered('1.1.2', false)] }, { stages: ['told'] }),
      act(
        'conclude',
        'head',
        '2025-01-21',
        { results: [{ ...result, unitName: '测试局', className: '执法部门' }] },
        {
          publications: { result: 'due' },
          due: { 'publication:result': '2025-02-24' },
        },
      ),
      act(
        '$publish',
        'publisher',
        '2025-01-24',
        { publication: 'result' },
        {
          publications: { result: 'published' },
        },
      ),
    ],
  },
  {
    name: 'places are published where the decision says so',
    actors,
    acts: [
      ...told({ publicity: 'ranks', publicityDecision: '某法〔2024〕3号' }),
      act('conclude', 'head', '2025-01-21', { results: [result] }, { publications: { result: 'due' } }),
    ],
  },
];
