import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import type { CampaignView, InspectedUnitView } from '../../../src/client/contract/follow.ts';
import { client } from '../../api/client.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { countsOf, TallyBar } from '../../shared/tally-bar.tsx';
import { type Put, useAsked } from '../../shared/use-asked.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { Findings } from './findings.tsx';
import { Papers } from './papers.tsx';
import { unitSorts } from './words.ts';
import './follow.css';

/** One campaign of inspections: its units with how far each is, and what was found. Filters live in the address. */
export function CampaignPage() {
  const { round } = useParams();
  const [search, put] = useAsked();
  const found = useQuery({
    queryKey: ['campaign', round],
    queryFn: ({ signal }) => client.call('inspections.board', { params: { round: round! } }, { signal }),
    refetchInterval: 60_000,
  });
  const campaign = found.data;
  return (
    <Page
      title={campaign?.name ?? '督察'}
      about={campaign && <Terms campaign={campaign} />}
      actions={campaign && <Leave campaign={campaign} />}
    >
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="督察进展" rows={10} />}
      {campaign && (
        <>
          <Units campaign={campaign} chosen={search.get('state') ?? undefined} put={put} />
          <Findings
            campaign={campaign}
            ask={{ unit: search.get('unit'), task: search.get('task'), kind: search.get('kind') }}
            put={put}
          />
          {campaign.whole && <Papers round={campaign.matter} />}
        </>
      )}
    </Page>
  );
}

function Terms({ campaign }: { readonly campaign: CampaignView }) {
  const { wayName, from, selfCheckBy, inspectors, closed, closedOn, matter } = campaign;
  return (
    <>
      {wayName}，{day(from)}开始，{day(selfCheckBy)}前报送自查报告{inspectors && `，${inspectors}`}；
      {closed && closedOn ? `${day(closedOn)}结束` : '督察中'}。
      <Link to={`/matters/${matter}`}>督察办件</Link>
    </>
  );
}

function Leave({ campaign: { matter } }: { readonly campaign: CampaignView }) {
  return (
    <>
      <Button href={client.href('inspections.xlsx', { params: { round: matter } })} download>
        导出Excel
      </Button>
      <Button onClick={() => window.print()}>打印</Button>
    </>
  );
}

function Units({
  campaign,
  chosen,
  put,
}: {
  readonly campaign: CampaignView;
  readonly chosen: string | undefined;
  readonly put: Put;
}) {
  const navigate = useNavigate();
  const sort = unitSorts.find(({ id }) => id === (chosen ?? ''));
  const rows = campaign.units.filter((unit) => sort?.holds?.(unit) ?? true);
  return (
    <section>
      <TallyBar
        label="各单位进展"
        tallies={countsOf(unitSorts, campaign.units)}
        chosen={chosen}
        onChoose={(state) => put({ state })}
      />
      {rows.length === 0 ? (
        <p className="quiet">没有这种情形的单位。</p>
      ) : (
        <div className="table-frame">
          <DataTable
            caption="各单位进展"
            columns={unitColumns}
            rows={rows}
            rowKey={({ matter }) => matter}
            onOpen={({ matter }) => void navigate(`/matters/${matter}`)}
          />
        </div>
      )}
    </section>
  );
}

const unitColumns: readonly Column<InspectedUnitView>[] = [
  {
    id: 'unit',
    title: '单位',
    cell: ({ matter, unitName }) => <Link to={`/matters/${matter}`}>{unitName}</Link>,
  },
  {
    id: 'state',
    title: '进展',
    nowrap: true,
    cell: ({ stateName, late }) => (
      <span>
        {stateName}
        {late && <span className="late">（{late}）</span>}
      </span>
    ),
  },
  {
    id: 'self-check',
    title: '自查',
    nowrap: true,
    cell: ({ selfCheckedOn, selfCheckBy, state }) =>
      selfCheckedOn ? `${day(selfCheckedOn)}报送` : state === 'notified' ? `${day(selfCheckBy)}前` : '未报送',
  },
  {
    id: 'fed-back',
    title: '检查',
    nowrap: true,
    cell: ({ fedBackOn, state }) =>
      fedBackOn && (state === 'clean' ? `${day(fedBackOn)}查结` : `${day(fedBackOn)}反馈`),
  },
  { id: 'findings', title: '问题', align: 'end', nowrap: true, cell: ({ findings }) => findings },
  {
    id: 'rectify',
    title: '整改',
    nowrap: true,
    cell: ({ state, rectifyBy, rectifiedOn, closedOn }) =>
      state === 'rectified' && closedOn
        ? `${day(closedOn)}复核通过`
        : state === 'rechecking' && rectifiedOn
          ? `${day(rectifiedOn)}报送`
          : rectifyBy && `${day(rectifyBy)}前`,
  },
  {
    id: 'rechecks',
    title: '复核未通过',
    align: 'end',
    nowrap: true,
    cell: ({ rechecks }) => (rechecks > 0 ? `${rechecks}次` : ''),
  },
  {
    id: 'escalation',
    title: '督办',
    nowrap: true,
    cell: ({ escalation }) =>
      escalation && <Link to={`/matters/${escalation.matter}`}>{escalation.level}</Link>,
  },
];
