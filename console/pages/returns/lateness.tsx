import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame } from './frame.tsx';

type Row = Answer<'returns.lateness'>['units'][number];
const count = (id: keyof Row & string, title: string, late = false): Column<Row> => ({
  id,
  title,
  align: 'end',
  cell: (row) => {
    const value = Number(row[id]);
    return value === 0 ? '' : late ? <span className="late">{value}</span> : value;
  },
});

const columns: readonly Column<Row>[] = [
  { id: 'unit', title: '单位', cell: ({ unitName }) => unitName },
  { id: 'owed', title: '应报', align: 'end', cell: ({ owed }) => owed },
  { id: 'onTime', title: '按期', align: 'end', cell: ({ onTime }) => onTime },
  count('late', '逾期', true),
  count('daysLate', '累计逾期工作日', true),
  count('open', '在填'),
  count('missing', '未报送', true),
  count('givenBack', '退回次数'),
  count('corrected', '更正次数'),
  {
    id: 'liaison',
    title: '联络员',
    cell: ({ liaisons }) => liaisons.map(({ name, post }) => `${name}（${post}）`).join('、'),
  },
];

/** Who returned in time over a year, the latest first. */
export function LatenessPage() {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const present = Number(today.slice(0, 4));
  const year = Number(search.get('year')) || present;
  const result = useQuery({
    queryKey: ['returns', 'lateness', year],
    queryFn: ({ signal }) => client.call('returns.lateness', { params: {}, query: { year } }, { signal }),
  });
  return (
    <Frame about="各单位一年里报送的及时情况，逾期按工作日计，逾期多的在前。">
      <div className="returns-filters no-print">
        <Select
          aria-label="年度"
          value={year}
          onChange={(value) => setSearch({ year: String(value) }, { replace: true })}
          options={Array.from({ length: 8 }, (_, back) => ({
            value: present - back,
            label: `${present - back}年`,
          }))}
        />
      </div>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="及时情况" />}
      {result.data?.units.length === 0 && <Empty title={`${year}年没有布置过报送`} />}
      {result.data && result.data.units.length > 0 && (
        <div className="table-frame">
          <DataTable
            caption="及时情况"
            columns={columns}
            rows={result.data.units}
            rowKey={({ unit }) => unit}
          />
        </div>
      )}
    </Frame>
  );
}
