import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { v4 as newId } from 'uuid';
import type { PlanView } from '../../../src/client/contract/plans.ts';
import { client } from '../../api/client.ts';
import { Refusal } from '../../shared/refusal.tsx';

interface Asked {
  readonly field: string;
  readonly title: string;
  readonly must?: boolean;
  readonly initial?: (view: PlanView) => string;
}

/** What is left to fill in when the plan itself brings version, digest and tasks. */
const asks: { readonly [step: string]: readonly Asked[] } = {
  draft: [],
  revise: [{ field: 'changes', title: '修改情况', must: true }],
  'give-back': [{ field: 'returnReason', title: '退回理由', must: true }],
  review: [{ field: 'reviewComments', title: '审核意见（可以不填）' }],
  issue: [
    { field: 'documentNumber', title: '发文字号（没有的可以不填）', initial: ({ draft }) => draft.number },
    { field: 'issuer', title: '印发机关', initial: ({ draft }) => draft.issuer },
  ],
  propose: [{ field: 'amendReason', title: '调整理由', must: true }],
  drop: [{ field: 'dropReason', title: '不调整的理由', must: true }],
  amend: [{ field: 'amendNumber', title: '调整文件的文号（没有的可以不填）' }],
  end: [{ field: 'summary', title: '总体完成情况', must: true }],
};

interface StepsProps {
  readonly view: PlanView;
  /** Something is not saved yet. */
  readonly disabled: boolean;
  readonly onDone: () => void;
}

/** What this post may do with the plan now. */
export function Steps({ view, disabled, onDone }: StepsProps) {
  const { head, steps } = view;
  const fixed = head.matter?.fixedVersion;
  // An amendment is proposed of a version that is newer than the one in force.
  const offered = steps.filter(({ step }) => step !== 'propose' || (fixed ?? 0) < head.version);
  return (
    <>
      {offered.map(({ step, name }) => (
        <PlanStep key={step} step={step} name={name} view={view} disabled={disabled} onDone={onDone} />
      ))}
      {head.matter && (
        <Link to={`/matters/${head.matter.id}`}>
          <Button tabIndex={-1}>办理记录</Button>
        </Link>
      )}
    </>
  );
}

function PlanStep({
  step,
  name,
  view,
  disabled,
  onDone,
}: StepsProps & { readonly step: string; readonly name: string }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const fields = asks[step] ?? [];
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [confidential, setConfidential] = useState(false);
  const told = ({ field, initial }: Asked) => values[field] ?? initial?.(view) ?? '';
  const take = useMutation({
    mutationFn: () => {
      const filled = fields
        .map((asked) => [asked.field, told(asked).trim()] as const)
        .filter(([, value]) => value !== '');
      return client.call('plans.step', {
        params: { plan: view.head.plan, step },
        body: {
          request: newId(),
          input: { ...Object.fromEntries(filled), ...(confidential ? { confidential: true } : {}) },
        },
      });
    },
    onSuccess: ({ message: said }) => {
      setAsking(false);
      setValues({});
      void message.success(said);
      void queries.invalidateQueries({ queryKey: ['todo'] });
      onDone();
    },
  });
  const sends = ['draft', 'revise', 'propose', 'issue', 'amend'].includes(step);
  const open = sends ? view.openPoints : [];
  const lacking = fields.some((asked) => asked.must && told(asked).trim() === '');
  const { tasks } = view.draft;
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
        okButtonProps={{ disabled: lacking || open.length > 0 }}
        onOk={() => take.mutate()}
        onCancel={() => setAsking(false)}
      >
        {open.length > 0 && (
          <div className="notice warn">
            <ul>
              {open.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        )}
        {(step === 'issue' || step === 'amend') && (
          <p>
            共{tasks.length}项任务，{step === 'issue' ? '印发' : '调整印发'}
            后分解到各牵头、责任单位；新增承担任务的单位一个月内报送实施方案。
          </p>
        )}
        {fields.map((asked) => (
          <div key={asked.field} className="step-field">
            <label htmlFor={`plan-${asked.field}`}>{asked.title}</label>
            <Input.TextArea
              id={`plan-${asked.field}`}
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={told(asked)}
              onChange={(event) => setValues({ ...values, [asked.field]: event.target.value })}
            />
          </div>
        ))}
        {step === 'draft' && (
          <Checkbox checked={confidential} onChange={(event) => setConfidential(event.target.checked)}>
            内容不宜公开
          </Checkbox>
        )}
        {take.error && <Refusal error={take.error} />}
      </Modal>
    </>
  );
}
