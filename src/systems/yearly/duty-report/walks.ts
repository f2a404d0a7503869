import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office', unit: 'office' },
  chief: { kind: 'legal-office-head', unit: 'office' },
  bureau: { kind: 'unit-head', unit: 'bureau' },
  publisher: { kind: 'publisher', unit: 'bureau' },
  /** Wrote the statement as liaison and heads the office for a while. */
  deputy: { kind: 'legal-office-head', unit: 'office', person: 'bureau' },
} as const;
const act = actsBy(actors);
const refused = refusedBy('duty-report');

const assigned = (mustPublish: boolean) => ({
  year: 2025,
  name: '述法人甲',
  title: '局长',
  unit: 'bureau',
  day: '2025-12-31',
  form: 'meeting',
  mustPublish,
});
const statement = {
  statement: '主持研究法治工作四次',
  study: '学习行政处罚法等四次，参加旁听庭审一次',
  findings: '培训覆盖不够',
};
const { study: _, ...withoutStudy } = statement;
const presented = { presentedOn: '2026-01-20', presentedAs: 'meeting', cleared: true };
const published = { publication: 'statement' };

export const walks: readonly Walk[] = [
  {
    name: '[法治宣传教育法 art. 38] the day before 1 November 2025 a statement may be silent on studying law; on it, not',
    actors,
    acts: [
      act('assign', 'clerk', '2025-10-20', assigned(false)),
      act('submit', 'bureau', '2025-11-01', withoutStudy, refused('study-told')),
      act('submit', 'bureau', '2025-10-31', withoutStudy, { stages: ['review'] }),
    ],
  },
  {
    name: 'a statement that comes late, goes back, is commented, presented at a meeting, published in time, corrected and taken down',
    actors,
    acts: [
      act('assign', 'clerk', '2025-12-01', assigned(true), {
        stages: ['writing'],
        due: { submit: '2025-12-31' },
        counts: { 'duty-report.assigned': 1 },
      }),
      act(
        'change-day',
        'clerk',
        '2025-12-30',
        { day: '2025-12-29', dayReason: '换届' },
        refused('day-ahead'),
      ),
      act(
        'change-day',
        'clerk',
        '2025-12-30',
        { day: '2026-01-05', dayReason: '换届' },
        { due: { submit: '2026-01-05' } },
      ),
      act('submit', 'bureau', '2026-01-06', statement, {
        stages: ['review'],
        facts: { lateFirst: true },
        counts: { 'duty-report.submitted': 1 },
      }),
      act(
        'give-back',
        'clerk',
        '2026-01-07',
        { returnReason: '没有写出庭应诉', day: '2026-01-06' },
        refused('day-ahead'),
      ),
      act(
        'give-back',
        'clerk',
        '2026-01-07',
        { returnReason: '没有写出庭应诉', day: '2026-01-12' },
        { stages: ['writing'], due: { submit: '2026-01-12' }, counts: { 'duty-report.returned': 1 } },
      ),
      act('submit', 'bureau', '2026-01-09', statement, { counts: { 'duty-report.submitted': 0 } }),
      act('accept', 'clerk', '2026-01-12', {}, { stages: ['presenting'] }),
      act('comment', 'deputy', '2026-01-20', { grade: 'good', comment: '全面' }, { refused: 'kernel.P5' }),
      act(
        'comment',
        'chief',
        '2026-01-20',
        { grade: 'fair', comment: '问题找得准' },
        {
          counts: { 'duty-report.commented': 1 },
        },
      ),
      act(
        'present',
        'clerk',
        '2026-01-20',
        { ...presented, presentedOn: '2026-01-21', presentedAt: '述法会' },
        refused('presented-already'),
      ),
      act('present', 'clerk', '2026-01-20', presented, refused('meeting-named')),
      act(
        'present',
        'clerk',
        '2026-01-20',
        { ...presented, presentedAt: '述法会', cleared: false },
        refused('cleared'),
      ),
      act(
        'present',
        'clerk',
        '2026-01-20',
        { ...presented, presentedAt: '述法会' },
        {
          stages: ['presented'],
          publications: { statement: 'due' },
          due: { 'publication:statement': '2026-02-24' },
          counts: { 'duty-report.presented': 1 },
        },
      ),
      act('archive', 'clerk', '2026-01-21', {}, refused('published-where-required')),
      act(
        'amend',
        'deputy',
        '2026-01-21',
        { publicFindings: '培训覆盖不够，已列入计划', amendReason: '按点评意见修改' },
        { refused: 'kernel.P5' },
      ),
      act('amend', 'clerk', '2026-01-21', {
        publicFindings: '培训覆盖不够，已列入计划',
        amendReason: '按点评意见修改',
      }),
      act('$publish', 'publisher', '2026-01-22', published, {
        publications: { statement: 'published' },
        counts: { 'duty-report.published': 1 },
      }),
      act('archive', 'clerk', '2026-01-23', {}, { outcome: '已完成述法' }),
      act('amend', 'clerk', '2026-02-02', { nameShown: true, amendReason: '决定写明姓名' }),
      act(
        '$correct',
        'publisher',
        '2026-02-02',
        { ...published, reason: '决定写明姓名' },
        { publications: { statement: 'published' } },
      ),
      act(
        '$withdraw',
        'publisher',
        '2026-02-09',
        { ...published, reason: '已调任，不再公开' },
        { publications: { statement: 'withdrawn' } },
      ),
      act('amend', 'clerk', '2026-02-10', { amendReason: '补充' }, refused('open-to-public')),
    ],
  },
  {
    name: 'a leader who moved away reports no more and is no longer counted',
    actors,
    acts: [
      act('assign', 'clerk', '2025-12-01', assigned(false)),
      act(
        'withdraw',
        'clerk',
        '2025-12-08',
        { withdrawReason: '已调任' },
        {
          outcome: '不再述法',
          counts: { 'duty-report.assigned': -1 },
        },
      ),
    ],
  },
  {
    name: 'what the clearing finds unfit is withheld with its reason; what nobody asked to publish is not',
    actors,
    acts: [
      act('assign', 'clerk', '2025-12-01', assigned(true)),
      act('submit', 'bureau', '2025-12-08', statement),
      act('accept', 'clerk', '2025-12-09', {}),
      act(
        'present',
        'clerk',
        '2025-12-10',
        { presentedOn: '2025-12-10', presentedAs: 'written', withheldReason: '涉及正在办理的案件' },
        { publications: { statement: 'withheld' } },
      ),
      act('archive', 'clerk', '2025-12-11', {}, { outcome: '已完成述法' }),
    ],
  },
  {
    name: 'without a demand to publish there is nothing to clear',
    actors,
    acts: [
      act('assign', 'clerk', '2025-12-01', assigned(false)),
      act('submit', 'bureau', '2025-12-08', statement),
      act('accept', 'clerk', '2025-12-09', {}),
      act(
        'present',
        'clerk',
        '2025-12-10',
        { presentedOn: '2025-12-10', presentedAs: 'written' },
        { publications: { statement: 'withheld' } },
      ),
    ],
  },
];
