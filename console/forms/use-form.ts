import { useEffect, useState } from 'react';
import { v4 as newId } from 'uuid';
import type { FormField } from '../../src/client/contract/catalogue.ts';
import { useClosingGuard } from '../shared/unsaved.ts';
import { type DraftPlace, dropDraft, keepDraft, readDraft } from './drafts.ts';
import { type FieldError, inputOf, type Values, validate } from './values.ts';

export interface Form {
  readonly fields: readonly FormField[];
  readonly values: Values;
  readonly errors: readonly FieldError[];
  /** Something was typed that is not sent yet. */
  readonly dirty: boolean;
  /** The form opened with what was typed earlier. */
  readonly restored: boolean;
  /** Key of the act: the same until it succeeded. */
  readonly request: string;
  set(name: string, value: Values[string]): void;
  setErrors(errors: readonly FieldError[]): void;
  /** What to send, or undefined after showing what is wrong. */
  check(): ReturnType<typeof inputOf> | undefined;
  /** Forgets what was typed, after it was done or by choice. */
  clear(): void;
}

/** State of one form with its draft. Give the component a `key` of the place: another place is another form. */
export function useForm(fields: readonly FormField[], place: DraftPlace, initial: Values = {}): Form {
  const [kept] = useState(() => readDraft(place));
  const [values, setValues] = useState<Values>(kept?.values ?? initial);
  const [request, setRequest] = useState(() => kept?.request ?? newId());
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [dirty, setDirty] = useState(kept !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is fixed by the component's key
  useEffect(() => {
    if (dirty) keepDraft(place, { values, request });
  }, [values, dirty]);
  useClosingGuard(dirty);
  return {
    fields,
    values,
    errors,
    dirty,
    restored: kept !== undefined && dirty,
    request,
    set(name, value) {
      setValues((present) => ({ ...present, [name]: value }));
      setDirty(true);
      setErrors((present) => present.filter(({ path }) => path !== name && !path.startsWith(`${name}.`)));
    },
    setErrors,
    check() {
      const found = validate(fields, values);
      setErrors(found);
      return found.length === 0 ? inputOf(fields, values) : undefined;
    },
    clear() {
      dropDraft(place);
      setDirty(false);
      setValues(initial);
      setErrors([]);
      setRequest(newId());
    },
  };
}
