import type { FormField } from '../../src/client/contract/catalogue.ts';
import type { JsonValue } from '../api/json.ts';
import { dateComplaint, typedDate } from './typed-date.ts';

/** What has been typed so far, by field. */
export type Values = { readonly [field: string]: JsonValue | undefined };

/** A complaint about one place of a form: `amount`, or `materials.0.code`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Widgets whose fields are chosen, not written. */
const chosen: ReadonlySet<FormField['widget']> = new Set([
  'choice',
  'choices',
  'flag',
  'people',
  'list-item',
  'unit',
  'date',
]);

export function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** What can be said before anything is sent. The server judges again and knows more. */
export function validate(fields: readonly FormField[], values: Values): FieldError[] {
  return fields.flatMap((field) => {
    const value = values[field.name];
    const message = complaint(field, value);
    if (message) return [{ path: field.name, message }];
    if (field.widget !== 'rows' || !Array.isArray(value)) return [];
    return value.flatMap((row, index) =>
      validate(field.columns ?? [], row as Values).map((error) => ({
        path: `${field.name}.${index}.${error.path}`,
        message: error.message,
      })),
    );
  });
}

function complaint(field: FormField, value: JsonValue | undefined): string | undefined {
  const { title, widget, min, max } = field;
  if (isEmpty(value)) {
    // No rows and no files are an answer too, where no least number is asked for.
    const none = (widget === 'rows' || widget === 'files') && (min ?? 0) === 0;
    if (!field.required || none) return undefined;
    if (widget === 'files') return `请上传${title}`;
    return `${chosen.has(widget) ? '请选择' : '请填写'}${title}`;
  }
  if (typeof value === 'number') {
    if (min !== undefined && value < min) return `${title}不能小于${min}`;
    if (max !== undefined && value > max) return `${title}不能大于${max}`;
    if (widget === 'integer' && !Number.isInteger(value)) return `${title}应为整数`;
  }
  if (widget === 'date' && typeof value === 'string' && !typedDate(value)) return dateComplaint(value);
  if (typeof value === 'string' && max !== undefined && value.trim().length > max) {
    return `${title}最多${max}字，现有${value.trim().length}字`;
  }
  if (Array.isArray(value)) return countComplaint(field, value.length);
  return undefined;
}

function countComplaint({ title, widget, min, max }: FormField, count: number): string | undefined {
  const unit = { people: '人', files: '个文件', rows: '行' }[widget as string] ?? '项';
  if (min !== undefined && count < min) return `${title}至少${min}${unit}`;
  if (max !== undefined && count > max) return `${title}最多${max}${unit}`;
  return undefined;
}

/** What is sent: without the fields left empty, texts trimmed, an empty list kept where one is asked for. */
export function inputOf(fields: readonly FormField[], values: Values): Record<string, JsonValue> {
  const input: Record<string, JsonValue> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (isEmpty(value)) {
      if (field.required && (field.widget === 'rows' || field.widget === 'files')) input[field.name] = [];
    } else if (field.widget === 'rows') {
      input[field.name] = (value as Values[]).map((row) => inputOf(field.columns ?? [], row));
    } else input[field.name] = typeof value === 'string' ? value.trim() : (value as JsonValue);
  }
  return input;
}
