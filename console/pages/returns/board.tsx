import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import type { ReturnBoard, ReturnBoardRow } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { BoardActs } from './board-acts.tsx';
import { Matrix } from './matrix.tsx';
import { Progress } from './rounds.tsx';
import { useStep } from './use-step.ts';
import './returns.css';

/** One round: who has returned, who is late, what they returned, and what it comes to. */
export function BoardPage() {
  const { form, period } = useParams();
  const { acting } = useSession();
  const located = useQuery({
    queryKey: ['returns', 'locate', form, period],
    queryFn: ({ signal }) =>
      client.call('returns.locate', { params: { form: form!, period: period! }, query: {} }, { signal }),
    enabled: form !== undefined && period !== undefined,
  });
  const round = located.data?.round;
  const result = useQuery({
    queryKey: ['returns', 'board', round],
    queryFn: ({ signal }) => client.call('returns.board', { params: { round: round! } }, { signal }),
    enabled: round !== undefined,
  });
  if (form === undefined || period === undefined) return <NotFound />;
  const error = located.error ?? result.error;
  if (error) return <Refusal error={error} onRetry={() => void located.refetch()} />;
  if (!result.data) return <Waiting what="报送情况" rows={12} />;
  // A unit's own part of the round is its return.
  if (located.data?.return && (acting.kind === 'liaison' || acting.kind === 'unit-head')) {
    return <Navigate to={`/returns/${form}/${period}/${acting.unit}`} replace />;
  }
  return <Board board={result.data} />;
}

const filters = {
  all: '全部',
  open: '未报送',
  submitted: '待审核',
  returned: '退回中',
  accepted: '审核通过',
  correcting: '更正待核',
  late: '逾期',
} as const;
type Filter = keyof typeof filters;

function fits(filter: Filter, { stage, daysLate, correcting }: ReturnBoardRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return stage === 'filling' || stage === 'unreturned';
    case 'late':
      return daysLate > 0;
    case 'correcting':
      return correcting;
    default:
      return stage === filter;
  }
}

function Board({ board }: { readonly board: ReturnBoard }) {
  const { round, rows, may } = board;
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'values' ? 'values' : 'standing';
  const [filter, setFilter] = useState<Filter>('all');
  const shown = rows.filter((row) => fits(filter, row));
  const waiting = rows.filter(({ stage }) => stage === 'submitted');
  return (
    <Page
      title={`${round.formName}　${round.periodName}`}
      beside={
        <span className="quiet">{round.closed ? `已结束：${round.outcome}` : `${day(round.due)}前报送`}</span>
      }
      about={
        <span className="spaced">
          <Link to="/returns">回到各期报送</Link>
          {round.note && <span>填报要求：{round.note}</span>}
        </span>
      }
      actions={<BoardActs board={board} />}
    >
      <div className="returns-bar no-print">
        <Segmented
          aria-label="看什么"
          value={view}
          onChange={(value) => setSearch(value === 'values' ? { view: 'values' } : {}, { replace: true })}
          options={[
            { value: 'standing', label: '报送情况' },
            { value: 'values', label: '数据汇总' },
          ]}
        />
        <Segmented<Filter>
          aria-label="哪些单位"
          value={filter}
          onChange={setFilter}
          options={(Object.keys(filters) as Filter[]).map((key) => ({
            value: key,
            label: `${filters[key]}${rows.filter((row) => fits(key, row)).length}`,
          }))}
        />
        <div className="push" style={{ minWidth: 220 }}>
          <Progress round={round} />
        </div>
      </div>
      {may.manage && waiting.length > 0 && <AcceptAll rows={waiting} />}
      {view === 'values' ? <Matrix board={board} rows={shown} /> : <Standing board={board} rows={shown} />}
    </Page>
  );
}

/** Those that wait for review, accepted one after the other; what one refuses does not hold up the others. */
function AcceptAll({ rows }: { readonly rows: readonly ReturnBoardRow[] }) {
  const step = useStep();
  const [refusals, setRefusals] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const commented = rows.filter(({ comments }) => comments > 0).length;
  const acceptAll = async () => {
    setBusy(true);
    const failed: string[] = [];
    for (const { id, seq, unitName } of rows) {
      await step
        .mutateAsync({ procedure: 'periodic-return', matter: id, step: 'accept', input: {}, expected: seq })
        .catch((error: Error) => failed.push(`${unitName}：${error.message}`));
    }
    setRefusals(failed);
    setBusy(false);
  };
  return (
    <div className="returns-notices no-print">
      <div className="notice returns-bar">
        <span>
          {rows.length}个单位待审核
          {commented > 0 && `，其中${commented}个有变动说明，请先看过`}。
        </span>
        <Button className="push" loading={busy} onClick={() => void acceptAll()}>
          全部审核通过
        </Button>
      </div>
      {refusals.length > 0 && (
        <div className="notice refused" role="alert">
          <strong>有{refusals.length}个单位没有通过</strong>
          <ul>
            {refusals.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

const tone: Readonly<Record<string, string>> = {
  accepted: 'tag green',
  submitted: 'tag',
  returned: 'tag yellow',
  filling: 'tag',
  unreturned: 'tag red',
};

function Standing({
  board,
  rows,
}: {
  readonly board: ReturnBoard;
  readonly rows: readonly ReturnBoardRow[];
}) {
  const { form, period } = board.round;
  const columns: readonly Column<ReturnBoardRow>[] = [
    {
      id: 'unit',
      title: '单位',
      cell: ({ unit, unitName }) => <Link to={`/returns/${form}/${period}/${unit}`}>{unitName}</Link>,
    },
    {
      id: 'stage',
      title: '状态',
      nowrap: true,
      cell: ({ stage, stageName, returnReason, correcting }) => (
        <span>
          <span className={tone[stage]} title={returnReason ?? undefined}>
            {stageName}
          </span>
          {correcting && <span className="near">，更正待核</span>}
        </span>
      ),
    },
    {
      id: 'submitted',
      title: '首次报送',
      nowrap: true,
      cell: ({ submittedOn }) => (submittedOn ? day(submittedOn) : ''),
    },
    {
      id: 'late',
      title: '逾期',
      nowrap: true,
      cell: ({ daysLate }) => (daysLate > 0 ? <span className="late">{daysLate}个工作日</span> : ''),
    },
    {
      id: 'remarks',
      title: '备注',
      cell: ({ urged, givenBack, corrected, comments }) =>
        [
          urged > 0 && `催报${urged}次`,
          givenBack > 0 && `退回${givenBack}次`,
          corrected > 0 && `更正${corrected}次`,
          comments > 0 && `说明${comments}处`,
        ]
          .filter(Boolean)
          .join('，'),
    },
    {
      id: 'liaison',
      title: '联络员',
      cell: ({ liaisons }) =>
        liaisons.length === 0 ? (
          <span className="near">没有联络员</span>
        ) : (
          liaisons.map(({ name, post }) => `${name}（${post}）`).join('、')
        ),
    },
  ];
  return (
    <div className="table-frame">
      <DataTable caption="各单位报送情况" columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
}
