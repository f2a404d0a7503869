import { App, Button, Checkbox, Dropdown, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { ReturnBoard } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { ImportReturns } from './import.tsx';
import { type StepAsk, useStep } from './use-step.ts';

type Act = 'urge' | 'postpone' | 'add' | 'close' | 'import';

/** What the office does with a whole round. */
export function BoardActs({ board }: { readonly board: ReturnBoard }) {
  const { round, may, rows, others } = board;
  const [act, setAct] = useState<Act>();
  const { modal } = App.useApp();
  const params = { round: round.id };
  const out = rows.filter(({ stage }) => stage === 'filling' || stage === 'returned').length;
  const more = [
    { key: 'postpone', label: '顺延截止日' },
    ...(others.length > 0 ? [{ key: 'add', label: '补充报送单位' }] : []),
    { key: 'close', label: '结束本期' },
  ];
  const nothingToClose = () =>
    modal.info({ title: '还不能结束', content: '还有单位待审核，请先审核通过或者退回。', okText: '知道了' });
  const begin = (key: Act) => {
    if (key === 'close' && round.submitted > 0) nothingToClose();
    else setAct(key);
  };
  return (
    <>
      <Dropdown
        menu={{
          items: [
            {
              key: 'summary',
              label: <a href={client.href('returns.export', { params })}>汇总表和报送情况</a>,
            },
            {
              key: 'template',
              label: (
                <a href={client.href('returns.template', { params, query: {} })}>填报模板（全部单位）</a>
              ),
            },
          ],
        }}
      >
        <Button>导出</Button>
      </Dropdown>
      <Button onClick={() => window.print()}>打印</Button>
      {!round.closed && may.enter && <Button onClick={() => setAct('import')}>导入汇总表</Button>}
      {!round.closed && may.manage && (
        <>
          <Dropdown menu={{ items: more, onClick: ({ key }) => begin(key as Act) }}>
            <Button>本期管理</Button>
          </Dropdown>
          <Button type="primary" disabled={out === 0} onClick={() => setAct('urge')}>
            催报（{out}个单位）
          </Button>
        </>
      )}
      {act === 'import' && <ImportReturns round={round} onClose={() => setAct(undefined)} />}
      {act && act !== 'import' && <RoundStep act={act} board={board} onClose={() => setAct(undefined)} />}
    </>
  );
}

const titles = { urge: '催报', postpone: '顺延截止日', add: '补充报送单位', close: '结束本期' } as const;

function RoundStep({
  act,
  board,
  onClose,
}: {
  readonly act: Exclude<Act, 'import'>;
  readonly board: ReturnBoard;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const { round, rows, others } = board;
  const step = useStep(onClose);
  const [range, setRange] = useState<'all' | 'late'>(round.due < today ? 'late' : 'all');
  const [words, setWords] = useState('');
  const [due, setDue] = useState(round.due < today ? today : round.due);
  const [units, setUnits] = useState<string[]>([]);
  const out = rows.filter(({ stage }) => stage === 'filling' || stage === 'returned');
  const said = words.trim();
  const inputs: Record<Exclude<Act, 'import'>, StepAsk['input']> = {
    urge: { range, ...(said ? { urgeNote: said } : {}) },
    postpone: { due, postponeReason: said },
    add: { due, units: units.map((unit) => ({ unit })) },
    close: said ? { unreturnedReason: said } : {},
  };
  const missing =
    (act === 'postpone' && said === '') ||
    (act === 'add' && units.length === 0) ||
    (act === 'close' && out.length > 0 && said === '');
  return (
    <Modal
      open
      title={`${titles[act]}：${round.formName}　${round.periodName}`}
      okText={titles[act]}
      cancelText="先不办"
      okButtonProps={{ disabled: missing }}
      confirmLoading={step.isPending}
      onOk={() => step.mutate({ procedure: 'return-round', matter: round.id, step: act, input: inputs[act] })}
      onCancel={onClose}
    >
      <div className="returns-form">
        {act === 'urge' && (
          <>
            <span>催哪些单位</span>
            <Radio.Group
              value={range}
              onChange={(event) => setRange(event.target.value)}
              options={[
                { value: 'all', label: '全部未报送的单位' },
                { value: 'late', label: '已逾期的单位' },
              ]}
            />
          </>
        )}
        {(act === 'postpone' || act === 'add') && (
          <>
            <label htmlFor="round-act-due">截止日</label>
            <DayPicker id="round-act-due" min={today} value={due} onChange={(day) => day && setDue(day)} />
          </>
        )}
        {act === 'add' && (
          <>
            <span>补充单位</span>
            <Checkbox.Group
              className="returns-units"
              value={units}
              onChange={(value) => setUnits(value as string[])}
              options={others.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </>
        )}
        {act !== 'add' && (
          <>
            <label htmlFor="round-words">
              {{ urge: '催报内容', postpone: '顺延原因', close: '未报送情况' }[act]}
            </label>
            <Input.TextArea
              id="round-words"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={500}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </>
        )}
      </div>
      {act === 'urge' && <p className="quiet">催报记入各单位的报表，联络员的待办里会显示催报次数。</p>}
      {act === 'close' && out.length > 0 && (
        <p className="quiet">还有{out.length}个单位没有报送，结束后记为未报送。</p>
      )}
      {step.error && <Refusal error={step.error} />}
    </Modal>
  );
}
