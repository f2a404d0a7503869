import { act, company, file, filed, inputs, refused, walk } from './cast.ts';

const clue = { ...company, procedureRules: 'market-supervision' };
const fourEyes = { officers: ['officer', 'deputy'] };
const grave = {
  ...inputs.conclude,
  officers: ['officer', 'deputy'],
  proposedKinds: ['fine', 'confiscation', 'production-halt'],
  proposedFine: 120_000,
  proposedConfiscation: 30_000.5,
  majorRights: true,
};
const imposed = {
  ...inputs.decide,
  kinds: ['fine', 'confiscation', 'production-halt'],
  fine: 120_000,
  confiscation: 30_000.5,
  carryOut: '违法所得在十五日内缴至指定银行；停业十日',
};
const { carryOut: _, ...silentOnCarryingOut } = imposed;
const hearing = {
  hearingOn: '2024-05-24',
  hearingPlace: '第一会议室',
  hearingHost: ['reviewer'],
  hearingPublic: true,
};

/** A grave case under the market regulator's rules: its own days, pauses, extensions, a hearing and a review. */
export const heardAndReviewed = walk(
  '[market rules] pauses, extensions, hearing, review, collective discussion',
  [
    act(
      'register-clue',
      'officer',
      '2024-01-29',
      { ...inputs.clue, ...clue, actEndedOn: '2024-01-20', discoveredOn: '2024-01-29' },
      {
        // Fifteen workdays after Monday 29 January: 30, 31 January, 1, 2, Sunday 4 (adjusted), 5–9 February are ten;
        // after Spring Festival Sunday 18 (adjusted), 19–22 February are fifteen.
        due: { filing: '2024-02-22' },
      },
    ),
    act(
      'extend-filing',
      'head',
      '2024-02-21',
      { days: 6, extensionReason: '等待鉴定' },
      {
        // Six more: 23, 26, 27, 28, 29 February, 1 March.
        due: { filing: '2024-03-01' },
      },
    ),
    // The power of another unit, entrusted to this one.
    act('propose-filing', 'officer', '2024-02-29', { ...inputs.propose, ...fourEyes, power: 'CF-0004' }),
    act('file', 'deputy', '2024-03-01', inputs.file, refused('kernel.P5')),
    act('file', 'head', '2024-03-01', inputs.file, { due: { decision: '2024-05-30' } }),
    act(
      'receive-test-result',
      'officer',
      '2024-03-11',
      { testReport: [file('检验报告.pdf')] },
      refused('test-commissioned'),
    ),
    act('commission-test', 'officer', '2024-03-11', { laboratory: '检验所', testSubject: '质量检验' }),
    act('conclude', 'officer', '2024-03-12', grave, refused('tests-received')),
    act(
      'receive-test-result',
      'officer',
      '2024-03-21',
      { testReport: [file('检验报告.pdf')] },
      {
        // Ten days did not count: 9 June is a Sunday and 10 June the Dragon Boat Festival.
        due: { decision: '2024-06-11' },
      },
    ),
    act(
      'extend-decision',
      'head',
      '2024-04-15',
      { days: 31, extensionReason: '案情复杂' },
      refused('clock.C11'),
    ),
    act(
      'extend-decision',
      'head',
      '2024-04-15',
      { days: 30, extensionReason: '案情复杂' },
      {
        // 120 days after 1 March are 29 June; ten days more.
        due: { decision: '2024-07-09' },
      },
    ),
    act(
      'extend-decision',
      'head',
      '2024-04-16',
      { days: 10, extensionReason: '仍不能决定' },
      refused('second-extension-collective'),
    ),
    act(
      'extend-decision',
      'head',
      '2024-04-16',
      { days: 10, extensionReason: '仍不能决定', collective: ['head', 'deputy'] },
      {
        due: { decision: '2024-07-19' },
      },
    ),
    act('conclude', 'officer', '2024-04-29', grave, { stages: ['conclusion'] }),
    act(
      'notify',
      'officer',
      '2024-05-06',
      { ...inputs.notify, defenceDays: 3 },
      refused('defence-days-of-rules', 'SJ-05'),
    ),
    act('notify', 'officer', '2024-05-06', inputs.notify, refused('hearing-offered', 'CF1-31')),
    act(
      'notify',
      'officer',
      '2024-05-06',
      { ...inputs.notify, offerHearing: true },
      {
        // Five workdays after Monday 6 May; Saturday 11 May is an adjusted workday.
        due: { defence: '2024-05-11', 'hearing-request': '2024-05-11' },
      },
    ),
    act('end-notice', 'officer', '2024-05-11', inputs.endNotice, refused('defence-waited')),
    act(
      'request-hearing',
      'officer',
      '2024-05-10',
      { hearingRequest: [file('听证申请.pdf')] },
      { stages: ['hearing'] },
    ),
    act(
      'notify-hearing',
      'officer',
      '2024-05-13',
      { ...hearing, hearingOn: '2024-05-22' },
      refused('hearing-notice-days'),
    ),
    act(
      'notify-hearing',
      'officer',
      '2024-05-13',
      { ...hearing, hearingHost: ['deputy'] },
      refused('hearing-host'),
    ),
    act(
      'notify-hearing',
      'officer',
      '2024-05-13',
      { ...hearing, hearingPublic: false },
      refused('hearing-public'),
    ),
    act('notify-hearing', 'officer', '2024-05-13', { ...hearing, hearingOn: '2024-05-23' }),
    act('notify-hearing', 'officer', '2024-05-13', hearing, {
      // Seven workdays after Monday 13 May.
      due: { 'hearing-notice': '2024-05-22' },
    }),
    act(
      'hold-hearing',
      'reviewer',
      '2024-05-23',
      { hearingRecord: [file('笔录.pdf')], hearingOpinion: '意见' },
      refused('hearing-notified'),
    ),
    act(
      'hold-hearing',
      'reviewer',
      '2024-05-24',
      { hearingRecord: [file('笔录.pdf')], hearingOpinion: '意见' },
      {
        stages: ['deliberation'],
        counts: { 'penalty.hearings': 1 },
        // Fourteen more days did not count, from the request on 10 May to the hearing.
        due: { decision: '2024-08-02' },
      },
    ),
    act('decide', 'head', '2024-05-27', imposed, refused('legality-reviewed')),
    act('submit-review', 'officer', '2024-05-27', inputs.review),
    act('submit-review', 'officer', '2024-05-28', inputs.review, refused('no-review-open')),
    // Ten workdays after Tuesday 28 May; Monday 10 June is a holiday.
    act('accept', 'reviewer', '2024-05-28', {}, { due: { review: '2024-06-12' } }, 'legality-review'),
    act(
      'give-opinion',
      'novice',
      '2024-06-03',
      inputs.opinion,
      refused('legality-review.reviewer-qualified'),
      'legality-review',
    ),
    act(
      'give-opinion',
      'reviewer',
      '2024-06-03',
      inputs.opinion,
      refused('legality-review.reviewer-not-handler'),
      'legality-review',
    ),
    act('give-opinion', 'counsel', '2024-06-03', inputs.opinion, { stages: ['opinion'] }, 'legality-review'),
    act('decide', 'head', '2024-06-03', imposed, refused('legality-reviewed')),
    act(
      'respond',
      'officer',
      '2024-06-04',
      { adopted: true },
      { facts: { passed: true } },
      'legality-review',
    ),
    act('decide', 'head', '2024-06-04', imposed, refused('collectively-discussed')),
    act('discuss', 'head', '2024-06-05', inputs.discuss),
    act('decide', 'deputy', '2024-06-05', imposed, refused('kernel.P5')),
    act('decide', 'head', '2024-06-05', silentOnCarryingOut, refused('carrying-out-told', 'CF1-44')),
    act('decide', 'head', '2024-06-05', imposed, {
      counts: {
        'penalty.decided': 1,
        'penalty.forfeits': 150_000.5,
        'penalty.major': 1,
        'penalty.major-reviewed': 1,
      },
      due: {
        service: '2024-06-17',
        // Twenty workdays: the regulator's own rules of disclosure. 6, 7, 11–14, 17–21, 24–28 June, 1–4 July.
        'publication:decision': '2024-07-04',
      },
    }),
    act('serve', 'officer', '2024-06-06', inputs.serve, { due: { payment: '2024-06-21' } }),
    act('record-payment', 'clerk', '2024-06-21', { amount: 120_000, paidOn: '2024-06-21', receipt: '票2' }),
    act('close', 'head', '2024-06-24', inputs.close, refused('carried-out')),
    act(
      'record-performance',
      'officer',
      '2024-06-24',
      { performance: '没收上缴', performanceRecord: [file('凭证.pdf')] },
      {
        // Fifteen workdays after Monday 24 June.
        due: { closing: '2024-07-15' },
      },
    ),
    act(
      '$publish',
      'publisher',
      '2024-07-05',
      { publication: 'decision' },
      {
        counts: { 'penalty.published': 1, 'penalty.published-on-time': 0 },
      },
    ),
    act('close', 'head', '2024-07-15', inputs.close, { outcome: '处罚执行完毕结案' }),
  ],
);

