import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { DraftFigureView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';

/** A figure that was chosen, as its chip will show it until it is measured with the others. */
export interface ChosenFigure {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly definition: string;
}

interface FigureSearchProps {
  readonly year: number;
  readonly figures: readonly DraftFigureView[];
  /** Where the caret is, in the page. */
  readonly at: { readonly left: number; readonly top: number };
  readonly onChoose: (figure: ChosenFigure) => void;
  /** Closed without a choice; a slash that was meant as one is typed by typing it twice. */
  readonly onClose: (typed: string) => void;
}

const SHOWN = 12;

/** Figures by words of their name, under the caret: those of this report first, then every indicator there is. */
export function FigureSearch({ year, figures, at, onChoose, onClose }: FigureSearchProps) {
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const asked = useDeferredValue(query.trim());
  const others = useQuery({
    queryKey: ['report-indicators', year, asked],
    queryFn: ({ signal }) =>
      client.call('reports.indicators', { params: {}, query: { q: asked, year } }, { signal }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const words = query.trim().toLowerCase().split(/\s+/);
  const own = figures.filter(({ name, text }) =>
    words.every((word) => `${name} ${text}`.toLowerCase().includes(word)),
  );
  const known = new Set(own.map(({ id }) => id));
  const more = asked === '' ? [] : (others.data?.indicators ?? []).filter(({ id }) => !known.has(id));
  const found: ChosenFigure[] = [...own, ...more]
    .map(({ id, name, text, definition }) => ({ id, name, text, definition }))
    .slice(0, SHOWN);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setMarked(Math.min(marked + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setMarked(Math.max(marked - 1, 0));
    else if (event.key === 'Enter' && found[marked]) onChoose(found[marked]);
    else if (event.key === 'Escape') onClose('');
    else if (event.key === '/' && query === '') onClose('/');
    else return;
    event.preventDefault();
  };
  return (
    <div className="figure-search" style={at} role="dialog" aria-label="插入数据">
      <Input
        autoFocus
        size="small"
        placeholder="按指标名称查找，如：处罚决定"
        aria-label="按指标名称查找"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="figure-search-list"
        aria-activedescendant={found[marked] ? `figure-search-${marked}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKey}
        onBlur={() => onClose('')}
      />
      <div id="figure-search-list" role="listbox" aria-label="指标">
        {found.map((figure, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
          <div
            key={figure.id}
            id={`figure-search-${n}`}
            role="option"
            aria-selected={n === marked}
            title={figure.definition}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(figure)}
          >
            <span>
              {figure.name}
              {figure.id.endsWith('~') && '（与上年比）'}
            </span>
            <strong>{figure.text || '没有数'}</strong>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{others.isFetching ? '正在查找…' : '没有这样的指标。'}</p>}
    </div>
  );
}
