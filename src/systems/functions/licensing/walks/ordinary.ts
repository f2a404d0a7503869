import { act, given, permit, receive, served, walk } from './world.ts';

const missing = (...names: string[]) => ({
  missing: names.map((name) => ({ name, requirement: '请提交原件' })),
});
const site = (...checkers: string[]) => ({ checkers, checkedOn: '2024-03-18', findings: '布局与图纸一致' });
const hearing = (hearingOn: string, host: string) => ({
  hearingOn,
  hearingPlace: '一号会议室',
  host: [host],
});
const special = (toldInWriting: boolean) => ({ special: 'testing', neededDays: 8, toldInWriting });
const opinion = (value: 'grant' | 'refuse') => ({ opinion: value, opinionText: '事实清楚' });

/** Every turn an ordinary licence can take; Tomb-sweeping, May Day and their adjusted days fall into its clocks. */
export const ordinary = walk(
  'an ordinary licence, corrected twice, heard, tested, extended and granted',
  receive('A-CHECKED', '2024-03-04', ['provided', 'missing'], {
    stages: ['received'],
    due: { notice: '2024-03-11' },
    counts: { 'licence.applied': 1, 'licence.received': 1, 'licence.open': 1 },
    facts: { firstAsked: 'clerk' },
  }),
  act('accept', 'clerk', '2024-03-05', {}, { refused: 'licence.materials-complete' }),
  act(
    'correct-on-spot',
    'clerk',
    '2024-03-05',
    { materials: [{ code: '9', given: 'provided' }], corrected: '错字' },
    {
      refused: 'licence.known-materials',
    },
  ),
  act(
    'correct-on-spot',
    'clerk',
    '2024-03-05',
    { materials: given('provided', 'missing'), corrected: '错字' },
    {
      stages: ['received'],
    },
  ),
  act(
    'request-correction',
    'clerk',
    '2024-03-06',
    { ...missing('平面布局图'), correctionDays: 10 },
    {
      stages: ['correcting'],
      due: { correction: '2024-03-20' },
      alerts: [],
    },
  ),
  act(
    'supplement',
    'clerk',
    '2024-03-12',
    { materials: given('provided', 'missing') },
    {
      stages: ['received'],
      due: { notice: '2024-03-19' },
    },
  ),
  act(
    'request-correction',
    'clerk',
    '2024-03-13',
    { ...missing('平面布局图', '其他说明'), correctionDays: 5 },
    {
      due: { correction: '2024-03-20' },
      alerts: ['licence.told-at-once'],
    },
  ),
  act(
    'supplement',
    'clerk',
    '2024-03-14',
    { materials: given('provided', 'provided', 'shared', 'provided') },
    {
      due: { notice: '2024-03-21' },
    },
  ),
  act('accept', 'clerk', '2024-03-15', { promiseDue: '2024-03-29' }, { refused: 'licence.promise-dated' }),
  act(
    'accept',
    'clerk',
    '2024-03-15',
    {},
    {
      stages: ['reviewing'],
      due: { decide: '2024-04-15' },
      counts: { 'licence.accepted': 1, 'licence.with-promise': 0 },
      alerts: [],
    },
  ),
  act('propose', 'clerkAsExaminer', '2024-03-18', opinion('grant'), { refused: 'kernel.P5' }),
  act('propose', 'examiner', '2024-03-18', opinion('grant'), { refused: 'licence.site-checked' }),
  act('site-check', 'examiner', '2024-03-18', site('examiner'), { refused: 'licence.two-checkers' }),
  act('site-check', 'examiner', '2024-03-18', site('examiner', 'colleague'), { stages: ['reviewing'] }),
  act(
    'inform-third-party',
    'examiner',
    '2024-03-19',
    { thirdPartyName: '丙某', interest: '相邻通风' },
    {
      // The fifth day is a Sunday.
      due: { 'hearing-request': '2024-03-25' },
    },
  ),
  act('propose', 'examiner', '2024-03-20', opinion('grant'), { refused: 'licence.third-party-heard' }),
  act('hear-statement', 'examiner', '2024-03-20', { statement: '担心油烟' }),
  act('propose', 'examiner', '2024-03-20', opinion('grant'), { refused: 'licence.third-party-heard' }),
  act(
    'open-hearing',
    'legal',
    '2024-03-21',
    { hearingOrigin: 'requested' },
    {
      stages: ['hearing'],
      due: { 'hold-hearing': '2024-04-19' },
    },
  ),
  act(
    'hold-hearing',
    'legal',
    '2024-03-21',
    { hearingRecord: '笔录' },
    { refused: 'licence.on-notified-day' },
  ),
  act('notify-hearing', 'legal', '2024-03-22', hearing('2024-04-02', 'legal'), {
    refused: 'licence.seven-days-notice',
  }),
  act('notify-hearing', 'legal', '2024-03-22', hearing('2024-04-03', 'colleague'), {
    refused: 'licence.host-not-reviewer',
  }),
  act('notify-hearing', 'legal', '2024-03-22', hearing('2024-04-03', 'legal'), { stages: ['hearing'] }),
  act(
    'hold-hearing',
    'legal',
    '2024-04-03',
    { hearingRecord: '笔录' },
    {
      stages: ['reviewing'],
      due: { decide: '2024-04-26' },
    },
  ),
  act('special-start', 'examiner', '2024-04-07', special(false), { refused: 'licence.told-in-writing' }),
  act('special-start', 'examiner', '2024-04-07', special(true), { stages: ['special'] }),
  act(
    'special-end',
    'examiner',
    '2024-04-15',
    { specialResult: '合格' },
    {
      stages: ['reviewing'],
      due: { decide: '2024-05-08' },
    },
  ),
  act('propose', 'examiner', '2024-04-16', opinion('grant'), { stages: ['proposed'] }),
  act('grant', 'examinerAsHead', '2024-04-17', {}, { refused: 'kernel.P5' }),
  act('return-review', 'head', '2024-04-17', { returnReason: '补充油烟检测依据' }, { stages: ['reviewing'] }),
  act('propose', 'examiner', '2024-04-18', opinion('refuse'), { stages: ['proposed'] }),
  act(
    'extend',
    'governor',
    '2024-04-19',
    { extendDays: 10, extendReason: '情况复杂' },
    {
      refused: 'licence.extension-approver',
    },
  ),
  act(
    'extend',
    'head',
    '2024-04-19',
    { extendDays: 10, extendReason: '情况复杂' },
    {
      due: { decide: '2024-05-21' },
      counts: { 'licence.extended': 1 },
    },
  ),
  act('extend', 'head', '2024-04-19', { extendDays: 1, extendReason: '情况复杂' }, { refused: 'clock.C11' }),
  act(
    'grant',
    'head',
    '2024-04-22',
    { decisionNumber: '测许〔2024〕1号', ...permit },
    {
      refused: 'licence.grant-against-opinion',
    },
  ),
  act(
    'grant',
    'head',
    '2024-04-22',
    {
      decisionNumber: '测许〔2024〕1号',
      ...permit,
      validTo: '2023-12-31',
      againstOpinion: '检测合格',
    },
    { refused: 'licence.validity-in-order' },
  ),
  act(
    'grant',
    'head',
    '2024-04-22',
    {
      decisionNumber: '测许〔2024〕1号',
      ...permit,
      validTo: '2028-12-31',
      againstOpinion: '检测合格',
    },
    {
      stages: ['issuing'],
      due: { deliver: '2024-05-08', 'publication:decision': '2024-04-30' },
      publications: { decision: 'due' },
      counts: {
        'licence.granted': 1,
        'licence.decided': 1,
        'licence.on-time': 1,
        'licence.legal-days': 20,
        'licence.saved-days': 15,
      },
    },
  ),
  act('deliver', 'clerk', '2024-04-24', served('2024-04-20'), { refused: 'licence.served-in-order' }),
  act('deliver', 'clerk', '2024-04-24', served('2024-04-23'), {
    stages: ['closed'],
    outcome: '准予许可',
    counts: { 'licence.done': 1, 'licence.open': -1 },
  }),
  act(
    '$publish',
    'publisher',
    '2024-04-25',
    { publication: 'decision' },
    { publications: { decision: 'published' } },
  ),
);
