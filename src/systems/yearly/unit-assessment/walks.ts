import { actsBy, refusedBy, type Walk, type WalkAct } from '../../../kernel/procedure/walk.ts';
import { digestOfMarks } from './gates.ts';

const actors = {
  chief: { kind: 'legal-office-head' },
  clerk: { kind: 'legal-office' },
  second: { kind: 'legal-office' },
  third: { kind: 'supervisor' },
  /** Reviewed first and heads the office for a while. */
  acting: { kind: 'legal-office-head', person: 'clerk' },
  head: { kind: 'region-head', unit: 'office' },
  /** Of the unit that is assessed. */
  own: { kind: 'legal-reviewer', unit: 'bureau' },
  liaison: { kind: 'liaison', unit: 'bureau' },
} as const;

const act = actsBy(actors);
const refused = refusedBy('unit-assessment');

const open = {
  year: 2024,
  ofUnit: 'bureau',
  unitName: '测试局',
  unitClass: 'enforcement',
  gaps: [
    { code: '1.1.2', kind: 'evidence' },
    { code: '1.1.3', kind: 'reviewers' },
  ],
};
const file = { sm3: '0'.repeat(64), name: '会议纪要.pdf', size: 1 };
const item = (code: string, max: string, points: string, why: string, source: string) => ({
  code,
  max,
  counted: max,
  points,
  why,
  source,
});
const computed = item('1.1.1', '4', '3.5', '3次，要求不少于4次，少1次扣0.5分', 'computed');
const verified = item('1.1.2', '2', '2', '有', 'verified');
const judged = item('1.1.3', '4', '2', '评议1.5分、2.5分，平均2分', 'judged');
const seal = { seal: 12, sealRoot: '0'.repeat(64) };
const marks = (points: string) => [{ code: '1.1.3', points }];
const salt = 'a'.repeat(32);
const digest = (points: string) => digestOfMarks(salt, marks(points));
const openedOf = (rounds: readonly (readonly [round: 'first' | 'second' | 'third', points: string])[]) => ({
  opened: rounds.flatMap(([round, points]) => marks(points).map((mark) => ({ round, ...mark }))),
  salts: rounds.map(([round]) => ({ round, salt })),
  items: [computed, verified, judged],
});
const result = { score: '92.5', bonus: '0', grade: '优秀', rank: 1, of: 10 };
const replyOf = (points: string | undefined) => ({
  replies: [
    {
      code: '1.1.1',
      upheld: points !== undefined,
      ...(points === undefined ? {} : { points }),
      answer: '经核对台账',
    },
  ],
});

/** Scored, verified, judged by two who agree, told on 20 January with ten days to appeal. */
const told: readonly WalkAct[] = [
  act('open', 'chief', '2025-01-06', open, { stages: ['scoring'] }),
  act('verify', 'clerk', '2025-01-09', { findings: [{ code: '1.1.2', value: '1' }] }),
  act('judge-first', 'clerk', '2025-01-10', { firstDigest: digest('1.5') }),
  act('judge-second', 'second', '2025-01-10', { secondDigest: digest('2.5'), apart: [] }),
  act('score', 'clerk', '2025-01-10', { items: [computed, verified], ...seal }),
  act(
    'open-marks',
    'clerk',
    '2025-01-10',
    openedOf([
      ['first', '1.5'],
      ['second', '2.5'],
    ]),
  ),
  act(
    'tell',
    'chief',
    '2025-01-20',
    { appealUntil: '2025-01-30' },
    { stages: ['told'], due: { appeal: '2025-01-30' } },
  ),
];

