import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ListAction } from '../lists/context.ts';
import { licencePlans } from './licence-plans.ts';
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
  const licences = new Map(
    powers
      .filter(({ type }) => type === 'licence')
      .map((power) => [`${power.unit} ${power.name}`, power.code]),
  );
  const items = licencePlans.map(
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
      (item): ListAction => ({
        operation: 'establish',
        input: {
          code: item.code,
          effective: on,
          documentTitle: `${zone.name}行政许可事项清单`,
          reason: '首次公布',
          name: item.name,
          power: licences.get(`${item.unit} ${item.name}`)!,
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
export function everyNth<T>(values: readonly T[], count: number): T[] {
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, i) => values[Math.floor((i * values.length) / count)]!,
  );
}
