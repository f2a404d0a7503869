import { Input } from 'antd';
import { type ClipboardEvent, Fragment, type KeyboardEvent } from 'react';
import type { ReturnFinding, ReturnView } from '../../../src/client/contract/returns.ts';
import { cellOf, type TypedCells } from './cells.ts';
import { changeOf, grouped } from './words.ts';

interface GridProps {
  readonly items: ReturnView['items'];
  readonly cells: TypedCells;
  /** What the typed cells come to, totals worked out. */
  readonly values: ReturnView['values'];
  readonly findings: readonly ReturnFinding[];
  readonly onChange?: (code: string, part: { text?: string; comment?: string }) => void;
  readonly onPaste?: (code: string, event: ClipboardEvent) => void;
}

const columns = ['编码', '指标', '计量单位', '上期', '上年同期', '本期数', '比上期', '说明'];

/** The items of a return down the page. Enter and the arrow keys go from number to number. */
export function Grid({ items, cells, values, findings, onChange, onPaste }: GridProps) {
  const known = new Map(values.map((value) => [value.code, value]));
  let group: string | undefined;
  return (
    <div className="table-frame">
      <table className="data-table stacks returns-grid">
        <caption className="unseen">指标和数</caption>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col" className={/期|数/.test(title) ? 'end' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const head = item.group !== undefined && item.group !== group;
            group = item.group;
            return (
              <Fragment key={item.code}>
                {head && (
                  <tr className="group">
                    <th colSpan={columns.length} scope="rowgroup">
                      {item.group}
                    </th>
                  </tr>
                )}
                <Line
                  item={item}
                  cells={cells}
                  value={known.get(item.code)}
                  findings={findings.filter(({ code }) => code === item.code)}
                  {...(onChange ? { onChange } : {})}
                  {...(onPaste ? { onPaste } : {})}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Line({
  item,
  cells,
  value,
  findings,
  onChange,
  onPaste,
}: Pick<GridProps, 'cells' | 'findings' | 'onChange' | 'onPaste'> & {
  readonly item: ReturnView['items'][number];
  readonly value: ReturnView['values'][number] | undefined;
}) {
  const { code, name, unit, definition, required, last, lastYear, sum, ratio } = item;
  const { text, comment } = cellOf(cells, code);
  const wrong = findings.length > 0;
  const computed = sum || ratio;
  const asksComment = comment !== '' || findings.some(({ rule }) => rule === 'jump');
  const described = wrong ? `${code}-findings` : undefined;
  return (
    <tr>
      <td data-title="编码" className="quiet nowrap">
        {code}
      </td>
      <td data-title="指标" className={name.startsWith('其中') ? 'part' : undefined}>
        <div>
          <span title={definition || undefined}>{name}</span>
          {onChange && required && !computed && <span className="required">*</span>}
          {definition && onChange && <div className="quiet">{definition}</div>}
          {wrong && (
            <ul id={described} className="finding">
              {findings.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      </td>
      <td data-title="计量单位" className="nowrap">
        {unit}
      </td>
      <td data-title="上期" className="end nowrap quiet">
        {last === undefined ? '' : grouped(last)}
      </td>
      <td data-title="上年同期" className="end nowrap quiet">
        {lastYear === undefined ? '' : grouped(lastYear)}
      </td>
      <td data-title="本期数" className={wrong ? 'end number wrong' : 'end number'}>
        {onChange ? (
          <Input
            aria-label={`${name}本期数`}
            aria-describedby={described}
            {...(wrong ? { status: 'error' as const } : {})}
            inputMode="decimal"
            maxLength={40}
            data-cell={code}
            value={text}
            placeholder={computed ? (value ? grouped(value.value) : '自动计算') : ''}
            onChange={(event) => onChange(code, { text: event.target.value })}
            onPaste={(event) => onPaste?.(code, event)}
            onKeyDown={moveOn}
          />
        ) : (
          value && grouped(value.value)
        )}
      </td>
      <td data-title="比上期" className="end nowrap quiet">
        {value ? changeOf(value.value, last) : ''}
      </td>
      <td data-title="说明" className="comment">
        {onChange ? (
          <Input
            aria-label={`${name}说明`}
            maxLength={300}
            value={comment}
            placeholder={asksComment ? '写明变动原因' : ''}
            onChange={(event) => onChange(code, { comment: event.target.value })}
          />
        ) : (
          comment
        )}
      </td>
    </tr>
  );
}

/** Enter and the arrow keys lead to the number above or below, as in a spreadsheet. */
function moveOn(event: KeyboardEvent<HTMLInputElement>) {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLInputElement>('input[data-cell]')];
  const next = all[all.indexOf(event.currentTarget) + by];
  next?.focus();
  next?.select();
}
