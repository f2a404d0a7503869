import { act, firm, given, receive, remedies, walk } from './world.ts';

const missing = { missing: [{ name: '平面布局图', requirement: '请提交原件' }], correctionDays: 5 };
const decline = (ground: string, more = {}) => ({ ground, reasons: '不符合受理条件', ...remedies, ...more });

export const silence = walk(
  'five workdays of silence count as acceptance from the day of receipt, over Mid-Autumn and National Day',
  receive('A-ORDINARY', '2024-09-12', ['provided', 'missing'], { due: { notice: '2024-09-20' } }),
  act('request-correction', 'clerk', '2024-09-23', missing, { refused: 'licence.told-in-time' }),
  act('decline', 'clerk', '2024-09-23', decline('not-required'), { refused: 'licence.deemed-accepted' }),
  act(
    'accept',
    'clerk',
    '2024-09-23',
    {},
    {
      stages: ['reviewing'],
      due: { decide: '2024-10-16' },
      alerts: ['licence.accepted-by-silence'],
      facts: { acceptedOn: '2024-09-12' },
    },
  ),
  act(
    'withdraw',
    'clerk',
    '2024-09-24',
    {},
    {
      stages: ['closed'],
      outcome: '撤回申请',
      counts: { 'licence.withdrawn': 1, 'licence.open': -1 },
    },
  ),
);

export const silentInstant = walk(
  'silence accepts an application but does not decide it: on the spot only with complete materials',
  receive('A-INSTANT', '2024-09-12', ['provided', 'missing']),
  act(
    'decide-on-spot',
    'clerk',
    '2024-09-23',
    { decisionNumber: '测许〔2024〕8号', content: '内容', validFrom: '2024-09-23' },
    { refused: 'licence.materials-complete' },
  ),
);

export const declined = walk(
  'an application to the wrong organ is declined and sent to the right one',
  receive(
    'A-FIRMS',
    '2024-03-04',
    ['provided', 'provided'],
    { refused: 'licence.who-may-apply' },
    {
      applicantKind: 'natural',
      personName: '丁某',
    },
  ),
  receive(
    'A-FIRMS',
    '2024-03-04',
    ['provided', 'provided'],
    { refused: 'licence.applicant-named' },
    {
      applicantKind: 'individual-business',
    },
  ),
  receive('A-FIRMS', '2024-03-04', ['provided', 'provided', 'shared', 'provided', 'provided'], {
    refused: 'licence.known-materials',
  }),
  receive(
    'A-FIRMS',
    '2024-03-04',
    ['provided', 'provided'],
    { stages: ['received'] },
    {
      ...firm,
      applicantKind: 'individual-business',
    },
  ),
  act('decline', 'clerk', '2024-03-05', decline('not-corrected'), {
    refused: 'licence.correction-asked-first',
  }),
  act('decline', 'clerk', '2024-03-05', decline('not-competent'), { refused: 'licence.right-organ-named' }),
  act('decline', 'clerk', '2024-03-05', decline('not-competent', { rightOrgan: '市市场监督管理局' }), {
    stages: ['closed'],
    outcome: '不予受理',
    counts: { 'licence.declined': 1, 'licence.done': 1, 'licence.accepted': 0 },
  }),
);

export const uncorrected = walk(
  'an application that is not corrected in time is declined after the period, not before',
  receive('A-ORDINARY', '2024-03-04', ['provided', 'missing']),
  act('request-correction', 'clerk', '2024-03-06', missing, { due: { correction: '2024-03-13' } }),
  act('decline', 'clerk', '2024-03-13', decline('not-corrected'), {
    refused: 'licence.correction-asked-first',
  }),
  act('decline', 'clerk', '2024-03-14', decline('not-corrected'), { outcome: '不予受理' }),
);

export const promised = walk(
  'accepted on a promise to supply, delivered only when it is kept',
  receive('A-ORDINARY', '2024-03-04', ['provided', 'promised']),
  act(
    'decide-on-spot',
    'clerk',
    '2024-03-05',
    { decisionNumber: '测许〔2024〕2号', content: '内容', validFrom: '2024-03-05' },
    {
      refused: 'licence.instant-item',
    },
  ),
  act(
    'decide-on-commitment',
    'examiner',
    '2024-03-05',
    {
      decisionNumber: '测许〔2024〕2号',
      content: '内容',
      validFrom: '2024-03-05',
      commitmentSigned: true,
      verifyDays: 20,
    },
    { refused: 'licence.commitment-item' },
  ),
  act('accept', 'clerk', '2024-03-06', {}, { refused: 'licence.promise-dated' }),
  act(
    'accept',
    'clerk',
    '2024-03-06',
    { promiseDue: '2024-03-20' },
    {
      due: { promise: '2024-03-20', decide: '2024-04-03' },
      counts: { 'licence.with-promise': 1 },
    },
  ),
  act('propose', 'examiner', '2024-03-07', { opinion: 'grant', opinionText: '符合条件' }),
  act(
    'grant',
    'head',
    '2024-03-08',
    { decisionNumber: '测许〔2024〕2号', content: '内容', validFrom: '2024-03-08' },
    {
      stages: ['issuing'],
    },
  ),
  act(
    'deliver',
    'clerk',
    '2024-03-11',
    { method: 'mail', servedOn: '2024-03-11', receiver: '乙某' },
    {
      refused: 'licence.promise-kept',
    },
  ),
  act(
    'supply',
    'clerk',
    '2024-03-12',
    { supplied: '平面布局图' },
    { facts: { promiseOpen: false, materials: given('provided', 'provided') } },
  ),
  act(
    'supply',
    'clerk',
    '2024-03-12',
    { supplied: '平面布局图' },
    { refused: 'licence.promise-outstanding' },
  ),
  act(
    'deliver',
    'clerk',
    '2024-03-12',
    { method: 'mail', servedOn: '2024-03-12', receiver: '乙某' },
    {
      outcome: '准予许可',
    },
  ),
);
