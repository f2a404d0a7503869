import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Answer } from '../../api/client.ts';
import { queries, useCatalogue, useSession } from '../../api/queries.ts';
import { number } from '../../format.ts';
import { Empty } from '../../shared/empty.tsx';
import { OpenSteps } from '../../shared/open-steps.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { TimeLeft } from '../../shared/time-left.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type Choice, ChoiceBar, useChoice } from './choice.tsx';
import { type TimeColumn, timeColumns, type Work, workOf } from './work.ts';
import './todo.css';

/** 我的待办: what waits for my post, in three columns of time. */
export function Todo() {
  const [search, setSearch] = useSearchParams();
  const procedure = search.get('procedure') ?? undefined;
  const { acting } = useSession();
  const { procedures, units } = useCatalogue();
  const own = units.find((unit) => unit.code === acting.unit);
  const todo = useInfiniteQuery(queries.todoPages(procedure));
  const waiting = todo.data && joined(todo.data.pages);
  const filter = (
    <Select
      aria-label="按事项类别筛选"
      style={{ minWidth: 160 }}
      value={procedure ?? ''}
      onChange={(value) => setSearch(value ? { procedure: value } : {}, { replace: true })}
      options={[
        { value: '', label: '全部类别' },
        ...procedures.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
  return (
    <Page title="我的待办" actions={filter}>
      {todo.error && <Refusal error={todo.error} onRetry={() => void todo.refetch()} />}
      {todo.isPending && <Waiting what="待办" rows={8} />}
      {waiting &&
        (waiting.rows.length + waiting.publications.length === 0 ? (
          <Empty
            title={procedure ? '这一类没有待办' : '没有待办'}
            actions={<OpenSteps procedures={procedures} />}
          >
            <p>
              等待“{acting.unitName} {acting.name}”办理的事项会列在这里，先到期的在前。
            </p>
          </Empty>
        ) : (
          <>
            <Columns
              columns={timeColumns(
                workOf(waiting, own ? [own.name, own.shortName] : [acting.unitName]),
                todo.hasNextPage,
              )}
            />
            {todo.hasNextPage && (
              <p className="todo-more no-print">
                <Button loading={todo.isFetchingNextPage} onClick={() => void todo.fetchNextPage()}>
                  再列出后面到期的
                </Button>
                <span className="quiet">
                  已列出先到期的{number(waiting.rows.length + waiting.publications.length)}件，后面还有。
                </span>
              </p>
            )}
          </>
        ))}
    </Page>
  );
}

/** The pages as one list: what moved from one page to the next meanwhile is there once. */
function joined(pages: readonly Answer<'todo.list'>[]): Pick<Answer<'todo.list'>, 'rows' | 'publications'> {
  const once = <T,>(all: readonly T[], key: (each: T) => string) => [
    ...new Map(all.map((each) => [key(each), each])).values(),
  ];
  return {
    rows: once(
      pages.flatMap(({ rows }) => rows),
      ({ id }) => id,
    ),
    publications: once(
      pages.flatMap(({ publications }) => publications),
      ({ matter, publication }) => `${matter}/${publication}`,
    ),
  };
}

function Columns({ columns }: { readonly columns: readonly TimeColumn[] }) {
  const board = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const choice = useChoice(columns);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, work: Work) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') void navigate(`/matters/${work.matter}`);
    else if (event.code === 'KeyB' && work.next) void navigate(work.next.to);
    else if (event.key === ' ' && choice.mayChoose(work)) {
      event.preventDefault();
      choice.toggle(work);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const all = [...(board.current?.querySelectorAll<HTMLElement>('article') ?? [])];
      all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
  };
  return (
    <>
      <div className="todo-board" ref={board}>
        {columns.map((column) => (
          <section key={column.id} aria-labelledby={`todo-${column.id}`}>
            <h2 id={`todo-${column.id}`}>
              <span className={column.id === 'late' && column.work.length > 0 ? 'late' : undefined}>
                {column.title}
              </span>
              <span className="quiet">
                {number(column.work.length)}件{column.more && '以上'}
              </span>
            </h2>
            {column.work.length === 0 && <p className="quiet none">{column.empty}</p>}
            {column.work.map((work) => (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: rows are walked with the arrow keys
              <article key={work.key} tabIndex={0} onKeyDown={(event) => onKeyDown(event, work)}>
                <Row work={work} choice={choice} />
              </article>
            ))}
          </section>
        ))}
      </div>
      <p className="quiet keys no-print">
        <kbd>↑</kbd> <kbd>↓</kbd> 移动　<kbd>回车</kbd> 打开　<kbd>B</kbd> 办理下一环节　<kbd>空格</kbd>{' '}
        选中，一并办理
      </p>
      <ChoiceBar choice={choice} />
    </>
  );
}

function Row({ work, choice }: { readonly work: Work; readonly choice: Choice }) {
  return (
    <>
      <h3>
        {work.batch && (
          <Checkbox
            className="no-print"
            aria-label={`选中${work.title}，与其他各件一并${work.batch.stepName}`}
            checked={choice.chosen.has(work.key)}
            disabled={!choice.mayChoose(work)}
            onChange={() => choice.toggle(work)}
          />
        )}
        <Link to={`/matters/${work.matter}`}>{work.title}</Link>
      </h3>
      <p className="quiet about spaced">
        {work.about.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <div className="foot">
        <span>
          <span className="tag">{work.stage}</span>{' '}
          {work.limit && <span className="nowrap">{work.limit}：</span>}
          <TimeLeft {...work} />
        </span>
        {work.next && (
          <Link to={work.next.to} className="next">
            {work.next.name}
          </Link>
        )}
      </div>
    </>
  );
}
