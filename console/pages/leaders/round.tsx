import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { DutyReportRoundView, DutyReportRow } from '../../../src/client/contract/duty-reports.ts';
import { client } from '../../api/client.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { countsOf, type Sort, TallyBar } from '../../shared/tally-bar.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import './leaders.css';

/** A year's round of reports (述法): who has handed in, presented, been commented, and what is public. */
export function RoundPage() {
  const { round } = useParams();
  const [search, setSearch] = useSearchParams();
  const found = useQuery({
    queryKey: ['duty-report-round', round],
    queryFn: ({ signal }) => client.call('dutyReports.round', { params: { round: round! } }, { signal }),
    refetchInterval: 60_000,
  });
  const view = found.data;
  const chosen = tallies.find(({ id }) => id === search.get('state'));
  const rows = view?.rows.filter((row) => chosen?.holds?.(row) ?? true) ?? [];
  return (
    <Page
      title={view ? `${view.title}情况` : '年度述法情况'}
      about={view && <Terms view={view} />}
      actions={
        <>
          <Button
            href={client.href('dutyReports.roundXlsx', { params: { round: round! } })}
            download
            disabled={!view}
          >
            导出Excel
          </Button>
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      {found.error && <Refusal error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting what="述法情况" rows={8} />}
      {view && (
        <>
          <TallyBar
            label="述法进度"
            tallies={countsOf(tallies, view.rows)}
            chosen={chosen?.id}
            onChoose={(id) => setSearch(id ? { state: id } : {}, { replace: true })}
          />
          <Rows view={view} rows={rows} />
        </>
      )}
    </Page>
  );
}

const gone = ({ stage }: DutyReportRow) => stage === 'withdrawn';
const tallies: readonly Sort<DutyReportRow>[] = [
  { id: '', name: '应述法' },
  { id: 'writing', name: '待报送', holds: ({ stage }) => stage === 'writing' },
  { id: 'review', name: '待审核', holds: ({ stage }) => stage === 'review' },
  { id: 'presenting', name: '待述法', holds: ({ stage }) => stage === 'presenting' },
  { id: 'presented', name: '已述法', holds: (row) => row.presentedOn !== null && !gone(row) },
  {
    id: 'published',
    name: '已公开',
    holds: ({ publication }) => publication?.status === 'published',
    tone: 'good',
  },
  { id: 'due', name: '待公开', holds: ({ publication }) => publication?.status === 'due', tone: 'near' },
  { id: 'late', name: '逾期', holds: (row) => row.late || row.publication?.late === true, tone: 'late' },
];

function Terms({ view }: { readonly view: DutyReportRoundView }) {
  return (
    <>
      {day(view.due)}前报送，{view.formName}；
      {view.mustPublish ? `要求公开，${view.nameShown ? '写明姓名' : '姓名隐去'}` : '不要求公开'}；
      {view.stageName}。<Link to={`/matters/${view.matter}`}>部署办件</Link>
      {view.mustPublish && (
        <>
          {'　'}
          <a href={`/duty-reports?year=${view.year}`}>公开网站</a>
        </>
      )}
    </>
  );
}

function Rows({
  view,
  rows,
}: {
  readonly view: DutyReportRoundView;
  readonly rows: readonly DutyReportRow[];
}) {
  const navigate = useNavigate();
  if (rows.length === 0) return <p className="quiet">没有这种情形的人员。</p>;
  return (
    <div className="table-frame">
      <DataTable
        caption={`${view.title}情况`}
        columns={columns}
        rows={rows}
        rowKey={({ matter }) => matter}
        onOpen={({ matter }) => void navigate(`/matters/${matter}`)}
      />
    </div>
  );
}

const columns: readonly Column<DutyReportRow>[] = [
  {
    id: 'name',
    title: '述法人员',
    cell: ({ matter, name, title, unitName }) => (
      <span>
        <Link to={`/matters/${matter}`}>{name}</Link>
        <span className="quiet">
          {' '}
          {title}（{unitName}）
        </span>
      </span>
    ),
  },
  { id: 'stage', title: '环节', nowrap: true, cell: ({ stageName, outcome }) => outcome ?? stageName },
  {
    id: 'submitted',
    title: '报送',
    nowrap: true,
    cell: ({ submittedOn, due, late }) => (
      <span className={late ? 'late' : undefined}>
        {submittedOn ? day(submittedOn) : `${day(due)}前`}
        {late && '（逾期）'}
      </span>
    ),
  },
  {
    id: 'returned',
    title: '退回',
    align: 'end',
    nowrap: true,
    cell: ({ returned }) => (returned > 0 ? `${returned}次` : ''),
  },
  {
    id: 'presented',
    title: '述法',
    nowrap: true,
    cell: ({ presentedOn, presentedAs }) => presentedOn && `${day(presentedOn)}　${presentedAs}`,
  },
  { id: 'grade', title: '点评', nowrap: true, cell: ({ grade }) => grade },
  { id: 'published', title: '公开', cell: (row) => <Published row={row} /> },
];

function Published({ row: { matter, publication } }: { readonly row: DutyReportRow }) {
  if (!publication) return null;
  const { status, publishedOn, due, late, reason } = publication;
  switch (status) {
    case 'published':
      return (
        <a href={`/duty-reports/${matter}.statement`} className={late ? 'late' : undefined}>
          {publishedOn && day(publishedOn)}公开{late && '（逾期）'}
        </a>
      );
    case 'due':
      return (
        <Link to={`/matters/${matter}?publication=statement`} className={late ? 'late' : undefined}>
          {due && day(due)}前公开{late && '（逾期）'}
        </Link>
      );
    default:
      return (
        <span className="quiet">
          {status === 'withdrawn' ? '已撤下' : '不公开'}：{reason}
        </span>
      );
  }
}
