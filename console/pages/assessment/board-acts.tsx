import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { v4 as newId } from 'uuid';
import type { BoardView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Refusal } from '../../shared/refusal.tsx';

/** What this post may do with the whole assessment now. */
export function Acts({ view, told }: { readonly view: BoardView; readonly told: boolean }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const params = { matter: view.matter };
  const reload = async ({ message: said }: { message: string }) => {
    await queries.invalidateQueries({ queryKey: ['assessment', view.matter] });
    await queries.invalidateQueries({ queryKey: ['assessments'] });
    void message.info(said);
  };
  const waiting = view.units.reduce((sum, { appeals }) => sum + appeals, 0);
  const score = useMutation({
    mutationFn: () => client.call('assessment.score', { params, body: { request: newId() } }),
    onSuccess: reload,
  });
  return (
    <>
      {view.mayScore && (
        <Button type="primary" loading={score.isPending} onClick={() => score.mutate()}>
          {view.seal ? '重新计分' : '计分'}
        </Button>
      )}
      {view.steps.map(({ step, name }) =>
        step === 'tell' || step === 'conclude' ? (
          <Take key={step} step={step} name={name} view={view} onDone={reload} />
        ) : (
          <Link key={step} to={`/matters/${view.matter}?step=${step}`}>
            <Button tabIndex={-1}>{name}</Button>
          </Link>
        ),
      )}
      {told && (
        <>
          <Link to={`/assessments/${view.matter}/appeals`}>
            <Button tabIndex={-1}>{waiting > 0 ? `申诉（${waiting}项待答复）` : '申诉'}</Button>
          </Link>
          <Button href={client.href('assessment.sheet', { params })} download>
            导出Excel
          </Button>
          <Button href={client.href('assessment.notice', { params, query: {} })} download>
            结果通报（docx）
          </Button>
        </>
      )}
      <Link to={`/assessment-schemes/${view.paper}`}>
        <Button tabIndex={-1}>方案</Button>
      </Link>
      {score.error && <Refusal error={score.error} />}
    </>
  );
}

function Take({
  step,
  name,
  view,
  onDone,
}: {
  readonly step: 'tell' | 'conclude';
  readonly name: string;
  readonly view: BoardView;
  readonly onDone: (done: { message: string }) => Promise<void>;
}) {
  const [asking, setAsking] = useState(false);
  const [until, setUntil] = useState('');
  const take = useMutation({
    mutationFn: () =>
      client.call('assessment.step', {
        params: { matter: view.matter, step },
        body: { request: newId(), input: step === 'tell' ? { appealUntil: until } : {} },
      }),
    onSuccess: async (done) => {
      setAsking(false);
      await onDone(done);
    },
  });
  const open = view.units.filter(({ scored, of }) => scored < of).length;
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {name}
      </Button>
      <Modal
        title={name}
        open={asking}
        okText={name}
        cancelText="先不办"
        confirmLoading={take.isPending}
        okButtonProps={{ disabled: step === 'tell' && until === '' }}
        onOk={() => take.mutate()}
        onCancel={() => setAsking(false)}
      >
        {step === 'tell' ? (
          <>
            <p>
              告知后评议启封，{view.units.length}个单位逐项看到得分和理由。
              {open > 0 && `${open}个单位还有评议或者材料没有启封、核验。`}
            </p>
            <label htmlFor="appeal-until">申诉截止日　</label>
            <DayPicker id="appeal-until" value={until} onChange={(day) => day && setUntil(day)} />
          </>
        ) : (
          <p>汇总计分、评议和申诉结果，确定{view.units.length}个单位的得分、名次和等次。确定后不再更改。</p>
        )}
        {take.error && <Refusal error={take.error} />}
      </Modal>
    </>
  );
}
