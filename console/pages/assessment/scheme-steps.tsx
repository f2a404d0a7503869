import type { SchemeView } from '../../../src/client/contract/assessment.ts';
import { client } from '../../api/client.ts';
import { type Asked, StepDialog } from '../../shared/step-dialog.tsx';

/** The one thing each step still asks for. */
const asks: { readonly [step: string]: readonly Asked[] } = {
  'send-back': [{ field: 'returnReason', title: '退回理由', must: true }],
  resubmit: [{ field: 'changes', title: '修改情况', must: true }],
  issue: [{ field: 'documentNumber', title: '发文字号（没有的可以不填）' }],
};

interface StepsProps {
  readonly view: SchemeView;
  /** Something is not saved yet. */
  readonly disabled: boolean;
  readonly onDone: () => void;
}

/** What this post may do with the scheme now. */
export function SchemeSteps({ view: { head, scheme, steps }, disabled, onDone }: StepsProps) {
  const units = scheme.classes.reduce((sum, { units: all }) => sum + all.length, 0);
  return steps.map(({ step, name }) => (
    <StepDialog
      key={step}
      step={step}
      name={name}
      subject={scheme.title}
      asks={asks[step] ?? []}
      unsaved={disabled}
      about={step === 'issue' && <p>印发后方案不能再改，并给{units}个单位各建立一份考核。</p>}
      take={(body) => client.call('assessment.schemeStep', { params: { paper: head.paper, step }, body })}
      onDone={onDone}
    />
  ));
}
