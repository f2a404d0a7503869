import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import type { MatterView } from '../../../src/client/contract/matters.ts';
import { client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { allowedChoices, answersItem, proposedRows, rowTexts } from '../proposed.ts';
import type { Form } from '../use-form.ts';
import { isEmpty, type Values } from '../values.ts';
import { controls } from './index.ts';
import { Required, Rows, type RowsProps } from './rows.tsx';

export type Pins = MatterView['pins'];

interface ProposedRowsProps extends RowsProps {
  readonly form: Form;
  readonly from: NonNullable<FormField['from']>;
  readonly pins: Pins;
}

/** The rows of the chosen list item, each to be answered. Where they cannot be had, the table is filled in by hand. */
export function ProposedRows(props: ProposedRowsProps) {
  const { form, from, pins, on } = props;
  const source = form.fields.find(({ name }) => name === from.field);
  const code = form.values[from.field] as string | undefined;
  const found = useQuery({
    queryKey: ['list-item', source?.list, code, on],
    queryFn: ({ signal }) =>
      client.call(
        'list.item',
        { params: { list: source!.list!, code: code! }, query: on ? { on } : {} },
        { signal },
      ),
    enabled: source?.list !== undefined && code !== undefined,
  });
  const pin = source ? undefined : pins.find(({ field }) => field === from.field);
  const kept = useRef<Kept>({ shown: pin?.code ?? code, answers: new Map() });
  const list = source?.list ?? pin?.list;
  if (list === undefined || found.isError) return <Rows {...props} />;
  if (source && code === undefined) {
    return <p className="quiet rows-wait">先选择{source.title}，再逐项登记。</p>;
  }
  const item = (pin?.item ?? found.data?.row.item) as Values | undefined;
  if (!item) return <p className="quiet rows-wait">正在读取{source?.title ?? '事项'}的内容…</p>;
  const rows = (item[from.rows] ?? []) as unknown as Values[];
  return <Answers {...props} list={list} of={pin?.code ?? code ?? ''} item={rows} kept={kept.current} />;
}

/** Answers belong to their item: another item begins anew, and coming back finds them again. */
interface Kept {
  shown: string | undefined;
  readonly answers: Map<string, readonly Values[]>;
}

interface AnswersProps extends ProposedRowsProps {
  readonly list: string;
  /** Code of the item. */
  readonly of: string;
  /** Rows of the item. */
  readonly item: readonly Values[];
  readonly kept: Kept;
}

function Answers(props: AnswersProps) {
  const { id, field, from, value, item, of, kept, list, described } = props;
  const { lists } = useCatalogue();
  const rows = (value as unknown as Values[] | undefined) ?? [];
  const put = (next: readonly Values[]) => props.onChange(next as unknown as Values[string]);
  useEffect(() => {
    const same = kept.shown === of;
    kept.shown = of;
    const before = same ? rows : (kept.answers.get(of) ?? []);
    if (!same || !answersItem(from, item, rows)) put(proposedRows(from, item, before));
    else kept.answers.set(of, rows);
  });
  const inner = lists.find((each) => each.id === list)?.fields.find(({ name }) => name === from.rows);
  const about = (inner?.columns ?? []).filter(({ name }) => name !== from.key && name !== from.shows);
  const title = inner?.columns?.find(({ name }) => name === from.shows)?.title ?? inner?.title ?? '';
  const columns = (field.columns ?? []).filter(({ name }) => name !== from.key);
  if (item.length === 0) return <p className="quiet rows-wait">该事项没有需要逐项登记的内容。</p>;
  return (
    <>
      <div className="table-frame">
        <table
          className="data-table stacks proposed"
          aria-labelledby={`${id}-label`}
          aria-describedby={described}
        >
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">{title}</th>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.title}
                  {column.required && <Required />}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {item.map((row, index) => (
              <tr key={String(row[from.key])}>
                <td className="ordinal">{index + 1}</td>
                <td className="named">
                  {String(row[from.shows] ?? row[from.key])}
                  <Marks about={about} row={row} />
                </td>
                {columns.map((column) => (
                  <Answer
                    key={column.name}
                    {...props}
                    column={column}
                    row={row}
                    index={index}
                    made={rows[index]?.[column.name]}
                    put={(next) =>
                      put(rows.map((each, at) => (at === index ? { ...each, [column.name]: next } : each)))
                    }
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Rest columns={columns} rows={rows} put={put} />
    </>
  );
}

/** What the item says about a row: flags that hold by their title, other columns with their value. */
function Marks({ about, row }: { readonly about: readonly FormField[]; readonly row: Values }) {
  const marks = rowTexts(about, row).join('、');
  return marks !== '' && <div className="quiet marks">{marks}</div>;
}

interface AnswerProps extends AnswersProps {
  readonly column: FormField;
  readonly row: Values;
  readonly index: number;
  readonly made: Values[string];
  readonly put: (next: Values[string]) => void;
}

function Answer({ id, from, column, row, index, made, put, errors }: AnswerProps) {
  const Control = controls[column.widget];
  const cell = `${id}-${index}-${column.name}`;
  const error = errors.find(({ path }) => path === `${index}.${column.name}`)?.message;
  return (
    <td data-title={column.title}>
      <div>
        <label htmlFor={cell} id={`${cell}-label`} className="unseen">
          {String(row[from.shows] ?? row[from.key])}
          {column.title}
        </label>
        <Control
          id={cell}
          field={allowedChoices(from, column, row, made)}
          value={made}
          invalid={error !== undefined}
          described={error ? `${cell}-error` : undefined}
          onChange={put}
        />
        {error && (
          <div id={`${cell}-error`} className="field-error">
            {error}
          </div>
        )}
      </div>
    </td>
  );
}

/** With many rows most answers are the same: the first choice for all that have none yet. */
function Rest({
  columns,
  rows,
  put,
}: {
  readonly columns: readonly FormField[];
  readonly rows: readonly Values[];
  readonly put: (next: readonly Values[]) => void;
}) {
  const offered = columns.flatMap((column) => {
    const [first] = Object.entries(column.choices ?? {});
    const open = rows.filter((row) => isEmpty(row[column.name])).length;
    return first && open > 1 ? [{ column, choice: first[0], word: first[1], open }] : [];
  });
  return (
    offered.length > 0 && (
      <div className="rows-foot">
        {offered.map(({ column, choice, word, open }) => (
          <Button
            key={column.name}
            onClick={() =>
              put(rows.map((row) => (isEmpty(row[column.name]) ? { ...row, [column.name]: choice } : row)))
            }
          >
            其余{open}项都是“{word}”
          </Button>
        ))}
      </div>
    )
  );
}
