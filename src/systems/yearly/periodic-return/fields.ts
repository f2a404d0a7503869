import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { DECIMAL } from './decimal.ts';

/** Most items of one form. */
export const MOST_ITEMS = 300;

/** Code of an item: unique among all forms, since figures are told apart by it. */
export const ITEM_CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/;

/** How values of an item behave in time. */
export const measures = {
  flow: '本期发生数',
  stock: '期末数',
  cumulative: '本年累计数',
  rate: '比率',
} as const;
export type Measure = keyof typeof measures;

const code = f.text('指标编码', {
  max: 30,
  pattern: { like: ITEM_CODE, say: '指标编码由字母、数字、点和连接号组成' },
});
const decimal = (title: string) =>
  f.text(title, { max: 24, pattern: { like: DECIMAL, say: `${title}应为数字` } });

/** One value as it is returned; decimal text, so that amounts add up exactly. */
const returnedValue = {
  code,
  value: decimal('数值'),
  comment: f.text('说明', { max: 300 }).optional(),
};
export type ReturnedValue = z.infer<z.ZodObject<typeof returnedValue>>;

/**
 * An item as it holds for this return, with the values it is compared with. `sum` is `A+B`, `ratio` is `A/B`, `within`
 * the item it cannot exceed. A jump is a change by more than `jump` (share of the value before; 0: never asked) and by
 * at least `jumpFloor`.
 */
const checkedItem = {
  code,
  name: f.text('指标名称', { max: 100 }),
  unit: f.text('计量单位', { max: 20 }),
  measure: f.choice('数据类型', measures),
  decimals: f.integer('小数位数', { max: 6 }),
  required: f.flag('必填'),
  negative: f.flag('可为负数').optional(),
  sum: f.text('合计', { max: 2000 }).optional(),
  ratio: f.text('比率', { max: 80 }).optional(),
  within: f.text('不超过', { max: 30 }).optional(),
  jump: decimal('变动幅度'),
  jumpFloor: decimal('变动下限'),
  last: decimal('上期数').optional(),
  lastYear: decimal('上年同期数').optional(),
};
export type CheckedItem = z.infer<z.ZodObject<typeof checkedItem>>;

/** What a return is of; comes from the round and never changes but for its day. */
export const owed = {
  form: f.text('报表编码', { max: 20 }),
  formName: f.text('报表', { max: 100 }),
  formVersion: f.integer('报表版本', { min: 1, max: 100_000 }),
  period: f.text('期别', { max: 8 }),
  periodName: f.text('报送期', { max: 20 }),
  due: f.date('报送截止日'),
};

export const owe = z.object({ ...owed, unit: f.unit('报送单位') });

const filled = {
  values: f.rows('数据', returnedValue, { max: MOST_ITEMS }),
  items: f.provided(f.rows('指标和比较数', checkedItem, { max: MOST_ITEMS })),
};
export const submit = z.object({ ...filled, remark: f.longText('报送说明', { max: 1000 }).optional() });
export const enter = z.object({
  ...filled,
  source: f.text('数据来源', { help: '例如：单位报来的盖章报表' }),
});
export const giveBack = z.object({
  returnReason: f.longText('退回原因', { max: 1000 }),
  redoBy: f.date('重新报送期限'),
});
export const accept = z.object({ opinion: f.longText('审核意见', { max: 500 }).optional() });
/** Apart from what was accepted: the values stand as they are until the office accepts these. */
export const correct = z.object({
  proposed: f.rows('更正后的数据', returnedValue, { max: MOST_ITEMS }),
  proposedItems: f.provided(f.rows('指标和比较数', checkedItem, { max: MOST_ITEMS })),
  correctReason: f.longText('更正原因', { max: 1000 }),
});
export const acceptCorrection = z.object({ opinion: f.longText('审核意见', { max: 500 }).optional() });
export const rejectCorrection = z.object({ rejectReason: f.longText('退回原因', { max: 1000 }) });
export const urge = z.object({ urgeNote: f.longText('催报内容', { max: 500 }).optional() });
export const postpone = z.object({
  due: f.date('报送截止日'),
  postponeReason: f.longText('顺延原因', { max: 500 }),
});
export const endUnreturned = z.object({ unreturnedReason: f.longText('未报送情况', { max: 500 }) });

export type ReturnFacts = Facts &
  Partial<
    z.infer<typeof owe> &
      z.infer<typeof submit> &
      z.infer<typeof enter> &
      z.infer<typeof giveBack> &
      z.infer<typeof correct> &
      z.infer<typeof rejectCorrection> &
      z.infer<typeof postpone>
  > & {
    /** Times it was urged so far. */
    readonly urged?: number;
    readonly urgedOn?: string;
    readonly submittedOn?: string;
    readonly acceptedOn?: string;
    /** Times it was corrected after acceptance. */
    readonly corrected?: number;
    /** Whether a correction waits for the office. */
    readonly correcting?: boolean;
  };
