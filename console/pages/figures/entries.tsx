import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { IndicatorInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { day, number } from '../../format.ts';
import { DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { periodText } from './asked.ts';
import { figureQueries } from './queries.ts';
import { isMixed, ofKind, valueText } from './words.ts';

/** Which number is opened. */
export interface EntriesOf {
  readonly info: IndicatorInfo;
  /** Another indicator than the one looked at: a half of a rate. */
  readonly indicator?: string;
  readonly from: string;
  readonly to: string;
  readonly unit?: string;
  readonly kind?: string;
}

type Row = Answer<'figure.entries'>['rows'][number];

/** The records a number is the sum of, page by page, and as a workbook. */
export function Entries({ of, onClose }: { readonly of: EntriesOf; readonly onClose: () => void }) {
  const { indicators, units } = useCatalogue();
  const [{ page, size }, setPaging] = useState({ page: 1, size: 50 });
  const declared = indicators.find(({ id }) => id === of.indicator) ?? of.info;
  const info = ofKind(declared, of.kind);
  const { from, to, unit, kind } = of;
  const filter = { from, to, ...(unit ? { unit } : {}), ...(kind ? { kind } : {}) };
  const entries = useQuery(figureQueries.entries(info.id, { ...filter, page, size }));
  const shortNames = new Map(units.map((each) => [each.name, each.shortName]));
  const about = [
    periodText(of),
    unit && units.find(({ code }) => code === unit)?.name,
    kind && info.kinds?.[kind],
  ].filter(Boolean);
  return (
    <Drawer
      open
      onClose={onClose}
      size={860}
      title={`${info.name}的记录`}
      extra={
        <Button
          href={client.href('figure.export', { params: { indicator: info.id }, query: filter })}
          download
        >
          导出Excel
        </Button>
      }
    >
      <p className="entries-sum">
        {about.join('　')}
        {entries.data && (
          <>
            {'　'}
            {number(entries.data.total)}条记录
            {(of.kind || !isMixed(info)) && (
              <>
                ，合计<strong>{valueText(entries.data.sum, info)}</strong>
              </>
            )}
          </>
        )}
      </p>
      {entries.error && <Refusal error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Waiting what="记录" rows={10} />}
      {entries.data?.total === 0 && (
        <Empty title="没有记录">
          <p>这个数字是零：期间内没有发生。</p>
        </Empty>
      )}
      {entries.data && entries.data.total > 0 && (
        <>
          <div className="table-frame">
            <DataTable<Row>
              caption={`${info.name}的记录`}
              rows={entries.data.rows}
              rowKey={(row) => `${row.matter ?? row.number} ${row.on} ${row.kindName} ${row.value}`}
              busy={entries.isPlaceholderData}
              columns={[
                {
                  id: 'number',
                  title: '编号',
                  nowrap: true,
                  cell: (row) => <RecordLink row={row} source={info.source} />,
                },
                { id: 'title', title: '名称', width: '36%', cell: (row) => row.title },
                {
                  id: 'unit',
                  title: '单位',
                  nowrap: true,
                  cell: (row) => shortNames.get(row.unitName) || row.unitName,
                },
                { id: 'on', title: '日期', nowrap: true, cell: (row) => day(row.on) },
                ...(info.kinds
                  ? [{ id: 'kind', title: '类别', nowrap: true, cell: (row: Row) => row.kindName }]
                  : []),
                {
                  id: 'value',
                  title: info.unit || '数值',
                  align: 'end' as const,
                  nowrap: true,
                  cell: (row) => number(row.value),
                },
              ]}
            />
          </div>
          <Paging
            page={page}
            size={size}
            total={entries.data.total}
            unit="条"
            onChange={(next, nextSize) => setPaging({ page: nextSize === size ? next : 1, size: nextSize })}
          />
        </>
      )}
    </Drawer>
  );
}

/** A record leads to its matter, or to the item of the list that counted. */
function RecordLink({ row, source }: { readonly row: Row; readonly source: string }) {
  const { lists } = useCatalogue();
  if (row.matter) return <Link to={`/matters/${row.matter}`}>{row.number}</Link>;
  return lists.some(({ id }) => id === source) ? (
    <Link to={`/lists/${source}/items/${encodeURIComponent(row.number)}?on=${row.on}`}>{row.number}</Link>
  ) : (
    row.number
  );
}
