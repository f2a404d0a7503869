import {
  type CountRule,
  type CountView,
  caseload,
  type IndicatorDeclaration,
} from '../../../kernel/indicator/declaration.ts';
import { answers, applicantClasses } from './answers.ts';
import { opinions, type RequestFacts } from './fields.ts';

type Indicator = IndicatorDeclaration<RequestFacts>;
type View = CountView<RequestFacts>;

const received = ['apply'];
const replied = ['answer-on-spot', 'decide'];
const done = [...replied, 'abandon', 'fee-unpaid', 'withdraw'];

const answerOf = ({ facts }: View) => facts.answer ?? '';
const classOf = ({ facts }: View) => facts.applicantClass ?? '';
const onTime = ({ after }: View) => after.clocks.answer?.stopped?.outcome === '按期办结';

const flow = (
  id: string,
  name: string,
  definition: string,
  ...counts: CountRule<RequestFacts>[]
): Indicator => ({
  id: `disclosure-request.${id}`,
  name,
  unit: '件',
  measure: 'flow',
  definition,
  counts,
});

/** One column of the yearly table: how the requests of one class of applicants ended. */
const resultsOf = ([code, name]: readonly [string, string]): Indicator => ({
  ...flow(
    `results.${code}`,
    `依申请公开办理结果（${name}）`,
    `在期间内办结的${name}的申请，按办结之日和办理结果计，口径同政府信息公开年度报告第三部分。`,
    { on: done, when: (view) => classOf(view) === code, kind: answerOf },
  ),
  kinds: answers,
});

const byClass: Indicator[] = [
  {
    ...flow(
      'received-by-class',
      '依申请公开新收（按申请人）',
      '在期间内登记的申请，按登记之日和申请人类别计。',
      { on: received, kind: classOf },
    ),
    kinds: applicantClasses,
  },
  {
    id: 'disclosure-request.open-by-class',
    name: '依申请公开期末在办（按申请人）',
    unit: '件',
    measure: 'stock',
    definition: '期末尚未办结的申请，按申请人类别计，即结转下期继续办理的申请。',
    kinds: applicantClasses,
    counts: [
      { on: received, kind: classOf },
      { on: done, kind: classOf, value: () => -1 },
    ],
  },
  {
    id: 'disclosure-request.carried-over-by-class',
    name: '依申请公开上期结转（按申请人）',
    unit: '件',
    measure: 'stock',
    definition: '期初尚未办结的申请，按申请人类别计，等于上一期的期末在办。',
    kinds: applicantClasses,
    startOf: 'disclosure-request.open-by-class',
    counts: [],
  },
  ...Object.entries(applicantClasses).map(resultsOf),
];

const own: Indicator[] = [
  {
    ...flow('results', '依申请公开办理结果', '在期间内办结的申请，按办结之日和办理结果计。', {
      on: done,
      kind: answerOf,
    }),
    kinds: answers,
  },
  flow('replied', '作出答复数量', '在期间内作出的答复，含当场答复，按答复之日计。', { on: replied }),
  flow(
    'on-time',
    '按期答复数量',
    '在法定期限内作出的答复，依法不计入的时间和延长的期限已经扣除；按答复之日计。',
    { on: replied, when: onTime },
  ),
  {
    id: 'disclosure-request.on-time-rate',
    name: '依申请公开按期答复率',
    unit: '%',
    measure: 'rate',
    definition: '按期答复数量占作出答复数量的比例。',
    numerator: 'disclosure-request.on-time',
    denominator: 'disclosure-request.replied',
  },
  flow('extended', '延长答复期限数量', '在期间内延长答复期限的申请，按批准之日计。', { on: ['extend'] }),
  flow('consulted', '征求意见数量', '在期间内书面征求第三方或者共同制作机关意见的次数，按发出之日计。', {
    on: ['consult'],
  }),
  {
    ...flow(
      'opinions',
      '征求意见的结果',
      '在期间内收到的意见和逾期未提出的意见，按收到或者认定逾期之日计。',
      { on: ['receive-opinion'], kind: ({ facts }) => facts.opinion ?? '' },
      { on: ['opinion-lapsed'], kind: () => 'lapsed' },
    ),
    kinds: { ...opinions, lapsed: '逾期未提出' },
  },
  flow('released', '转为主动公开数量', '在期间内决定转为主动公开的申请，按决定之日计。', { on: ['release'] }),
  {
    ...flow('fees', '收取费用', '在期间内登记缴纳的费用，按缴费之日计。', {
      on: ['pay'],
      value: ({ facts }) => facts.fee ?? 0,
    }),
    unit: '元',
  },
];

export const indicators: readonly Indicator[] = [
  ...caseload<RequestFacts>({ id: 'disclosure-request', name: '依申请公开', received, done }),
  ...byClass,
  ...own,
];
