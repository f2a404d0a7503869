import { act, company, file, inputs, person, refused, walk } from './cast.ts';

const onSpot = {
  procedureRules: 'general',
  ...person,
  violation: '未按规定佩戴标志',
  actEndedOn: '2017-06-15',
  discoveredOn: '2017-06-15',
  power: 'CF-0001',
  onSpotOfficers: ['officer'],
  decisionNumber: '当1',
  onSpotPlace: '示例路口',
  onSpotKinds: ['warning', 'fine'],
  onSpotFine: 50,
  findings: '未佩戴标志',
  legalBasis: '某条例第十条',
  told: true,
  handedOver: true,
  collectedOnSpot: false,
  reviewBody: '示例区人民政府',
  court: '示例区人民法院',
  records: [file('现场笔录.pdf')],
};

/** Fifty yuan collected at once: more than the twenty of the former law, less than a hundred. */
const collected = { ...onSpot, collectedOnSpot: true };

/** The simple procedure before 2021: up to 50 yuan for a citizen, 20 of it collected without a reason. */
export const onSpot2017 = walk('[text before 2021] punished on the spot by one officer within 50 yuan', [
  act(
    'punish-on-spot',
    'officer',
    '2017-06-15',
    { ...onSpot, onSpotFine: 50.5 },
    refused('on-spot-limit', 'CF0-02'),
  ),
  act('punish-on-spot', 'officer', '2017-06-15', collected, refused('on-spot-collection')),
  act(
    'punish-on-spot',
    'lapsed',
    '2017-06-15',
    { ...onSpot, onSpotOfficers: ['lapsed'] },
    refused('kernel.P7'),
  ),
  act(
    'punish-on-spot',
    'officer',
    '2017-06-15',
    { ...collected, collectReason: '当事人提出' },
    {
      stages: ['execution'],
      publications: { decision: 'due' },
      counts: { 'penalty.received': 1, 'penalty.decided-by-procedure': 1, 'penalty.fines': 50 },
      // Two natural days end on Saturday 17 June.
      due: { 'hand-in': '2017-06-19', payment: '2017-06-30' },
    },
  ),
  act('hand-in', 'officer', '2017-06-16', { handInReceipt: '收1' }),
]);

const onSpot2024Input = {
  ...onSpot,
  ...company,
  actEndedOn: '2024-06-07',
  discoveredOn: '2024-06-07',
  onSpotOfficers: ['officer', 'cashier'],
  onSpotFine: 3000,
};

/** The simple procedure since 2021: up to 200 and 3,000 yuan, two officers. */
export const onSpot2024 = walk('[2021 text] punished on the spot by two officers within 3,000 yuan', [
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    { ...onSpot2024Input, onSpotOfficers: ['officer'] },
    refused('two-on-spot'),
  ),
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    { ...onSpot2024Input, onSpotFine: 3000.01 },
    refused('on-spot-limit', 'CF1-21'),
  ),
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    { ...onSpot2024Input, onSpotKinds: ['warning'] },
    refused('on-spot-amount'),
  ),
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    { ...onSpot2024Input, told: false },
    refused('on-spot-told'),
  ),
  act('punish-on-spot', 'officer', '2024-06-07', onSpot2024Input, {
    due: { 'publication:decision': '2024-06-19' },
  }),
  act(
    'record-payment',
    'cashier',
    '2024-06-11',
    { amount: 3000, paidOn: '2024-06-11', receipt: '票4' },
    refused('kernel.P5'),
  ),
  act('record-payment', 'clerk', '2024-06-11', { amount: 3000, paidOn: '2024-06-11', receipt: '票4' }),
  act('close', 'head', '2024-06-11', inputs.close, refused('on-spot-reported')),
  act('report-on-spot', 'officer', '2024-06-12', { reportFiles: [file('备案.pdf')] }),
  act('close', 'head', '2024-06-12', inputs.close, { counts: { 'penalty.done': 1 } }),
]);

/** The market regulator: reported within seven workdays, and not disclosed. */
export const onSpotMarket = walk('[market rules] punished on the spot: reported, collected, not disclosed', [
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    {
      ...onSpot2024Input,
      procedureRules: 'market-supervision',
      onSpotFine: 101,
      collectedOnSpot: true,
    },
    refused('on-spot-collection'),
  ),
  act(
    'punish-on-spot',
    'officer',
    '2024-06-07',
    {
      ...onSpot2024Input,
      procedureRules: 'market-supervision',
      onSpotFine: 100,
      collectedOnSpot: true,
    },
    {
      publications: { decision: 'withheld' },
      // Workdays after Friday 7 June: 11 and 12 June; with 13, 14, 17, 18, 19 June seven.
      due: { 'hand-in': '2024-06-12', reporting: '2024-06-19' },
    },
  ),
  act('report-on-spot', 'officer', '2024-06-12', { reportFiles: [file('备案.pdf')] }),
]);
