import { Button } from 'antd';
import { type ClipboardEvent, useId } from 'react';
import type { JsonValue } from '../../api/json.ts';
import { pastedRows } from '../paste.ts';
import type { FieldError, Values } from '../values.ts';
import type { ControlProps } from './control.ts';
import { controls } from './index.ts';

export interface RowsProps extends ControlProps {
  /** Errors within, by `index.column`. */
  readonly errors: readonly FieldError[];
}

/** A table to fill in. Cells copied from a spreadsheet are pasted as rows. */
export function Rows({ id, field, value, onChange, errors, described }: RowsProps) {
  const rows = (value as unknown as Values[] | undefined) ?? [];
  const columns = field.columns ?? [];
  const base = useId();
  const put = (next: readonly Values[]) => onChange(next as unknown as JsonValue);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    put([...rows.filter((row) => Object.keys(row).length > 0), ...pastedRows(columns, text)]);
  };
  return (
    <div onPaste={onPaste}>
      {rows.length > 0 && (
        <div className="table-frame">
          <table className="data-table rows-field" aria-labelledby={`${id}-label`}>
            <thead>
              <tr>
                <th scope="col">序号</th>
                {columns.map((column) => (
                  <th key={column.name} scope="col" id={`${base}-${column.name}`}>
                    {column.title}
                    {column.required && <Required />}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while it is typed
                <tr key={index}>
                  <td>{index + 1}</td>
                  {columns.map((column) => {
                    const Control = controls[column.widget];
                    const cell = `${id}-${index}-${column.name}`;
                    const error = errors.find(({ path }) => path === `${index}.${column.name}`)?.message;
                    return (
                      <td key={column.name} className={`cell-${column.widget}`}>
                        <span id={`${cell}-label`} className="unseen">
                          第{index + 1}行{column.title}
                        </span>
                        <label htmlFor={cell} className="unseen">
                          第{index + 1}行{column.title}
                        </label>
                        <Control
                          id={cell}
                          field={column}
                          value={row[column.name]}
                          small
                          invalid={error !== undefined}
                          described={error ? `${cell}-error` : undefined}
                          onChange={(next) =>
                            put(
                              rows.map((each, at) =>
                                at === index ? { ...each, [column.name]: next } : each,
                              ),
                            )
                          }
                        />
                        {error && (
                          <div id={`${cell}-error`} className="field-error">
                            {error}
                          </div>
                        )}
                      </td>
                    );
                  })}
                  <td>
                    <Button
                      type="text"
                      size="small"
                      aria-label={`删除第${index + 1}行`}
                      onClick={() => put(rows.filter((_, at) => at !== index))}
                    >
                      删除
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="rows-foot">
        <Button
          id={id}
          aria-label={`${field.title}：增加一行`}
          aria-describedby={described}
          onClick={() => put([...rows, {}])}
        >
          增加一行
        </Button>
        <span className="quiet">可从Excel复制多行粘贴到表中</span>
      </div>
    </div>
  );
}

export function Required() {
  return (
    <span className="required" title="必填">
      *<span className="unseen">必填</span>
    </span>
  );
}
