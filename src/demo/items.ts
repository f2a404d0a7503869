import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ListAction } from '../lists/context.ts';
import { type DemoPower, keepsStill } from './powers.ts';
import type { Scribe } from './scribe.ts';
import { holders, zone } from './zone.ts';

/** A licence item of the demo with how often it is applied for, of a thousand. */
export interface DemoLicenceItem {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly type: 'instant' | 'ordinary';
  readonly commitment: boolean;
  readonly siteCheck: boolean;
  readonly promisedDays: number;
  readonly weight: number;
  readonly content: string;
  readonly materials: number;
}

const plans: readonly (readonly [
  name: string,
  unit: string,
  kind: 'instant' | 'commitment' | 'ordinary' | 'site',
  promised: number,
  weight: number,
])[] = [
  ['企业设立登记', 'U03', 'instant', 0, 120],
  ['个体工商户登记', 'U03', 'instant', 0, 90],
  ['企业变更登记', 'U03', 'ordinary', 2, 130],
  ['食品经营许可', 'U03', 'site', 5, 110],
  ['食品经营许可延续', 'U03', 'commitment', 3, 60],
  ['公共场所卫生许可', 'U03', 'commitment', 3, 75],
  ['人力资源服务许可', 'U03', 'commitment', 4, 40],
  ['劳务派遣经营许可', 'U03', 'ordinary', 6, 25],
  ['户外广告设置许可', 'U03', 'ordinary', 4, 45],
  ['道路货物运输经营许可', 'U03', 'ordinary', 4, 60],
  ['建筑工程施工许可', 'U03', 'ordinary', 4, 40],
  ['民办职业培训学校审批', 'U03', 'site', 8, 12],
  ['医疗机构执业登记', 'U03', 'site', 8, 18],
  ['医师执业注册', 'U03', 'ordinary', 3, 30],
  ['城镇污水排入排水管网许可', 'U03', 'site', 6, 35],
  ['药品零售企业许可', 'U03', 'site', 7, 22],
  ['第二类医疗器械经营备案', 'U03', 'instant', 0, 43],
  ['特种设备使用登记', 'U03', 'ordinary', 5, 45],
];

const materialNames = [
  '申请书',
  '营业执照',
  '法定代表人身份证明',
  '经营场所使用证明',
  '平面布局图',
  '管理制度',
];

/** The licence items with materials, limits and promises, and the benchmarks of the penalties the demo imposes. */
export function writeItems(
  scribe: Scribe,
  powers: readonly DemoPower[],
  year: number,
): { items: DemoLicenceItem[]; benchmarks: readonly DemoPower[] } {
  const keeper = holders('U02', 'list-keeper')[0]!;
  const on = `${year - 1}-01-03`;
  const licences = powers.filter((power) => power.type === 'licence');
  const items = plans.map(
    ([name, unit, kind, promisedDays, weight], index): DemoLicenceItem => ({
      code: `SX-${String(index + 1).padStart(4, '0')}`,
      name,
      unit,
      type: kind === 'instant' ? 'instant' : 'ordinary',
      commitment: kind === 'commitment',
      siteCheck: kind === 'site',
      promisedDays,
      weight,
      content: name.replace(/许可$|登记$|审批$|注册$/, ''),
      materials: 3 + (index % 4),
    }),
  );
  scribe.operate(
    'licence-items',
    keeper,
    'list-keeper',
    on,
    items.map(
      (item, index): ListAction => ({
        operation: 'establish',
        input: {
          code: item.code,
          effective: on,
          documentTitle: `${zone.name}行政许可事项清单`,
          reason: '首次公布',
          name: item.name,
          power: licences[index]!.code,
          unit: item.unit,
          who: ['natural', 'organisation'],
          type: item.type,
          promisedDays: item.promisedDays,
          joint: false,
          commitment: item.commitment,
          siteCheck: item.siteCheck,
          materials: Array.from(
            { length: item.materials },
            (_, n): JsonObject => ({
              code: String(n + 1),
              name: materialNames[n]!,
              required: true,
              mayPromise: n >= 4,
              mayReplaceByCommitment: n === 3,
              noProofNeeded: n === 1,
            }),
          ),
          stagesBefore: 6,
          stages:
            item.type === 'instant'
              ? [{ name: '受理审批' }, { name: '发证' }]
              : [{ name: '受理' }, { name: '审批发证' }],
          fee: '不收费',
          result: `${item.name}证书`,
        },
      }),
    ),
  );
  return { items, benchmarks: writeBenchmarks(scribe, powers, on) };
}

/** Units that impose penalties in the demo. */
export const enforcementUnits = ['U04', 'U05', 'U06', 'U07', 'U08', 'U09', 'U10', 'U11', 'U12'] as const;

/** One tiered benchmark for each of the penalties in use: eight a unit. Returns those powers. */
function writeBenchmarks(scribe: Scribe, powers: readonly DemoPower[], on: string): readonly DemoPower[] {
  const keeper = holders('U02', 'list-keeper')[0]!;
  const still = powers.filter((power, index) => keepsStill(index) && power.type === 'penalty');
  const used = enforcementUnits.flatMap((unit) =>
    everyNth(
      still.filter((power) => power.unit === unit),
      8,
    ),
  );
  scribe.operate(
    'discretion-benchmarks',
    keeper,
    'list-keeper',
    on,
    used.map(
      (power): ListAction => ({
        operation: 'establish',
        input: {
          code: benchmarkCode(power),
          effective: on,
          documentTitle: `${zone.name}行政裁量权基准`,
          reason: '首次公布',
          name: power.name,
          power: power.code,
          unit: power.unit,
          legalBasis: '依据相关法律法规罚则',
          tiers: [
            { code: '1', name: '轻微', circumstances: '及时改正、没有造成后果', min: 0, max: 2000 },
            { code: '2', name: '一般', circumstances: '造成一定影响', min: 2000, max: 20_000 },
            { code: '3', name: '严重', circumstances: '造成严重后果或者拒不改正', min: 20_000, max: 200_000 },
          ],
        },
      }),
    ),
  );
  return used;
}

export const benchmarkCode = (power: DemoPower): string => `JZ-${power.code}`;

/** `count` of the values, spread over all of them, so that not all are of one sort. */
function everyNth<T>(values: readonly T[], count: number): T[] {
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, i) => values[Math.floor((i * values.length) / count)]!,
  );
}
