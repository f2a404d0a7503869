import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { v4 as newId } from 'uuid';
import type { UnitView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import type { StoredFile } from '../../forms/upload.ts';
import { Files } from '../../forms/widgets/files.tsx';
import { Refusal } from '../../shared/refusal.tsx';

type Item = UnitView['items'][number];
type Act = 'explain' | 'appeal' | 'verify' | 'reply';

interface ActsProps {
  readonly view: UnitView;
  readonly item: Item;
  readonly onDone: () => void;
}

const buttonNames: Readonly<Record<Act, string>> = {
  explain: '补充说明',
  appeal: '申诉',
  verify: '核验',
  reply: '答复申诉',
};

/** What may be done with one item now, in its place. */
export function ItemActs({ view, item, onDone }: ActsProps) {
  const [chosen, setChosen] = useState<Act>();
  const may = (act: Act) => view.steps.some(({ step }) => step === act);
  const asked = view.items.filter(({ appeal }) => appeal?.answer === null);
  const acts: Act[] = [
    ...(may('explain') ? (['explain'] as const) : []),
    ...(may('verify') && item.kind === 'evidence' ? (['verify'] as const) : []),
    ...(may('appeal') && item.points !== null && !item.appeal ? (['appeal'] as const) : []),
    // Appeals of one filing are answered together.
    ...(may('reply') && asked[0]?.code === item.code ? (['reply'] as const) : []),
  ];
  if (acts.length === 0) return null;
  const done = () => {
    setChosen(undefined);
    onDone();
  };
  return (
    <div className="no-print">
      <div className="assessment-acts">
        {acts.map((act) => (
          <Button
            key={act}
            size="small"
            type={act === 'explain' || act === 'appeal' ? 'link' : 'default'}
            aria-expanded={chosen === act}
            onClick={() => setChosen(chosen === act ? undefined : act)}
          >
            {buttonNames[act]}
          </Button>
        ))}
      </div>
      {chosen === 'explain' && <Explain view={view} item={item} onDone={done} />}
      {chosen === 'appeal' && <Appeal view={view} item={item} onDone={done} />}
      {chosen === 'verify' && <Verify view={view} item={item} onDone={done} />}
      {chosen === 'reply' && <Reply view={view} items={asked} onDone={done} />}
    </div>
  );
}

const stepOf = (
  view: UnitView,
  step: string,
  input: Parameters<typeof client.call<'matter.step'>>[1]['body']['input'],
) =>
  client.call('matter.step', {
    params: { procedure: 'unit-assessment', matter: view.matter, step },
    body: { request: newId(), expected: view.seq, input },
  });

function useAct(act: () => Promise<{ message: string }>, onDone: () => void) {
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: ({ message: said }) => {
      void message.info(said);
      onDone();
    },
  });
}

