import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useReducer, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { SchemeView } from '../../../src/client/contract/assessment-views.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { upload } from '../../forms/upload.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { ItemForm } from './item-form.tsx';
import { assessmentQueries } from './queries.ts';
import { SchemeHead } from './scheme-head.tsx';
import { changeScheme, type Place } from './scheme-state.ts';
import { SchemeSteps } from './scheme-steps.tsx';
import { SchemeTree } from './scheme-tree.tsx';
import './assessment.css';

/** A scheme being written: the tree of indicators with marks by class, what is wrong in its place, the way to issue. */
export function SchemePage() {
  const { paper } = useParams();
  const result = useQuery({ ...assessmentQueries.scheme(paper ?? ''), enabled: paper !== undefined });
  if (paper === undefined) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="方案" rows={12} />;
  return <Editor key={paper} view={result.data} />;
}

function Editor({ view }: { readonly view: SchemeView }) {
  const { head } = view;
  const { acting } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [scheme, change] = useReducer(changeScheme, view.scheme);
  const [edited, setEdited] = useState<Place>();
  const mayWrite = view.editable && acting.kind === 'legal-office';
  const changed = JSON.stringify(scheme) !== JSON.stringify(view.scheme);
  const params = { paper: head.paper };
  const reload = async () => {
    const fresh = await queries.fetchQuery({ ...assessmentQueries.scheme(head.paper), staleTime: 0 });
    change({ type: 'replace', scheme: fresh.scheme });
    await queries.invalidateQueries({ queryKey: ['assessment-schemes'] });
  };
  const save = useMutation({
    mutationFn: () =>
      client.call('assessment.saveScheme', { params, body: { expected: head.version, scheme } }),
    onSuccess: async ({ version, problems }) => {
      await reload();
      const errors = problems.filter(({ severity }) => severity === 'error').length;
      void message.info(
        `已保存为第${version}版${errors > 0 ? `，还有${errors}处错误要改正` : '，检查没有发现错误'}`,
      );
    },
  });
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const { sm3, name } = await upload(file, () => {});
      return client.call('assessment.importScheme', {
        params,
        body: { expected: head.version, file: { sm3, name } },
      });
    },
    onSuccess: async ({ version }) => {
      if (version === null) return;
      await reload();
      void message.info(`已导入，保存为第${version}版`);
    },
  });
  useUnsavedGuard(changed && mayWrite ? { what: '方案的修改', save: () => save.mutateAsync() } : undefined);
  useSaveKey(changed && mayWrite && !save.isPending, () => save.mutate());
  const item = edited && scheme.groups[edited.group]?.parts[edited.part]?.items[edited.item];
  return (
    <Page
      title={`${head.year}年度考核方案`}
      beside={
        <span className="quiet">
          {head.matter?.stageNames.join('、') ?? '编制中'}　第{head.version}版
        </span>
      }
      actions={
        <>
          {head.matter && !view.editable && (
            <Link to={`/assessments/${head.matter.id}`}>
              <Button type="primary" tabIndex={-1}>
                计分和结果
              </Button>
            </Link>
          )}
          <Link to={`/assessment-schemes/${head.paper}/simulation`}>
            <Button tabIndex={-1}>试算</Button>
          </Link>
          <Button href={client.href('assessment.schemeSheet', { params })} download>
            导出Excel
          </Button>
          {mayWrite && (
            <Bring busy={bring.isPending} disabled={changed} onFile={(file) => bring.mutate(file)} />
          )}
          {mayWrite && (
            <Button
              type="primary"
              disabled={!changed}
              loading={save.isPending}
              title="Ctrl S"
              onClick={() => save.mutate()}
            >
              保存
            </Button>
          )}
          <SchemeSteps view={view} disabled={changed} onDone={() => void reload()} />
        </>
      }
    >
      {view.voided && (
        <p className="notice warn">
          按本方案印发的考核（<Link to={`/matters/${view.voided.matter}`}>{view.voided.number}</Link>）已于
          {day(view.voided.on)}撤销：{view.voided.reason}。修改保存后重新送审，作为新版本印发。
        </p>
      )}
      {save.error && <Refusal error={save.error} />}
      {bring.error && <Refusal error={bring.error} />}
      {bring.data && bring.data.problems.length > 0 && (
        <div className="notice refused" role="alert">
          <strong>没有导入：{bring.data.problems.length}个单元格要改正</strong>
          <ul>
            {bring.data.problems.slice(0, 20).map(({ cell, message: said }) => (
              <li key={`${cell} ${said}`}>
                {cell}：{said}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SchemeHead scheme={scheme} problems={view.problems} readOnly={!mayWrite} onChange={change} />
      <SchemeTree scheme={scheme} saved={view} readOnly={!mayWrite} onChange={change} onOpen={setEdited} />
      {item && edited && (
        <ItemForm
          item={item}
          classes={scheme.classes}
          readOnly={!mayWrite}
          onChange={(by) => change({ type: 'item', at: edited, by })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

function Bring({
  busy,
  disabled,
  onFile,
}: {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="unseen"
        tabIndex={-1}
        aria-label="考核指标表"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        loading={busy}
        disabled={disabled}
        title={disabled ? '请先保存' : '替换方案中的全部指标'}
        onClick={() => input.current?.click()}
      >
        导入Excel
      </Button>
    </>
  );
}

function useSaveKey(may: boolean, save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      if (may) save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [may, save]);
}
