import type { JsonObject } from '../kernel/ledger/json.ts';
import type { ListAction } from '../lists/context.ts';
import { enforcementUnits, everyNth } from './items.ts';
import { type DemoPower, keepsStill } from './powers.ts';
import type { Scribe } from './scribe.ts';
import { type DemoUnit, holders, units, zone } from './zone.ts';

/** Kinds of powers that are enforcement, with how many items a unit shows of each. */
const shown: Readonly<Record<string, number>> = {
  penalty: 8,
  inspection: 3,
  coercion: 2,
  licence: 4,
  levy: 1,
};

/** Where the flow of an item begins is the list's; these are the stages that follow. */
const stages: Readonly<Record<string, readonly string[]>> = {
  penalty: ['立案', '调查取证', '审核', '告知', '决定', '送达', '执行'],
  inspection: ['制定方案', '现场检查', '告知结果', '归档'],
  coercion: ['审批', '告知', '实施', '处理决定'],
  licence: ['受理', '审查', '决定', '送达'],
  levy: ['核定', '告知', '征收', '入库'],
};

const bodies: readonly DemoUnit[] = units.filter(
  ({ code }) => code === 'U03' || enforcementUnits.some((unit) => unit === code),
);
const bodyCode = (unit: string): string => `ZT-${unit}`;

/** The directories published before any act of enforcement: who enforces, and what each of them may enforce. */
export function writeDirectories(scribe: Scribe, powers: readonly DemoPower[], year: number): void {
  const keeper = holders('U02', 'list-keeper')[0]!;
  const on = `${year - 1}-01-03`;
  const establish = (title: string, input: JsonObject): ListAction => ({
    operation: 'establish',
    input: { effective: on, documentTitle: `${zone.name}${title}`, reason: '首次公布', ...input },
  });
  const still = powers.filter((_, index) => keepsStill(index));
  scribe.operate(
    'enforcing-bodies',
    keeper,
    'list-keeper',
    on,
    bodies.map((unit) => establish('行政执法主体清单', bodyFields(unit, still))),
  );
  const items = bodies.flatMap(({ code }) =>
    Object.entries(shown).flatMap(([type, count]) =>
      everyNth(
        still.filter((power) => power.unit === code && power.type === type),
        count,
      ),
    ),
  );
  scribe.operate(
    'enforcement-items',
    keeper,
    'list-keeper',
    on,
    items.map((power) => establish('行政执法事项清单', itemFields(power))),
  );
}

function bodyFields({ code, name, shortName }: DemoUnit, powers: readonly DemoPower[]): JsonObject {
  const own = powers.filter(({ unit }) => unit === code);
  const kinds = { penalty: '行政处罚', inspection: '行政检查', coercion: '行政强制', licence: '行政许可' };
  const exercised = Object.entries(kinds).filter(([type]) => own.some((power) => power.type === type));
  return {
    code: bodyCode(code),
    name,
    type: 'organ',
    unit: code,
    legalBasis: `${shortName}执行的法律、法规、规章及“三定”规定`,
    duties: `依法实施本领域的${exercised.map(([, word]) => word).join('、')}，对执法过程和结果负责。`,
    fields: `${shortName}职责范围内的事项`,
    address: `${zone.name}政务服务中心`,
    phone: '0000-12300',
    supervisionPhone: '0000-12345',
    remedies: `对执法决定不服的，可以自知道之日起六十日内向有管辖权的行政复议机关申请行政复议，或者六个月内向有管辖权的人民法院起诉。`,
  };
}

function itemFields({ code, name, type, unit }: DemoPower): JsonObject {
  return {
    code: `ZF-${code}`,
    name,
    type,
    power: code,
    body: bodyCode(unit),
    unit,
    object: type === 'licence' ? '申请人' : '公民、法人和其他组织',
    legalBasis: '与对应的行政权力事项相同',
    stages: stages[type]!.map((stage) => ({ name: stage })),
    ...(type === 'inspection' ? { frequency: '对同一对象每年不超过2次', random: true } : {}),
  };
}
