import { citation, type Limit, type LimitUnit } from '../../../kernel/clock/law.ts';
import { legalDateOf } from '../../../kernel/dates.ts';
import type { JsonObject } from '../../../kernel/ledger/json.ts';
import { fieldMeta } from '../../../kernel/procedure/field-meta.ts';
import type { ListStore } from '../../../lists/port.ts';
import type { Material } from '../../../systems/functions/licence-items/index.ts';
import type { Call, Handlers } from '../../http/bind.ts';
import type { World } from '../../world.ts';
import { kindsOf } from '../list-show.ts';
import { flowChart, GUIDES, noItem } from './lists.ts';
import { publicItem, publicListNamed } from './public-list.ts';

/** The public fields of a licence item, as its list declares them. */
interface GuideItem {
  readonly power?: string;
  readonly who: readonly string[];
  readonly legalLimit?: number;
  readonly legalLimitUnit?: LimitUnit;
  readonly legalLimitBasis?: string;
  readonly promisedDays: number;
  readonly joint: boolean;
  readonly commitment: boolean;
  readonly siteCheck: boolean;
  readonly materials: readonly Material[];
  readonly stages: readonly { readonly name: string; readonly days?: number }[];
  readonly fee: string;
  readonly result: string;
  readonly validMonths?: number;
}

/** A licence item told as a service guide: whom it is for, what to bring, how long it takes and where to ask. */
export function publicGuideHandlers(world: World, store: ListStore): Pick<Handlers, 'public.guide'> {
  return { 'public.guide': (call) => guide(world, store, call) };
}

async function guide(world: World, store: ListStore, { params, now }: Call<'public.guide'>) {
  const list = publicListNamed(world, GUIDES);
  const region = world.region.code;
  const today = legalDateOf(now);
  const version = await store.findItem(region, list.id, params.code, today);
  if (!version || version.status === 'ended') return noItem(list, params.code);
  const item = publicItem(list, version.item) as unknown as GuideItem;
  const power = await powerOf(world, store, item.power, today);
  const audiences = fieldMeta(list.declaration.fields.shape.who as never)?.choices ?? {};
  return {
    code: version.code,
    name: version.name,
    kindName: kindsOf(list)[version.kind] ?? '',
    suspended: version.status === 'suspended',
    from: version.from,
    unitName: world.directory().unitName(version.unit),
    phone: textOf(power?.item, 'supervisionPhone'),
    power: power && {
      code: power.code,
      name: power.name,
      legalBasis: textOf(power.item, 'legalBasis'),
    },
    who: item.who.map((kind) => audiences[kind] ?? kind),
    ways: waysOf(item),
    materials: item.materials.map((material) => ({
      name: material.name,
      required: material.required,
      notes: notesOf(material, item.commitment),
    })),
    legal: legalText(world, item),
    promised: promisedText(item),
    stages: item.stages.map(({ name, days }) => ({ name, days: days ?? null })),
    chart: flowChart(list, version),
    fee: item.fee,
    result: item.result,
    valid: item.validMonths === undefined ? '' : monthsText(item.validMonths),
  };
}

async function powerOf(world: World, store: ListStore, code: string | undefined, today: string) {
  if (code === undefined) return null;
  const powers = publicListNamed(world, 'powers');
  const found = await store.findItem(world.region.code, powers.id, code, today);
  return found ? { code, name: found.name, item: publicItem(powers, found.item) } : null;
}

function textOf(item: JsonObject | undefined, field: string): string {
  const value = item?.[field];
  return typeof value === 'string' ? value : '';
}

function waysOf({ commitment, siteCheck, joint, promisedDays }: GuideItem): string[] {
  return [
    ...(promisedDays === 0 ? ['材料齐全、符合法定形式的，当场办结。'] : []),
    ...(commitment ? ['实行告知承诺：书面承诺符合条件的，当场作出决定，事后核查。'] : []),
    ...(joint ? ['涉及几个部门的，统一受理、联合办理，只需交一次材料。'] : []),
    ...(siteCheck ? ['受理后需要现场核查，请按约定时间配合。'] : []),
  ];
}

function notesOf(material: Material, commitment: boolean): string[] {
  return [
    ...(material.noProofNeeded ? ['不用提交，由办理单位核验取得'] : []),
    ...(material.mayPromise ? ['暂时没有的可以先受理、后补交'] : []),
    ...(commitment && material.mayReplaceByCommitment ? ['可以书面承诺代替'] : []),
  ];
}

const unitNames: Record<LimitUnit, string> = {
  workday: '个工作日',
  day: '日',
  hour: '小时',
  month: '个月',
  year: '年',
};
const lengthText = ({ amount, unit }: Limit): string => `${amount}${unitNames[unit]}`;

/** 行政许可法 art. 42: twenty workdays, forty-five where it is handled jointly, unless a special law sets another. */
function legalText(world: World, item: GuideItem): string {
  const { legalLimit, legalLimitUnit, legalLimitBasis } = item;
  if (legalLimit !== undefined && legalLimitUnit !== undefined) {
    const length = lengthText({ amount: legalLimit, unit: legalLimitUnit });
    return `自受理之日起${length}内作出决定（${legalLimitBasis ?? ''}）。`;
  }
  const provision = world.law.get(item.joint ? 'XK-10' : 'XK-09');
  const [extension] = provision.extension ?? [];
  const longer =
    extension?.amount == null
      ? ''
      : `确有必要的，经${extension.approver ?? '负责人'}批准可以延长${lengthText({ amount: extension.amount, unit: extension.unit })}，并告知理由`;
  const limit = provision.limit ? lengthText(provision.limit) : '';
  return `自受理之日起${limit}内作出决定（${citation(provision)}）。${longer ? `${longer}。` : ''}`;
}

function promisedText({ promisedDays }: GuideItem): string {
  return promisedDays === 0 ? '当场办结。' : `承诺自受理之日起${promisedDays}个工作日内办结。`;
}

function monthsText(months: number): string {
  return months % 12 === 0 ? `${months / 12}年` : `${months}个月`;
}