export const walks: readonly Walk[] = [
  {
    name: 'material only where no record speaks; two reviewers of other units who do not know of each other',
    actors,
    acts: [
      act('open', 'chief', '2025-01-06', open),
      act(
        'explain',
        'liaison',
        '2025-01-07',
        { code: '1.1.1', explanation: '另有一次', files: [file] },
        refused('gaps-only'),
      ),
      act('explain', 'liaison', '2025-01-07', { code: '1.1.2', explanation: '会议纪要', files: [file] }),
      act(
        'verify',
        'own',
        '2025-01-08',
        { findings: [{ code: '1.1.2', value: '1' }] },
        refused('not-own-unit'),
      ),
      act(
        'verify',
        'clerk',
        '2025-01-08',
        { findings: [{ code: '1.1.1', value: '9' }] },
        refused('finds-gaps'),
      ),
      act('verify', 'clerk', '2025-01-09', { findings: [{ code: '1.1.2', value: '1' }] }),
      act(
        'judge-second',
        'clerk',
        '2025-01-09',
        { secondDigest: digest('2'), apart: [] },
        refused('after-first'),
      ),
      act('judge-first', 'own', '2025-01-09', { firstDigest: digest('4') }, refused('not-own-unit')),
      act('judge-first', 'clerk', '2025-01-09', { firstDigest: digest('1') }),
      act('judge-first', 'second', '2025-01-09', { firstDigest: digest('2') }, refused('first-open')),
      act(
        'judge-second',
        'acting',
        '2025-01-09',
        { secondDigest: digest('4'), apart: [] },
        { refused: 'kernel.P5' },
      ),
      act(
        'open-marks',
        'clerk',
        '2025-01-09',
        openedOf([
          ['first', '1'],
          ['second', '4'],
        ]),
        refused('both-given'),
      ),
      act('judge-third', 'third', '2025-01-09', { thirdDigest: digest('3') }, refused('third-needed')),
      act('judge-second', 'second', '2025-01-09', { secondDigest: digest('4'), apart: [{ code: '1.1.3' }] }),
      act(
        'judge-second',
        'third',
        '2025-01-09',
        { secondDigest: digest('4'), apart: [] },
        refused('second-open'),
      ),
      act(
        'open-marks',
        'clerk',
        '2025-01-10',
        openedOf([
          ['first', '1'],
          ['second', '4'],
        ]),
        refused('third-given'),
      ),
      act('judge-third', 'second', '2025-01-10', { thirdDigest: digest('3') }, { refused: 'kernel.P5' }),
      act('judge-third', 'third', '2025-01-10', { thirdDigest: digest('3') }),
      act('judge-third', 'chief', '2025-01-10', { thirdDigest: digest('3') }, refused('third-open')),
      act('tell', 'chief', '2025-01-10', { appealUntil: '2025-01-30' }, refused('everything-scored')),
      act(
        'open-marks',
        'clerk',
        '2025-01-10',
        openedOf([
          ['first', '4'],
          ['second', '4'],
          ['third', '3'],
        ]),
        refused('marks-as-given'),
      ),
      act(
        'open-marks',
        'clerk',
        '2025-01-10',
        openedOf([
          ['first', '1'],
          ['second', '4'],
          ['third', '3'],
        ]),
      ),
      act('tell', 'chief', '2025-01-20', { appealUntil: '2025-01-30' }, { stages: ['told'] }),
    ],
  },
  {
    name: 'one appeal upheld with points, by somebody who had no hand in the scoring; the result after the time to appeal',
    actors,
    acts: [
      ...told,
      act(
        'appeal',
        'liaison',
        '2025-01-21',
        { appeals: [{ code: '9.9.9', ground: '没有这项' }] },
        refused('appeals-items'),
      ),
      act(
        'appeal',
        'liaison',
        '2025-01-21',
        { appeals: [{ code: '1.1.1', ground: '12月有一次未登记' }] },
        { stages: ['appealed'] },
      ),
      act('conclude', 'chief', '2025-02-05', result, { refused: 'kernel.P2' }),
      act('reply', 'acting', '2025-01-22', replyOf('4'), { refused: 'kernel.P5' }),
      act(
        'reply',
        'chief',
        '2025-01-22',
        { replies: [{ code: '1.1.2', upheld: false, answer: '无' }] },
        refused('answers-all'),
      ),
      act('reply', 'chief', '2025-01-22', replyOf('4.5'), refused('upheld-with-points')),
      act('reply', 'chief', '2025-01-23', replyOf('4'), {
        stages: ['told'],
        counts: { 'unit-assessment.appealed-items': 1 },
      }),
      act('void', 'chief', '2025-01-24', { voidReason: '方案有误' }, { refused: 'kernel.P2' }),
      act('conclude', 'chief', '2025-01-30', result, refused('appeals-over')),
      act(
        'appeal',
        'liaison',
        '2025-01-31',
        { appeals: [{ code: '1.1.2', ground: '迟了' }] },
        refused('appeal-in-time'),
      ),
      act('conclude', 'head', '2025-02-05', result, {
        outcome: '优秀，92.5分，第1名（同类10个单位）',
        counts: { 'unit-assessment.concluded': 1 },
      }),
    ],
  },
  {
    name: 'an appeal is added to one that waits; some are answered before the others, each once',
    actors,
    acts: [
      ...told,
      act('appeal', 'liaison', '2025-01-21', { appeals: [{ code: '1.1.1', ground: '未登记' }] }),
      act(
        'appeal',
        'liaison',
        '2025-01-21',
        { appeals: [{ code: '1.1.1', ground: '再提' }] },
        refused('appeals-items'),
      ),
      act('appeal', 'liaison', '2025-01-22', { appeals: [{ code: '1.1.2', ground: '材料已补' }] }),
      act('reply-some', 'acting', '2025-01-23', replyOf('4'), { refused: 'kernel.P5' }),
      act(
        'reply-some',
        'chief',
        '2025-01-23',
        { replies: [...replyOf('4').replies, { code: '1.1.2', upheld: false, answer: '不足' }] },
        refused('answers-some'),
      ),
      act('reply-some', 'chief', '2025-01-23', replyOf('4'), {
        stages: ['appealed'],
        counts: { 'unit-assessment.appealed-items': 1 },
        facts: { appeals: [{ code: '1.1.2', ground: '材料已补', on: '2025-01-22' }] },
      }),
      act(
        'reply',
        'chief',
        '2025-01-24',
        { replies: [{ code: '1.1.2', upheld: false, answer: '材料不在年度内' }] },
        { stages: ['told'], facts: { appeals: [] } },
      ),
    ],
  },
  {
    name: 'nothing was begun: the scheme is called back; after an explanation it is not',
    actors,
    acts: [
      act('open', 'chief', '2025-01-06', open),
      act('void', 'chief', '2025-01-07', { voidReason: '权重有误' }, { outcome: '方案撤销，考核作废' }),
    ],
  },
  {
    name: 'what has begun is not called back',
    actors,
    acts: [
      act('open', 'chief', '2025-01-06', open),
      act('explain', 'liaison', '2025-01-07', { code: '1.1.2', explanation: '会议纪要' }),
      act('void', 'chief', '2025-01-07', { voidReason: '权重有误' }, refused('not-begun')),
    ],
  },
  {
    name: 'a unit without judged items is not judged',
    actors,
    acts: [
      act('open', 'chief', '2025-01-06', { ...open, gaps: [] }),
      act('judge-first', 'clerk', '2025-01-07', { firstDigest: digest('1') }, refused('judged-items')),
      act('score', 'clerk', '2025-01-10', { items: [computed], ...seal }),
      act('tell', 'chief', '2025-01-20', { appealUntil: '2025-01-30' }, { stages: ['told'] }),
    ],
  },
];
