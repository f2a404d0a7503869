import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { v4 as newId } from 'uuid';
import { Refusal } from './refusal.tsx';
import './step-dialog.css';

/** What a step still asks for when the paper itself brings the rest. */
export interface Asked {
  readonly field: string;
  readonly title: string;
  readonly must?: boolean;
  readonly initial?: string;
}

interface StepDialogProps {
  readonly step: string;
  readonly name: string;
  /** The paper the step is taken for, by its title. */
  readonly subject: string;
  readonly asks: readonly Asked[];
  /** Something is not saved yet. */
  readonly unsaved: boolean;
  /** What is still to be settled; `barred`: it must be settled first. */
  readonly openPoints?: readonly string[];
  readonly barred?: boolean;
  /** What follows from the step, above the fields. */
  readonly about?: ReactNode;
  /** Further choices below the fields. */
  readonly children?: ReactNode;
  /** `input` holds what was filled in; `request` stays the same until the step was taken once. */
  readonly take: (ask: { request: string; input: Record<string, string> }) => Promise<{ message: string }>;
  readonly onDone: () => void;
}

/** A step of a paper: its button, and the dialog that asks for the little it needs. */
export function StepDialog(props: StepDialogProps) {
  const { step, name, subject, asks, unsaved, openPoints = [], barred = false } = props;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [request, setRequest] = useState(() => newId());
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const told = ({ field, initial }: Asked) => values[field] ?? initial ?? '';
  const take = useMutation({
    mutationFn: () => {
      const filled = asks.map((asked) => [asked.field, told(asked).trim()] as const);
      return props.take({ request, input: Object.fromEntries(filled.filter(([, value]) => value !== '')) });
    },
    onSuccess: ({ message: said }) => {
      setAsking(false);
      setValues({});
      setRequest(newId());
      void message.success(said);
      void queries.invalidateQueries({ queryKey: ['todo'] });
      props.onDone();
    },
  });
  const lacking = asks.some((asked) => asked.must && told(asked).trim() === '');
  return (
    <>
      <Button disabled={unsaved} title={unsaved ? '请先保存' : undefined} onClick={() => setAsking(true)}>
        {name}
      </Button>
      <Modal
        title={`${name}：${subject}`}
        open={asking}
        okText={name}
        cancelText="先不办"
        confirmLoading={take.isPending}
        okButtonProps={{ disabled: lacking || (barred && openPoints.length > 0) }}
        onOk={() => take.mutate()}
        onCancel={() => setAsking(false)}
      >
        {openPoints.length > 0 && (
          <div className="notice warn">
            <ul>
              {openPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        )}
        {props.about}
        {asks.map((asked) => (
          <div key={asked.field} className="step-field">
            <label htmlFor={`${step}-${asked.field}`}>{asked.title}</label>
            <Input.TextArea
              id={`${step}-${asked.field}`}
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={told(asked)}
              onChange={(event) => setValues({ ...values, [asked.field]: event.target.value })}
            />
          </div>
        ))}
        {props.children}
        {take.error && <Refusal error={take.error} />}
      </Modal>
    </>
  );
}
