import { Input, Tabs } from 'antd';
import { useState } from 'react';
import type { DraftFigureView, ReportView } from '../../../src/client/contract/reports.ts';
import { figuresIn } from '../../../src/client/figures-in-text.ts';
import { Explained } from './explained.tsx';
import { Findings } from './findings.tsx';
import { LastYear } from './last-year.tsx';
import { Points, pointsOf } from './points.tsx';
import type { LiveFinding } from './use-findings.ts';
import type { Written } from './written.ts';

export type SideTab = 'figures' | 'findings' | 'points' | 'last';

interface SideProps {
  readonly view: ReportView;
  readonly written: Written;
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly chosen: string | undefined;
  readonly onFigure: (id: string) => void;
  readonly onInsert: (id: string) => void;
  readonly findings: readonly LiveFinding[];
  readonly reading: boolean;
  readonly finding: LiveFinding | undefined;
  readonly onFinding: (finding: LiveFinding) => void;
  readonly onAccept: (finding: LiveFinding) => void;
  readonly onExplain: (finding: LiveFinding, reason: string | undefined) => void;
}

/** Beside the sheet: figures with what stands behind them, what the auditor found, what is open, and the year before. */
export function Side(props: SideProps) {
  const { view, written, tab, onTab } = props;
  const points = pointsOf(view, written);
  const open = props.findings.filter(({ reason }) => reason === undefined).length;
  const counted = (name: string, count: number) => (count > 0 ? `${name} ${count}` : name);
  return (
    <aside className="studio-side no-print" aria-label="数据、审读和待处理">
      <Tabs
        size="small"
        activeKey={tab}
        onChange={(key) => onTab(key as SideTab)}
        items={[
          { key: 'figures', label: '数据', children: <Figures {...props} /> },
          {
            key: 'findings',
            label: counted('审读', open),
            children: (
              <Findings
                findings={props.findings}
                reading={props.reading}
                readOnly={!view.editable}
                chosen={props.finding}
                onChoose={props.onFinding}
                onAccept={props.onAccept}
                onExplain={props.onExplain}
              />
            ),
          },
          {
            key: 'points',
            label: counted('待处理', points.length),
            children: <Points points={points} view={view} onFigure={props.onFigure} />,
          },
          { key: 'last', label: '上年', children: <LastYear view={view} written={written} /> },
        ]}
      />
    </aside>
  );
}

function Figures({ view: { draft, editable }, written, chosen, onFigure, onInsert }: SideProps) {
  const [query, setQuery] = useState('');
  const used = usedIn(written);
  const found = draft.figures.find(({ id }) => id === chosen);
  const shown = draft.figures.filter(
    ({ id, name, value }) =>
      !id.endsWith('~') && name.includes(query.trim()) && (used.has(id) || value !== 0),
  );
  return (
    <>
      {found && <Explained figure={found} draft={draft} readOnly={!editable} onInsert={onInsert} />}
      {draft.figures.length === 0 && (
        <p className="quiet">
          台账没有{draft.year}年的记录，也没有单位报送，所以没有数据。有了记录以后点“重新取数”。
        </p>
      )}
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
            <FigureRow
              key={figure.id}
              figure={figure}
              chosen={figure.id === chosen}
              used={used.has(figure.id)}
              onFigure={onFigure}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function usedIn({ opening, chapters }: Written): Set<string> {
  const blocks = [...opening, ...chapters.flatMap((chapter) => chapter.blocks)];
  return new Set(
    blocks.flatMap((block) =>
      (block.kind === 'table' ? [block.text, ...block.rows.flat()] : [block.text]).flatMap(figuresIn),
    ),
  );
}

interface FigureRowProps {
  readonly figure: DraftFigureView;
  readonly chosen: boolean;
  readonly used: boolean;
  readonly onFigure: (id: string) => void;
}

function FigureRow({ figure, chosen, used, onFigure }: FigureRowProps) {
  return (
    <tr aria-selected={chosen}>
      <td>
        <button type="button" className="plain" onClick={() => onFigure(figure.id)}>
          {figure.name}
        </button>
        {figure.source === 'returned' && <span className="tag">报送</span>}
        {!used && <span className="quiet">（正文未用）</span>}
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
  );
}
