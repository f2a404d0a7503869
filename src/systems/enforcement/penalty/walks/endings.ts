import { act, file, filed, inputs, person, refused, two, walk } from './cast.ts';

const days = { registered: '2024-03-01', proposed: '2024-03-01', filed: '2024-03-01' };
const waived = { waiver: [file('放弃声明.pdf')] };

/** A fine outside the benchmark: reasons, then the head's own approval, then an alert. */
export const outsideBenchmark = walk(
  'a fine outside the benchmark needs reasons and the approval of the head',
  [
    ...filed(days, undefined, { officers: ['officer', 'deputy'] }),
    act(
      'conclude',
      'officer',
      '2024-03-11',
      {
        ...inputs.conclude,
        officers: ['officer', 'deputy'],
        proposedFine: 6000,
        benchmark: 'JZ-0001',
        tier: '2',
        outsideReason: '多次违法',
      },
      {
        facts: { outsideBenchmark: true },
      },
    ),
    act('notify', 'officer', '2024-03-12', inputs.notify),
    act('waive', 'officer', '2024-03-12', waived),
    act('end-notice', 'officer', '2024-03-12', inputs.endNotice, { stages: ['deliberation'] }),
    act('decide', 'head', '2024-03-13', { ...inputs.decide, fine: 6000 }, refused('outside-approved')),
    act(
      'decide',
      'head',
      '2024-03-13',
      { ...inputs.decide, fine: 6000, approveOutside: true },
      { alerts: ['penalty.outside-benchmark'] },
    ),
  ],
);

/** New facts may make it heavier, but only after a new notice, and supervision is told. */
export const heavierAfterDefence = walk(
  '[art. 45] a heavier penalty after a defence needs new facts, a new notice, and alarms',
  [
    ...filed(days),
    act('conclude', 'officer', '2024-03-11', { ...inputs.conclude, proposedFine: 3000 }),
    act('notify', 'officer', '2024-03-12', inputs.notify),
    act('record-defence', 'officer', '2024-03-13', {
      defence: '没有违法',
      defenceRecord: [file('申辩书.pdf')],
    }),
    act(
      'reopen-investigation',
      'head',
      '2024-03-14',
      { reopenReason: '发现新的违法事实' },
      { stages: ['investigation'] },
    ),
    act(
      'conclude',
      'officer',
      '2024-03-18',
      { ...inputs.conclude, proposedFine: 4000 },
      { facts: { firstProposedFine: 3000 } },
    ),
    act('notify', 'officer', '2024-03-19', { ...inputs.notify, noticeNumber: '告2' }),
    act('end-notice', 'officer', '2024-03-27', inputs.endNotice),
    act(
      'decide',
      'head',
      '2024-03-28',
      { ...inputs.decide, fine: 4000 },
      { alerts: ['penalty.heavier-after-defence'] },
    ),
  ],
);

/** The benchmark of another power; an officer whose certificate runs out; a case against a minor. */
export const minorParty = walk(
  'a minor is punished lightly and never disclosed; an expiring certificate is noticed',
  [
    ...filed(days, { ...person, minor: true }, { officers: ['officer', 'third'], power: 'CF-0002' }).slice(
      0,
      1,
    ),
    act(
      'propose-filing',
      'officer',
      '2024-03-01',
      { ...inputs.propose, officers: ['officer', 'third'], power: 'CF-0002' },
      { alerts: ['penalty.certificate-expiring'] },
    ),
    act('file', 'head', '2024-03-01', inputs.file),
    act(
      'replace-officers',
      'head',
      '2024-03-18',
      { officers: ['officer', 'third'], recusalReason: '与当事人有利害关系' },
      { alerts: ['penalty.certificate-expiring'] },
    ),
    act(
      'replace-officers',
      'head',
      '2024-03-19',
      { officers: two, recusalReason: '证件到期' },
      { alerts: [] },
    ),
    act(
      'conclude',
      'officer',
      '2024-03-21',
      { ...inputs.conclude, benchmark: 'JZ-0001', tier: '2' },
      refused('benchmark-of-power'),
    ),
    act(
      'conclude',
      'officer',
      '2024-03-21',
      { ...inputs.conclude, benchmark: 'JZ-9999' },
      refused('kernel.P9'),
    ),
    act(
      'conclude',
      'officer',
      '2024-03-21',
      { ...inputs.conclude, benchmark: 'JZ-0001', tier: '9' },
      refused('kernel.P27'),
    ),
    act('conclude', 'officer', '2024-03-21', { ...inputs.conclude, tier: '2' }, refused('kernel.P27')),
    // The catalogue of the unit asks for a hearing from 5,000 yuan where the party is a natural person.
    act('conclude', 'officer', '2024-03-21', inputs.conclude),
    act('notify', 'officer', '2024-03-22', inputs.notify, refused('hearing-offered')),
    act('notify', 'officer', '2024-03-22', { ...inputs.notify, offerHearing: true }),
    act('waive', 'officer', '2024-03-22', waived),
    act('end-notice', 'officer', '2024-03-22', inputs.endNotice),
    act('decide', 'head', '2024-03-25', inputs.decide, { publications: { decision: 'withheld' } }),
    act(
      'announce-service',
      'officer',
      '2024-03-26',
      { announceReason: 'failed', attempts: [file('退件.pdf')], announcedAt: '门户网站' },
      {
        // Thirty days since 2022.
        due: { announcement: '2024-04-25' },
      },
    ),
    act('serve', 'officer', '2024-04-01', inputs.serve, { stages: ['execution'] }),
  ],
);

