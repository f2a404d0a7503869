import { act, permit, receive, remedies, served, walk } from './world.ts';

export const refusedJointly = walk(
  'a joint item: forty-five workdays, extended by the government, heard ex officio, refused with remedies',
  receive('A-JOINT', '2024-03-04', ['provided', 'provided']),
  act('accept', 'clerk', '2024-03-05', {}, { due: { decide: '2024-05-10' } }),
  act(
    'extend',
    'head',
    '2024-03-06',
    { extendDays: 15, extendReason: '需要联合论证' },
    {
      refused: 'licence.extension-approver',
    },
  ),
  act(
    'extend',
    'governor',
    '2024-03-06',
    { extendDays: 15, extendReason: '需要联合论证' },
    {
      due: { decide: '2024-05-30' },
    },
  ),
  act(
    'open-hearing',
    'examiner',
    '2024-03-07',
    { hearingOrigin: 'requested' },
    {
      refused: 'licence.hearing-requested-in-time',
    },
  ),
  act('open-hearing', 'examiner', '2024-03-07', { hearingOrigin: 'ex-officio' }, { stages: ['hearing'] }),
  act('notify-hearing', 'examiner', '2024-03-07', {
    hearingOn: '2024-03-19',
    hearingPlace: '礼堂',
    host: ['legal'],
  }),
  act(
    'hold-hearing',
    'legal',
    '2024-03-18',
    { hearingRecord: '笔录' },
    { refused: 'licence.on-notified-day' },
  ),
  act('hold-hearing', 'legal', '2024-03-19', { hearingRecord: '笔录' }, { stages: ['reviewing'] }),
  act('propose', 'examiner', '2024-03-20', { opinion: 'refuse', opinionText: '不符合布局条件' }),
  act(
    'refuse',
    'head',
    '2024-03-21',
    { decisionNumber: '测许〔2024〕3号', reasons: '不符合布局条件', ...remedies },
    {
      stages: ['issuing'],
      counts: {
        'licence.refused': 1,
        'licence.granted': 0,
        'licence.legal-days': 45,
        'licence.saved-days': 15,
      },
    },
  ),
  act('deliver', 'clerk', '2024-03-22', served('2024-03-22'), { outcome: '不予许可' }),
);

const onSpot = { decisionNumber: '测许〔2024〕4号', ...permit };
export const instant = walk(
  'an instant item goes from the window to the decision in one step',
  receive('A-INSTANT', '2024-03-04', ['provided', 'committed']),
  act('decide-on-spot', 'clerk', '2024-03-04', onSpot, { refused: 'licence.commitment-signed' }),
  act(
    'decide-on-spot',
    'clerk',
    '2024-03-04',
    { ...onSpot, commitmentSigned: true },
    {
      stages: ['issuing'],
      due: { deliver: '2024-03-18' },
      publications: { decision: 'due' },
      counts: {
        'licence.accepted': 1,
        'licence.granted': 1,
        'licence.instant': 1,
        'licence.decided': 1,
        'licence.on-time': 1,
        'licence.legal-days': 20,
        'licence.saved-days': 20,
      },
    },
  ),
  act('deliver', 'clerk', '2024-03-04', served('2024-03-04'), { outcome: '准予许可' }),
);

const committed = (commitmentSigned: boolean) => ({
  decisionNumber: '测许〔2024〕5号',
  ...permit,
  commitmentSigned,
  verifyDays: 20,
});
const granted = (number: string) => ({ ...committed(true), decisionNumber: number });

export const kept = walk(
  'granted at once on a commitment that proves true',
  receive('A-COMMITMENT', '2024-03-04', ['provided', 'committed']),
  act('decide-on-commitment', 'examiner', '2024-03-06', committed(false), {
    refused: 'licence.commitment-given',
  }),
  act('decide-on-commitment', 'examiner', '2024-03-06', committed(true), {
    stages: ['issuing-on-commitment'],
    due: { verify: '2024-04-03', deliver: '2024-03-20' },
    counts: { 'licence.on-commitment': 1, 'licence.granted': 1, 'licence.accepted': 1 },
  }),
  act('deliver-on-commitment', 'clerk', '2024-03-07', served('2024-03-05'), {
    refused: 'licence.served-in-order',
  }),
  act('deliver-on-commitment', 'clerk', '2024-03-07', served('2024-03-07'), { stages: ['verifying'] }),
  act(
    'confirm-commitment',
    'examiner',
    '2024-03-20',
    { verification: '与承诺一致' },
    {
      stages: ['closed'],
      outcome: '准予许可',
      counts: { 'licence.done': 1, 'licence.revoked': 0 },
    },
  ),
);

const revoke = (heardBefore: boolean) => ({ reasons: '布局与承诺不符', heardBefore, ...remedies });
export const broken = walk(
  'granted at once on a commitment that proves false, revoked and shown',
  receive('A-COMMITMENT', '2024-03-04', ['provided', 'committed']),
  act('decide-on-commitment', 'examiner', '2024-03-06', granted('测许〔2024〕6号'), {
    publications: { decision: 'due' },
  }),
  act('deliver-on-commitment', 'clerk', '2024-03-06', served('2024-03-06')),
  act(
    '$publish',
    'publisher',
    '2024-03-07',
    { publication: 'decision' },
    { publications: { decision: 'published' } },
  ),
  act('revoke-false-commitment', 'head', '2024-03-20', revoke(false), {
    refused: 'licence.heard-before-revoking',
  }),
  act('revoke-false-commitment', 'head', '2024-03-20', revoke(true), {
    outcome: '撤销许可',
    due: { 'publication:revocation': '2024-03-29' },
    publications: { revocation: 'due' },
    counts: { 'licence.revoked': 1, 'licence.done': 1 },
  }),
  act(
    '$publish',
    'publisher',
    '2024-03-21',
    { publication: 'revocation' },
    { publications: { revocation: 'published' } },
  ),
  act(
    '$withdraw',
    'publisher',
    '2024-03-21',
    { publication: 'decision', reason: '许可已经撤销' },
    {
      publications: { decision: 'withdrawn' },
    },
  ),
);

export const specialLaw = walk(
  'a special law sets thirty days: the last falls on Tomb-sweeping and rolls to the adjusted workday',
  receive(
    'A-SPECIAL',
    '2024-03-04',
    ['provided', 'provided'],
    {},
    { applicantKind: 'natural', personName: '戊某' },
  ),
  act('accept', 'clerk', '2024-03-05', {}, { due: { decide: '2024-04-07' } }),
  act('inform-third-party', 'examiner', '2024-03-06', { thirdPartyName: '丙某', interest: '相邻通风' }),
  act('hear-statement', 'examiner', '2024-03-07', { statement: '没有意见', waived: true }),
  act('propose', 'examiner', '2024-03-07', { opinion: 'grant', opinionText: '符合条件' }),
  act(
    'grant',
    'head',
    '2024-04-08',
    { decisionNumber: '测许〔2024〕7号', ...permit },
    {
      counts: {
        'licence.granted': 1,
        'licence.on-time': 0,
        'licence.legal-days': 0,
        'licence.saved-days': 0,
      },
    },
  ),
);

export const before2018 = walk(
  'in 2017 the disclosure rule of 2015 sets the same seven workdays',
  receive('A-INSTANT', '2017-03-06', ['provided', 'provided']),
  act(
    'decide-on-spot',
    'clerk',
    '2017-03-06',
    { decisionNumber: '测许〔2017〕1号', ...permit },
    {
      due: { 'publication:decision': '2017-03-15', deliver: '2017-03-20' },
    },
  ),
);
