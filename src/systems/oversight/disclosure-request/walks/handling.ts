import type { Walk } from '../../../../kernel/procedure/walk.ts';
import { act, citizen, disclosed, firm, reply, served, visit, walk, withReasons } from './world.ts';

const letter = { consulted: 'third-party', thirdPartyName: '乙公司', interests: '合同中的报价' };
const extension = { extendDays: 20, extendReason: '需要检索的档案数量多' };

const objection = walk(
  'a third party has 15 workdays, which do not count; over its objection only for a major public interest',
  visit('2024-03-01', firm, { due: { answer: '2024-03-29' } }),
  act('accept', 'clerk', '2024-03-04', {}),
  act('decide', 'head', '2024-03-05', reply({ answer: 'refused-4', ...withReasons }), {
    refused: 'disclosure-request.third-party-asked',
  }),
  act(
    'consult',
    'clerk',
    '2024-03-05',
    { ...letter, opinionDays: 10 },
    {
      refused: 'disclosure-request.opinion-period',
    },
  ),
  act('consult', 'clerk', '2024-03-05', letter, { stages: ['consulting'], due: { opinion: '2024-03-26' } }),
  act('opinion-lapsed', 'clerk', '2024-03-26', {}, { refused: 'disclosure-request.opinion-overdue' }),
  act(
    'receive-opinion',
    'clerk',
    '2024-03-12',
    { opinion: 'disagree', opinionReasons: '商业秘密' },
    {
      due: { answer: '2024-04-08' },
      counts: { 'disclosure-request.opinions': 1 },
    },
  ),
  act('extend', 'head', '2024-03-13', { ...extension, extendDays: 20 }, { due: { answer: '2024-05-08' } }),
  act('extend', 'head', '2024-03-14', extension, { refused: 'clock.C11', cites: 'GK1-06' }),
  act('decide', 'head', '2024-03-15', reply(disclosed), { refused: 'disclosure-request.objection-weighed' }),
  act(
    'decide',
    'head',
    '2024-03-15',
    reply({ ...disclosed, publicInterest: '涉及公共安全', thirdPartyTold: true }),
    { alerts: ['disclosure-request.over-objection'] },
  ),
  act('deliver', 'clerk', '2024-03-18', served('2024-03-18'), { outcome: '予以公开' }),
);

const silence = walk(
  'a third party that keeps silent leaves the decision to the organ; a co-producer that does so agrees',
  visit('2024-03-01', firm),
  act('accept', 'clerk', '2024-03-04', {}),
  act('consult', 'clerk', '2024-03-05', letter),
  act(
    'opinion-lapsed',
    'clerk',
    '2024-03-27',
    {},
    {
      stages: ['handling'],
      due: { answer: '2024-04-23' },
      counts: { 'disclosure-request.opinions': 1 },
    },
  ),
  act(
    'consult',
    'clerk',
    '2024-03-27',
    { ...letter, consulted: 'co-producer' },
    {
      due: { opinion: '2024-04-18' },
      counts: { 'disclosure-request.consulted': 1 },
    },
  ),
  act('opinion-lapsed', 'clerk', '2024-04-19', {}),
  act('decide', 'head', '2024-04-22', reply({ ...disclosed, answer: 'partial', ...withReasons }), {
    alerts: [],
    counts: { 'disclosure-request.on-time': 1 },
  }),
);

const before2019 = walk(
  'before 2019 the period for an opinion is the one set in the letter',
  visit('2017-06-01', { ...firm, purpose: '科研' }),
  act('accept', 'clerk', '2017-06-02', {}),
  act('consult', 'clerk', '2017-06-02', letter, {
    refused: 'disclosure-request.opinion-period',
    cites: 'GK0-05',
  }),
  act('consult', 'clerk', '2017-06-02', { ...letter, opinionDays: 10 }, { due: { opinion: '2017-06-16' } }),
  act('opinion-lapsed', 'clerk', '2017-06-19', {}, { stages: ['handling'] }),
);

const excess = walk(
  'a fee only for what is clearly too much, and only after reasons were asked for',
  visit('2024-03-01', citizen),
  act('accept', 'clerk', '2024-03-04', {}),
  act(
    'charge',
    'clerk',
    '2024-03-04',
    { fee: 40, payDays: 20 },
    { refused: 'disclosure-request.fee-allowed' },
  ),
  act('decide', 'head', '2024-03-04', reply({ answer: 'unprocessed-4', ...withReasons }), {
    refused: 'disclosure-request.excess-explained',
  }),
  act('ask-reasons', 'clerk', '2024-03-05', { excess: '本月第四十件' }, { stages: ['explaining'] }),
  act('explain', 'clerk', '2024-03-11', { explanation: '撰写论文', reasonable: true }),
  act('charge', 'clerk', '2024-03-12', { fee: 40, payDays: 20 }, { due: { payment: '2024-04-10' } }),
  act('fee-unpaid', 'clerk', '2024-04-10', {}, { refused: 'disclosure-request.payment-lapsed' }),
  act(
    'pay',
    'clerk',
    '2024-03-19',
    { receipt: 'P-1' },
    {
      due: { answer: '2024-04-08' },
      counts: { 'disclosure-request.fees': 40 },
    },
  ),
  act('decide', 'head', '2024-04-10', reply(disclosed), {
    counts: { 'disclosure-request.replied': 1, 'disclosure-request.on-time': 0 },
  }),
);

const unreasonable = walk(
  'too many requests without a good reason need not be processed',
  visit('2024-03-01', citizen),
  act('accept', 'clerk', '2024-03-04', {}),
  act('ask-reasons', 'clerk', '2024-03-05', { excess: '本月第四十件' }),
  act('explain', 'clerk', '2024-03-11', { reasonable: false }),
  act('decide', 'head', '2024-03-12', reply({ answer: 'unprocessed-4', ...withReasons }), {
    stages: ['delivering'],
  }),
);

export const handlingWalks: readonly Walk[] = [objection, silence, before2019, excess, unreasonable];