/** Under the same rules: the party gives up the hearing, and the day of announcement service is not counted twice. */
export const hearingDropped = walk('[market rules] a hearing withdrawn lets the days run again', [
  ...filed({ registered: '2024-03-01', proposed: '2024-03-01', filed: '2024-03-01' }, clue),
  act('conclude', 'officer', '2024-03-29', {
    ...inputs.conclude,
    proposedKinds: ['fine'],
    proposedFine: 100_000,
  }),
  act('notify', 'officer', '2024-04-01', { ...inputs.notify, offerHearing: true }),
  act('request-hearing', 'officer', '2024-04-03', { hearingRequest: [file('听证申请.pdf')] }),
  act(
    'drop-hearing',
    'officer',
    '2024-04-08',
    { dropReason: 'withdrawn', dropRecord: [file('撤回书.pdf')] },
    {
      stages: ['deliberation'],
      // Five days did not count: 30 May becomes 4 June.
      due: { decision: '2024-06-04' },
    },
  ),
  act(
    'transfer-case',
    'head',
    '2024-04-09',
    { receivingBody: '有管辖权的机关', transferReason: '不属本机关管辖' },
    {
      outcome: '移送有管辖权的机关',
      counts: { 'penalty.transferred': 1, 'penalty.done': 1 },
    },
  ),
]);

