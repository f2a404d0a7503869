import type { WalkAct } from '../../../../kernel/procedure/walk.ts';
import { act, file, filed, inputs, refused, walk } from './cast.ts';

const fine = 60_000;
const application = { enforcementCourt: '示例区人民法院', enforcementApplication: [file('申请书.pdf')] };
const demand = { demandReceipt: [file('催告书.pdf')] };

/** A fine of 60,000 yuan, decided on 27 February and served on 29 February 2024. */
const served: readonly WalkAct[] = [
  ...filed({ registered: '2024-01-08', proposed: '2024-01-08', filed: '2024-01-08' }, undefined, {
    power: 'CF-0002',
  }),
  act('conclude', 'officer', '2024-02-20', { ...inputs.conclude, proposedFine: fine }),
  act('notify', 'officer', '2024-02-21', { ...inputs.notify, offerHearing: true }),
  act('waive', 'officer', '2024-02-22', { waiver: [file('放弃声明.pdf')] }),
  act('end-notice', 'officer', '2024-02-22', inputs.endNotice),
  act('decide', 'head', '2024-02-27', { ...inputs.decide, fine, content: '罚款60000元' }),
  act('serve', 'officer', '2024-02-29', inputs.serve, { due: { payment: '2024-03-15' } }),
];

/** Unpaid: demanded, and enforced by the court once the party can no longer sue. */
export const enforced = walk('[行政强制法 arts. 53, 54] unpaid, demanded, enforced by the court', [
  ...served,
  act('apply-enforcement', 'head', '2024-03-18', application, refused('demanded')),
  act('demand', 'officer', '2024-03-15', demand, refused('payment-overdue')),
  act('demand', 'officer', '2024-03-18', demand, {
    // Ten workdays after Monday 18 March; six months to sue from 29 February, then three months to apply.
    due: { demand: '2024-04-01', 'court-application': '2024-11-29' },
  }),
  act('apply-enforcement', 'head', '2024-04-01', application, refused('demanded')),
  act('apply-enforcement', 'head', '2024-08-29', application, refused('remedies-over')),
  act('record-remedy', 'officer', '2024-08-29', { remedyKind: 'suit', remedyNotice: [file('应诉通知.pdf')] }),
  act('apply-enforcement', 'head', '2024-08-30', application, refused('remedies-over')),
  act('record-remedy-result', 'officer', '2024-09-23', {
    remedyResult: 'withdrawn',
    remedyDocument: [file('裁定书.pdf')],
  }),
  act('apply-enforcement', 'head', '2024-09-24', application, { stages: ['court'] }),
  act('record-payment', 'clerk', '2024-10-09', { amount: 1000, paidOn: '2024-10-08', receipt: '票5' }),
  act(
    'record-enforcement',
    'officer',
    '2024-12-02',
    { enforcementResult: 'ended', ruling: [file('裁定书.pdf')] },
    { stages: ['execution'] },
  ),
  act('close', 'head', '2024-12-03', inputs.close, { stages: ['closed'] }),
]);

/** Paid after the demand, before the party's time to sue was over: the surcharge stops at the fine itself. */
export const paidLate = walk('[art. 72] the surcharge of 3 % a day never passes the fine', [
  ...served,
  act('demand', 'officer', '2024-03-18', demand),
  // 52 days after 15 March would be 156 % of the fine.
  act(
    'record-payment',
    'clerk',
    '2024-05-06',
    { amount: fine, surchargeAmount: 60_000.01, paidOn: '2024-05-06', receipt: '票6' },
    refused('surcharge-cap'),
  ),
  act(
    'record-payment',
    'clerk',
    '2024-05-06',
    { amount: fine, surchargeAmount: 60_000, paidOn: '2024-05-06', receipt: '票6' },
    {
      facts: { paid: fine, surchargePaid: 60_000 },
    },
  ),
  act('close', 'head', '2024-05-07', inputs.close, { stages: ['closed'] }),
]);

/** Annulled on review after the case was closed: the disclosed decision comes down within three workdays. */
export const annulled = walk(
  '[art. 48] an annulled decision is taken down within three workdays, though the case is closed',
  [
    ...served,
    act(
      '$publish',
      'publisher',
      '2024-03-07',
      { publication: 'decision' },
      { counts: { 'penalty.published-on-time': 1 } },
    ),
    act('record-payment', 'clerk', '2024-03-11', { amount: fine, paidOn: '2024-03-11', receipt: '票7' }),
    act('close', 'head', '2024-03-12', inputs.close),
    act(
      'record-remedy-result',
      'officer',
      '2024-09-25',
      { remedyResult: 'annulled', remedyDocument: [file('复议决定书.pdf')] },
      refused('remedy-pending'),
    ),
    act(
      'record-remedy',
      'officer',
      '2024-04-10',
      { remedyKind: 'review', remedyNotice: [file('受理通知.pdf')] },
      { stages: ['closed'] },
    ),
    act(
      'record-remedy-result',
      'officer',
      '2024-09-25',
      { remedyResult: 'annulled', remedyDocument: [file('复议决定书.pdf')] },
      {
        stages: ['closed'],
        counts: { 'penalty.annulled': 1 },
        // After Wednesday 25 September: 26, 27 and Sunday 29 September, an adjusted workday.
        due: { 'withdrawal:decision': '2024-09-29' },
      },
    ),
    act(
      '$withdraw',
      'publisher',
      '2024-09-29',
      { publication: 'decision', reason: '处罚决定经行政复议撤销' },
      {
        publications: { decision: 'withdrawn' },
      },
    ),
  ],
);

/** Put off and paid in parts: the last day of the plan is what counts. */
export const deferred = walk('[art. 66] a fine paid in parts within the time the head allowed', [
  ...served,
  act(
    'approve-deferral',
    'head',
    '2024-03-11',
    { deferredTo: '2024-05-31', deferralPlan: '分两期', deferralApplication: [file('申请.pdf')] },
    { due: { deferral: '2024-05-31' } },
  ),
  act('record-payment', 'clerk', '2024-04-30', { amount: 20_000, paidOn: '2024-04-30', receipt: '票8' }),
  act('demand', 'officer', '2024-05-31', demand, refused('payment-overdue')),
  act(
    'approve-deferral',
    'head',
    '2024-05-31',
    { deferredTo: '2024-06-28', deferralPlan: '再延一期', deferralApplication: [file('申请.pdf')] },
    { due: { deferral: '2024-06-28' } },
  ),
  act('record-payment', 'clerk', '2024-06-28', { amount: 40_000, paidOn: '2024-06-28', receipt: '票9' }),
  act('close', 'head', '2024-07-01', inputs.close, { stages: ['closed'] }),
]);

/** Put off beyond the party's time to sue: the agency's three months run from the end of what was allowed. */
export const deferredLong = walk('[art. 72] the time to apply to the court runs from the end of a deferral', [
  ...served,
  act(
    'approve-deferral',
    'head',
    '2024-03-11',
    { deferredTo: '2024-10-31', deferralPlan: '延期一次', deferralApplication: [file('申请.pdf')] },
    { due: { deferral: '2024-10-31' } },
  ),
  act('demand', 'officer', '2024-11-01', demand, {
    // Six months to sue ended on 29 August; three months after 31 October.
    due: { demand: '2024-11-15', 'court-application': '2025-02-05' },
  }),
]);
