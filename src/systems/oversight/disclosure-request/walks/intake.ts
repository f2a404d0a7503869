import type { Walk } from '../../../../kernel/procedure/walk.ts';
import { act, citizen, disclosed, firm, remedies, reply, served, visit, walk } from './world.ts';

const unclear = { unclear: '请写明文件的名称或者文号', correctionDays: 15 };
const online = { way: 'online', ...citizen };

const portal = walk(
  'from the portal to the delivered answer: 20 workdays from the day of submission, over Mid-Autumn and National Day',
  act('apply', 'citizen', '2024-09-12', online, { refused: 'disclosure-request.organ-named' }),
  act(
    'apply',
    'citizen',
    '2024-09-12',
    { ...online, organ: 'unit-1' },
    {
      stages: ['registered'],
      due: { answer: '2024-10-16', review: '2024-09-24' },
      counts: {
        'disclosure-request.received': 1,
        'disclosure-request.received-by-class': 1,
        'disclosure-request.open-by-class': 1,
      },
    },
  ),
  act('accept', 'liaison', '2024-09-18', {}, { stages: ['handling'] }),
  act('decide', 'head', '2024-10-16', reply(disclosed), {
    stages: ['delivering'],
    counts: {
      'disclosure-request.on-time': 1,
      'disclosure-request.results': 1,
      'disclosure-request.results.natural': 1,
      'disclosure-request.results.enterprise': 0,
      'disclosure-request.open-by-class': -1,
    },
  }),
  act('deliver', 'liaison', '2024-10-17', served('2024-10-17'), { stages: ['closed'], outcome: '予以公开' }),
);

const letters = walk(
  'letters and faxes count from the day signed for or confirmed, which must be told',
  visit('2024-03-05', { ...firm, way: 'plain-mail' }, { refused: 'disclosure-request.receipt-dated' }),
  visit(
    '2024-03-05',
    { ...firm, way: 'fax', receivedOn: '2024-03-06' },
    { refused: 'disclosure-request.receipt-dated' },
  ),
  visit('2024-03-05', { ...firm, receivedOn: '2024-03-01' }, { refused: 'disclosure-request.receipt-dated' }),
  visit(
    '2024-03-05',
    { ...citizen, applicantClass: 'research', way: 'fax', receivedOn: '2024-03-01' },
    {
      refused: 'disclosure-request.applicant-named',
    },
  ),
  visit(
    '2024-03-05',
    { ...firm, way: 'signed-mail', receivedOn: '2024-03-01' },
    {
      due: { answer: '2024-03-29', review: '2024-03-12' },
    },
  ),
  act('request-correction', 'clerk', '2024-03-13', unclear, { refused: 'disclosure-request.told-in-time' }),
  act(
    'answer-on-spot',
    'clerk',
    '2024-03-13',
    { content: '已在网站公开，可按文号查询', ...remedies },
    {
      outcome: '予以公开',
      counts: { 'disclosure-request.results.enterprise': 1, 'disclosure-request.open': -1 },
    },
  ),
);

const corrected = walk(
  'a correction starts the 20 workdays anew; asked for once; a late one needs a good reason',
  visit('2024-03-01', citizen),
  act('request-correction', 'clerk', '2024-03-12', unclear, {
    stages: ['correcting'],
    due: { correction: '2024-04-02' },
  }),
  act('abandon', 'clerk', '2024-04-02', {}, { refused: 'disclosure-request.correction-lapsed' }),
  act(
    'supplement',
    'citizen',
    '2024-04-03',
    { corrected: '文号' },
    {
      refused: 'disclosure-request.corrected-in-time',
    },
  ),
  act(
    'supplement',
    'clerk',
    '2024-04-03',
    { corrected: '文号', lateReason: '邮路中断' },
    {
      stages: ['handling'],
      due: { answer: '2024-05-06' },
    },
  ),
  act('request-correction', 'clerk', '2024-04-07', unclear, { refused: 'kernel.P2' }),
  act(
    'withdraw',
    'citizen',
    '2024-04-08',
    {},
    {
      outcome: '申请人撤回申请',
      counts: { 'disclosure-request.results': 1, 'disclosure-request.replied': 0 },
    },
  ),
);

const silent = walk(
  'silence after a correction notice ends the request only after the period, by a step of its own',
  visit('2024-03-01', citizen),
  act('request-correction', 'clerk', '2024-03-04', { ...unclear, correctionDays: 5 }),
  act(
    'abandon',
    'clerk',
    '2024-03-12',
    {},
    {
      outcome: '视为放弃申请',
      facts: { answer: 'other-1' },
      counts: { 'disclosure-request.done': 1, 'disclosure-request.results.natural': 1 },
    },
  ),
);

const withdrawn = walk(
  'withdrawn before it was looked at',
  visit('2024-03-01', firm),
  act('withdraw', 'clerk', '2024-03-04', {}, { stages: ['closed'] }),
);

const regulationOf2007 = walk(
  'a request of 2017: 15 workdays, a need of one’s own, no end by silence, correction time stands still',
  visit('2017-06-01', citizen, { refused: 'disclosure-request.need-stated', cites: 'GK0-03' }),
  visit('2017-06-01', { ...citizen, purpose: '核对自家房屋的规划' }, { due: { answer: '2017-06-22' } }),
  act('request-correction', 'clerk', '2017-06-05', unclear),
  act('abandon', 'clerk', '2017-12-01', {}, { refused: 'disclosure-request.correction-lapsed' }),
  act('supplement', 'clerk', '2017-06-12', { corrected: '文号' }, { due: { answer: '2017-06-29' } }),
  act(
    'ask-reasons',
    'clerk',
    '2017-06-13',
    { excess: '多次申请' },
    {
      refused: 'disclosure-request.excess-rule-in-force',
    },
  ),
  act(
    'extend',
    'head',
    '2017-06-13',
    { extendDays: 16, extendReason: '需要调取档案' },
    {
      refused: 'clock.C11',
      cites: 'GK0-02',
    },
  ),
  act('charge', 'clerk', '2017-06-13', { fee: 12.5, payDays: 5 }, { due: { payment: '2017-06-20' } }),
  act('fee-unpaid', 'clerk', '2017-06-21', {}, { outcome: '逾期未缴费，不再处理' }),
);

export const intakeWalks: readonly Walk[] = [portal, letters, corrected, silent, withdrawn, regulationOf2007];
