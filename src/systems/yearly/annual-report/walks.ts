import { actsBy, refusedBy, type Walk } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  /** Wrote the draft as a clerk and heads the office for a while. */
  deputy: { kind: 'legal-office-head', person: 'clerk' },
  /** Saved a version, though another sent it on. */
  second: { kind: 'legal-office-head' },
  chief: { kind: 'legal-office-head' },
  head: { kind: 'region-head', unit: 'office' },
  bureau: { kind: 'unit-head', unit: 'bureau' },
  publisher: { kind: 'publisher' },
} as const;

const act = actsBy(actors);
const refused = refusedBy('annual-report');

const draftOf = (year: number) => ({
  year,
  title: `某区${year}年度法治政府建设情况报告`,
  skeleton: 'four-part',
  paper: '00000000-0000-7000-8000-000000000001',
  version: 1,
  writers: ['clerk'],
});
const figures = [
  { id: 'penalty.decided', name: '作出行政处罚决定', text: '97件', value: '97', source: 'computed' },
];
const frozen = (version: number) => ({
  version,
  digest: '0'.repeat(64),
  textDigest: '1'.repeat(64),
  seal: 12,
  sealRoot: '0'.repeat(64),
  figures,
  openFindings: 0,
  explanations: [{ finding: 'word-until', words: '截止', reason: '引用原文' }],
});
const report = { publication: 'report' };

export const walks: readonly Walk[] = [
  {
    name: '[art. 23, 24] a report of 2024: sent back, amended by the meeting, signed, reported by 28 February, published by 31 March',
    actors,
    acts: [
      act('draft', 'clerk', '2025-01-13', draftOf(2024), {
        stages: ['review'],
        due: { 'report-up': '2025-02-28', 'publication:report': '2025-03-31' },
      }),
      act(
        'give-back',
        'chief',
        '2025-01-14',
        { returnReason: '不足部分没有写明原因' },
        { stages: ['revising'] },
      ),
      act(
        'revise',
        'clerk',
        '2025-01-15',
        { version: 2, writers: ['clerk', 'second'], changes: '补充原因' },
        { stages: ['review'] },
      ),
      act('review', 'deputy', '2025-01-16', { openFindings: 0 }, { refused: 'kernel.P5' }),
      act('review', 'second', '2025-01-16', { openFindings: 0 }, refused('not-own-writing')),
      act('review', 'chief', '2025-01-16', { openFindings: 2 }, refused('audited')),
      act(
        'review',
        'chief',
        '2025-01-16',
        { openFindings: 0, reviewComments: '同意提交会议' },
        { stages: ['meeting'] },
      ),
      act(
        'discuss',
        'clerk',
        '2025-01-20',
        { meeting: '主任办公会', meetingOn: '2025-01-21', resolution: 'adopted' },
        refused('meeting-held'),
      ),
      act(
        'discuss',
        'clerk',
        '2025-01-22',
        { meeting: '主任办公会', meetingOn: '2025-01-21', resolution: 'adopted-with-changes' },
        { stages: ['signing'] },
      ),
      act('sign', 'head', '2025-01-23', frozen(2), refused('changes-made')),
      act(
        'make-changes',
        'clerk',
        '2025-01-23',
        { version: 3, writers: ['clerk'], openFindings: 0, changes: '按会议意见压缩篇幅' },
        { stages: ['signing'] },
      ),
      act('sign', 'head', '2025-01-24', frozen(2), refused('version-discussed')),
      act('sign', 'head', '2025-01-24', { ...frozen(3), openFindings: 1 }, refused('audited')),
      act('sign', 'head', '2025-01-24', frozen(3), {
        stages: ['issued'],
        due: { 'publication:report': '2025-03-31' },
        publications: { report: 'due' },
        counts: { 'annual-report.issued': 1 },
        facts: {
          signedOn: '2025-01-24',
          issued: [
            {
              version: 3,
              digest: '0'.repeat(64),
              textDigest: '1'.repeat(64),
              seal: 12,
              on: '2025-01-24',
              reason: '',
            },
          ],
        },
      }),
      act('archive', 'clerk', '2025-02-10', {}, refused('reported')),
      act('report-up', 'clerk', '2025-02-11', { recipient: '某市人民政府', receipt: '市府收〔2025〕12号' }),
      act('archive', 'clerk', '2025-02-12', {}, refused('published')),
      act('$publish', 'publisher', '2025-02-12', report, { publications: { report: 'published' } }),
      act('archive', 'clerk', '2025-02-13', {}, { outcome: '已上报并公开' }),
      act('amend', 'head', '2025-05-06', { ...frozen(4), amendReason: '处罚决定数漏计一件' }),
      act(
        '$correct',
        'publisher',
        '2025-05-06',
        { ...report, reason: '处罚决定数漏计一件' },
        {
          publications: { report: 'published' },
        },
      ),
      act(
        '$withdraw',
        'publisher',
        '2025-05-07',
        { ...report, reason: '附件有误' },
        {
          publications: { report: 'withdrawn' },
        },
      ),
    ],
  },
  {
    name: 'a report of 2017 falls under the outline of 2015: the end of the first quarter for both; adopted as it was, nothing may be changed after the meeting; a year before the ledger has no figure of it, and is reported all the same',
    actors,
    acts: [
      act('draft', 'clerk', '2018-02-05', draftOf(2017), {
        due: { 'report-up': '2018-03-31', 'publication:report': '2018-03-31' },
      }),
      act('review', 'chief', '2018-02-06', { openFindings: 0 }),
      act('discuss', 'chief', '2018-02-08', {
        meeting: '常务会议',
        meetingOn: '2018-02-08',
        resolution: 'adopted',
      }),
      act(
        'make-changes',
        'clerk',
        '2018-02-09',
        { version: 2, writers: ['clerk'], openFindings: 0, changes: '改动' },
        refused('changes-asked'),
      ),
      act(
        'sign',
        'head',
        '2018-02-12',
        { ...frozen(1), figures: [] },
        { due: { 'publication:report': '2018-03-31' } },
      ),
    ],
  },
  {
    name: '[art. 24] a unit reports by itself, signed by its own head; what holds state secrets is not published',
    actors,
    acts: [
      act('draft', 'clerk', '2025-01-13', { ...draftOf(2024), ofUnit: 'bureau', confidential: true }),
      act('review', 'chief', '2025-01-14', { openFindings: 0 }),
      act('discuss', 'clerk', '2025-01-15', {
        meeting: '常务会议',
        meetingOn: '2025-01-15',
        resolution: 'adopted',
      }),
      act('sign', 'head', '2025-01-16', frozen(1), refused('signed-by-its-head')),
      act('sign', 'bureau', '2025-01-16', frozen(1), { publications: { report: 'withheld' } }),
      act('report-up', 'clerk', '2025-01-17', { recipient: '某市人民政府', receipt: '收12' }),
      act('archive', 'clerk', '2025-01-20', {}, { outcome: '已上报，依法不公开' }),
    ],
  },
];
