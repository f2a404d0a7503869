import { Button } from 'antd';
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { FormField } from '../../src/client/contract/catalogue.ts';
import { ProblemError } from '../api/client.ts';
import type { JsonValue } from '../api/json.ts';
import { useSession } from '../api/queries.ts';
import { day as chineseDay } from '../format.ts';
import { Refusal } from '../shared/refusal.tsx';
import { Backdate } from './backdate.tsx';
import type { DraftPlace } from './drafts.ts';
import { FormFields } from './form-fields.tsx';
import { useForm } from './use-form.ts';
import type { FieldError, Values } from './values.ts';
import type { Pins } from './widgets/proposed-rows.tsx';

/** What a form sends: the key of the act, the legal day where it is not today, the input. */
export interface Sent {
  readonly request: string;
  readonly on?: string;
  readonly input: Record<string, JsonValue>;
}

interface StepFormProps {
  readonly fields: readonly FormField[];
  readonly place: Omit<DraftPlace, 'person'>;
  /** Known already: stands in the form until it is changed. */
  readonly initial?: Values;
  /** List items the matter has pinned. */
  readonly pins?: Pins;
  /** The verb on the button. */
  readonly verb: string;
  readonly about?: ReactNode;
  /** An act done on paper before may be entered with its day. */
  readonly mayBackdate?: boolean;
  /** The day the act was done on, where the page around the form has asked for it. */
  readonly on?: string;
  /** Acts. Rejects with ProblemError where the server refuses. */
  readonly send: (sent: Sent) => Promise<void>;
  readonly onStep?: (step: string) => void;
  /** Reads the matter again after somebody was faster. */
  readonly onStale?: () => void;
  readonly onCancel?: () => void;
}

/** The form of one step: keeps a draft, acts once however often it is pressed, and keeps what was typed on a refusal. */
export function StepForm(props: StepFormProps) {
  const { fields, place, verb, about, send, onStep, onStale, onCancel } = props;
  const { person, today } = useSession();
  const form = useForm(fields, { ...place, person: person.id }, props.initial);
  const [day, setDay] = useState<string>();
  const on = props.on ?? day;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const element = useRef<HTMLFormElement>(null);
  const id = useId();
  const [tried, setTried] = useState(0);
  const carriedOver = fields
    .filter(({ name }) => props.initial?.[name] !== undefined)
    .map(({ title }) => title);
  // The first field that is complained about takes the focus, once its complaint is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt, not after each key
  useEffect(() => {
    if (tried) focusFirstError(element.current, form.errors);
  }, [tried]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setRefused(undefined);
    const input = form.check();
    if (!input) return setTried((count) => count + 1);
    setBusy(true);
    try {
      await send({ request: form.request, input, ...(on && on !== today ? { on } : {}) });
      form.clear();
    } catch (error) {
      setRefused(error);
      if (error instanceof ProblemError && error.problem.fields) {
        form.setErrors(
          error.problem.fields.map((each) => ({ ...each, path: each.path.replace(/^input\./, '') })),
        );
      }
      setTried((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };
  const stale = refused instanceof ProblemError && refused.problem.kind === 'stale';
  return (
    <form ref={element} className="step-form" onSubmit={(event) => void submit(event)} noValidate>
      {about}
      {form.restored && (
        <p className="notice">
          已恢复上次没有提交的填写内容。
          <button type="button" className="plain" onClick={form.clear}>
            清空重填
          </button>
        </p>
      )}
      {carriedOver.length > 0 && !form.restored && (
        <p className="notice">已按本办件已有的内容填入{carriedOver.join('、')}，请核对。</p>
      )}
      <FormFields form={form} id={id} on={on} {...(props.pins ? { pins: props.pins } : {})} />
      {refused !== undefined && (
        <Refusal error={refused} step={place.step} {...(onStep ? { onStep } : {})}>
          {stale && onStale && (
            <Button size="small" onClick={onStale}>
              载入最新内容（保留已填写的）
            </Button>
          )}
        </Refusal>
      )}
      {form.errors.length > 0 && refused === undefined && (
        <p className="field-error" role="alert">
          有{form.errors.length}处需要补充或更正。
        </p>
      )}
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {verb}
        </Button>
        {props.on && <span className="quiet">按{chineseDay(props.on)}办理补录</span>}
        {onCancel && <Button onClick={onCancel}>取消</Button>}
        {props.mayBackdate && <Backdate on={day} onChange={setDay} />}
      </div>
    </form>
  );
}

function focusFirstError(form: HTMLFormElement | null, errors: readonly FieldError[]): void {
  if (!form) return;
  const names = new Set(errors.map(({ path }) => path.split('.')[0]));
  const field = [...form.querySelectorAll<HTMLElement>('[data-field]')].find((each) =>
    names.has(each.dataset.field),
  );
  const invalid = field?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = invalid?.matches('input, textarea, button')
    ? invalid
    : (invalid ?? field)?.querySelector<HTMLElement>('input, textarea, button');
  target?.focus();
  field?.scrollIntoView({ block: 'nearest' });
}
