import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day, number } from '../../format.ts';
import { type Column, DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { dayIn } from './asked.ts';
import { Changes } from './changes.tsx';
import './lists.css';

/** What differs between a list on two days. */
export function DiffPage() {
  const list = useList(useParams().list ?? '');
  return list ? <DiffOf list={list} /> : <NotFound />;
}

function DiffOf({ list }: { readonly list: ListInfo }) {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const from = dayIn(search, 'from') ?? `${Number(today.slice(0, 4)) - 1}-12-31`;
  const to = dayIn(search, 'to') ?? today;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const query = { from, to, page, size: 50 };
  const result = useQuery({
    queryKey: ['list-diff', list.id, query],
    queryFn: ({ signal }) => client.call('list.diff', { params: { list: list.id }, query }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={`${list.name}：比较两天`} about={<Link to={`/lists/${list.id}`}>回到清单</Link>}>
      <div className="list-day no-print">
        <label htmlFor="diff-days">从哪一天到哪一天</label>
        <DatePicker.RangePicker
          id={{ start: 'diff-days', end: 'diff-days-to' }}
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          onChange={(range) => {
            const days = range?.map((each) => each?.format('YYYY-MM-DD'));
            if (days?.[0] && days[1]) setSearch({ from: days[0], to: days[1] });
          }}
        />
      </div>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="变化" rows={8} />}
      {result.data && <Totals diff={result.data} from={from} to={to} />}
      {result.data?.total === 0 && (
        <Empty title="这两天的清单完全相同">
          <p>可以换一个更早的日期再比较。</p>
        </Empty>
      )}
      {result.data && result.data.total > 0 && (
        <>
          <div className="table-frame list-frame">
            <DataTable
              caption={`${list.name}的变化`}
              columns={columnsOf(list, from)}
              rows={result.data.rows}
              rowKey={(row) => row.code}
              busy={result.isPlaceholderData}
            />
          </div>
          <Paging
            page={page}
            size={query.size}
            total={result.data.total}
            unit="项"
            onChange={(next) => setSearch({ from, to, page: String(next) })}
          />
        </>
      )}
    </Page>
  );
}

type Diff = Answer<'list.diff'>;
type Row = Diff['rows'][number];

function Totals({ diff, from, to }: { readonly diff: Diff; readonly from: string; readonly to: string }) {
  return (
    <p className="diff-totals">
      <span>
        {day(from)}至{day(to)}
      </span>
      <span>
        增加<strong>{number(diff.added)}</strong>项
      </span>
      <span>
        退出<strong>{number(diff.removed)}</strong>项
      </span>
      <span>
        变更<strong>{number(diff.changed)}</strong>项
      </span>
    </p>
  );
}

const changeNames = { added: '增加', removed: '退出', changed: '变更' } as const;

function columnsOf(list: ListInfo, from: string): Column<Row>[] {
  // What has left the list is looked at as it was before.
  const address = (row: Row) =>
    `/lists/${list.id}/items/${encodeURIComponent(row.code)}${row.change === 'removed' ? `?on=${from}` : ''}`;
  return [
    {
      id: 'change',
      title: '变化',
      nowrap: true,
      cell: (row) => <span className="tag">{changeNames[row.change]}</span>,
    },
    { id: 'code', title: '编码', nowrap: true, cell: (row) => <Link to={address(row)}>{row.code}</Link> },
    { id: 'name', title: '名称', width: '26%', cell: (row) => row.name },
    { id: 'operation', title: '办理', nowrap: true, cell: (row) => row.operationName },
    { id: 'on', title: '自何日起', nowrap: true, cell: (row) => day(row.on) },
    {
      id: 'fields',
      title: '内容',
      width: '40%',
      cell: (row) => <Changes changes={row.fields} />,
    },
  ];
}
