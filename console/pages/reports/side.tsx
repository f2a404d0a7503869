import { Button, Input, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { DraftFigureView, ReportView } from '../../../src/client/contract/reports.ts';
import { insertAtCaret } from './paragraph.tsx';
import { bareTitle, figuresIn } from './tokens.ts';
import { openIn, type Written } from './written.ts';

interface SideProps {
  readonly view: ReportView;
  readonly written: Written;
  readonly chosen: string | undefined;
  readonly onFigure: (id: string) => void;
}

/** Beside the sheet: figures with what stands behind them, what is open, and the year before. */
export function Side({ view, written, chosen, onFigure }: SideProps) {
  const [tab, setTab] = useState('figures');
  useEffect(() => {
    if (chosen !== undefined) setTab('figures');
  }, [chosen]);
  const points = pointsOf(view, written);
  return (
    <aside className="studio-side no-print" aria-label="数据和待处理">
      <Tabs
        size="small"
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'figures',
            label: '数据',
            children: <Figures view={view} written={written} chosen={chosen} onFigure={onFigure} />,
          },
          {
            key: 'points',
            label: points.length > 0 ? `待处理 ${points.length}` : '待处理',
            children: <Points points={points} view={view} onFigure={onFigure} />,
          },
          { key: 'last', label: '上年', children: <LastYear view={view} written={written} /> },
        ]}
      />
    </aside>
  );
}

function Figures({ view: { draft }, written, chosen, onFigure }: SideProps) {
  const [query, setQuery] = useState('');
  const used = new Set(
    [...written.opening, ...written.chapters.flatMap(({ blocks }) => blocks)].flatMap(({ text }) =>
      figuresIn(text),
    ),
  );
  const found = draft.figures.find(({ id }) => id === chosen);
  const nought = new Set(draft.missing.map(({ id }) => id));
  const shown = draft.figures.filter(
    ({ id, name }) => !id.endsWith('~') && name.includes(query.trim()) && (used.has(id) || !nought.has(id)),
  );
  return (
    <>
      {found && <Explained figure={found} seal={draft.seal?.number} />}
      <Input.Search
        allowClear
        size="small"
        placeholder="按名称查找指标"
        aria-label="按名称查找指标"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <table className="data-table side-table">
        <caption className="unseen">本年和上年的数据</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="end">
              本年
            </th>
            <th scope="col" className="end">
              上年
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => (
            <tr key={figure.id} aria-selected={figure.id === chosen}>
              <td>
                <button type="button" className="plain" onClick={() => onFigure(figure.id)}>
                  {figure.name}
                </button>
                {!used.has(figure.id) && <span className="quiet">（正文未用）</span>}
              </td>
              <td className="end nowrap">{figure.text}</td>
              <td className="end nowrap">
                {figure.previous?.text ?? '—'}
                {figure.previous?.source === 'returned' && (
                  <span className="tag" title={figure.previous.document}>
                    公开
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What is counted, for which period, from where: a figure explained. */
function Explained({
  figure,
  seal,
}: {
  readonly figure: DraftFigureView;
  readonly seal: number | undefined;
}) {
  const [failed, setFailed] = useState(false);
  const { ask, previous, returned } = figure;
  const search = new URLSearchParams({ indicator: ask.indicator, from: ask.from, to: ask.to });
  if (ask.unit) search.set('unit', ask.unit);
  if (ask.kind) search.set('kind', ask.kind);
  return (
    <section className="explained" aria-label="这个数的说明">
      <h2>
        {figure.name} <strong>{figure.text}</strong>
      </h2>
      <p>{figure.definition}</p>
      <p className="quiet">
        统计期间{ask.from}至{ask.to}
        {figure.denominator !== undefined && `，分子${figure.numerator}，分母${figure.denominator}`}
        {figure.provisional && <span className="tag provisional">年度未结束</span>}
      </p>
      {returned ? (
        <p>
          台账没有记录，采用{returned.by}核对的“{returned.document}”：{returned.text}
        </p>
      ) : (
        <p>
          由台账计算，以第{seal}号封存为准。<Link to={`/figures?${search}`}>打开记录</Link>
        </p>
      )}
      {previous && (
        <p>
          上年{previous.text}
          {previous.source === 'returned' ? `，见“${previous.document}”。` : '，由台账计算。'}
        </p>
      )}
      <Button
        size="small"
        // The caret must stay in the paragraph while the button is pressed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setFailed(!insertAtCaret(figure.id))}
      >
        插入到光标处
      </Button>
      {failed && <span className="quiet">　请先把光标放到正文要插入的地方。</span>}
    </section>
  );
}

interface Point {
  readonly message: string;
  readonly figure?: string;
  readonly kind: '待写' | '变动' | '口径' | '无来源';
}

function pointsOf({ draft, unmapped }: ReportView, written: Written): Point[] {
  const open = [{ title: '引言', blocks: written.opening }, ...written.chapters].flatMap(
    ({ title, blocks }) => {
      const count = openIn(blocks);
      return count > 0 ? [{ kind: '待写' as const, message: `“${title}”还有${count}处待补写。` }] : [];
    },
  );
  return [
    ...open,
    ...draft.jumps.map(({ id, message }) => ({ kind: '变动' as const, message, figure: id })),
    ...draft.conflicts.map(({ id, message }) => ({ kind: '口径' as const, message, figure: id })),
    ...unmapped.map(({ text }) => ({
      kind: '无来源' as const,
      message: `“${text}”是手写的数，背后没有记录；有对应指标的，请改用数据。`,
    })),
  ];
}

function Points({
  points,
  view,
  onFigure,
}: {
  readonly points: readonly Point[];
  readonly view: ReportView;
  readonly onFigure: (id: string) => void;
}) {
  const { missing } = view.draft;
  return (
    <>
      {points.length === 0 && <p className="quiet">没有待处理的问题。</p>}
      <ul className="points">
        {points.map(({ kind, message, figure }) => (
          <li key={message}>
            <span className="tag">{kind}</span>{' '}
            {figure === undefined ? (
              message
            ) : (
              <button type="button" className="plain" onClick={() => onFigure(figure)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <details>
          <summary>没有数据的指标{missing.length}个</summary>
          <ul className="points">
            {missing.map(({ id, name, reason }) => (
              <li key={id}>
                {name}：<span className="quiet">{reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The same chapters a year ago, for whoever writes this year's. */
function LastYear({ view, written }: { readonly view: ReportView; readonly written: Written }) {
  const { lastYear } = view;
  if (!lastYear) {
    return (
      <p className="quiet">
        上年的报告没有在本系统编写。可以在<Link to="/reading">审读</Link>中取得上年公开报告的数据。
      </p>
    );
  }
  return (
    <>
      <h2>{lastYear.title}</h2>
      {written.chapters.map(({ title }) => {
        const before = lastYear.chapters.find((chapter) => bareTitle(chapter.title) === bareTitle(title));
        return (
          before && (
            <details key={title}>
              <summary>{before.title}</summary>
              {before.paragraphs.map((text) => (
                <p key={text} className="last-year">
                  {text}
                </p>
              ))}
            </details>
          )
        );
      })}
    </>
  );
}
