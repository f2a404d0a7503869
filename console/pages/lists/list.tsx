import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ListInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useCatalogue, useList, useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { basesText, day, total } from '../../format.ts';
import { DataTable, Paging } from '../../shared/data-table.tsx';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type Asked, askedOf, searchOf } from './asked.ts';
import { columnsOf } from './columns.tsx';
import { Filters } from './filters.tsx';
import { creating } from './operations.ts';
import './lists.css';

/** A list as of any day: asked through its address, so that every view of it can be sent as a link. */
export function ListPage() {
  const list = useList(useParams().list ?? '');
  const [search] = useSearchParams();
  if (!list) return <NotFound />;
  const item = search.get('item');
  if (item) return <Navigate replace to={`/lists/${list.id}/items/${encodeURIComponent(item)}`} />;
  return <ListOf key={list.id} list={list} />;
}

function ListOf({ list }: { readonly list: ListInfo }) {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = askedOf(search);
  const change = (by: { readonly [K in keyof Asked]?: Asked[K] | undefined }) =>
    setSearch(searchOf({ ...asked, page: 1, ...by } as Partial<Asked>));
  const params = { list: list.id };
  const result = useQuery({
    queryKey: ['list', list.id, asked],
    queryFn: ({ signal }) => client.call('list.page', { params, query: asked }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { page: _, size: __, ...filter } = asked;
  const unasked = !asked.q && !asked.kind && !asked.unit && !asked.status;
  const past = asked.on !== undefined && asked.on !== today;
  return (
    <Page
      title={list.name}
      beside={result.data && <span className="quiet">{total(result.data.total, false, '项')}</span>}
      actions={<Actions list={list} exportHref={client.href('list.export', { params, query: filter })} />}
    >
      <div className="list-day no-print">
        <label htmlFor="list-day">哪一天的清单</label>
        <DayPicker
          id="list-day"
          value={asked.on ?? today}
          onChange={(day) => change({ on: day === today ? undefined : day })}
        />
        {past && (
          <>
            <span className="tag yellow">{asked.on! < today ? '历史清单' : '将要施行的清单'}</span>
            <button type="button" className="plain" onClick={() => change({ on: undefined })}>
              回到今天
            </button>
          </>
        )}
      </div>
      <Filters list={list} asked={asked} counts={result.data} onChange={change} />
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="清单" rows={10} />}
      {result.data?.total === 0 && (unasked ? <NoneYet list={list} on={asked.on} /> : <NoneFound />)}
      {result.data && result.data.total > 0 && (
        <Rows
          list={list}
          page={result.data}
          asked={asked}
          busy={result.isPlaceholderData}
          onPage={(page, size) => change({ page, size })}
        />
      )}
    </Page>
  );
}

function Actions({ list, exportHref }: { readonly list: ListInfo; readonly exportHref: string }) {
  return (
    <>
      <Link to={`/lists/${list.id}/diff`}>
        <Button tabIndex={-1}>比较两天</Button>
      </Link>
      <Button href={exportHref} download>
        导出Excel
      </Button>
      {list.mayOperate && (
        <Link to={`/lists/${list.id}/import`}>
          <Button tabIndex={-1}>从Excel导入</Button>
        </Link>
      )}
      {list.mayOperate &&
        creating(list).map((operation, index) => (
          <Link key={operation.id} to={`/lists/${list.id}/operate/${operation.id}`}>
            <Button type={index === 0 ? 'primary' : 'default'} tabIndex={-1}>
              {operation.name}
            </Button>
          </Link>
        ))}
    </>
  );
}

function NoneYet({ list, on }: { readonly list: ListInfo; readonly on: string | undefined }) {
  if (on !== undefined) {
    return (
      <Empty title={`${day(on)}清单里没有事项`}>
        <p>可以另选一天，或者回到今天。</p>
      </Empty>
    );
  }
  return (
    <Empty
      title={`${list.name}还没有事项`}
      actions={
        list.mayOperate && (
          <>
            <Link to={`/lists/${list.id}/import`}>
              <Button type="primary" tabIndex={-1}>
                从Excel导入
              </Button>
            </Link>
            <Button href={client.href('list.template', { params: { list: list.id } })} download>
              下载模板
            </Button>
          </>
        )
      }
    >
      <p>{list.about}</p>
      <p>依据{basesText(list.basis)}</p>
    </Empty>
  );
}

function NoneFound() {
  return (
    <Empty title="没有符合条件的事项">
      <p>可以减少条件，或者换一个说法；名称可以输入拼音首字母查询。</p>
    </Empty>
  );
}

interface RowsProps {
  readonly list: ListInfo;
  readonly page: Answer<'list.page'>;
  readonly asked: Asked;
  readonly busy: boolean;
  readonly onPage: (page: number, size: number) => void;
}

function Rows({ list, page, asked, busy, onPage }: RowsProps) {
  const navigate = useNavigate();
  const { units } = useCatalogue();
  const suffix = asked.on ? `?on=${asked.on}` : '';
  const address = (code: string) => `/lists/${list.id}/items/${encodeURIComponent(code)}${suffix}`;
  return (
    <>
      <div className="table-frame list-frame">
        <DataTable
          caption={list.name}
          columns={columnsOf(list, address, units)}
          rows={page.rows}
          rowKey={(row) => row.code}
          busy={busy}
          onOpen={(row) => void navigate(address(row.code))}
        />
      </div>
      <Paging
        page={asked.page}
        size={asked.size}
        total={page.total}
        unit="项"
        onChange={(next, size) => onPage(size === asked.size ? next : 1, size)}
      />
    </>
  );
}