/** No penalty: the grounds of art. 33 and their conditions. */
export const exempted = walk('[art. 33] no penalty for a first offence that was corrected, with education', [
  ...filed(days),
  act('conclude', 'officer', '2024-03-11', inputs.conclude),
  act(
    'decide-no-penalty',
    'head',
    '2024-03-12',
    { ...inputs.exempt, exemptionGround: 'first-offence' },
    refused('corrected-in-time'),
  ),
  act('reopen-investigation', 'head', '2024-03-12', { reopenReason: '核实改正情况' }),
  act('conclude', 'officer', '2024-03-13', { ...inputs.conclude, corrected: true }),
  act('decide-no-penalty', 'head', '2024-03-14', { ...inputs.exempt, educated: false }, refused('educated')),
  act(
    'decide-no-penalty',
    'head',
    '2024-03-14',
    { ...inputs.exempt, exemptionGround: 'first-offence', exemptedAmount: 100_000 },
    {
      alerts: ['penalty.exempted-large'],
      counts: { 'penalty.exempted': 1, 'penalty.exempted-amount': 100_000 },
      due: { service: '2024-03-25' },
    },
  ),
  act('serve', 'officer', '2024-03-15', inputs.serve),
  act('close', 'head', '2024-03-18', inputs.close, { outcome: '不予处罚结案' }),
]);

/** Ends before a decision. */
export const clueTransferred = walk('a clue of another body is handed on', [
  ...filed(days).slice(0, 1),
  act(
    'transfer-clue',
    'head',
    '2024-03-04',
    { receivingBody: '有管辖权的机关', transferReason: '不属本机关管辖' },
    {
      outcome: '移送有管辖权的机关',
      counts: { 'penalty.transferred': 1, 'penalty.done': 0 },
    },
  ),
]);

export const terminated = walk('an investigation ends when the party is no more', [
  ...filed(days),
  act(
    'terminate',
    'head',
    '2024-03-04',
    { terminationReason: 'dissolution', terminationFiles: [file('注销证明.pdf')] },
    {
      outcome: '终止调查',
      counts: { 'penalty.done': 1 },
    },
  ),
]);

/** New facts after review and discussion: both looked at another case. */
export const reviewedTooEarly = walk('a review and a discussion made before new facts do not count', [
  ...filed(days),
  act('conclude', 'officer', '2024-03-11', { ...inputs.conclude, complex: true }),
  act('notify', 'officer', '2024-03-11', inputs.notify),
  act('waive', 'officer', '2024-03-11', waived),
  act('end-notice', 'officer', '2024-03-11', inputs.endNotice),
  act('submit-review', 'officer', '2024-03-11', inputs.review),
  act('accept', 'reviewer', '2024-03-11', { reviewDays: 5 }, {}, 'legality-review'),
  act('give-opinion', 'reviewer', '2024-03-11', inputs.opinion, {}, 'legality-review'),
  act('respond', 'officer', '2024-03-11', { adopted: true }, { facts: { passed: true } }, 'legality-review'),
  act('discuss', 'head', '2024-03-11', inputs.discuss),
  act('reopen-investigation', 'head', '2024-03-11', { reopenReason: '发现新的违法事实' }),
  act('conclude', 'officer', '2024-03-11', { ...inputs.conclude, complex: true }),
  act('notify', 'officer', '2024-03-11', { ...inputs.notify, noticeNumber: '告2' }),
  act('waive', 'officer', '2024-03-11', waived),
  act('end-notice', 'officer', '2024-03-11', inputs.endNotice),
  act('decide', 'head', '2024-03-11', inputs.decide, refused('legality-reviewed', 'CF1-27')),
  act('submit-review', 'officer', '2024-03-12', inputs.review),
  act('accept', 'reviewer', '2024-03-12', { reviewDays: 5 }, {}, 'legality-review'),
  act('give-opinion', 'reviewer', '2024-03-12', inputs.opinion, {}, 'legality-review'),
  act('respond', 'officer', '2024-03-12', { adopted: true }, {}, 'legality-review'),
  act('decide', 'head', '2024-03-12', inputs.decide, refused('collectively-discussed')),
  act('discuss', 'head', '2024-03-12', inputs.discuss),
  act('decide', 'head', '2024-03-12', inputs.decide, { stages: ['service'] }),
]);
