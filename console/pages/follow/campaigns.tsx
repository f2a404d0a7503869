import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { CampaignHead } from '../../../src/client/contract/follow.ts';
import { client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SectionTabs } from '../../shared/section-tabs.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { tabs } from './words.ts';

/** The campaigns of inspections of this year and the last one. */
export function CampaignsPage() {
  const { procedures } = useCatalogue();
  const mayOpen = procedures.some(({ id, mayOpen: steps }) => id === 'inspection-round' && steps.length > 0);
  const found = useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => client.call('inspections.list', { params: {}, query: {} }, { signal }),
  });
  const rounds = found.data?.rounds;
  const begin = mayOpen && (
    <Link to="/registers/inspection-round/new/open">
      <Button type="primary" tabIndex={-1}>
        部署督察
      </Button>
    </Link>
  );
  return (
    <Page
      title="督察督办"
      about="对各单位的督察，从通知到整改复核；逾期和整改不到位的，提醒、约谈、限期整改、通报。"
      actions={rounds && rounds.length > 0 && begin}
    >
      <SectionTabs label="督察督办" tabs={tabs} />
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="督察" />}
      {rounds?.length === 0 && (
        <Empty title="今年和去年没有部署督察" actions={begin}>
          <p>
            {mayOpen
              ? '选定被督察单位、内容和自查期限后，每个单位各有一份督察通知，进展和问题在这里汇总。'
              : '督察通知下达后，本单位的自查、问题和整改期限显示在这里。'}
          </p>
        </Empty>
      )}
      {rounds && rounds.length > 0 && <Rounds rounds={rounds} />}
    </Page>
  );
}

const columns: readonly Column<CampaignHead>[] = [
  {
    id: 'name',
    title: '督察',
    cell: ({ matter, name }) => <Link to={`/inspections/${matter}`}>{name}</Link>,
  },
  { id: 'way', title: '方式', nowrap: true, cell: ({ wayName }) => wayName },
  { id: 'from', title: '开始日期', nowrap: true, cell: ({ from }) => day(from) },
  {
    id: 'ended',
    title: '单位办结',
    align: 'end',
    nowrap: true,
    cell: ({ units, ended }) => `${ended}/${units}`,
  },
  { id: 'findings', title: '问题', align: 'end', nowrap: true, cell: ({ findings }) => findings },
  { id: 'closed', title: '状态', nowrap: true, cell: ({ closed }) => (closed ? '已结束' : '督察中') },
];

function Rounds({ rounds }: { readonly rounds: readonly CampaignHead[] }) {
  const navigate = useNavigate();
  return (
    <div className="table-frame">
      <DataTable
        caption="督察"
        columns={columns}
        rows={rounds}
        rowKey={({ matter }) => matter}
        onOpen={({ matter }) => void navigate(`/inspections/${matter}`)}
      />
    </div>
  );
}
