import { act, file, filed, inputs, refused, walk } from './cast.ts';

const halted = {
  ...inputs.conclude,
  proposedKinds: ['fine', 'production-halt'],
  proposedFine: 2000,
  complex: true,
};
const imposed = {
  ...inputs.decide,
  kinds: ['fine', 'production-halt'],
  fine: 2000,
  content: '罚款2000元，停业整顿',
  carryOut: '自收到本决定书之日起停业十日',
};
const preserved = {
  present: ['officer', 'partner'],
  preservedItems: '账册两本',
  inventory: [file('清单.pdf')],
};

const payment = { amount: 2000, paidOn: '2017-09-28', receipt: '票3' };
const deferral = { deferralPlan: '延期两个月', deferralApplication: [file('申请.pdf')] };

/** The law before 15 July 2021: natural days, no limit on the whole, no review before 2018. */
export const of2017 = walk(
  '[text before 2021] a case of 2017: natural days, no legality review, no 90 days',
  [
    ...filed({ registered: '2017-03-01', proposed: '2017-03-03', filed: '2017-03-06' }),
    act(
      'extend-decision',
      'head',
      '2017-03-07',
      { days: 30, extensionReason: '复杂' },
      refused('decision-is-limited'),
    ),
    act(
      'dispose-preserved',
      'head',
      '2017-03-07',
      { disposition: 'returned' },
      refused('something-preserved'),
    ),
    // Seven natural days; in 2024 they would be workdays.
    act('preserve', 'head', '2017-03-07', preserved, { due: { preservation: '2017-03-14' } }),
    act('conclude', 'officer', '2017-03-10', halted, refused('preserved-disposed')),
    act('dispose-preserved', 'head', '2017-03-14', { disposition: 'returned' }),
    act(
      'conclude',
      'officer',
      '2017-03-20',
      { ...halted, proposedKinds: ['fine', 'criticism'] },
      refused('kinds-of-the-law'),
    ),
    act('conclude', 'officer', '2017-03-20', halted),
    act(
      'decide-no-penalty',
      'head',
      '2017-03-21',
      { ...inputs.exempt, exemptionGround: 'first-offence' },
      refused('ground-of-the-law'),
    ),
    act(
      'notify',
      'officer',
      '2017-04-26',
      { ...inputs.notify, defenceDays: 3 },
      refused('hearing-offered', 'CF0-09'),
    ),
    act(
      'notify',
      'officer',
      '2017-04-26',
      { ...inputs.notify, defenceDays: 3, offerHearing: true },
      {
        // Three natural days end on Saturday 29 April, the first day of the Labour Day holiday; Tuesday 2 May is a workday.
        due: { defence: '2017-05-02', 'hearing-request': '2017-05-02' },
      },
    ),
    act('record-defence', 'officer', '2017-04-28', {
      defence: '情节轻微',
      defenceRecord: [file('申辩书.pdf')],
    }),
    act('end-notice', 'officer', '2017-05-02', inputs.endNotice, refused('defence-reviewed', 'CF0-08')),
    act('review-defence', 'officer', '2017-05-02', {
      defenceResult: 'rejected',
      defenceReasons: '没有新的证据',
    }),
    act('end-notice', 'officer', '2017-05-02', inputs.endNotice, refused('hearing-waited')),
    act('end-notice', 'officer', '2017-05-03', inputs.endNotice, { stages: ['deliberation'] }),
    act('decide', 'head', '2017-05-04', imposed, refused('collectively-discussed', 'CF0-05')),
    act('discuss', 'head', '2017-05-04', inputs.discuss),
    act('decide', 'head', '2017-05-04', imposed, {
      counts: { 'penalty.decided': 1, 'penalty.major': 0 },
      // Seven natural days to serve; seven workdays to disclose.
      due: { service: '2017-05-11', 'publication:decision': '2017-05-15' },
    }),
    act(
      'announce-service',
      'officer',
      '2017-05-08',
      { announceReason: 'missing', attempts: [file('退件.pdf')], announcedAt: '报纸' },
      {
        // Sixty days until the end of 2021; thirty since.
        due: { announcement: '2017-07-07' },
      },
    ),
    act(
      'complete-announcement',
      'officer',
      '2017-07-07',
      { announcement: [file('公告.pdf')] },
      refused('announcement-full'),
    ),
    act(
      'complete-announcement',
      'officer',
      '2017-07-10',
      { announcement: [file('公告.pdf')] },
      { due: { payment: '2017-07-25' } },
    ),
    act(
      'approve-deferral',
      'head',
      '2017-07-20',
      { ...deferral, deferredTo: '2017-07-25' },
      refused('deferred-later'),
    ),
    act('approve-deferral', 'head', '2017-07-20', { ...deferral, deferredTo: '2017-09-18' }),
    // Ten days after the day it was put off to: three per cent of 2,000 yuan for each.
    act(
      'record-payment',
      'clerk',
      '2017-09-28',
      { ...payment, surchargeAmount: 600.01 },
      refused('surcharge-cap'),
    ),
    act('record-payment', 'clerk', '2017-09-28', { ...payment, surchargeAmount: 600 }),
    act('record-performance', 'officer', '2017-09-29', {
      performance: '停业十日',
      performanceRecord: [file('检查记录.pdf')],
    }),
    act('close', 'head', '2017-09-29', inputs.close, { outcome: '处罚执行完毕结案' }),
  ],
);
