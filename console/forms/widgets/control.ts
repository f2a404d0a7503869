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
  readonly small?: boolean;
  /** The day of the act, where it is not today: lists and certificates are asked for as of it. */
  readonly on?: string | undefined;
  /** For list items that are about another: the item chosen there. */
  readonly about?: string | undefined;
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
