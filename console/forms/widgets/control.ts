import type { FormField } from '../../../src/client/contract/catalogue.ts';
import type { JsonValue } from '../../api/json.ts';

/** What every widget is given. `id` ties it to its label, `described` to its help and error. */
export interface ControlProps {
  readonly id: string;
  readonly field: FormField;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
  readonly invalid: boolean;
  readonly described: string | undefined;
  /** For list items: the unit in view, the day. */
  readonly small?: boolean;
}

/** Attributes that tie an input to its label, help and error. */
export function tied({ id, invalid, described, field }: ControlProps) {
  return {
    id,
    'aria-invalid': invalid || undefined,
    'aria-describedby': described,
    'aria-required': field.required || undefined,
    ...(invalid ? { status: 'error' as const } : {}),
  };
}
