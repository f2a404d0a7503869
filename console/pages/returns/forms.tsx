import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { ReturnFormHead } from '../../../src/client/contract/return-forms.ts';
import { client } from '../../api/client.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useOffice } from './frame.tsx';
import { periodKindNames } from './words.ts';

const columns: readonly Column<ReturnFormHead>[] = [
  { id: 'code', title: '编码', nowrap: true, cell: ({ code }) => code },
  { id: 'name', title: '报表', cell: ({ code, name }) => <Link to={`/returns/forms/${code}`}>{name}</Link> },
  { id: 'kind', title: '周期', nowrap: true, cell: ({ periodKind }) => periodKindNames[periodKind] },
  { id: 'items', title: '指标', align: 'end', cell: ({ items }) => items },
  {
    id: 'saved',
    title: '最后修改',
    cell: ({ savedByName, savedAt, version }) =>
      `${savedByName}　${day(savedAt.slice(0, 10))}　第${version}版`,
  },
];

/** Return forms: what units are asked. */
export function FormsPage() {
  const office = useOffice();
  const navigate = useNavigate();
  const result = useQuery({
    queryKey: ['returns', 'forms'],
    queryFn: ({ signal }) => client.call('returns.forms', { params: {} }, { signal }),
  });
  const create = office && (
    <Link to="/returns/forms/new">
      <Button type="primary" tabIndex={-1}>
        新建报表
      </Button>
    </Link>
  );
  return (
    <Frame about="报表的指标、口径、核对关系和应报单位；修改只影响以后布置的各期。" actions={create}>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="报表" />}
      {result.data?.forms.length === 0 && (
        <Empty title="还没有报表" actions={create}>
          <p>只为台账不在本系统的数设指标；台账里有的数由系统计算，不用再报。</p>
        </Empty>
      )}
      {result.data && result.data.forms.length > 0 && (
        <div className="table-frame" style={{ marginTop: 12 }}>
          <DataTable
            caption="报表"
            columns={columns}
            rows={result.data.forms}
            rowKey={({ code }) => code}
            onOpen={({ code }) => void navigate(`/returns/forms/${code}`)}
          />
        </div>
      )}
    </Frame>
  );
}
