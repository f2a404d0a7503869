import { z } from 'zod';
import type { Offers, RowOf, RowsFrom, RowsListed } from './field-meta.ts';
import type { MaskKind } from './mask.ts';

export type Field = z.ZodType & { meta(): unknown };

interface Options {
  readonly help?: string;
  readonly group?: string;
}
interface TextOptions extends Options {
  readonly personal?: MaskKind;
  readonly max?: number;
  readonly pattern?: { readonly like: RegExp; readonly say: string };
  /** A number: full-width characters, blanks and small letters are taken as what they stand for. */
  readonly number?: true;
  readonly internal?: true;
  readonly opens?: string;
}

const need = (title: string) => ({ error: `请填写${title}` });

/** A line of text; trimmed; empty counts as missing. Length in characters. */
function text(title: string, options: TextOptions = {}) {
  const { max = 200, pattern, number, ...rest } = options;
  let schema = z
    .string(need(title))
    .overwrite(number ? asNumber : (value) => value.trim())
    .min(1, `请填写${title}`)
    .max(max, `${title}最多${max}字`)
    .refine((value) => value.isWellFormed() && !hasControl(value), `${title}含有无法识别的字符`);
  if (pattern) schema = schema.regex(pattern.like, pattern.say);
  return schema.meta({ title, widget: 'text', ...rest });
}

/** A number as it is kept, however it was typed or pasted: half-width, without blanks, in capitals. */
function asNumber(value: string): string {
  return value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

function longText(title: string, options: TextOptions = {}) {
  const { max = 5000, pattern: _, number: __, ...rest } = options;
  return z
    .string(need(title))
    .trim()
    .min(1, `请填写${title}`)
    .max(max, `${title}最多${max}字`)
    .refine((value) => value.isWellFormed() && !hasControl(value), `${title}含有无法识别的字符`)
    .meta({ title, widget: 'long-text', ...rest });
}

function hasControl(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code < 32 && code !== 10 && code !== 9) return true;
  }
  return false;
}

/** A whole number of `unit`. */
function integer(title: string, options: Options & { min?: number; max?: number; unit?: string } = {}) {
  const { min = 0, max = 1_000_000_000, ...rest } = options;
  return z
    .int({ error: `${title}应为整数` })
    .min(min, `${title}不能小于${min}`)
    .max(max, `${title}不能大于${max}`)
    .meta({ title, widget: 'integer', ...rest });
}

/** An amount in yuan with at most two decimals. */
function money(title: string, options: Options & { max?: number } = {}) {
  const { max = 100_000_000_000, ...rest } = options;
  return z
    .number({ error: `请填写${title}（元）` })
    .min(0, `${title}不能为负数`)
    .max(max, `${title}超出可以登记的金额`)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, `${title}最多保留两位小数`)
    .meta({ title, widget: 'money', unit: '元', ...rest });
}

/** A legal day. */
function date(title: string, options: Options = {}) {
  return z.iso
    .date({ error: `${title}应为真实存在的日期，如2024-09-27` })
    .meta({ title, widget: 'date', ...options });
}

function choice<const C extends Record<string, string>>(title: string, choices: C, options: Options = {}) {
  return z
    .enum(Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]], {
      error: `请选择${title}`,
    })
    .meta({ title, widget: 'choice', choices, ...options });
}

function choices<const C extends Record<string, string>>(title: string, options_: C, options: Options = {}) {
  return z
    .array(z.enum(Object.keys(options_) as [keyof C & string, ...(keyof C & string)[]]), {
      error: `请选择${title}`,
    })
    .min(1, `${title}至少选择一项`)
    .max(50)
    .meta({ title, widget: 'choices', choices: options_, ...options });
}

function flag(title: string, options: Options = {}) {
  return z.boolean({ error: `请选择${title}` }).meta({ title, widget: 'flag', ...options });
}

