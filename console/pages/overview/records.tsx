import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../api/client.ts';
import { day } from '../../format.ts';
import { type Column, DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { TimeLeft } from '../../shared/time-left.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type Opened, overviewQueries, type Paged } from './queries.ts';

/** The records a number of the overview is made of. */
export function Records({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  const [paged, setPaged] = useState<Paged>({ page: 1, size: 50 });
  return (
    <Drawer open onClose={onClose} size={860} title={opened.title}>
      {opened.of === 'clocks' ? (
        <Clocks opened={opened} paged={paged} onPage={setPaged} />
      ) : (
        <Alerts opened={opened} paged={paged} onPage={setPaged} />
      )}
    </Drawer>
  );
}

interface ListProps<O> {
  readonly opened: O;
  readonly paged: Paged;
  readonly onPage: (paged: Paged) => void;
}

type ClockRow = Answer<'overview.clocks'>['rows'][number];
type AlertRow = Answer<'overview.alerts'>['rows'][number];

const clockColumns: readonly Column<ClockRow>[] = [
  {
    id: 'number',
    title: '编号',
    nowrap: true,
    cell: (row) => <Link to={`/matters/${row.matter}`}>{row.number}</Link>,
  },
  { id: 'title', title: '名称', width: '30%', cell: (row) => row.title },
  { id: 'procedure', title: '业务', cell: (row) => `${row.procedureName}（${row.clockName}）` },
  { id: 'unit', title: '单位', nowrap: true, cell: (row) => row.unitName },
  {
    id: 'due',
    title: '期限',
    cell: (row) => (
      <TimeLeft due={row.due} daysLeft={row.daysLeft} standing={row.standing} provisional={row.provisional} />
    ),
  },
];

const alertColumns: readonly Column<AlertRow>[] = [
  {
    id: 'number',
    title: '编号',
    nowrap: true,
    cell: (row) => <Link to={`/matters/${row.matter}`}>{row.number}</Link>,
  },
  { id: 'name', title: '预警', nowrap: true, cell: (row) => row.name },
  { id: 'message', title: '内容', width: '40%', cell: (row) => row.message },
  { id: 'unit', title: '单位', nowrap: true, cell: (row) => row.unitName },
  { id: 'on', title: '发出日期', nowrap: true, cell: (row) => day(row.on) },
  { id: 'stage', title: '环节', nowrap: true, cell: (row) => row.stageName },
];

function Clocks({ opened, paged, onPage }: ListProps<Opened & { of: 'clocks' }>) {
  const found = useQuery(overviewQueries.clocks(opened, paged));
  return (
    <List
      found={found}
      title={opened.title}
      columns={clockColumns}
      rowKey={(row: ClockRow) => `${row.matter} ${row.clockName}`}
      paged={paged}
      onPage={onPage}
    />
  );
}

function Alerts({ opened, paged, onPage }: ListProps<Opened & { of: 'alerts' }>) {
  const found = useQuery(overviewQueries.alerts(opened, paged));
  return (
    <List
      found={found}
      title={opened.title}
      columns={alertColumns}
      rowKey={(row: AlertRow) => row.matter}
      paged={paged}
      onPage={onPage}
    />
  );
}

interface Found<Row> {
  readonly data: { readonly rows: readonly Row[]; readonly total: number } | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

function List<Row>({
  found,
  title,
  columns,
  rowKey,
  paged,
  onPage,
}: {
  readonly found: Found<Row>;
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly paged: Paged;
  readonly onPage: (paged: Paged) => void;
}) {
  if (found.error) return <Refusal error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending || !found.data) return <Waiting what="记录" rows={10} />;
  if (found.data.total === 0) {
    return (
      <Empty title="没有记录">
        <p>这些办件刚刚办理，数字已经变化。</p>
      </Empty>
    );
  }
  return (
    <>
      <div className="table-frame">
        <DataTable<Row>
          caption={title}
          rows={found.data.rows}
          rowKey={rowKey}
          busy={found.isPlaceholderData}
          columns={columns}
        />
      </div>
      <Paging
        page={paged.page}
        size={paged.size}
        total={found.data.total}
        onChange={(page, size) => onPage({ page, size })}
      />
    </>
  );
}
