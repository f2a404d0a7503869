import type { SchemeView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import { type Asked, StepDialog } from '../../shared/step-dialog.tsx';
import { publicityNames } from './words.ts';

/** The one thing each step still asks for. */
const asks: { readonly [step: string]: readonly Asked[] } = {
  'send-back': [{ field: 'returnReason', title: '退回理由', must: true }],
  resubmit: [{ field: 'changes', title: '修改情况', must: true }],
  void: [{ field: 'voidReason', title: '撤销原因', must: true }],
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
  return steps.map(({ step, name }) => (
    <StepDialog
      key={step}
      step={step}
      name={name}
      subject={scheme.title}
      asks={asks[step] ?? []}
      unsaved={disabled}
      about={<About step={step} scheme={scheme} />}
      take={(body) => client.call('assessment.schemeStep', { params: { paper: head.paper, step }, body })}
      onDone={onDone}
    />
  ));
}

/** What follows from issuing a scheme, or from calling it back. */
function About({ step, scheme }: { readonly step: string; readonly scheme: SchemeView['scheme'] }) {
  const { classes, publicity } = scheme;
  const units = classes.reduce((sum, { units: all }) => sum + all.length, 0);
  if (step === 'void') {
    return (
      <p>
        {units}
        个单位的考核一并作废；方案可以修改后重新送审，作为新版本印发。已经开始计分、核验、评议的不能撤销。
      </p>
    );
  }
  if (step !== 'issue') return null;
  const shown = publicity && `结果确定后向社会${publicityNames[publicity.show]}（${publicity.decision}）。`;
  return (
    <p>
      印发后方案不能再改，并给{units}个单位各建立一份考核。{shown || '结果只通知被考核单位，不公开。'}
    </p>
  );
}
