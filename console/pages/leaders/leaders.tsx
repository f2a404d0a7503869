import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { v4 as newId } from 'uuid';
import type { LeaderView } from '../../../src/client/contract/leaders.ts';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { bringNear } from '../../shared/bring-near.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Checklist } from './checklist.tsx';
import { leadersQuery } from './queries.ts';
import './leaders.css';

/** The yearly duties of first responsible persons: who has done what, by the ledger's own count. */
export function LeadersPage() {
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const present = Number(today.slice(0, 4));
  const year = yearOf(search.get('year'), present);
  const found = useQuery(leadersQuery(year));
  const leaders = found.data?.leaders ?? [];
  // A matter's page leads here by what the list says of the leader, not by its own id.
  const asked = ({ matter, unit, name }: LeaderView) =>
    matter === search.get('leader') || (unit === search.get('unit') && name === search.get('name'));
  const chosen = leaders.find(asked) ?? leaders[0];
  return (
    <Page
      title="主要负责人履职"
      about="推进法治建设第一责任人的年度职责。完成情况由台账自动计算，点开数字可以看到记录；只有台账没有记录的才上传材料。"
      beside={
        <Select
          aria-label="年度"
          value={year}
          onChange={(next) => setSearch({ year: String(next) }, { replace: true })}
          options={[present, present - 1, present - 2, present - 3].map((value) => ({
            value,
            label: `${value}年`,
          }))}
        />
      }
      actions={<Related year={year} data={found.data} />}
    >
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="职责清单" rows={10} />}
      {found.data && <Missing data={found.data} />}
      {found.data && leaders.length === 0 && <NoLists year={year} mayOpen={found.data.mayOpen} />}
      {chosen && (
        <div className="leaders">
          <div className="table-frame">
            <DataTable<LeaderView>
              caption={`${year}年主要负责人履职情况`}
              columns={columns}
              rows={leaders}
              rowKey={({ matter }) => matter}
              selected={chosen.matter}
              onSelect={({ matter }) => {
                setSearch(
                  { year: String(year), leader: matter },
                  { replace: true, preventScrollReset: true },
                );
                bringNear('checklist');
              }}
              busy={found.isPlaceholderData}
            />
          </div>
          <Checklist key={chosen.matter} leader={chosen} year={year} />
        </div>
      )}
    </Page>
  );
}

function yearOf(text: string | null, present: number): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= 2016 && year <= present + 1 ? year : present;
}

const columns: readonly Column<LeaderView>[] = [
  {
    id: 'name',
    title: '负责人',
    cell: ({ name, title }) => (
      <span>
        {name}
        <span className="quiet"> {title}</span>
      </span>
    ),
  },
  {
    id: 'done',
    title: '完成',
    align: 'end',
    nowrap: true,
    cell: ({ done, total }) => `${done}/${total}`,
  },
  {
    id: 'late',
    title: '逾期',
    align: 'end',
    nowrap: true,
    cell: ({ late }) => (late > 0 ? <span className="late">{late}</span> : <span className="quiet">0</span>),
  },
  {
    id: 'report',
    title: '述法',
    nowrap: true,
    cell: ({ report }) =>
      report ? (
        <span>
          <Link to={`/matters/${report.matter}`}>{report.stageName}</Link>
          {report.late && <span className="late"> 逾期</span>}
        </span>
      ) : (
        <span className="quiet">未部署</span>
      ),
  },
  {
    id: 'stage',
    title: '年终确认',
    nowrap: true,
    cell: ({ stageName, outcome }) => outcome ?? stageName,
  },
];

/** Where the rest of the row is handled: the registers that feed the lists. */
function Related({
  year,
  data,
}: {
  readonly year: number;
  readonly data: Answer<'leaders.year'> | undefined;
}) {
  return (
    <>
      {data?.round && (
        <Link to={`/leaders/rounds/${data.round.matter}`}>
          <Button tabIndex={-1}>
            {data.round.title}：{data.round.stageName}
          </Button>
        </Link>
      )}
      {data?.mayOpen && !data.round && (
        <Link to="/registers/duty-report-round/new/arrange" state={{ initial: roundOf(year, data.leaders) }}>
          <Button tabIndex={-1}>部署{year}年度述法</Button>
        </Link>
      )}
      {data && data.leaders.length > 0 && (
        <Button href={client.href('leaders.export', { params: {}, query: { year } })} download>
          导出Excel
        </Button>
      )}
      <Link to="/lists/leading-group">
        <Button tabIndex={-1}>领导小组名单</Button>
      </Link>
    </>
  );
}

/** The form of the round, filled with the leaders that have a list of duties. */
const roundOf = (year: number, leaders: readonly LeaderView[]) => ({
  year,
  form: 'meeting',
  leaders: leaders.map(({ name, title, unit }) => ({ name, title, unit })),
});

/** First responsible persons without a list: one press makes all of them. */
function Missing({ data }: { readonly data: Answer<'leaders.year'> }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: () =>
      client.call('leaders.open', { params: {}, body: { year: data.year, request: newId() } }),
    onSuccess: async ({ message: said }) => {
      void message.success(said);
      await queries.invalidateQueries({ queryKey: ['leaders'] });
    },
  });
  if (data.missing.length === 0) return null;
  const names = data.missing.map(({ name, title }) => `${title}${name}`);
  return (
    <div className="notice no-print leaders-missing">
      <span>
        领导小组名单中有{names.length}位第一责任人还没有{data.year}年度职责清单：
        {names.slice(0, 5).join('、')}
        {names.length > 5 && '等'}。
      </span>
      <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
        建立职责清单
      </Button>
      {open.error && <Refusal error={open.error} />}
    </div>
  );
}

function NoLists({ year, mayOpen }: { readonly year: number; readonly mayOpen: boolean }) {
  return (
    <Empty title={`还没有${year}年度职责清单`}>
      <p>
        {mayOpen
          ? '先在领导小组名单中登记成员和第一责任人身份，再为他们建立职责清单。'
          : '职责清单由法制机构按领导小组名单建立，建立后在这里查看完成情况、补充佐证。'}
      </p>
    </Empty>
  );
}
