import { placesOf, ratioOf, scaled, sumOf, unscaled } from './decimal.ts';
import type { CheckedItem, ReturnedValue } from './fields.ts';

/** What may be wrong with a value. Each is a gate of its own, so that a refusal names its rule. */
export type CheckRule = 'known' | 'required' | 'number' | 'adds-up' | 'within' | 'cumulative' | 'jump';

/** One value that cannot be submitted as it is: what is wrong and what to do. */
export interface Finding {
  readonly rule: CheckRule;
  readonly code: string;
  readonly message: string;
}

export const partsOf = (formula: string | undefined, mark: '+' | '/'): string[] =>
  formula === undefined ? [] : formula.split(mark).map((code) => code.trim());

/** All that is wrong with a return, item by item in the order of the form. Pure: used by form, import and gates alike. */
export function checkReturn(items: readonly CheckedItem[], values: readonly ReturnedValue[]): Finding[] {
  const given = new Map(values.map((value) => [value.code, value]));
  const known = new Map(items.map((item) => [item.code, item]));
  const strange = values.flatMap(({ code }, at) => {
    const twice = values.findIndex((value) => value.code === code) < at;
    if (twice) return [finding('known', code, `指标${code}填了两次，请保留一个。`)];
    return known.has(code) ? [] : [finding('known', code, `指标${code}不在本单位应报的指标内，请删去。`)];
  });
  const value = (code: string) => given.get(code)?.value;
  return [...strange, ...items.flatMap((item) => checkItem(item, given.get(item.code), value, known))];
}

function checkItem(
  item: CheckedItem,
  given: ReturnedValue | undefined,
  value: (code: string) => string | undefined,
  known: ReadonlyMap<string, CheckedItem>,
): Finding[] {
  if (!given) {
    if (!item.required) return [];
    return [finding('required', item.code, `“${item.name}”必须填写；没有发生的填0。`)];
  }
  const wrong = checkNumber(item, given.value);
  if (wrong) return [wrong];
  return [
    ...checkSum(item, given.value, value, known),
    ...checkRatio(item, given.value, value),
    ...checkWithin(item, given.value, value, known),
    ...checkCumulative(item, given.value),
    ...checkJump(item, given),
  ];
}

function checkNumber(item: CheckedItem, text: string): Finding | undefined {
  if (placesOf(text) > item.decimals) {
    const places = item.decimals === 0 ? '整数' : `最多${item.decimals}位小数`;
    return finding('number', item.code, `“${item.name}”应为${places}，现在是${text}，请改正。`);
  }
  if (item.negative !== true && text.startsWith('-')) {
    return finding('number', item.code, `“${item.name}”不能为负数，现在是${text}，请核对。`);
  }
  return undefined;
}

function checkSum(
  item: CheckedItem,
  text: string,
  value: (code: string) => string | undefined,
  known: ReadonlyMap<string, CheckedItem>,
): Finding[] {
  const parts = partsOf(item.sum, '+');
  const values = parts.map(value);
  if (parts.length === 0 || values.every((part) => part === undefined)) return [];
  const sum = sumOf(values.flatMap((part) => part ?? []));
  if (scaled(sum) === scaled(text)) return [];
  const names = parts.map((code) => known.get(code)?.name ?? code).join('、');
  return [
    finding(
      'adds-up',
      item.code,
      `“${item.name}”为${text}，各分项（${names}）之和为${sum}，相差${differenceOf(text, sum)}，请核对合计或分项。`,
    ),
  ];
}

const differenceOf = (a: string, b: string): string => unscaled(scaled(a) - scaled(b));

function checkRatio(item: CheckedItem, text: string, value: (code: string) => string | undefined): Finding[] {
  const computed = rateOf(item, value);
  if (computed === undefined || scaled(computed) === scaled(text)) return [];
  return [
    finding(
      'adds-up',
      item.code,
      `“${item.name}”按分子、分母计算应为${computed}，现在是${text}，请改正或者留空由系统计算。`,
    ),
  ];
}

function rateOf(item: CheckedItem, value: (code: string) => string | undefined): string | undefined {
  const [over, under] = partsOf(item.ratio, '/').map(value);
  if (over === undefined || under === undefined) return undefined;
  return ratioOf(over, under, item.unit === '%' ? 100 : 1, item.decimals);
}

function checkWithin(
  item: CheckedItem,
  text: string,
  value: (code: string) => string | undefined,
  known: ReadonlyMap<string, CheckedItem>,
): Finding[] {
  const whole = item.within === undefined ? undefined : value(item.within);
  if (whole === undefined || scaled(text) <= scaled(whole)) return [];
  const name = known.get(item.within!)?.name ?? item.within;
  return [
    finding(
      'within',
      item.code,
      `“${item.name}”为${text}，是“${name}”（${whole}）的一部分，不能大于它，请核对。`,
    ),
  ];
}

/** What is counted from the first of January never grows smaller within the year; `last` is given only within it. */
function checkCumulative(item: CheckedItem, text: string): Finding[] {
  if (item.measure !== 'cumulative' || item.last === undefined || scaled(text) >= scaled(item.last))
    return [];
  return [
    finding(
      'cumulative',
      item.code,
      `“${item.name}”是本年累计数，本期${text}小于上期${item.last}，请核对；上期有误的请先更正上期。`,
    ),
  ];
}

function checkJump(item: CheckedItem, { value, comment }: ReturnedValue): Finding[] {
  if (comment !== undefined) return [];
  const from = [
    // Within the year what is counted from its first day grows by nature.
    ...(item.measure !== 'cumulative' && isJump(item, value, item.last) ? [`上期${item.last}`] : []),
    ...(isJump(item, value, item.lastYear) ? [`上年同期${item.lastYear}`] : []),
  ];
  if (from.length === 0) return [];
  return [
    finding(
      'jump',
      item.code,
      `“${item.name}”本期${value}，${from.join('、')}，变动较大，请核对；无误的请在说明栏写明原因。`,
    ),
  ];
}

function isJump(item: CheckedItem, value: string, before: string | undefined): boolean {
  if (before === undefined || scaled(item.jump) === 0n) return false;
  const change = size(scaled(value) - scaled(before));
  return change >= scaled(item.jumpFloor) && change * scaled('1') > size(scaled(before)) * scaled(item.jump);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Totals and rates that were left empty, worked out from what was filled in. */
export function withComputed(
  items: readonly CheckedItem[],
  values: readonly ReturnedValue[],
): ReturnedValue[] {
  const given = new Map(values.map((value) => [value.code, value]));
  const value = (code: string) => given.get(code)?.value;
  for (const item of items) {
    if (given.has(item.code)) continue;
    const parts = partsOf(item.sum, '+').map(value);
    const whole = parts.length > 0 && parts.every((part) => part !== undefined);
    const computed = whole ? sumOf(parts as string[]) : rateOf(item, value);
    if (computed !== undefined) given.set(item.code, { code: item.code, value: computed });
  }
  const order = new Map(items.map(({ code }, at) => [code, at]));
  return [...given.values()].sort((a, b) => (order.get(a.code) ?? 1e9) - (order.get(b.code) ?? 1e9));
}

const finding = (rule: CheckRule, code: string, message: string): Finding => ({ rule, code, message });
