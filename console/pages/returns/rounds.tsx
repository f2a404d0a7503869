import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ReturnRoundView } from '../../../src/client/contract/returns.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useOffice } from './frame.tsx';
import { OpenRound } from './open-round.tsx';

/** The rounds of a year: how far each has come. A unit sees those that ask it. */
export function RoundsPage() {
  const { today } = useSession();
  const office = useOffice();
  const [search, setSearch] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const present = Number(today.slice(0, 4));
  const year = Number(search.get('year')) || present;
  const result = useQuery({
    queryKey: ['returns', 'rounds', year],
    queryFn: ({ signal }) => client.call('returns.rounds', { params: {}, query: { year } }, { signal }),
  });
  const forms = [...new Map(result.data?.rounds.map(({ form, formName }) => [form, formName]))];
  const form = search.get('form') ?? '';
  const rounds = result.data?.rounds.filter((round) => form === '' || round.form === form);
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <Frame
      about="台账不在本系统的数，由各单位按期报送；一次填报，年度报告和上级报表共用。"
      actions={
        office && (
          <Button type="primary" onClick={() => setOpening(true)}>
            布置报送
          </Button>
        )
      }
    >
      <div className="returns-filters no-print">
        <Select
          aria-label="年度"
          value={year}
          onChange={(value) => change('year', String(value))}
          options={Array.from({ length: 8 }, (_, back) => ({
            value: present + 1 - back,
            label: `${present + 1 - back}年`,
          }))}
        />
        <Select
          aria-label="报表"
          className="grow"
          value={form}
          onChange={(value) => change('form', value)}
          options={[{ value: '', label: '全部报表' }, ...forms.map(([value, label]) => ({ value, label }))]}
        />
      </div>
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="各期报送" />}
      {rounds?.length === 0 && (
        <Empty title={`${year}年还没有布置报送`}>
          <p>
            {office ? (
              <>
                先在<Link to="/returns/forms">报表</Link>
                里设好指标，再布置一期；各单位联络员的待办里就会出现。
              </>
            ) : (
              '法制机构布置后，本单位要报的报表列在这里，也在联络员的待办里。'
            )}
          </p>
        </Empty>
      )}
      {rounds && rounds.length > 0 && <Rounds rounds={rounds} office={office} />}
      {opening && <OpenRound onClose={() => setOpening(false)} />}
    </Frame>
  );
}

function Rounds({
  rounds,
  office,
}: {
  readonly rounds: readonly ReturnRoundView[];
  readonly office: boolean;
}) {
  const navigate = useNavigate();
  const path = ({ form, period }: ReturnRoundView) => `/returns/${form}/${period}`;
  const columns: readonly Column<ReturnRoundView>[] = [
    {
      id: 'period',
      title: '报送期',
      nowrap: true,
      cell: (round) => <Link to={path(round)}>{round.periodName}</Link>,
    },
    { id: 'form', title: '报表', cell: ({ formName }) => formName },
    { id: 'due', title: '截止日', nowrap: true, cell: ({ due }) => day(due) },
    { id: 'progress', title: '进度', width: '180px', cell: (round) => <Progress round={round} /> },
    ...(office
      ? [
          {
            id: 'waiting',
            title: '待审核',
            align: 'end' as const,
            cell: ({ submitted }: ReturnRoundView) => submitted || '',
          },
          {
            id: 'returned',
            title: '退回中',
            align: 'end' as const,
            cell: ({ returned }: ReturnRoundView) => returned || '',
          },
        ]
      : []),
    {
      id: 'late',
      title: '逾期未报',
      align: 'end',
      cell: ({ late }) => (late > 0 ? <span className="late">{late}</span> : ''),
    },
    {
      id: 'state',
      title: '状态',
      nowrap: true,
      cell: ({ closed, outcome }) => (closed ? <span className="quiet">已结束：{outcome}</span> : '收集中'),
    },
  ];
  return (
    <div className="table-frame">
      <DataTable
        caption="各期报送"
        columns={columns}
        rows={rounds}
        rowKey={({ id }) => id}
        onOpen={(round) => void navigate(path(round))}
      />
    </div>
  );
}

/** Accepted, waiting, sent back and still out, as one bar with its words. */
export function Progress({ round }: { readonly round: ReturnRoundView }) {
  const { units, accepted, submitted, returned } = round;
  const width = (count: number) => ({ width: `${units === 0 ? 0 : (count / units) * 100}%` });
  return (
    <div className="returns-progress">
      <div className="bar" aria-hidden="true">
        <span className="accepted" style={width(accepted)} />
        <span className="submitted" style={width(submitted)} />
        <span className="returned" style={width(returned)} />
      </div>
      <span>
        {accepted + submitted}/{units}个单位
      </span>
    </div>
  );
}
