import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { type Answer, client } from '../../api/client.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useOffice } from './frame.tsx';
import { periodKindNames } from './words.ts';

type Row = Answer<'returns.layouts'>['layouts'][number];
const columns: readonly Column<Row>[] = [
  { id: 'code', title: '表号', nowrap: true, cell: ({ code }) => code },
  { id: 'name', title: '表名', cell: ({ code, name }) => <Link to={`/returns/tables/${code}`}>{name}</Link> },
  { id: 'issuer', title: '制表机关', cell: ({ issuer }) => issuer },
  { id: 'kind', title: '周期', nowrap: true, cell: ({ periodKind }) => periodKindNames[periodKind] },
  { id: 'columns', title: '栏目', align: 'end', cell: ({ columns: count }) => count },
];

/** Tables that superiors ask for: made from values keyed in once and from the registers. */
export function LayoutsPage() {
  const office = useOffice();
  const navigate = useNavigate();
  const result = useQuery({
    queryKey: ['returns', 'layouts'],
    queryFn: ({ signal }) => client.call('returns.layouts', { params: {} }, { signal }),
  });
  const create = office && (
    <Link to="/returns/tables/new">
      <Button type="primary" tabIndex={-1}>
        新建上级报表
      </Button>
    </Link>
  );
  return (
    <Frame
      about="上级要的表按它的栏目、代码和计量单位导出；数取自审核通过的报送和台账，不用再填。"
      actions={create}
    >
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="上级报表" />}
      {result.data?.layouts.length === 0 && (
        <Empty title="还没有上级报表" actions={create}>
          <p>把上级表的每一栏对应到报送指标或者台账指标，以后每期直接导出。</p>
        </Empty>
      )}
      {result.data && result.data.layouts.length > 0 && (
        <div className="table-frame" style={{ marginTop: 12 }}>
          <DataTable
            caption="上级报表"
            columns={columns}
            rows={result.data.layouts}
            rowKey={({ code }) => code}
            onOpen={({ code }) => void navigate(`/returns/tables/${code}`)}
          />
        </div>
      )}
    </Frame>
  );
}
