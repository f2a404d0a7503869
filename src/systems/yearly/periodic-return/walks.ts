import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { actsBy, type Walk, type WalkAct } from '../../../kernel/procedure/walk.ts';

const actors = {
  clerk: { kind: 'legal-office' },
  other: { kind: 'legal-office' },
  chief: { kind: 'legal-office-head' },
  liaison: { kind: 'liaison', unit: 'bureau' },
  head: { kind: 'unit-head', unit: 'bureau' },
  /** Heads the unit, and the office for a while. */
  acting: { kind: 'legal-office-head', person: 'head' },
} as const;

const act = actsBy(actors);
const refused = (gate: string): WalkAct['expect'] => ({ refused: `periodic-return.values-${gate}` });

const item = (code: string, name: string, over: JsonObject = {}): JsonObject => ({
  code,
  name,
  unit: '件',
  measure: 'flow',
  decimals: 0,
  required: true,
  jump: '0.5',
  jumpFloor: '10',
  ...over,
});
const items = [
  item('A', '受理案件', { sum: 'B+C' }),
  item('B', '一般程序案件'),
  item('C', '简易程序案件', { last: '20' }),
  item('D', '听证案件', { within: 'B', required: false }),
  item('E', '在岗人员', { measure: 'stock', unit: '人' }),
  item('F', '罚没金额', { measure: 'cumulative', decimals: 2, unit: '元', last: '1000' }),
  item('G', '一般程序占比', {
    measure: 'rate',
    unit: '%',
    decimals: 2,
    required: false,
    ratio: 'B/A',
    jump: '0',
  }),
];
const good = { A: '30', B: '10', C: '20', D: '3', E: '42', F: '1500.5', G: '33.33' };
/** The return with some values changed; `undefined` leaves one out. */
const filled = (
  over: { readonly [code: string]: string | undefined } = {},
  comments: { readonly [code: string]: string } = {},
) => ({
  items,
  values: Object.entries({ ...good, ...over }).flatMap(([code, value]) =>
    value === undefined
      ? []
      : [{ code, value, ...(comments[code] === undefined ? {} : { comment: comments[code] }) }],
  ),
});
const corrected = ({ values, items: known }: ReturnType<typeof filled>, correctReason: string) => ({
  proposed: values,
  proposedItems: known,
  correctReason,
});
const fewer = corrected(filled({ A: '58', C: '48', G: '17.24' }, { C: '集中整治' }), '重复登记2件');
const owed = {
  form: 'XZ',
  formName: '行政执法情况月报',
  formVersion: 1,
  period: '2025-03',
  periodName: '2025年3月',
  due: '2025-04-07',
  unit: 'bureau',
};
const start = act('owe', 'clerk', '2025-03-28', owed, {
  stages: ['filling'],
  due: { return: '2025-04-07' },
  counts: { 'periodic-return.owed': 1 },
});

