import type { Certificate } from '../../../kernel/identity/posts.ts';
import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';
import { aspects } from './fields.ts';

const actors = {
  officer: { kind: 'case-officer' },
  /** A reviewer of the unit who worked on this very case. */
  colleague: { kind: 'legal-reviewer' },
  reviewer: { kind: 'legal-reviewer' },
  novice: { kind: 'legal-reviewer' },
  bureau: { kind: 'legal-office', unit: 'bureau' },
  chief: { kind: 'legal-office-head', unit: 'bureau' },
  stranger: { kind: 'case-officer', unit: 'unit-2' },
} as const;

const qualified = (person: string, to: string): Certificate => ({
  person,
  name: person,
  unit: 'unit-1',
  kind: 'legality-review',
  number: `F-${person}`,
  from: '2018-01-01',
  to,
  scope: [],
  suspended: [],
});
const certificates = [
  qualified('colleague', '2030-12-31'),
  qualified('reviewer', '2030-12-31'),
  // Ran out the day before the opinion below.
  qualified('novice', '2024-03-14'),
];

const file = { sm3: '0'.repeat(64), name: '送审材料.pdf', size: 1 };
const submission = {
  subjectKind: 'enforcement-decision',
  subject: '某案行政处罚决定',
  handlers: ['officer', 'colleague'],
  materials: [file],
};
const opinion = { opinion: 'agree', checked: Object.keys(aspects), comments: '同意拟作出的决定' };

const act = actsBy(actors);
const refused = refusedBy('legality-review');

export const walks: readonly Walk[] = [
  {
    name: '[art. 58] an enforcement decision: not by its handler, not without the qualification, not in part',
    actors,
    certificates,
    acts: [
      act(
        'submit',
        'officer',
        '2024-03-11',
        { ...submission, handlers: ['colleague'] },
        refused('submitter-handles'),
      ),
      act('submit', 'officer', '2024-03-11', submission, {
        stages: ['submitted'],
        facts: { submittedOn: '2024-03-11' },
        counts: { 'legality-review.received': 1, 'legality-review.submitted-by-kind': 1 },
      }),
      act(
        'request-materials',
        'reviewer',
        '2024-03-11',
        { missing: '缺少听证笔录' },
        { stages: ['supplement'] },
      ),
      act('supplement', 'stranger', '2024-03-12', { supplements: [file] }, { refused: 'kernel.P4' }),
      act('supplement', 'officer', '2024-03-12', { supplements: [file] }, { stages: ['submitted'] }),
      act('accept', 'reviewer', '2024-03-13', {}, refused('days-agreed')),
      // Five agreed workdays after Wednesday 13 March.
      act('accept', 'reviewer', '2024-03-13', { reviewDays: 5 }, { due: { review: '2024-03-20' } }),
      act('give-opinion', 'colleague', '2024-03-15', opinion, refused('reviewer-not-handler')),
      act('give-opinion', 'novice', '2024-03-15', opinion, refused('reviewer-qualified')),
      act(
        'give-opinion',
        'reviewer',
        '2024-03-15',
        { ...opinion, checked: ['facts'] },
        refused('all-aspects'),
      ),
      act('give-opinion', 'reviewer', '2024-03-15', opinion, {
        stages: ['opinion'],
        counts: { 'legality-review.opinions': 1 },
      }),
      act(
        'respond',
        'officer',
        '2024-03-18',
        { adopted: true },
        {
          outcome: '同意，已采纳',
          facts: { passed: true },
          counts: { 'legality-review.done': 1, 'legality-review.changes-answered': 0 },
        },
      ),
    ],
  },
  {
    name: 'the market regulator has ten workdays, which its head may extend; an opinion not followed alarms',
    actors,
    certificates,
    acts: [
      act('submit', 'officer', '2024-04-28', { ...submission, marketRules: true }),
      // From Tuesday 30 April: 6–10 May and Saturday 11 May (adjusted) are six workdays, 13–16 May four more.
      act('accept', 'bureau', '2024-04-30', {}, { due: { review: '2024-05-16' } }),
      act(
        'extend',
        'chief',
        '2024-05-16',
        { days: 5, extensionReason: '案情疑难' },
        { due: { review: '2024-05-23' } },
      ),
      act('give-opinion', 'reviewer', '2024-05-23', {
        ...opinion,
        opinion: 'disagree',
        comments: '事实不清',
      }),
      act('respond', 'officer', '2024-05-24', { adopted: false }, refused('reasons-given')),
      act(
        'respond',
        'officer',
        '2024-05-24',
        { adopted: false, notAdoptedReasons: '已补充证据' },
        {
          outcome: '不同意，未采纳',
          facts: { passed: false },
          alerts: ['legality-review.opinion-not-adopted'],
          counts: { 'legality-review.changes-answered': 1, 'legality-review.changes-adopted': 0 },
        },
      ),
    ],
  },
  {
    name: 'a normative document has at most fifteen workdays; advice that is followed lets it pass',
    actors,
    acts: [
      act('submit', 'officer', '2024-01-29', {
        ...submission,
        subjectKind: 'document',
        subject: '某管理办法',
      }),
      // Fifteen workdays after Tuesday 30 January: 31 January, 1, 2, Sunday 4 (adjusted), 5–9 February make nine;
      // Spring Festival 10–17 February; Sunday 18 (adjusted), 19–23 February make fifteen.
      act('accept', 'bureau', '2024-01-30', {}, { due: { review: '2024-02-23' } }),
      act('give-opinion', 'bureau', '2024-02-23', { opinion: 'amend', comments: '删去增设的许可条件' }),
      act(
        'respond',
        'officer',
        '2024-02-26',
        { adopted: true },
        {
          outcome: '建议修改，已采纳',
          facts: { passed: true },
          alerts: [],
          counts: { 'legality-review.changes-answered': 1, 'legality-review.changes-adopted': 1 },
        },
      ),
    ],
  },
  {
    name: 'a document of 2017 runs by no limit of the state; a contract is taken back',
    actors,
    acts: [
      act('submit', 'officer', '2017-06-05', { ...submission, subjectKind: 'document' }),
      act('accept', 'bureau', '2017-06-06', {}, { stages: ['reviewing'] }),
      act(
        'withdraw',
        'officer',
        '2017-06-07',
        { withdrawReason: '不再制定' },
        {
          outcome: '撤回送审',
          facts: { passed: false },
        },
      ),
    ],
  },
];
