import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { useParams } from 'react-router';
import type { ReportView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { NotFound } from '../../app/broken.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Chapters } from './chapters.tsx';
import { Clash } from './clash.tsx';
import { type ChipFigure, Desk, type DeskView, editorAt, enter } from './desk.ts';
import { type ChosenFigure, FigureSearch } from './figure-search.tsx';
import { About, Actions, Outline, Standing } from './head.tsx';
import { Side, type SideTab } from './side.tsx';
import { replacePrinted } from './tokens.ts';
import { Toolbar } from './toolbar.tsx';
import { act, begin } from './undo.ts';
import { useAutosave } from './use-autosave.ts';
import { useCaret } from './use-caret.ts';
import { type LiveFinding, rangeOfFinding, useFindings } from './use-findings.ts';
import { Versions } from './versions.tsx';
import { blocksAt, type Change, inOneLine, writtenOf } from './written.ts';
import './reports.css';
import './editor.css';

/** A report being written: chapters with live figures, what the auditor finds, the year before, and its way to signing. */
export function StudioPage() {
  const { report } = useParams();
  const result = useQuery({
    queryKey: ['report', report],
    queryFn: ({ signal }) => client.call('reports.get', { params: { report: report! } }, { signal }),
    enabled: report !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back goes on from what is saved, not from what he opened last.
    gcTime: 0,
  });
  if (report === undefined) return <NotFound />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="报告" rows={12} />;
  return <Studio key={`${report}`} view={result.data} />;
}

/** What is written, and every way in which it changes. */
function useWriting(view: ReportView) {
  const [writing, dispatch] = useReducer(act, view.draft, (draft) => begin(writtenOf(draft)));
  const change = (made: Change) => dispatch({ type: 'change', change: made, on: Date.now() });
  const back = (type: 'undo' | 'redo') => {
    const step = type === 'undo' ? writing.past.at(-1) : writing.future[0];
    dispatch({ type });
    // The caret goes where the change was, once the page shows it.
    if (step?.at) requestAnimationFrame(() => focusAt(step.at!));
  };
  return { writing, dispatch, change, back };
}

function focusAt(place: { chapter: number; block: number }): void {
  const editor = editorAt(place);
  if (editor) enter(editor, 'end');
}

function Studio({ view }: { readonly view: ReportView }) {
  const { head, draft, editable } = view;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { writing, dispatch, change, back } = useWriting(view);
  const written = writing.now;
  const caret = useCaret();
  const [chosen, setChosen] = useState<string>();
  const [finding, setFinding] = useState<LiveFinding>();
  const [tab, setTab] = useState<SideTab>('figures');
  const [versions, setVersions] = useState(false);
  const [added, setAdded] = useState<readonly ChosenFigure[]>([]);
  const reload = () => queries.invalidateQueries({ queryKey: ['report', head.report] });
  const saving = useAutosave({
    view,
    written,
    onMerged: (merged, by) => {
      dispatch({ type: 'set', state: merged, on: Date.now() });
      void message.info(`${by}也改了这份报告，两人的改动已经合并。`);
    },
    onChanged: (figures) =>
      void message.info(`按最新封存取数，有${figures.length}个数变了：${figures.slice(0, 3).join('；')}`),
  });
  const audit = useFindings(head.report, head.version, written, draft.figures);
  useKeys({ onSave: saving.saveNow, onBack: editable ? back : undefined });

  const figures = useMemo(() => {
    const known = new Map<string, ChipFigure>(
      added.map((figure) => [figure.id, { ...figure, source: 'computed' as const }]),
    );
    for (const figure of draft.figures) known.set(figure.id, figure);
    return known;
  }, [draft.figures, added]);
  const showFigure = (id: string) => {
    setChosen(id);
    setTab('figures');
  };
  const showFinding = (found: LiveFinding) => {
    setFinding(found);
    setTab('findings');
    rangeOfFinding(found)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const desk: DeskView = {
    figures,
    readOnly: !editable,
    chosen,
    change,
    onFigure: showFigure,
    onEnter: caret.onEnter,
    onPoint: (at, offset) => {
      const found = audit.findings.find(
        (entry) =>
          entry.at?.chapter === at.chapter &&
          entry.at.block === at.block &&
          offset >= entry.start &&
          offset <= entry.end,
      );
      if (found && found.end > 0) {
        setFinding(found);
        setTab('findings');
      }
    },
    onSearch: caret.openSearch,
  };
  const insert = (id: string) => {
    if (!caret.insert(`{{${id}}}`)) void message.info('请先把光标放到正文要插入的地方。');
  };
  const accept = (found: LiveFinding) => {
    const at = found.at;
    const block = at && blocksAt(written, at.chapter)[at.block];
    const text = block && replacePrinted(block.text, figures, found, found.suggestion ?? '');
    if (!at || !block || typeof text !== 'string' || !rangeOfFinding(found)) {
      void message.info('这处文字已经改动，或者含有数据，请直接在正文中修改。');
      return;
    }
    // A step of its own, not part of what was typed just before.
    change({ type: 'replace', at, blocks: [{ ...block, text }] });
  };
  return (
    <Desk.Provider value={desk}>
      <Page
        title={`${head.year}年度报告`}
        beside={<Standing view={view} saving={saving} />}
        about={<About view={view} />}
        actions={
          <Actions
            view={view}
            saving={saving}
            onReload={() => void reload()}
            onVersions={() => setVersions(true)}
          />
        }
      >
        {saving.error && <Refusal error={saving.error} onRetry={saving.saveNow} />}
        <div className="studio">
          <Outline written={written} findings={audit.findings} />
          <div className="sheet-frame">
            {editable && (
              <Toolbar
                written={written}
                at={caret.at}
                canUndo={writing.past.length > 0}
                canRedo={writing.future.length > 0}
                change={change}
                onUndo={() => back('undo')}
                onRedo={() => back('redo')}
                onSearch={caret.openSearch}
              />
            )}
            <div className="sheet">
              <Input.TextArea
                aria-label="报告标题"
                className="sheet-title"
                autoSize
                variant="borderless"
                value={written.title}
                readOnly={!editable}
                onChange={(event) => change({ type: 'title', title: inOneLine(event.target.value) })}
              />
              <Chapters written={written} />
            </div>
          </div>
          <Side
            view={view}
            written={written}
            tab={tab}
            onTab={setTab}
            chosen={chosen}
            onFigure={showFigure}
            onInsert={insert}
            findings={audit.findings}
            reading={audit.reading}
            finding={finding}
            onFinding={showFinding}
            onAccept={accept}
            onExplain={({ code, words, context }, reason) => {
              const explanation = { code, text: words, context };
              change(
                reason === undefined
                  ? { type: 'unexplain', explanation }
                  : { type: 'explain', explanation: { ...explanation, reason } },
              );
            }}
          />
        </div>
        {caret.search && (
          <FigureSearch
            year={head.year}
            figures={draft.figures}
            at={caret.search}
            onChoose={(figure) => {
              setAdded([...added, figure]);
              insert(figure.id);
            }}
            onClose={(typed) => (typed === '' ? caret.closeSearch() : caret.insert(typed))}
          />
        )}
        {versions && (
          <Versions
            view={view}
            onClose={() => setVersions(false)}
            onRestore={editable ? (state) => dispatch({ type: 'set', state, on: Date.now() }) : undefined}
          />
        )}
        {saving.clash && <Clash clash={saving.clash} onDone={() => {}} />}
      </Page>
    </Desk.Provider>
  );
}

/** Ctrl S saves, Ctrl Z and Ctrl Y go back and forth over the whole report, not over one paragraph. */
function useKeys({
  onSave,
  onBack,
}: {
  readonly onSave: () => void;
  readonly onBack: ((type: 'undo' | 'redo') => void) | undefined;
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      // Fields beside the sheet go back and forth by themselves.
      const field =
        event.target instanceof Element &&
        event.target.matches(':is(aside, .figure-search, .ant-modal) :is(input, textarea)');
      if (key === 's') onSave();
      else if (field || !onBack) return;
      else if (key === 'z') onBack(event.shiftKey ? 'redo' : 'undo');
      else if (key === 'y') onBack('redo');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onSave, onBack]);
}
