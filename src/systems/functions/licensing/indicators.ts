import {
  type CountView,
  caseload,
  type IndicatorDeclaration,
} from '../../../kernel/indicator/declaration.ts';
import type { LicenceFacts } from './fields.ts';
import { anyGiven, type LicenceItem } from './materials.ts';

type View = CountView<LicenceFacts>;
type Flow = Omit<
  Extract<IndicatorDeclaration<LicenceFacts>, { measure: 'flow' | 'stock' }>,
  'measure' | 'unit'
>;

const flow = (declaration: Flow, unit = '件'): IndicatorDeclaration<LicenceFacts> => ({
  ...declaration,
  unit,
  measure: 'flow',
});

const itemOf = ({ after }: View) => after.pins.item as unknown as LicenceItem;

const decided = ['grant', 'refuse', 'decide-on-spot', 'decide-on-commitment'];
const granted = ['grant', 'decide-on-spot', 'decide-on-commitment'];

/** Legal limit in workdays; special laws that count otherwise are left out of the comparison. */
function legalWorkdays(view: View): number {
  const item = itemOf(view);
  if (item.legalLimit === undefined) return item.joint ? 45 : 20;
  return item.legalLimitUnit === 'workday' ? item.legalLimit : 0;
}

function onTime({ after }: View): boolean {
  const stopped = after.clocks.decide?.stopped;
  return stopped === undefined || stopped.outcome === '按期办结';
}

/** Figures of the row and of table two of the yearly enforcement statistics (申请 受理 许可 不予许可 撤销). */
export const indicators: readonly IndicatorDeclaration<LicenceFacts>[] = [
  ...caseload<LicenceFacts>({
    id: 'licence',
    name: '行政许可办件',
    received: ['receive'],
    done: ['decline', 'withdraw', 'deliver', 'confirm-commitment', 'revoke-false-commitment'],
  }),
  flow({
    id: 'licence.applied',
    name: '行政许可申请数量',
    definition: '在期间内收到的行政许可申请，按收件之日计。',
    counts: [{ on: ['receive'] }],
  }),
  flow({
    id: 'licence.accepted',
    name: '行政许可受理数量',
    definition: '在期间内受理的申请，含当场办结和告知承诺当场决定的，按办理受理之日计。',
    counts: [{ on: ['accept', 'decide-on-spot', 'decide-on-commitment'] }],
  }),
  flow({
    id: 'licence.granted',
    name: '行政许可数量',
    definition: '在期间内作出的准予许可决定，按决定之日计，含以后被撤销的。',
    counts: [{ on: granted }],
  }),
  flow({
    id: 'licence.refused',
    name: '不予许可数量',
    definition: '在期间内作出的不予许可决定，按决定之日计。',
    counts: [{ on: ['refuse'] }],
  }),
  flow({
    id: 'licence.revoked',
    name: '撤销许可数量',
    definition: '在期间内撤销的许可，按撤销之日计；现含因承诺不实撤销的。',
    counts: [{ on: ['revoke-false-commitment'] }],
  }),
  flow({
    id: 'licence.declined',
    name: '不予受理数量',
    definition: '在期间内决定不予受理的申请，按决定之日计。',
    counts: [{ on: ['decline'] }],
  }),
  flow({
    id: 'licence.withdrawn',
    name: '撤回申请数量',
    definition: '在期间内申请人撤回的申请，按撤回之日计。',
    counts: [{ on: ['withdraw'] }],
  }),
  flow({
    id: 'licence.decided',
    name: '作出行政许可决定数量',
    definition: '在期间内作出的准予许可和不予许可决定，按决定之日计。',
    counts: [{ on: decided }],
  }),
  flow({
    id: 'licence.instant',
    name: '当场办结数量',
    definition: '在期间内由即办件当场作出的许可决定，按决定之日计。',
    counts: [{ on: ['decide-on-spot'] }],
  }),
  {
    id: 'licence.instant-share',
    name: '即办率',
    unit: '%',
    measure: 'rate',
    definition: '当场办结数量占作出行政许可决定数量的比例。',
    numerator: 'licence.instant',
    denominator: 'licence.decided',
  },
  flow({
    id: 'licence.on-time',
    name: '按期作出决定数量',
    definition: '在法定期限内作出的许可决定，依法不计入的时间和经批准延长的期限已经扣除；按决定之日计。',
    counts: [{ on: decided, when: onTime }],
  }),
  {
    id: 'licence.on-time-rate',
    name: '按期办结率',
    unit: '%',
    measure: 'rate',
    definition: '按期作出决定数量占作出行政许可决定数量的比例。',
    numerator: 'licence.on-time',
    denominator: 'licence.decided',
  },
  flow(
    {
      id: 'licence.legal-days',
      name: '法定时限合计',
      definition: '已作出决定的办件的法定时限之和，以工作日计；特别法不以工作日规定时限的不计入。',
      counts: [{ on: decided, value: legalWorkdays }],
    },
    '工作日',
  ),
  flow(
    {
      id: 'licence.saved-days',
      name: '承诺压缩的时限合计',
      definition: '已作出决定的办件的法定时限与承诺时限之差的和，以工作日计；范围同法定时限合计。',
      counts: [
        {
          on: decided,
          value: (view) => legalWorkdays(view) && legalWorkdays(view) - itemOf(view).promisedDays,
        },
      ],
    },
    '工作日',
  ),
  {
    id: 'licence.compression',
    name: '承诺时限压缩率',
    unit: '%',
    measure: 'rate',
    definition: '承诺压缩的时限合计占法定时限合计的比例，按办件加权。',
    numerator: 'licence.saved-days',
    denominator: 'licence.legal-days',
  },
  flow({
    id: 'licence.on-commitment',
    name: '告知承诺办件数量',
    definition: '在期间内以告知承诺方式当场作出的许可决定，按决定之日计。',
    counts: [{ on: ['decide-on-commitment'] }],
  }),
  flow({
    id: 'licence.with-promise',
    name: '容缺受理数量',
    definition: '在期间内以承诺补交材料的方式受理的申请，按受理之日计。',
    counts: [{ on: ['accept'], when: ({ facts }) => anyGiven(facts.materials, 'promised') }],
  }),
  flow({
    id: 'licence.extended',
    name: '延长期限数量',
    definition: '在期间内经批准延长办理期限的办件，按批准之日计。',
    counts: [{ on: ['extend'] }],
  }),
];