function Explain({ view, item, onDone }: ActsProps) {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<StoredFile[]>([]);
  const act = useAct(
    () =>
      stepOf(view, 'explain', {
        code: item.code,
        explanation: text.trim(),
        ...(files.length > 0 ? { files: files as never } : {}),
      }),
    onDone,
  );
  const gap = item.kind === 'evidence' || item.kind === 'reviewers';
  return (
    <div className="assessment-form">
      <Input.TextArea
        aria-label="情况说明"
        placeholder="情况说明"
        autoSize={{ minRows: 2 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {gap ? (
        <Files
          id={`files-${item.code}`}
          field={{ name: 'files', title: '佐证材料', widget: 'files', required: false } as never}
          value={files as never}
          onChange={(next) => setFiles((next ?? []) as never)}
          invalid={false}
          described={undefined}
        />
      ) : (
        <p className="quiet">本项由系统按台账计分，不需要上传材料。</p>
      )}
      <Button
        type="primary"
        disabled={text.trim() === ''}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        提交说明
      </Button>
      {act.error && <Refusal error={act.error} />}
    </div>
  );
}

function Appeal({ view, item, onDone }: ActsProps) {
  const [ground, setGround] = useState('');
  const act = useAct(
    () => stepOf(view, 'appeal', { appeals: [{ code: item.code, ground: ground.trim() }] }),
    onDone,
  );
  return (
    <div className="assessment-form">
      <Input.TextArea
        aria-label="申诉理由"
        placeholder="申诉理由：哪条记录不对，应当是多少"
        autoSize={{ minRows: 2 }}
        value={ground}
        onChange={({ target }) => setGround(target.value)}
      />
      <p className="quiet">提交后由法制机构负责人答复；每项申诉一次，截止日前可以再对其他项提出。</p>
      <Button
        type="primary"
        disabled={ground.trim() === ''}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        提出申诉
      </Button>
      {act.error && <Refusal error={act.error} />}
    </div>
  );
}

function Verify({ view, item, onDone }: ActsProps) {
  const [value, setValue] = useState<number | null>(item.verified?.value ?? null);
  const [isFalse, setFalse] = useState(item.verified?.falseMaterial ?? false);
  const [remark, setRemark] = useState(item.verified?.remark ?? '');
  const act = useAct(
    () =>
      client.call('assessment.verify', {
        params: { matter: view.assessment, unit: view.unit },
        body: {
          request: newId(),
          findings: [
            {
              code: item.code,
              value: String(value ?? 0),
              ...(isFalse ? { falseMaterial: true } : {}),
              ...(remark.trim() ? { remark: remark.trim() } : {}),
            },
          ],
        },
      }),
    onDone,
  );
  return (
    <div className="assessment-form">
      <div>
        <label htmlFor={`verify-${item.code}`}>核验的数值　</label>
        <InputNumber
          id={`verify-${item.code}`}
          min={0}
          precision={2}
          controls={false}
          value={value}
          suffix={item.asks === 'percent' ? '%' : item.unit || '（有填1，没有填0）'}
          style={{ width: 200 }}
          onChange={setValue}
        />
      </div>
      <Checkbox checked={isFalse} onChange={({ target }) => setFalse(target.checked)}>
        材料不实
      </Checkbox>
      <Input
        aria-label="核验说明"
        placeholder="核验说明"
        value={remark}
        onChange={({ target }) => setRemark(target.value)}
      />
      <Button
        type="primary"
        disabled={value === null && !isFalse}
        loading={act.isPending}
        onClick={() => act.mutate()}
      >
        登记核验结果
      </Button>
      {act.error && <Refusal error={act.error} />}
    </div>
  );
}

interface Answer {
  readonly upheld: boolean;
  readonly points: number | null;
  readonly answer: string;
}

function Reply({
  view,
  items,
  onDone,
}: {
  readonly view: UnitView;
  readonly items: readonly Item[];
  readonly onDone: () => void;
}) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const of = (code: string): Answer => answers[code] ?? { upheld: false, points: null, answer: '' };
  const set = (code: string, by: Partial<Answer>) =>
    setAnswers({ ...answers, [code]: { ...of(code), ...by } });
  const act = useAct(
    () =>
      stepOf(view, 'reply', {
        replies: items.map(({ code }) => {
          const { upheld, points, answer } = of(code);
          return {
            code,
            upheld,
            answer: answer.trim(),
            ...(upheld && points !== null ? { points: String(points) } : {}),
          };
        }),
      }),
    onDone,
  );
  const ready = items.every(
    ({ code }) => of(code).answer.trim() !== '' && (!of(code).upheld || of(code).points !== null),
  );
  return (
    <div className="assessment-form">
      {items.map(({ code, title, max }) => (
        <fieldset key={code}>
          <legend>
            {code} {title}
          </legend>
          <Checkbox
            checked={of(code).upheld}
            onChange={({ target }) => set(code, { upheld: target.checked })}
          >
            申诉成立
          </Checkbox>
          {of(code).upheld && (
            <div>
              <label htmlFor={`reply-${code}`}>调整后得分　</label>
              <InputNumber
                id={`reply-${code}`}
                min={0}
                {...(max > 0 ? { max } : {})}
                precision={2}
                controls={false}
                value={of(code).points}
                onChange={(points) => set(code, { points })}
              />
            </div>
          )}
          <Input.TextArea
            aria-label={`${code}的答复意见`}
            placeholder="答复意见"
            autoSize={{ minRows: 2 }}
            value={of(code).answer}
            onChange={({ target }) => set(code, { answer: target.value })}
          />
        </fieldset>
      ))}
      <Button type="primary" disabled={!ready} loading={act.isPending} onClick={() => act.mutate()}>
        答复申诉
      </Button>
      {act.error && <Refusal error={act.error} />}
    </div>
  );
}
