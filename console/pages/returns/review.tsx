import { Button, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ReturnView } from '../../../src/client/contract/returns.ts';
import { useSession } from '../../api/queries.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { type StepAsk, useStep } from './use-step.ts';

const acts = {
  'give-back': { name: '退回', words: '退回原因', must: true },
  'reject-correction': { name: '退回更正', words: '退回原因', must: true },
  urge: { name: '催报', words: '催报内容', must: false },
} as const;
type Asking = keyof typeof acts;

function inputOf(step: Asking, said: string, redoBy: string): StepAsk['input'] {
  if (step === 'give-back') return { returnReason: said, redoBy };
  if (step === 'reject-correction') return { rejectReason: said };
  return said === '' ? {} : { urgeNote: said };
}

/** What the office does with one return: accept it, send it back with the reason, urge it. */
export function Review({ view }: { readonly view: ReturnView }) {
  const [asking, setAsking] = useState<Asking>();
  const accept = useStep();
  const matter = { procedure: 'periodic-return', matter: view.id, expected: view.seq } as const;
  return (
    <>
      {view.may.urge && <Button onClick={() => setAsking('urge')}>催报</Button>}
      {view.may.review && (
        <>
          <Button onClick={() => setAsking('give-back')}>退回</Button>
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ ...matter, step: 'accept', input: {} })}
          >
            审核通过
          </Button>
        </>
      )}
      {view.may.reviewCorrection && (
        <>
          <Button onClick={() => setAsking('reject-correction')}>退回更正</Button>
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => accept.mutate({ ...matter, step: 'accept-correction', input: {} })}
          >
            更正审核通过
          </Button>
        </>
      )}
      {accept.error && <Refusal error={accept.error} />}
      {asking && <Ask view={view} step={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Ask({
  view,
  step,
  onClose,
}: {
  readonly view: ReturnView;
  readonly step: Asking;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const [words, setWords] = useState('');
  const [redoBy, setRedoBy] = useState(dayjs(today).add(3, 'day').format('YYYY-MM-DD'));
  const take = useStep(onClose);
  const said = words.trim();
  const back = step === 'give-back';
  const { name, words: title, must } = acts[step];
  return (
    <Modal
      open
      title={`${name}：${view.unitName}`}
      okText={name}
      cancelText="先不办"
      okButtonProps={{ disabled: must && said === '' }}
      confirmLoading={take.isPending}
      onOk={() =>
        take.mutate({
          procedure: 'periodic-return',
          matter: view.id,
          expected: view.seq,
          step,
          input: inputOf(step, said, redoBy),
        })
      }
      onCancel={onClose}
    >
      <div className="returns-form">
        <label htmlFor="review-words">{title}</label>
        <Input.TextArea
          id="review-words"
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={must ? 1000 : 500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {back && (
          <>
            <label htmlFor="review-redo">重新报送期限</label>
            <DayPicker
              id="review-redo"
              min={today}
              value={redoBy}
              onChange={(day) => day && setRedoBy(day)}
            />
          </>
        )}
      </div>
      {take.error && <Refusal error={take.error} />}
    </Modal>
  );
}
