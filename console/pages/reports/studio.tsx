import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Input } from 'antd';
import { useEffect, useReducer, useState } from 'react';
import { useParams } from 'react-router';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { NotFound } from '../../app/broken.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Chapters } from './chapters.tsx';
import { Side } from './side.tsx';
import { Steps } from './steps.tsx';
import { write, writtenOf } from './written.ts';
import './reports.css';

/** A report being written: chapters with live figures, what is still missing, the year before, and its way to signing. */
export function StudioPage() {
  const { report } = useParams();
  const result = useQuery({
    queryKey: ['report', report],
    queryFn: ({ signal }) => client.call('reports.get', { params: { report: report! } }, { signal }),
    enabled: report !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (report === undefined) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="报告" rows={12} />;
  return <Studio key={`${report}`} view={result.data} />;
}

function Studio({ view }: { readonly view: ReportView }) {
  const { head, draft } = view;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [written, change] = useReducer(write, view.draft, writtenOf);
  const [chosen, setChosen] = useState<string>();
  const changed = JSON.stringify(written) !== JSON.stringify(writtenOf(draft));
  const params = { report: head.report };
  const reload = () => queries.invalidateQueries({ queryKey: ['report', head.report] });
  const save = useMutation({
    mutationFn: () => client.call('reports.save', { params, body: { expected: head.version, ...written } }),
    onSuccess: async ({ version }) => {
      await reload();
      void message.success(`已保存为第${version}版`);
    },
  });
  const refigure = useMutation({
    mutationFn: () => client.call('reports.refigure', { params, body: { expected: head.version } }),
    onSuccess: async ({ changed: figures }) => {
      await reload();
      void message.info(
        figures.length > 0
          ? `有${figures.length}个数变了：${figures.slice(0, 5).join('；')}`
          : '各数没有变化。',
      );
    },
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      if (changed && !save.isPending) save.mutate();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [changed, save]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (changed) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [changed]);
  const readOnly = head.matter?.signedVersion !== null && head.matter?.signedVersion !== undefined;
  return (
    <Page
      title={`${head.year}年度报告`}
      beside={
        <span className="quiet">
          {head.matter?.stageNames.join('、') ?? '编写中'}　第{head.version}版
        </span>
      }
      about={
        draft.seal
          ? `数据以第${draft.seal.number}号封存为准（${draft.seal.size.toLocaleString('zh-CN')}条记录）。`
          : '台账还没有封存，数据无从查证。'
      }
      actions={
        <>
          <Exports report={head.report} version={head.version} />
          <Button
            loading={refigure.isPending}
            disabled={changed || readOnly}
            onClick={() => refigure.mutate()}
          >
            重新取数
          </Button>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={!changed}
            title="Ctrl S"
            onClick={() => save.mutate()}
          >
            保存
          </Button>
          <Steps view={view} disabled={changed} onDone={() => void reload()} />
        </>
      }
    >
      {[save.error, refigure.error].map((error) => error && <Refusal key={String(error)} error={error} />)}
      <div className="studio">
        <Outline view={view} />
        <div className="sheet">
          <Input.TextArea
            aria-label="报告标题"
            className="sheet-title"
            autoSize
            variant="borderless"
            value={written.title}
            readOnly={readOnly}
            onChange={(event) => change({ type: 'title', title: event.target.value })}
          />
          <Chapters
            written={written}
            figures={draft.figures}
            chosen={chosen}
            readOnly={readOnly}
            onChange={change}
            onFigure={setChosen}
          />
        </div>
        <Side view={view} written={written} chosen={chosen} onFigure={setChosen} />
      </div>
    </Page>
  );
}

function Exports({ report, version }: { readonly report: string; readonly version: number }) {
  const given = { params: { report }, query: { version } };
  const files = [
    { key: 'docx', label: '公文格式（docx）', href: client.href('reports.docx', given) },
    { key: 'pdf', label: 'PDF', href: client.href('reports.pdf', given) },
    { key: 'html', label: '网页', href: client.href('reports.html', given) },
  ];
  return (
    <>
      <Dropdown
        menu={{
          items: files.map(({ key, label, href }) => ({
            key,
            label: (
              <a href={href} download>
                {label}
              </a>
            ),
          })),
        }}
      >
        <Button>导出</Button>
      </Dropdown>
      <Button onClick={() => window.print()}>打印</Button>
    </>
  );
}

function Outline({ view }: { readonly view: ReportView }) {
  return (
    <nav className="studio-outline no-print" aria-label="章节">
      <ol>
        {view.draft.chapters.map(({ title, blocks }, at) => {
          const open = blocks.filter(({ kind }) => kind === 'todo').length;
          return (
            <li key={title}>
              <a href={`#chapter-${at}`}>{title}</a>
              {open > 0 && <span className="tag">待写{open}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
