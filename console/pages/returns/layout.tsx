import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ReturnLayout, ReturnLayoutTable } from '../../../src/client/contract/return-layouts.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { number } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { useOffice } from './frame.tsx';
import { LayoutEditor } from './layout-editor.tsx';
import { recentPeriods } from './words.ts';
import './returns.css';

const fresh: ReturnLayout = {
  code: '',
  name: '',
  issuer: '',
  direction: 'units',
  periodKind: 'month',
  heading: [],
  columns: [],
};

/** A superior's table of a period, and how it is made. */
export function LayoutPage() {
  const { layout } = useParams();
  const office = useOffice();
  const isNew = layout === 'new';
  const [editing, setEditing] = useState(isNew);
  const result = useQuery({
    queryKey: ['returns', 'layout', layout],
    queryFn: ({ signal }) => client.call('returns.layout', { params: { layout: layout! } }, { signal }),
    enabled: !isNew,
    refetchOnWindowFocus: false,
  });
  if (isNew) return <LayoutEditor layout={fresh} version={0} onDone={() => {}} />;
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="上级报表" rows={12} />;
  if (editing) return <LayoutEditor {...result.data} onDone={() => setEditing(false)} />;
  return (
    <Shown
      layout={result.data.layout}
      edit={office && <Button onClick={() => setEditing(true)}>修改栏目</Button>}
    />
  );
}

function Shown({ layout, edit }: { readonly layout: ReturnLayout; readonly edit: React.ReactNode }) {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const periods = recentPeriods(layout.periodKind, today);
  const period = search.get('period') ?? periods[1]!.value;
  const result = useQuery({
    queryKey: ['returns', 'table', layout.code, period],
    queryFn: ({ signal }) =>
      client.call('returns.layoutTable', { params: { layout: layout.code }, query: { period } }, { signal }),
  });
  return (
    <Page
      title={layout.name}
      beside={<span className="quiet">{layout.code}</span>}
      about={
        <span className="spaced">
          <Link to="/returns/tables">回到上级报表</Link>
          {layout.issuer && <span>制表机关：{layout.issuer}</span>}
          {result.data && result.data.seal !== null && <span>数据以第{result.data.seal}号封存为准</span>}
        </span>
      }
      actions={
        <>
          {edit}
          <Button onClick={() => window.print()}>打印</Button>
          <Button
            type="primary"
            href={client.href('returns.layoutExport', { params: { layout: layout.code }, query: { period } })}
            download
          >
            导出Excel
          </Button>
        </>
      }
    >
      <div className="returns-filters no-print">
        {layout.periodKind === 'year' ? (
          <Segmented
            aria-label="报表期"
            value={period}
            options={periods}
            onChange={(value) => setSearch({ period: value }, { replace: true })}
          />
        ) : (
          <Select
            aria-label="报表期"
            showSearch
            style={{ minWidth: 160 }}
            value={period}
            options={periods}
            onChange={(value) => setSearch({ period: value }, { replace: true })}
          />
        )}
      </div>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="数据" rows={8} />}
      {result.data &&
        (layout.direction === 'units' ? (
          <UnitsDown table={result.data} />
        ) : (
          <LinesDown table={result.data} />
        ))}
    </Page>
  );
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : number(value);
const titled = ({ title, unit }: ReturnLayout['columns'][number]): string =>
  unit === '' ? title : `${title}（${unit}）`;

function UnitsDown({ table }: { readonly table: ReturnLayoutTable }) {
  const { layout, units, columns } = table;
  return (
    <div className="table-frame">
      <table className="data-table returns-matrix">
        <caption className="unseen">{layout.name}</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            {layout.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a table may have one title
              <th key={at} scope="col">
                {(column.group || column.code) && (
                  <span className="quiet">
                    {[column.code, column.group].filter(Boolean).join('　')}
                    <br />
                  </span>
                )}
                {titled(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">合计</th>
            {columns.map(({ total }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={at} className="end">
                {shown(total)}
              </td>
            ))}
          </tr>
          {units.map(({ code, name }, row) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {columns.map(({ values }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={at} className="end">
                  {shown(values[row])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LinesDown({ table: { layout, columns } }: { readonly table: ReturnLayoutTable }) {
  return (
    <div className="table-frame">
      <table className="data-table stacks">
        <caption className="unseen">{layout.name}</caption>
        <thead>
          <tr>
            <th scope="col">代码</th>
            <th scope="col">指标</th>
            <th scope="col">计量单位</th>
            <th scope="col" className="end">
              本期数
            </th>
            <th scope="col" className="end">
              上年同期数
            </th>
          </tr>
        </thead>
        <tbody>
          {layout.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a table may have one title
            <tr key={at}>
              <td data-title="代码">{column.code}</td>
              <td data-title="指标">{column.group ? `${column.group}：${column.title}` : column.title}</td>
              <td data-title="计量单位">{column.unit}</td>
              <td data-title="本期数" className="end">
                {shown(columns[at]?.total)}
              </td>
              <td data-title="上年同期数" className="end">
                {shown(columns[at]?.lastYear)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
