import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useDeferredValue, useId, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Answer, client } from '../api/client.ts';
import { useCatalogue } from '../api/queries.ts';
import { Refusal } from '../shared/refusal.tsx';

type Hit = Pick<Answer<'search.all'>['hits'][number], 'number' | 'title' | 'unitName' | 'state'> & {
  readonly to: string;
  readonly what: string;
};

/** Search over everything: numbers, names, initials of pinyin. Arrow keys choose, Enter opens. */
export function Search({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const list = `${id}-list`;
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<InputRef>(null);
  const navigate = useNavigate();
  // The dialog is the browser's own: it stands and has the focus before the next key is read, so that the first
  // letter typed after Ctrl K is not lost to an opening animation.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    input.current?.focus();
    // Closing gives the focus back to where it was.
    return () => shown?.close();
  }, []);
  const { hits, more, busy, error } = useHits(useDeferredValue(text.trim()));
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) return open(hits[chosen]);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || hits.length === 0) return;
    event.preventDefault();
    setChosen((chosen + by + hits.length) % hits.length);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes, as the browser gives it to every dialog
    <dialog
      ref={dialog}
      className="search"
      aria-labelledby={`${id}-title`}
      onCancel={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div>
        <header className="search-head">
          <h2 className="search-title" id={`${id}-title`}>
            查找
          </h2>
          <Button type="text" size="small" onClick={onClose}>
            关闭
          </Button>
        </header>
        <Input
          ref={input}
          value={text}
          placeholder="编号、名称，或拼音首字母"
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-label="查找办件和清单事项"
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-activedescendant={hits[chosen] ? `${list}-${chosen}` : undefined}
        />
        {error ? <Refusal error={error} /> : null}
        <div id={list} role="listbox" aria-label="查找结果" className="search-hits">
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list
            <div
              key={hit.to}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onClick={() => open(hit)}
            >
              <span className="title">{hit.title}</span>
              <span className="quiet about">
                {[hit.what, hit.number, hit.unitName, hit.state].filter(Boolean).map((part) => (
                  <span key={part}>{part}</span>
                ))}
              </span>
            </div>
          ))}
        </div>
        <p className="quiet" role="status">
          {text.trim() === ''
            ? '↑↓选择，回车打开'
            : hits.length === 0 && !busy && !error
              ? `没有找到“${text.trim()}”。可以换名称中连续的几个字、拼音首字母，或者编号的一部分。`
              : more
                ? '还有没列出的，可以再加几个字缩小范围。'
                : ''}
        </p>
      </div>
    </dialog>
  );
}

/** Registers and lists by their names, answered here; matters and items, answered by the server. */
function useHits(q: string): { hits: readonly Hit[]; more: boolean; busy: boolean; error: unknown } {
  const { procedures, lists } = useCatalogue();
  const found = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => client.call('search.all', { params: {}, query: { q } }, { signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  if (q === '') return { hits: [], more: false, busy: false, error: null };
  const named = ({ name, initials }: { readonly name: string; readonly initials: string }) =>
    name.includes(q) || (q.length > 1 && initials.includes(q.toLowerCase()));
  const place = { number: '', unitName: '', state: '' };
  const places = [
    ...procedures
      .filter(named)
      .map(({ id, name }) => ({ ...place, to: `/registers/${id}`, title: name, what: '台账' })),
    ...lists
      .filter(named)
      .map(({ id, name }) => ({ ...place, to: `/lists/${id}`, title: name, what: '清单' })),
  ];
  const records = (found.data?.hits ?? []).map((hit) => ({
    ...hit,
    what: hit.procedureName,
    to:
      hit.kind === 'matter'
        ? `/matters/${hit.id}`
        : `/lists/${hit.procedure}/items/${encodeURIComponent(hit.id)}`,
  }));
  return {
    hits: [...places, ...records],
    more: found.data?.more ?? false,
    busy: found.isFetching,
    error: found.error,
  };
}
