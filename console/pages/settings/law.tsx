import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day, number } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SearchText } from '../../shared/search-text.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { SettingsTabs } from './tabs.tsx';
import './settings.css';

type Provision = Answer<'law.provisions'>['provisions'][number];

/** Every provision that limits are computed by, with its time in force and whether its text was checked. */
export function LawPage() {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const system = search.get('system') ?? '';
  const all = useQuery({
    queryKey: ['provisions'],
    queryFn: ({ signal }) => client.call('law.provisions', { params: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const provisions = all.data?.provisions ?? [];
  const systems = [...new Set(provisions.map((provision) => provision.system))];
  const shown = provisions.filter(
    (provision) => (system === '' || provision.system === system) && contains(provision, q),
  );
  const unchecked = shown.filter((provision) => !provision.verified).length;
  const ask = (by: { q?: string; system?: string }) => {
    const next = Object.entries({ q, system, ...by }).filter(([, value]) => value !== '');
    setSearch(Object.fromEntries(next), { replace: true });
  };
  return (
    <Page title="设置">
      <SettingsTabs />
      <div className="settings-filters no-print">
        <SearchText
          label="查找规定"
          placeholder="法律、条文、内容或者编号"
          value={q}
          onChange={(text) => ask({ q: text })}
        />
        <Select
          aria-label="领域"
          style={{ width: 180 }}
          value={system}
          onChange={(value) => ask({ system: value })}
          options={[
            { value: '', label: '全部领域' },
            ...systems.map((name) => ({ value: name, label: name })),
          ]}
        />
        {all.data && (
          <span className="quiet">
            共{number(shown.length)}条
            {unchecked > 0 && `，其中${number(unchecked)}条的条文还没有与公布文本核对`}
          </span>
        )}
      </div>
      {all.error && <Refusal error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <Waiting what="规定" rows={10} />}
      {all.data && shown.length === 0 && (
        <Empty title="没有找到这样的规定">
          <p>可以换一个说法，或者选择全部领域。</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div className="table-frame settings-frame">
          <DataTable<Provision>
            caption="计算期限的规定"
            rows={shown}
            rowKey={(provision) => provision.id}
            columns={columnsAt(today)}
          />
        </div>
      )}
    </Page>
  );
}

function contains({ id, citation, rule, limit }: Provision, q: string): boolean {
  const text = `${id} ${citation} ${rule} ${limit}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function columnsAt(today: string) {
  return [
    {
      id: 'id',
      title: '编号',
      nowrap: true,
      cell: ({ id }: Provision) => <Link to={`/due?rule=${id}&start=${today}`}>{id}</Link>,
    },
    { id: 'citation', title: '规定', width: '22%', cell: (provision: Provision) => provision.citation },
    { id: 'rule', title: '内容', width: '36%', cell: (provision: Provision) => provision.rule },
    { id: 'limit', title: '期限', nowrap: true, cell: (provision: Provision) => provision.limit },
    {
      id: 'force',
      title: '施行期间',
      cell: ({ from, to }: Provision) => (
        <span>
          {day(from)}起{to && `，至${day(to)}`}{' '}
          {(from > today || (to !== null && to < today)) && <span className="tag">现不施行</span>}
        </span>
      ),
    },
    {
      id: 'verified',
      title: '核实',
      nowrap: true,
      cell: ({ verified }: Provision) => (verified ? '已核实' : <span className="tag yellow">未核实</span>),
    },
  ];
}