export const walks: readonly Walk[] = [
  {
    name: 'a return that is checked value by value, given back, submitted again, accepted and corrected by the difference',
    actors,
    acts: [
      start,
      act('submit', 'liaison', '2025-04-02', filled({ X: '1' }), refused('known')),
      act('submit', 'liaison', '2025-04-02', filled({ E: undefined }), refused('required')),
      act('submit', 'liaison', '2025-04-02', filled({ E: '41.5' }), refused('number')),
      act('submit', 'liaison', '2025-04-02', filled({ E: '-1' }), refused('number')),
      act('submit', 'liaison', '2025-04-02', filled({ A: '31', G: '32.26' }), refused('adds-up')),
      act('submit', 'liaison', '2025-04-02', filled({ G: '33.3' }), refused('adds-up')),
      act('submit', 'liaison', '2025-04-02', filled({ D: '11' }), refused('within')),
      act('submit', 'liaison', '2025-04-02', filled({ F: '999.99' }), refused('cumulative')),
      act('submit', 'liaison', '2025-04-02', filled({ A: '60', C: '50', G: '16.67' }), refused('jump')),
      act('correct', 'head', '2025-04-02', corrected(filled(), '误填'), { refused: 'kernel.P2' }),
      act('submit', 'liaison', '2025-04-02', filled(), { stages: ['submitted'] }),
      act(
        'give-back',
        'clerk',
        '2025-04-03',
        { returnReason: '听证数与通报不一致', redoBy: '2025-04-08' },
        {
          stages: ['returned'],
          due: { redo: '2025-04-08' },
          counts: { 'periodic-return.returned': 1 },
        },
      ),
      act('submit', 'head', '2025-04-07', filled({ A: '60', C: '50', G: '16.67' }, { C: '集中整治' }), {
        stages: ['submitted'],
        facts: { submittedOn: '2025-04-02' },
      }),
      act(
        'accept',
        'other',
        '2025-04-08',
        {},
        {
          outcome: '审核通过',
          counts: {
            'periodic-return.value': 60 + 10 + 50 + 3,
            // A level is taken back on the day after, so that the two parts make nought.
            'periodic-return.level': 0,
            'periodic-return.accepted': 1,
          },
        },
      ),
      act(
        'correct',
        'head',
        '2025-05-06',
        corrected(filled({ A: '60', C: '50', G: '16.67' }, { C: '集中整治' }), '核对'),
        { refused: 'periodic-return.differs' },
      ),
      act('accept-correction', 'clerk', '2025-05-06', {}, { refused: 'periodic-return.correction-waits' }),
      act('correct', 'head', '2025-05-06', fewer, {
        counts: { 'periodic-return.value': 0, 'periodic-return.level': 0 },
        facts: { correcting: true },
      }),
      act('correct', 'head', '2025-05-06', fewer, { refused: 'periodic-return.one-correction' }),
      // What waits is decided on the return alone, and by the office.
      act('accept-correction', 'head', '2025-05-07', {}, { refused: 'kernel.P4' }),
      act(
        'reject-correction',
        'clerk',
        '2025-05-07',
        { rejectReason: '请附登记簿' },
        { counts: { 'periodic-return.value': 0 }, facts: { correcting: false, rejectReason: '请附登记簿' } },
      ),
      act('correct', 'head', '2025-05-08', fewer),
      act('accept-correction', 'acting', '2025-05-09', {}, { refused: 'kernel.P5' }),
      act(
        'accept-correction',
        'other',
        '2025-05-09',
        { opinion: '已核对登记簿' },
        {
          counts: { 'periodic-return.value': -4 },
          facts: { corrected: 1, correcting: false },
        },
      ),
    ],
  },
  {
    name: '[P5] who keyed in for a unit does not review; a late return counts as late; the day may be put off, the unit urged',
    actors,
    acts: [
      start,
      act('urge', 'clerk', '2025-04-08', { urgeNote: '请今天报送' }, { facts: { urged: 1 } }),
      act(
        'postpone',
        'clerk',
        '2025-04-08',
        { due: '2025-04-09', postponeReason: '系统停机' },
        {
          due: { return: '2025-04-09' },
        },
      ),
      act(
        'enter',
        'clerk',
        '2025-04-10',
        { ...filled(), source: '盖章报表' },
        {
          stages: ['submitted'],
          counts: { 'periodic-return.late': 1 },
        },
      ),
      act('accept', 'clerk', '2025-04-10', {}, { refused: 'kernel.P5' }),
      act('accept', 'chief', '2025-04-10', { opinion: '同意' }, { outcome: '审核通过' }),
    ],
  },
  {
    name: 'a unit that never returned is put down as such, and has nothing to correct',
    actors,
    acts: [
      start,
      act(
        'end-unreturned',
        'chief',
        '2025-05-12',
        { unreturnedReason: '机构撤并' },
        {
          outcome: '未报送',
          counts: { 'periodic-return.missing': 1 },
        },
      ),
      act('correct', 'head', '2025-05-13', corrected(filled(), '补报'), { refused: 'kernel.P2' }),
    ],
  },
  {
    name: 'a return given back may still be put down as not returned',
    actors,
    acts: [
      start,
      act('submit', 'liaison', '2025-04-02', filled()),
      act('give-back', 'clerk', '2025-04-03', { returnReason: '数据不实', redoBy: '2025-04-08' }),
      act('end-unreturned', 'clerk', '2025-05-12', { unreturnedReason: '逾期未改' }, { outcome: '未报送' }),
    ],
  },
];
