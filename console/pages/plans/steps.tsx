import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PlanView } from '../../../src/client/contract/plans.ts';
import { client } from '../../api/client.ts';
import { type Asked, StepDialog } from '../../shared/step-dialog.tsx';

/** What is left to fill in when the plan itself brings version, digest and tasks. */
const asksOf = (step: string, { draft }: PlanView): readonly Asked[] =>
  ({
    draft: [],
    revise: [{ field: 'changes', title: '修改情况', must: true }],
    'give-back': [{ field: 'returnReason', title: '退回理由', must: true }],
    review: [{ field: 'reviewComments', title: '审核意见（可以不填）' }],
    issue: [
      { field: 'documentNumber', title: '发文字号（没有的可以不填）', initial: draft.number },
      { field: 'issuer', title: '印发机关', initial: draft.issuer },
    ],
    propose: [{ field: 'amendReason', title: '调整理由', must: true }],
    drop: [{ field: 'dropReason', title: '不调整的理由', must: true }],
    amend: [{ field: 'amendNumber', title: '调整文件的文号（没有的可以不填）' }],
    end: [{ field: 'summary', title: '总体完成情况', must: true }],
  })[step] ?? [];

/** Steps that send the plan on: nothing may be open in it. */
const sending = ['draft', 'revise', 'propose', 'issue', 'amend'];

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
  const [confidential, setConfidential] = useState(false);
  const { head, draft, openPoints } = view;
  return (
    <StepDialog
      step={step}
      name={name}
      subject={draft.title}
      asks={asksOf(step, view)}
      unsaved={disabled}
      openPoints={sending.includes(step) ? openPoints : []}
      barred
      about={
        (step === 'issue' || step === 'amend') && (
          <p>
            共{draft.tasks.length}项任务，{step === 'issue' ? '印发' : '调整印发'}
            后分解到各牵头、责任单位；新增承担任务的单位一个月内报送实施方案。
          </p>
        )
      }
      take={({ request, input }) =>
        client.call('plans.step', {
          params: { plan: head.plan, step },
          body: { request, input: { ...input, ...(confidential ? { confidential: true } : {}) } },
        })
      }
      onDone={onDone}
    >
      {step === 'draft' && (
        <Checkbox checked={confidential} onChange={(event) => setConfidential(event.target.checked)}>
          内容不宜公开
        </Checkbox>
      )}
    </StepDialog>
  );
}
