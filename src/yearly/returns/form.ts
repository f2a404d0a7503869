import { z } from 'zod';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import { partsOf } from '../../systems/yearly/periodic-return/checks.ts';
import { DECIMAL } from '../../systems/yearly/periodic-return/decimal.ts';
import type { CheckedItem } from '../../systems/yearly/periodic-return/fields.ts';
import { ITEM_CODE, MOST_ITEMS, measures } from '../../systems/yearly/periodic-return/fields.ts';
import { periodKinds } from '../../systems/yearly/periodic-return/period.ts';

const words = (title: string, max: number) =>
  z
    .string({ error: `请填写${title}` })
    .trim()
    .min(1, `请填写${title}`)
    .max(max, `${title}最多${max}字`);
const keys = <T extends Record<string, string>>(of: T) =>
  Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const decimal = (title: string) =>
  z.string().refine((text) => DECIMAL.test(text) && !text.startsWith('-'), `${title}应为不小于0的数字`);

/**
 * An item of a return form. `indicator` names the figure of this product it is a value of, as a report's slot does:
 * `penalty.decided`, or one kind of it `penalty.decided@fine`. `owedBy`: units that owe it; all where absent.
 */
const formItem = z.strictObject({
  code: z.string().trim().regex(ITEM_CODE, '指标编码由字母、数字、点和连接号组成，最多30位'),
  name: words('指标名称', 100),
  /** Heading it stands under. */
  group: z.string().trim().max(50).optional(),
  unit: words('计量单位', 20),
  definition: z.string().trim().max(1000).default(''),
  measure: z.enum(keys(measures), { error: '请选择数据类型' }),
  decimals: z.int().min(0).max(6).default(0),
  required: z.boolean().default(true),
  negative: z.boolean().optional(),
  sum: z.string().trim().max(2000).optional(),
  ratio: z.string().trim().max(80).optional(),
  within: z.string().trim().max(30).optional(),
  jump: decimal('变动幅度').default('0.5'),
  jumpFloor: decimal('变动下限').default('10'),
  owedBy: z.array(z.string().max(64)).max(500).optional(),
  indicator: z.string().trim().max(100).optional(),
});
export type FormItem = z.infer<typeof formItem>;

/** A return form: what is asked, how it is checked, of whom. */
export const returnForm = z.strictObject({
  /** Its own code, which never changes: forms are told apart by it. */
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/, '报表编码由字母、数字和连接号组成，最多20位'),
  name: words('报表名称', 100),
  periodKind: z.enum(keys(periodKinds), { error: '请选择报送周期' }),
  note: z.string().trim().max(2000).default(''),
  items: z.array(formItem).min(1, '请至少填写一个指标').max(MOST_ITEMS, `指标最多${MOST_ITEMS}个`),
});
export type ReturnForm = z.infer<typeof returnForm>;

/** Something of a form that does not hold together, by its item. */
export interface FormProblem {
  readonly path: string;
  readonly message: string;
}

/** What the items of a form say of each other. `slots`: figures an item may be mapped to; `taken`: codes of other forms. */
export function formProblems(
  { items }: ReturnForm,
  slots: ReadonlySet<string>,
  taken: ReadonlyMap<string, string>,
): FormProblem[] {
  const codes = items.map(({ code }) => code);
  const known = new Set(codes);
  return items.flatMap((item, at) => {
    const say = (field: string, message: string): FormProblem => ({ path: `items.${at}.${field}`, message });
    const unknown = [
      ...partsOf(item.sum, '+'),
      ...partsOf(item.ratio, '/'),
      ...(item.within ? [item.within] : []),
    ].filter((code) => !known.has(code) || code === item.code);
    const form = taken.get(item.code);
    return [
      ...(codes.indexOf(item.code) < at ? [say('code', `编码${item.code}重复，请更换`)] : []),
      ...(form === undefined ? [] : [say('code', `编码${item.code}已用于报表“${form}”，请更换`)]),
      ...(unknown.length === 0
        ? []
        : [say('sum', `${item.code}的公式里没有指标${unknown.join('、')}，请核对编码`)]),
      ...(item.ratio !== undefined && partsOf(item.ratio, '/').length !== 2
        ? [say('ratio', `${item.code}的比率应写成“分子编码/分母编码”`)]
        : []),
      ...(item.measure === 'rate' && item.indicator !== undefined
        ? [say('indicator', `${item.code}是比率，不能对应台账指标；请让分子、分母对应`)]
        : []),
      ...(item.indicator !== undefined && !slots.has(item.indicator)
        ? [say('indicator', `没有台账指标“${item.indicator}”`)]
        : []),
    ];
  });
}

/** The items a unit owes. */
export const itemsOwedBy = ({ items }: ReturnForm, unit: string): FormItem[] =>
  items.filter(({ owedBy }) => owedBy === undefined || owedBy.includes(unit));

/** Values a return is compared with, by item. */
export type Before = ReadonlyMap<string, { readonly last?: string; readonly lastYear?: string }>;

/** The items as the step takes them: with what they are compared with, without what checks need not know. */
export function checkedItems(items: readonly FormItem[], before: Before): CheckedItem[] {
  return items.map(
    ({ group: _, definition: __, owedBy: ___, indicator: ____, sum, ratio, within, negative, ...item }) => ({
      ...item,
      ...(negative ? { negative } : {}),
      ...(sum ? { sum } : {}),
      ...(ratio ? { ratio } : {}),
      ...(within ? { within } : {}),
      ...before.get(item.code),
    }),
  );
}

/** Form and period as claims and templates name them. */
export const keyOf = (form: string, period: string): string => `${form} ${period}`;

/** What a round fixes of its form and period. */
export function fixedOf(
  form: ReturnForm,
  version: number,
  period: { key: string; name: string },
): JsonObject {
  return {
    form: form.code,
    formName: form.name,
    formVersion: version,
    formDigest: sm3Hex(canonical(form as unknown as JsonObject)),
    period: period.key,
    periodName: period.name,
    key: keyOf(form.code, period.key),
  };
}
