import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber } from 'antd';
import { useEffect, useReducer, useState } from 'react';
import { Link, useParams } from 'react-router';
import { v4 as newId } from 'uuid';
import type { PlanView } from '../../../src/client/contract/plans.ts';
import { client } from '../../api/client.ts';
import { NotFound } from '../../app/broken.tsx';
import { bringNear } from '../../shared/bring-near.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { SourceText } from './source-text.tsx';
import { Steps } from './steps.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskList } from './task-list.tsx';
import { sameWritten, write, writtenOf } from './written.ts';
import './plans.css';

/** A plan on its desk: the text on one side, its tasks on the other, and its way to being issued. */
export function PlanDeskPage() {
  const { plan } = useParams();
  const result = useQuery({
    queryKey: ['plan', plan],
    queryFn: ({ signal }) => client.call('plans.get', { params: { plan: plan! }, query: {} }, { signal }),
    enabled: plan !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (plan === undefined) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="要点" rows={12} />;
  return <Desk key={plan} view={result.data} />;
}

/** A code no other task has or had. */
const newCode = (): string => `n${newId().replaceAll('-', '').slice(-12)}`;

function Desk({ view }: { readonly view: PlanView }) {
  const { head, draft } = view;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [written, change] = useReducer(write, draft, writtenOf);
  const [chosen, setChosen] = useState(
    (draft.tasks.find(({ confirmed }) => !confirmed) ?? draft.tasks[0])?.code,
  );
  const changed = !sameWritten(written, writtenOf(draft));
  const readOnly = !view.editable;
  const fixed = head.matter?.fixedVersion ?? null;
  const at = Math.max(
    0,
    written.tasks.findIndex(({ code }) => code === chosen),
  );
  const task = written.tasks[at];
  const reload = async () => {
    await queries.invalidateQueries({ queryKey: ['plan', head.plan] });
    await queries.invalidateQueries({ queryKey: ['plans'] });
  };
  const save = useMutation({
    mutationFn: () =>
      client.call('plans.save', {
        params: { plan: head.plan },
        body: { expected: head.version, ...written },
      }),
    onSuccess: async ({ version, remembered }) => {
      await reload();
      const names = remembered > 0 ? `，记住${remembered}个单位名称的对应` : '';
      void message.success(`已保存为第${version}版${names}`);
    },
  });
  const confirm = () => {
    if (!task) return;
    change({ type: 'confirm', code: task.code });
    const rest = [...written.tasks.slice(at + 1), ...written.tasks.slice(0, at)];
    const next = rest.find(({ confirmed }) => !confirmed) ?? written.tasks[at + 1];
    if (next) setChosen(next.code);
  };
  useKeys({
    s: () => changed && !save.isPending && save.mutate(),
    Enter: () => !readOnly && confirm(),
    ArrowDown: () => setChosen(written.tasks[at + 1]?.code ?? chosen),
    ArrowUp: () => setChosen(written.tasks[at - 1]?.code ?? chosen),
  });
  useUnsavedGuard(changed && !readOnly ? { what: '要点的修改', save: () => save.mutateAsync() } : undefined);
  return (
    <Page
      title={written.title || '年度要点'}
      beside={
        <span className="quiet">
          {head.matter?.stageNames.join('、') ?? '编写中'}　第{head.version}版
        </span>
      }
      actions={
        <>
          <Links view={view} />
          {!readOnly && (
            <Button
              type="primary"
              title="Ctrl S"
              disabled={!changed}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              保存
            </Button>
          )}
          <Steps view={view} disabled={changed} onDone={() => void reload()} />
        </>
      }
    >
      {save.error && <Refusal error={save.error} />}
      {fixed !== null && (fixed < head.version || view.editable) && (
        <p className="quiet no-print">
          {fixed < head.version
            ? `第${head.version}版还没有印发，现行的是第${fixed}版；调整经审核印发后，各单位的任务随之变更。`
            : '这是现行版本。修改并保存后可以提出调整，审核印发后各单位的任务随之变更。'}
        </p>
      )}
      {!readOnly && <Head written={written} onChange={change} />}
      <div className={draft.text === '' ? 'plan-desk without-text' : 'plan-desk'}>
        {draft.text !== '' && (
          <SourceText text={draft.text} tasks={written.tasks} chosen={task?.code} onChoose={setChosen} />
        )}
        <div className="plan-side">
          <TaskList
            written={written}
            chosen={task?.code}
            readOnly={readOnly}
            units={view.units}
            onChoose={(code) => {
              setChosen(code);
              bringNear('task-form');
            }}
            onChange={change}
            newCode={newCode}
          />
          {task && (
            <TaskForm
              key={task.code}
              task={task}
              view={view}
              readOnly={readOnly}
              last={at === written.tasks.length - 1}
              onChange={change}
              onConfirm={confirm}
              newCode={newCode}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

/** Ctrl with a key; typed into a field as well, so that no hand leaves the keyboard. */
function useKeys(acts: { readonly [key: string]: () => unknown }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !acts[event.key]) return;
      event.preventDefault();
      // A list of choices that is open must not take the same key for itself.
      event.stopPropagation();
      acts[event.key]!();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });
}

function Links({ view: { head, versions } }: { readonly view: PlanView }) {
  const given = { params: { plan: head.plan }, query: { version: head.version } };
  return (
    <>
      {head.matter?.issuedOn && (
        <Link to={`/plans/${head.plan}/board`}>
          <Button tabIndex={-1}>推进情况</Button>
        </Link>
      )}
      {versions.length > 1 && (
        <Link to={`/plans/${head.plan}/differences`}>
          <Button tabIndex={-1}>版本对照</Button>
        </Link>
      )}
      <Button href={client.href('plans.xlsx', given)} download>
        分解表（Excel）
      </Button>
      <Button href={client.href('plans.docx', given)} download>
        分解表（docx）
      </Button>
    </>
  );
}

function Head({
  written,
  onChange,
}: {
  readonly written: ReturnType<typeof writtenOf>;
  readonly onChange: (change: Parameters<typeof write>[1]) => void;
}) {
  const put = (by: Partial<typeof written>) => onChange({ type: 'head', by });
  return (
    <div className="plan-head">
      <label htmlFor="plan-title">名称</label>
      <Input
        id="plan-title"
        className="grow"
        value={written.title}
        onChange={(event) => put({ title: event.target.value })}
      />
      <label htmlFor="plan-year">年度</label>
      <InputNumber
        id="plan-year"
        min={2004}
        max={2100}
        value={written.year}
        onChange={(year) => year !== null && put({ year })}
      />
      <label htmlFor="plan-issuer">印发机关</label>
      <Input
        id="plan-issuer"
        value={written.issuer}
        onChange={(event) => put({ issuer: event.target.value })}
      />
      <label htmlFor="plan-number">文号</label>
      <Input
        id="plan-number"
        value={written.number}
        onChange={(event) => put({ number: event.target.value })}
      />
    </div>
  );
}
