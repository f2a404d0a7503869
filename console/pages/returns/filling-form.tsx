import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Upload } from 'antd';
import { type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import type { ReturnFinding, ReturnView } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { timeOfDay } from '../../format.ts';
import { problemOf, Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { pasteInto, put, sent, type TypedCells, typedOf } from './cells.ts';
import { Grid } from './grid.tsx';

export type Mode = 'submit' | 'enter' | 'correct';
const acts: Record<Mode, { name: string; words: string; must: boolean }> = {
  submit: { name: '报送', words: '报送说明', must: false },
  enter: { name: '代为录入', words: '数据来源', must: true },
  correct: { name: '报请更正', words: '更正原因', must: true },
};
/** Milliseconds after the last key before a draft is saved. */
const PAUSE = 1200;

interface FillingProps {
  readonly view: ReturnView;
  readonly mode: Mode;
  readonly onCancel: (() => void) | undefined;
}

/** The grid being filled in: checked and saved as a draft while one types, submitted when nothing is wrong. */
export function Filling({ view, mode, onCancel }: FillingProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const params = { return: view.id };
  const [cells, setCells] = useState<TypedCells>(() => typedOf(view.cells));
  const [words, setWords] = useState(mode === 'submit' ? view.remark : '');
  const [fileProblems, setFileProblems] = useState<readonly { cell: string; message: string }[]>([]);
  const checked = useChecked(view, mode, cells, words);
  useUnsavedGuard(
    checked.changed
      ? mode === 'correct'
        ? { what: '更正的数' }
        : { what: '报送的数', save: checked.save, byItself: true }
      : undefined,
  );
  const request = useRef(newId());
  const submit = useMutation({
    mutationFn: async () => {
      await checked.settle();
      return client.call('returns.submit', {
        params,
        body: { request: request.current, step: mode, expected: view.seq, cells: sent(cells), words },
      });
    },
    onSuccess: async (done) => {
      void message.success(done.message);
      await Promise.all([['returns'], ['todo']].map((queryKey) => queries.invalidateQueries({ queryKey })));
      onCancel?.();
    },
    onError: () => {
      request.current = newId();
    },
  });
  const change = (code: string, part: { text?: string; comment?: string }) =>
    setCells((present) => put(present, code, part));
  const onPaste = (code: string, event: ClipboardEvent) => {
    const codes = view.items.map((item) => item.code);
    const next = pasteInto(cells, codes, code, event.clipboardData.getData('text/plain'));
    if (!next) return;
    event.preventDefault();
    setCells(next);
  };
  const read = async (file: File) => {
    try {
      const stored = await client.upload(file, () => {});
      const found = await client.call('returns.read', { params, body: { file: stored.sm3 } });
      setFileProblems(found.problems);
      setCells((present) => new Map([...present, ...typedOf(found.cells)]));
      void message.info(
        `读出${found.cells.length}个数${found.problems.length > 0 ? `，${found.problems.length}处没有读出` : ''}，请核对后报送。`,
      );
    } catch (error) {
      void message.error(problemOf(error).message);
    }
  };
  const { name, words: wordsName, must } = acts[mode];
  const ready = checked.findings.length === 0 && (!must || words.trim() !== '');
  return (
    <>
      <div className="returns-bar no-print">
        <Button
          href={client.href('returns.template', {
            params: { round: view.round },
            query: { unit: view.unit },
          })}
          download
        >
          下载模板
        </Button>
        {mode !== 'correct' && (
          <Upload
            accept=".xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <Button>从Excel读入</Button>
          </Upload>
        )}
        <span className="quiet">可从Excel复制一列数粘贴到“本期数”；回车到下一行。</span>
        <span className="push" role="status">
          {checked.findings.length > 0 ? (
            <button type="button" className="plain wrong" onClick={() => focusOn(checked.findings[0]!)}>
              {checked.findings.length}处需要改正
            </button>
          ) : (
            <span className="good">核对无误</span>
          )}
          <span className="quiet">　{checked.saved}</span>
        </span>
      </div>
      {fileProblems.length > 0 && (
        <div className="notice warn">
          <ul>
            {fileProblems.map(({ cell, message: said }) => (
              <li key={`${cell} ${said}`}>
                {cell}　{said}
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked.error ? <Refusal error={checked.error} /> : null}
      <Grid
        items={view.items}
        cells={cells}
        values={checked.values}
        findings={checked.findings}
        onChange={change}
        onPaste={onPaste}
      />
      <div className="returns-form">
        <label htmlFor="return-words">
          {wordsName}
          {must && <span className="required">*</span>}
        </label>
        <Input.TextArea
          id="return-words"
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={mode === 'enter' ? 200 : 1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {submit.error && <Refusal error={submit.error} />}
      <div className="returns-bar no-print">
        <Button type="primary" disabled={!ready} loading={submit.isPending} onClick={() => submit.mutate()}>
          {name}
        </Button>
        {onCancel && <Button onClick={onCancel}>先不办</Button>}
        {checked.findings.length > 0 && <span className="quiet">改正红色标出的各处后可以{name}。</span>}
      </div>
    </>
  );
}

function focusOn({ code }: ReturnFinding) {
  document.querySelector<HTMLInputElement>(`input[data-cell="${code}"]`)?.focus();
}

/** Checks what is typed, a moment after the last key; drafts are saved with it, corrections are only checked. */
function useChecked(view: ReturnView, mode: Mode, cells: TypedCells, words: string) {
  const queries = useQueryClient();
  const { person } = useSession();
  const [answer, setAnswer] = useState<Pick<ReturnView, 'values' | 'findings'>>(view);
  const [saved, setSaved] = useState(
    view.draft ? `${view.draft.savedByName}存于${timeOfDay(view.draft.savedAt)}` : '',
  );
  const [error, setError] = useState<unknown>();
  const revision = useRef(view.draft?.revision ?? 0);
  const opened = useRef(JSON.stringify([sent(typedOf(view.cells)), mode === 'submit' ? view.remark : '']));
  // What was checked last; with a draft that is also what is saved.
  const done = useRef(opened.current);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const failed = useRef<unknown>(undefined);
  const params = { return: view.id };
  const look = async () => {
    const asked = JSON.stringify([sent(cells), words]);
    if (asked === done.current) return;
    try {
      if (mode === 'correct') {
        setAnswer(await client.call('returns.check', { params, body: { cells: sent(cells) } }));
      } else {
        const remark = mode === 'submit' ? words : '';
        const body = { revision: revision.current, cells: sent(cells), remark };
        const kept = await client.call('returns.draft', { params, body });
        revision.current = kept.revision;
        setAnswer(kept);
        const savedAt = new Date().toISOString();
        setSaved(`草稿存于${timeOfDay(savedAt)}`);
        // Whoever leaves and is back at once finds what he saved, not what he opened.
        const { revision: at, ...found } = kept;
        queries.setQueryData<ReturnView>(
          ['returns', 'return', view.id],
          (known) =>
            known && {
              ...known,
              ...found,
              cells: body.cells,
              remark,
              draft: { revision: at, savedByName: person.name, savedAt },
            },
        );
      }
      done.current = asked;
      setError(undefined);
    } catch (problem) {
      setError(problem);
      failed.current = problem;
    }
  };
  const settle = () => {
    // One saving after the other: each goes over the revision of the one before.
    queue.current = queue.current.then(look);
    return queue.current;
  };
  const latest = useRef(settle);
  latest.current = settle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause begins anew with every change of what is typed
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [cells, words]);
  const now = JSON.stringify([sent(cells), words]);
  const changed = now !== (mode === 'correct' ? opened.current : done.current);
  /** Saves the draft; rejects where that failed. */
  const save = async () => {
    failed.current = undefined;
    await latest.current();
    if (failed.current !== undefined) throw failed.current;
  };
  return { ...answer, saved, error, settle, changed, save };
}
