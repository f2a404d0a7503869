import { Button } from 'antd';
import { Link } from 'react-router';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { type Asked, StepDialog } from '../../shared/step-dialog.tsx';

/** Steps that the report itself brings its version, digest and figures to, with the one thing left to fill in. */
const ofReport: { readonly [step: string]: readonly Asked[] } = {
  draft: [],
  revise: [{ field: 'changes', title: '修改情况', must: true }],
  'make-changes': [{ field: 'changes', title: '修改情况', must: true }],
  review: [{ field: 'reviewComments', title: '审核意见（没有的可以不填）' }],
  sign: [{ field: 'documentNumber', title: '发文字号（没有的可以不填）' }],
  amend: [{ field: 'amendReason', title: '更正内容和理由', must: true }],
};

interface StepsProps {
  readonly view: ReportView;
  /** Something is not saved yet. */
  readonly disabled: boolean;
  readonly onDone: () => void;
}

/** What this post may do with the report now; what needs a form of its own is done on the matter's page. */
export function Steps({ view: { head, draft, steps, openPoints }, disabled, onDone }: StepsProps) {
  const elsewhere = steps.filter(({ step }) => !(step in ofReport));
  return (
    <>
      {steps
        .filter(({ step }) => step in ofReport)
        .map(({ step, name }) => (
          <StepDialog
            key={step}
            step={step}
            name={name}
            subject={draft.title}
            asks={ofReport[step]!}
            unsaved={disabled}
            openPoints={openPoints}
            about={
              (step === 'sign' || step === 'amend') &&
              draft.seal && (
                <p>报告中的数据将按第{draft.seal.number}号封存固定，此后的补录不改变已签发的数。</p>
              )
            }
            take={(body) => client.call('reports.step', { params: { report: head.report, step }, body })}
            onDone={onDone}
          />
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
