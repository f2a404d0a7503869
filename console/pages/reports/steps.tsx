import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { v4 as newId } from 'uuid';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { Refusal } from '../../shared/refusal.tsx';

/** Steps that the report itself brings its version, digest and figures to, with the one thing left to fill in. */
const ofReport: {
  readonly [step: string]: { readonly field?: string; readonly title?: string; readonly must?: boolean };
} = {
  draft: {},
  revise: { field: 'changes', title: '修改情况', must: true },
  'make-changes': { field: 'changes', title: '修改情况', must: true },
  review: { field: 'reviewComments', title: '审核意见（没有的可以不填）' },
  sign: { field: 'documentNumber', title: '发文字号（没有的可以不填）' },
  amend: { field: 'amendReason', title: '更正内容和理由', must: true },
};

interface StepsProps {
  readonly view: ReportView;
  /** Something is not saved yet. */
  readonly disabled: boolean;
  readonly onDone: () => void;
}

/** What this post may do with the report now; what needs a form of its own is done on the matter's page. */
export function Steps({ view, disabled, onDone }: StepsProps) {
  const { steps, head } = view;
  const elsewhere = steps.filter(({ step }) => !(step in ofReport));
  return (
    <>
      {steps
        .filter(({ step }) => step in ofReport)
        .map(({ step, name }) => (
          <ReportStep key={step} step={step} name={name} view={view} disabled={disabled} onDone={onDone} />
        ))}
      {head.matter && (
        <Link to={`/matters/${head.matter.id}`}>
          <Button tabIndex={-1}>
            {elsewhere.length > 0 ? elsewhere.map(({ name }) => name).join('、') : '办理记录'}
          </Button>
        </Link>
      )}
    </>
  );
}

function ReportStep({
  step,
  name,
  view,
  disabled,
  onDone,
}: StepsProps & { readonly step: string; readonly name: string }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const { field, title, must } = ofReport[step]!;
  const take = useMutation({
    mutationFn: () =>
      client.call('reports.step', {
        params: { report: view.head.report, step },
        body: {
          request: newId(),
          input: field && text.trim() !== '' ? { [field]: text.trim() } : {},
        },
      }),
    onSuccess: ({ message: said }) => {
      setAsking(false);
      setText('');
      void message.success(said);
      onDone();
    },
  });
  const freezes = step === 'sign' || step === 'amend';
  return (
    <>
      <Button disabled={disabled} title={disabled ? '请先保存' : undefined} onClick={() => setAsking(true)}>
        {name}
      </Button>
      <Modal
        title={`${name}：${view.draft.title}`}
        open={asking}
        okText={name}
        cancelText="先不办"
        confirmLoading={take.isPending}
        okButtonProps={{ disabled: must === true && text.trim() === '' }}
        onOk={() => take.mutate()}
        onCancel={() => setAsking(false)}
      >
        {view.openPoints.length > 0 && (
          <div className="notice warn">
            <ul>
              {view.openPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        )}
        {freezes && view.draft.seal && (
          <p>报告中的数据将按第{view.draft.seal.number}号封存固定，此后的补录不改变已签发的数。</p>
        )}
        {field && (
          <>
            <label htmlFor={`step-${step}`}>{title}</label>
            <Input.TextArea
              id={`step-${step}`}
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
