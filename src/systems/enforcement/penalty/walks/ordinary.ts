import { act, company, file, inputs, person, refused, walk } from './cast.ts';

const found = { actEndedOn: '2024-02-20', discoveredOn: '2024-02-26' };

/** One case of the ordinary procedure by the 2021 text, from the clue to the archive, with every gate on its way. */
export const ordinary = walk('[2021 text] ordinary procedure from clue to closing, filed on 29 February', [
  act(
    'register-clue',
    'officer',
    '2024-02-26',
    { ...inputs.clue, ...found, ...company, partyKind: 'natural' },
    refused('party-named'),
  ),
  act(
    'register-clue',
    'officer',
    '2024-02-26',
    { ...inputs.clue, ...company, ...found, discoveredOn: '2024-02-27' },
    refused('dates-in-order'),
  ),
  act(
    'register-clue',
    'officer',
    '2024-02-26',
    { ...inputs.clue, ...company, ...found },
    { stages: ['clue'] },
  ),
  act(
    'extend-filing',
    'head',
    '2024-02-26',
    { days: 5, extensionReason: '案情复杂' },
    refused('filing-is-limited'),
  ),
  act('propose-filing', 'stranger', '2024-02-27', inputs.propose, refused('kernel.P4')),
  act(
    'propose-filing',
    'officer',
    '2024-02-27',
    { ...inputs.propose, power: 'XK-0001' },
    refused('power-is-penalty'),
  ),
  act(
    'propose-filing',
    'officer',
    '2024-02-27',
    { ...inputs.propose, power: 'CF-0003' },
    refused('power-of-unit', 'CF1-12'),
  ),
  act(
    'propose-filing',
    'officer',
    '2024-02-27',
    { ...inputs.propose, power: 'CF-9999' },
    refused('kernel.P9'),
  ),
  act(
    'propose-filing',
    'officer',
    '2024-02-27',
    { ...inputs.propose, officers: ['officer'] },
    refused('kernel.P7'),
  ),
  act('propose-filing', 'officer', '2024-02-27', inputs.propose, { stages: ['filing'], alerts: [] }),
  act('file', 'head', '2024-02-29', inputs.file, {
    stages: ['investigation'],
    counts: { 'penalty.received': 1, 'penalty.open': 1 },
    // 90 calendar days after 29 February 2024: 31 of March, 30 of April, 29 of May.
    due: { decision: '2024-05-29' },
  }),
  // The certificate of `lapsed` ended yesterday.
  act(
    'gather',
    'officer',
    '2024-03-04',
    { ...inputs.gather, present: ['officer', 'lapsed'] },
    refused('kernel.P7'),
  ),
  act(
    'gather',
    'officer',
    '2024-03-04',
    { ...inputs.gather, identityShown: false },
    refused('identity-shown'),
  ),
  act('gather', 'officer', '2024-03-04', inputs.gather, { stages: ['investigation'] }),
  act(
    'conclude',
    'officer',
    '2024-03-20',
    { ...inputs.conclude, proposedFine: 0 },
    refused('proposal-complete'),
  ),
  act(
    'conclude',
    'officer',
    '2024-03-20',
    { ...inputs.conclude, benchmark: 'JZ-0001', tier: '1' },
    refused('benchmark-reasons'),
  ),
  act(
    'conclude',
    'officer',
    '2024-03-20',
    { ...inputs.conclude, benchmark: 'JZ-0001', tier: '2' },
    { stages: ['conclusion'], facts: { outsideBenchmark: false } },
  ),
  act('notify', 'officer', '2024-03-28', inputs.notify, {
    stages: ['notice'],
    // Five workdays: 29 March, 1, 2, 3 April, and Sunday 7 April, which the Qingming arrangement makes a workday.
    due: { defence: '2024-04-07' },
  }),
  act(
    'request-hearing',
    'officer',
    '2024-04-01',
    { hearingRequest: [file('申请.pdf')] },
    refused('hearing-in-time'),
  ),
  act(
    'review-defence',
    'officer',
    '2024-04-07',
    { defenceResult: 'rejected', defenceReasons: '理由' },
    refused('defence-to-review'),
  ),
  act('end-notice', 'officer', '2024-04-07', inputs.endNotice, refused('defence-waited')),
  act('end-notice', 'officer', '2024-04-08', inputs.endNotice, { stages: ['deliberation'] }),
  act('decide', 'head', '2024-04-10', { ...inputs.decide, fine: 0 }, refused('amounts-fit-kinds')),
  act('decide', 'head', '2024-04-10', { ...inputs.decide, fine: 5000.01 }, refused('no-aggravation')),
  act('decide', 'head', '2024-04-10', inputs.decide, {
    stages: ['service'],
    alerts: [],
    publications: { decision: 'due' },
    counts: { 'penalty.decided': 1, 'penalty.fines': 5000, 'penalty.forfeits': 5000, 'penalty.major': 0 },
    // Seven workdays after Wednesday 10 April.
    due: { service: '2024-04-19', 'publication:decision': '2024-04-19' },
  }),
  act(
    'complete-announcement',
    'officer',
    '2024-04-12',
    { announcement: [file('公告.pdf')] },
    refused('announcement-full'),
  ),
  act(
    'serve',
    'officer',
    '2024-04-12',
    { ...inputs.serve, serviceMethod: 'electronic' },
    refused('electronic-consent'),
  ),
  act('serve', 'officer', '2024-04-12', inputs.serve, {
    stages: ['execution'],
    // Fifteen calendar days end on Saturday 27 April; Sunday 28 April is an adjusted workday.
    due: { payment: '2024-04-28' },
  }),
  act('hand-in', 'officer', '2024-04-12', { handInReceipt: '1' }, refused('collected-on-spot')),
  act(
    'report-on-spot',
    'officer',
    '2024-04-12',
    { reportFiles: [file('备案.pdf')] },
    refused('decided-on-spot'),
  ),
  act(
    '$publish',
    'publisher',
    '2024-04-19',
    { publication: 'decision' },
    {
      publications: { decision: 'published' },
      counts: { 'penalty.published': 1, 'penalty.published-on-time': 1 },
    },
  ),
  act('demand', 'officer', '2024-04-28', { demandReceipt: [file('催告书.pdf')] }, refused('payment-overdue')),
  act('close', 'head', '2024-04-28', inputs.close, refused('carried-out')),
  act(
    'record-payment',
    'officer',
    '2024-04-26',
    { amount: 5000, paidOn: '2024-04-26', receipt: '票1' },
    refused('kernel.P4'),
  ),
  act(
    'record-payment',
    'clerk',
    '2024-04-26',
    { amount: 5001, paidOn: '2024-04-26', receipt: '票1' },
    refused('not-overpaid'),
  ),
  act(
    'record-payment',
    'clerk',
    '2024-04-26',
    { amount: 5000, paidOn: '2024-04-27', receipt: '票1' },
    refused('payment-day'),
  ),
  act(
    'record-payment',
    'clerk',
    '2024-04-26',
    { amount: 5000, paidOn: '2024-04-26', receipt: '票1', surchargeAmount: 1 },
    refused('surcharge-cap'),
  ),
  act(
    'record-payment',
    'clerk',
    '2024-04-26',
    { amount: 5000, paidOn: '2024-04-26', receipt: '票1' },
    { counts: { 'penalty.paid': 5000 } },
  ),
  act(
    'approve-deferral',
    'head',
    '2024-04-27',
    { deferredTo: '2024-06-28', deferralPlan: '分两次', deferralApplication: [file('申请.pdf')] },
    refused('fine-owed'),
  ),
  act('close', 'head', '2024-05-08', { ...inputs.close, archived: false }, refused('archived')),
  act('close', 'head', '2024-05-08', inputs.close, {
    stages: ['closed'],
    outcome: '处罚执行完毕结案',
    counts: { 'penalty.done': 1, 'penalty.open': -1 },
  }),
  act('gather', 'officer', '2024-05-09', inputs.gather, refused('kernel.P3')),
]);

/** Two bounds of the opening: an act too old, and a proposal approved by its own officer. */
export const tooOld = walk('[art. 36] the last day of limitation passed yesterday', [
  act('register-clue', 'officer', '2024-03-04', {
    ...inputs.clue,
    ...person,
    actEndedOn: '2022-03-03',
    discoveredOn: '2024-03-04',
  }),
  act('propose-filing', 'officer', '2024-03-04', inputs.propose, refused('within-limitation')),
  act('decline-filing', 'head', '2024-03-05', { declineReason: '超过追责时效' }, { outcome: '不予立案' }),
]);
