import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { SchemeView } from '../../../src/client/contract/assessment.ts';
import { client } from '../../api/client.ts';
import { Refusal } from '../../shared/refusal.tsx';

/** The one thing each step still asks for. */
const asks: Readonly<
  Record<string, { readonly field: string; readonly title: string; readonly must: boolean }>
> = {
  'send-back': { field: 'returnReason', title: '退回理由', must: true },
  resubmit: { field: 'changes', title: '修改情况', must: true },
  issue: { field: 'documentNumber', title: '发文字号（没有的可以不填）', must: false },
};

interface StepsProps {
  readonly view: SchemeView;
  /** Something is not saved yet. */
  readonly disabled: boolean;
  readonly request: () => string;
  readonly onDone: () => void;
}

/** What this post may do with the scheme now. */
export function SchemeSteps(props: StepsProps) {
  return props.view.steps.map(({ step, name }) => <Step key={step} {...props} step={step} name={name} />);
}

function Step({
  view,
  disabled,
  request,
  onDone,
  step,
  name,
}: StepsProps & { readonly step: string; readonly name: string }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const ask = asks[step];
  const take = useMutation({
    mutationFn: () =>
      client.call('assessment.schemeStep', {
        params: { paper: view.head.paper, step },
        body: { request: request(), input: ask && text.trim() !== '' ? { [ask.field]: text.trim() } : {} },
      }),
    onSuccess: ({ message: said }) => {
      setAsking(false);
      setText('');
      void message.info(said);
      onDone();
    },
  });
  const units = view.scheme.classes.reduce((sum, { units: all }) => sum + all.length, 0);
  return (
    <>
      <Button disabled={disabled} title={disabled ? '请先保存' : undefined} onClick={() => setAsking(true)}>
        {name}
      </Button>
      <Modal
        title={`${name}：${view.scheme.title}`}
        open={asking}
        okText={name}
        cancelText="先不办"
        confirmLoading={take.isPending}
        okButtonProps={{ disabled: ask?.must === true && text.trim() === '' }}
        onOk={() => take.mutate()}
        onCancel={() => setAsking(false)}
      >
        {step === 'issue' && <p>印发后方案不能再改，并给{units}个单位各建立一份考核。</p>}
        {ask && (
          <>
            <label htmlFor={`scheme-${step}`}>{ask.title}</label>
            <Input.TextArea
              id={`scheme-${step}`}
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </>
        )}
        {take.error && <Refusal error={take.error} />}
      </Modal>
    </>
  );
}
