import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { timeOfDay, total } from '../../format.ts';
import { DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SearchText } from '../../shared/search-text.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';

interface Asked {
  readonly q?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Every sign-in, refusal, export and act of administration. */
export function AuditPage() {
  const may = useActs('audit-administrator');
  const [asked, setAsked] = useState<Asked>({});
  const [{ page, size }, setPaging] = useState({ page: 1, size: 50 });
  const audit = useQuery({
    queryKey: ['audit', asked, page, size],
    queryFn: ({ signal }) =>
      client.call('audit.page', { params: {}, query: { ...asked, page, size } }, { signal }),
    placeholderData: keepPreviousData,
    enabled: may,
  });
  const ask = (by: { readonly [K in keyof Asked]?: Asked[K] | undefined }) => {
    const next = Object.entries({ ...asked, ...by }).filter(([, value]) => value);
    setAsked(Object.fromEntries(next) as Asked);
    setPaging({ page: 1, size });
  };
  return (
    <Frame
      title="审计记录"
      forPosts={['audit-administrator']}
      actions={
        <Button href={client.href('audit.export', { params: {}, query: asked })} download>
          导出Excel
        </Button>
      }
    >
      <div className="people-filters">
        <SearchText
          label="查找人员"
          placeholder="人员姓名、拼音首字母"
          value={asked.q ?? ''}
          onChange={(q) => ask({ q })}
        />
        <Select
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          style={{ width: 180 }}
          value={asked.kind ?? null}
          onChange={(kind) => ask({ kind: kind ?? undefined })}
          options={(audit.data?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DatePicker.RangePicker
          aria-label="日期"
          placeholder={['自', '至']}
          allowEmpty={[true, true]}
          value={[asked.from ? dayjs(asked.from) : null, asked.to ? dayjs(asked.to) : null]}
          onChange={(range) =>
            ask({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
        {audit.data && <span className="quiet">{total(audit.data.total, audit.data.more, '条')}</span>}
      </div>
      {audit.error && <Refusal error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isPending && may && <Waiting what="审计记录" rows={10} />}
      {audit.data?.total === 0 && (
        <Empty title="没有符合条件的记录">
          <p>可以放宽日期、换一个人员，或者选择全部类别。</p>
        </Empty>
      )}
      {audit.data && audit.data.total > 0 && (
        <>
          <div className="table-frame">
            <DataTable
              caption="审计记录"
              rows={audit.data.rows}
              rowKey={(row) => row.id}
              busy={audit.isPlaceholderData}
              columns={[
                {
                  id: 'at',
                  title: '时间',
                  nowrap: true,
                  cell: (row) => `${shanghaiDay(row.at)} ${timeOfDay(row.at)}`,
                },
                {
                  id: 'person',
                  title: '人员',
                  nowrap: true,
                  cell: (row) =>
                    row.personName ?? row.person ?? <span className="quiet">{nobody(row.kind)}</span>,
                },
                { id: 'post', title: '岗位', nowrap: true, cell: (row) => row.postName ?? '' },
                { id: 'kind', title: '类别', nowrap: true, cell: (row) => row.kindName },
                {
                  id: 'text',
                  title: '内容',
                  width: '44%',
                  cell: (row) => <span title={row.detail}>{row.text}</span>,
                },
              ]}
            />
          </div>
          <Paging
            page={page}
            size={size}
            total={audit.data.total}
            more={audit.data.more}
            unit="条"
            onChange={(next, nextSize) => setPaging({ page: nextSize === size ? next : 1, size: nextSize })}
          />
        </>
      )}
    </Frame>
  );
}

/** Who stands behind a line without a person: whoever operates the server, or somebody who is not signed in. */
const nobody = (kind: string): string =>
  kind === 'administered' || kind === 'link-issued' ? '服务器操作员' : '未登录';