/** Persons of this system, by id; who they must be is said by the step's `officers`. */
function people(title: string, options: Options & { min?: number; max?: number } = {}) {
  const { min = 1, max = 20, ...rest } = options;
  return z
    .array(z.string().min(1).max(64), { error: `请选择${title}` })
    .min(min, `${title}至少${min}人`)
    .max(max, `${title}至多${max}人`)
    .refine((list) => new Set(list).size === list.length, `${title}不能重复`)
    .meta({ title, widget: 'people', ...rest });
}

/** A stored file: content address, name as brought, size in bytes. */
export const storedFile = z.strictObject({
  sm3: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(255),
  size: z.int().min(0),
});
export type StoredFile = z.infer<typeof storedFile>;

function files(title: string, options: Options & { min?: number; max?: number } = {}) {
  const { min = 0, max = 50, ...rest } = options;
  return z
    .array(storedFile, { error: `请上传${title}` })
    .min(min, `请上传${title}`)
    .max(max, `${title}最多${max}个文件`)
    .meta({ title, widget: 'files', ...rest });
}

/** The code of an item of a list in force on the day of the step. */
function listItem(title: string, list: string, options: Options & { offers?: Offers } = {}) {
  return z
    .string({ error: `请选择${title}` })
    .min(1, `请选择${title}`)
    .max(64)
    .meta({ title, widget: 'list-item', list, ...options });
}

/** One row of a chosen list item, by its key; it must be there on the day (SPEC P27). */
function rowOf(title: string, of: RowOf, options: Options = {}) {
  return z
    .string({ error: `请选择${title}` })
    .min(1, `请选择${title}`)
    .max(64)
    .meta({ title, widget: 'choice', of, ...options });
}

/** A unit of the region, by its code. */
function unit(title: string, options: Options = {}) {
  return z
    .string({ error: `请选择${title}` })
    .min(1, `请选择${title}`)
    .max(64)
    .meta({ title, widget: 'unit', ...options });
}

/** A table inside a form, e.g. the materials of an application. No personal fields within. */
function rows<S extends z.ZodRawShape>(
  title: string,
  shape: S,
  options: Options & { min?: number; max?: number; from?: RowsFrom; listed?: RowsListed } = {},
) {
  const { min = 0, max = 200, ...rest } = options;
  return z
    .array(z.strictObject(shape), { error: `请填写${title}` })
    .min(min, `${title}至少${min}行`)
    .max(max, `${title}最多${max}行`)
    .meta({ title, widget: 'rows', ...rest });
}

/** Unified social credit code. Issued codes with a failing check digit exist, so only the shape is refused. */
function creditCode(title = '统一社会信用代码', options: Options = {}) {
  return text(title, {
    max: 18,
    number: true,
    pattern: { like: /^[0-9A-HJ-NPQRTUWXY]{18}$/, say: `${title}应为18位，由数字和大写字母组成` },
    ...options,
  });
}

/** Resident identity number, 18 places, kept apart as personal data. */
function residentId(title = '公民身份号码', options: Options = {}) {
  return text(title, {
    max: 18,
    personal: 'resident-id',
    number: true,
    pattern: { like: /^\d{17}[\dX]$/, say: `${title}应为18位数字，末位可以是X` },
    ...options,
  });
}

function phone(title = '联系电话', options: Options = {}) {
  return text(title, {
    max: 20,
    personal: 'phone',
    number: true,
    pattern: { like: /^[0-9+\-()]{5,20}$/, say: `${title}只能包含数字和连接号` },
    ...options,
  });
}

/**
 * A field whose value the product puts in: what it says can be relied on as what was computed. Not shown in forms;
 * whoever sends it from outside is refused (SPEC P17).
 */
function provided<S extends z.ZodType>(field: S): S {
  return field.meta({ ...field.meta(), provided: true }) as S;
}

/** The words in which a step declares its fields. Each carries what a form needs to set itself. */
export const f = {
  text,
  longText,
  integer,
  money,
  date,
  choice,
  choices,
  flag,
  people,
  files,
  listItem,
  rowOf,
  unit,
  rows,
  creditCode,
  residentId,
  phone,
  provided,
};
