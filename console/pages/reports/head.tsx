import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { Steps } from './steps.tsx';
import type { Autosave } from './use-autosave.ts';
import type { LiveFinding } from './use-findings.ts';
import { openIn, type Written } from './written.ts';

/** Where the report stands, and whether what was written is kept. */
export function Standing({ view, saving }: { readonly view: ReportView; readonly saving: Autosave }) {
  const { head, readOnlyReason } = view;
  const kept = saving.saving
    ? '正在保存…'
    : saving.changed
      ? saving.error
        ? '还没有保存，稍后自动重试'
        : '有改动，稍后自动保存'
      : saving.savedAt
        ? `${saving.savedAt}已保存`
        : '';
  return (
    <span className="quiet" role="status">
      {head.matter?.stageNames.join('、') ?? '编写中'}　第{saving.version}版　{readOnlyReason ?? kept}
    </span>
  );
}

/** Both last days of the law, and the seal the figures stand on. */
export function About({ view }: { readonly view: ReportView }) {
  const { draft, deadlines } = view;
  const { today } = useSession();
  const deadline = (name: string, done: string, { due, doneOn }: ReportView['deadlines']['report']) => {
    if (doneOn) return <span className="deadline done">{`${day(doneOn)}已${done}`}</span>;
    const late = due < today;
    return (
      <span className={`deadline ${late ? 'late' : ''}`}>
        {late ? `应不迟于${day(due)}${name}，已逾期` : `${name}不迟于${day(due)}`}
      </span>
    );
  };
  return (
    <>
      {deadline('上报', '上报', deadlines.report)}
      {deadline('公开', '公开', deadlines.publish)}
      <span>
        {draft.seal
          ? `数据以第${draft.seal.number}号封存为准（${draft.seal.size.toLocaleString('zh-CN')}条记录）。`
          : '台账还没有封存，数据无从查证。'}
      </span>
    </>
  );
}

interface ActionsProps {
  readonly view: ReportView;
  readonly saving: Autosave;
  readonly onReload: () => void;
  readonly onVersions: () => void;
}

export function Actions({ view, saving, onReload, onVersions }: ActionsProps) {
  const { message } = App.useApp();
  const { head, editable } = view;
  const refigure = useMutation({
    mutationFn: () =>
      client.call('reports.refigure', {
        params: { report: head.report },
        body: { expected: saving.version },
      }),
    onSuccess: ({ changed }) => {
      onReload();
      void message.info(
        changed.length > 0
          ? `有${changed.length}个数变了：${changed.slice(0, 5).join('；')}`
          : '各数没有变化。',
      );
    },
  });
  return (
    <>
      {refigure.error && <Refusal error={refigure.error} />}
      <Exports report={head.report} version={saving.version} />
      <Button onClick={onVersions}>版本</Button>
      {editable && (
        <>
          <Button
            loading={refigure.isPending}
            disabled={saving.changed}
            title={saving.changed ? '保存以后再取数' : '按最新的封存重新取数，文字不变'}
            onClick={() => refigure.mutate()}
          >
            重新取数
          </Button>
          <Button
            type="primary"
            loading={saving.saving}
            disabled={!saving.changed}
            title="Ctrl S"
            onClick={saving.saveNow}
          >
            保存
          </Button>
        </>
      )}
      <Steps view={view} disabled={saving.changed} onDone={onReload} />
    </>
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

interface OutlineProps {
  readonly written: Written;
  readonly findings: readonly LiveFinding[];
}

/** Chapters with what is still to be done in each. */
export function Outline({ written, findings }: OutlineProps) {
  return (
    <nav className="studio-outline no-print" aria-label="章节">
      <ol>
        {written.chapters.map(({ title, blocks }, at) => {
          const open = openIn(blocks);
          const found = findings.filter(
            (finding) => finding.at?.chapter === at && finding.reason === undefined,
          ).length;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chapter is known by its place
            <li key={at}>
              <a href={`#chapter-${at}`}>{title}</a>
              {open > 0 && <span className="tag">待写{open}</span>}
              {found > 0 && <span className="tag warning">审读{found}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
