import { Checkbox, Pagination } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { total } from '../format.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly align?: 'end';
  /** Least CSS width; without it the text decides. */
  readonly width?: string;
  readonly nowrap?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter, or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** Click, or the arrow keys. */
  readonly onSelect?: (row: Row) => void;
  readonly selected?: string | undefined;
  /** Rows that are ticked, by key; space ticks the row in focus, the head ticks all in sight. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (ticked: ReadonlySet<string>) => void;
  /** Newer rows are on their way; the old ones stay in place, dimmed. */
  readonly busy?: boolean;
}

/**
 * A semantic table whose head stays in sight. Rows are walked with the arrow keys, opened with Enter.
 * Paging is the server's: a table never holds more than one page.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, onOpen, onSelect, selected, busy, ticked, onTick } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const walks = Boolean(onOpen ?? onSelect);
  const tick = (keys: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    onTick?.(next);
  };
  const moveTo = (index: number) => {
    const row = rows[index];
    if (!row) return;
    (body.current?.rows[index] as HTMLElement | undefined)?.focus();
    onSelect?.(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: Row, index: number) => {
    if (event.target !== event.currentTarget) return;
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      moveTo(to);
    } else if (event.key === 'Enter') onOpen?.(row);
    else if (event.key === ' ' && onTick) {
      event.preventDefault();
      tick([rowKey(row)], !ticked?.has(rowKey(row)));
    }
  };
  return (
    <table className={busy ? 'data-table stacks dimmed' : 'data-table stacks'} aria-busy={busy}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {onTick && (
            <th scope="col" className="tick no-print">
              <Checkbox
                aria-label="选中本页全部"
                checked={rows.length > 0 && rows.every((row) => ticked?.has(rowKey(row)))}
                indeterminate={
                  rows.some((row) => ticked?.has(rowKey(row))) &&
                  !rows.every((row) => ticked?.has(rowKey(row)))
                }
                onChange={({ target }) => tick(rows.map(rowKey), target.checked)}
              />
            </th>
          )}
          {columns.map((column) => (
            <th key={column.id} scope="col" className={column.align} style={{ minWidth: column.width }}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => {
          const key = rowKey(row);
          return (
            <tr
              key={key}
              className={walks ? 'opens' : undefined}
              aria-selected={selected === undefined ? undefined : selected === key}
              tabIndex={
                walks ? (selected === key || (selected === undefined && index === 0) ? 0 : -1) : undefined
              }
              onClick={onSelect && (() => onSelect(row))}
              onDoubleClick={onOpen && (() => onOpen(row))}
              onKeyDown={walks ? (event) => onKeyDown(event, row, index) : undefined}
            >
              {onTick && (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the tick itself has the keys; a slip beside it opens nothing
                <td className="tick no-print" onClick={(event) => event.stopPropagation()}>
                  <Checkbox
                    aria-label={`选中第${index + 1}行`}
                    tabIndex={-1}
                    checked={ticked?.has(key) ?? false}
                    onChange={({ target }) => tick([key], target.checked)}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-title={typeof column.title === 'string' ? column.title : undefined}
                  className={[column.align, column.nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PagingProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly more?: boolean;
  readonly unit?: string;
  readonly onChange: (page: number, size: number) => void;
}

/** Foot of a table: how many there are, and the pages. */
export function Paging({ page, size, total: count, more, unit, onChange }: PagingProps) {
  return (
    <div className="table-foot no-print">
      <span className="quiet">{total(count, more, unit)}</span>
      <Pagination
        current={page}
        pageSize={size}
        total={count}
        onChange={onChange}
        pageSizeOptions={[20, 50, 100, 200]}
        showSizeChanger
        responsive
        size="small"
      />
    </div>
  );
}
