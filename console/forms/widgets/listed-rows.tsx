import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import { client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { listedRows, missingFrom } from '../listed.ts';
import type { Form } from '../use-form.ts';
import type { Values } from '../values.ts';
import { Rows, type RowsProps } from './rows.tsx';

interface ListedRowsProps extends RowsProps {
  readonly form: Form;
  readonly listed: NonNullable<FormField['listed']>;
}

/** A group is a few dozen; more are filled in by hand. */
const MOST = 200;

/**
 * A table that the list of the day fills in: by itself while it is empty, on request afterwards. Says whom of the list
 * the table leaves out.
 */
export function ListedRows(props: ListedRowsProps) {
  const { form, listed, value, onChange } = props;
  const { lists } = useCatalogue();
  const on = form.values[listed.on] as string | undefined;
  const found = useQuery({
    queryKey: ['listed-rows', listed.list, on],
    queryFn: ({ signal }) =>
      client.call(
        'list.page',
        {
          params: { list: listed.list },
          query: { on: on!, status: 'in-force', sort: 'code', page: 1, size: MOST },
        },
        { signal },
      ),
    enabled: on !== undefined,
  });
  const rows = (value as unknown as readonly Values[] | undefined) ?? [];
  const items = found.data?.rows.map(({ item }) => item as unknown as Values);
  const filled = useRef<string>(undefined);
  const fill = () => {
    if (items && items.length > 0) onChange(listedRows(listed, items, rows) as never);
  };
  // Once for each day: who empties the table on purpose finds it empty.
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled by the list's arrival, not by typing
  useEffect(() => {
    if (listed.asked || !items || on === undefined || filled.current === on || rows.length > 0) return;
    filled.current = on;
    fill();
  }, [items, on]);
  const name = lists.find(({ id }) => id === listed.list)?.name ?? '名单';
  const source = props.form.fields.find((field) => field.name === listed.on);
  const missing = items ? missingFrom(listed, items, rows) : [];
  return (
    <>
      <Rows {...props} />
      <p className="quiet rows-wait">
        {on === undefined && !listed.asked && `选择${source?.title ?? '日期'}后，按当日的${name}填入。`}
        {found.isError && `读不到${name}，请手工填写。`}
        {items?.length === 0 && !listed.asked && `当日的${name}没有人员，请手工填写。`}
        {items && items.length > 0 && on !== undefined && (
          <Filled
            who={`${day(on)}的${name}共${items.length}人`}
            missing={missing}
            empty={rows.length === 0}
            onFill={fill}
          />
        )}
      </p>
    </>
  );
}

function Filled({
  who,
  missing,
  empty,
  onFill,
}: {
  readonly who: string;
  readonly missing: readonly string[];
  readonly empty: boolean;
  readonly onFill: () => void;
}) {
  if (missing.length === 0) return <>{who}，都已填写。</>;
  return (
    <>
      {who}
      {!empty && `，没有填写的：${missing.join('、')}`}。
      <Button size="small" onClick={onFill}>
        {empty ? '按名单填入' : `补充没有填写的${missing.length}人`}
      </Button>
    </>
  );
}
