import type { FormField } from '../../src/client/contract/catalogue.ts';
import { day, number } from '../format.ts';

/** A raw value of a field in words, as registers show it. Codes that the field does not know stay as they are. */
export function fieldText(field: Pick<FormField, 'widget' | 'choices' | 'unit'>, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  switch (field.widget) {
    case 'choice':
      return field.choices?.[String(value)] ?? String(value);
    case 'choices':
      return (value as string[]).map((code) => field.choices?.[code] ?? code).join('、');
    case 'flag':
      return value ? '是' : '否';
    case 'money':
      return `${number(Number(value))}元`;
    case 'integer':
      // Four digits stand together, as in a year.
      return `${Math.abs(Number(value)) < 10_000 ? String(value) : number(Number(value))}${field.unit ?? ''}`;
    case 'date':
      return day(String(value));
    case 'files':
      return (value as { name: string }[]).map((file) => file.name).join('、');
    case 'rows':
      return `${(value as unknown[]).length}行`;
    default:
      return Array.isArray(value) ? value.join('、') : String(value);
  }
}