/** Suspected crime stops the days while justice looks at the case. */
export const toJustice = walk(
  '[market rules] transferred to justice, returned, transferred again and taken',
  [
    ...filed({ registered: '2024-03-01', proposed: '2024-03-01', filed: '2024-03-01' }, clue),
    act(
      'transfer-crime',
      'head',
      '2024-03-11',
      {
        suspectedCrime: '生产销售伪劣产品罪',
        justiceBody: '示例区公安分局',
        transferFiles: [file('移送书.pdf')],
      },
      {
        stages: ['justice'],
        counts: { 'penalty.transferred': 1 },
      },
    ),
    act(
      'justice-returns',
      'officer',
      '2024-04-10',
      { returnNotice: [file('不予立案通知书.pdf')] },
      {
        stages: ['investigation'],
        // Thirty days did not count: 30 May becomes 29 June, a Saturday, so Monday 1 July.
        due: { decision: '2024-07-01' },
      },
    ),
    act('transfer-crime', 'head', '2024-04-11', {
      suspectedCrime: '生产销售伪劣产品罪',
      justiceBody: '示例区公安分局',
      transferFiles: [file('移送书.pdf')],
    }),
    act(
      'justice-accepts',
      'officer',
      '2024-04-12',
      { acceptanceNotice: [file('立案通知书.pdf')] },
      { outcome: '移送司法机关立案' },
    ),
  ],
);
