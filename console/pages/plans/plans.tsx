import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PlanHeadView } from '../../../src/client/contract/plans.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Intake } from '../../shared/intake.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { shanghaiDay } from '../../shared/shanghai-day.ts';
import { Waiting } from '../../shared/waiting.tsx';
import './plans.css';

/** The yearly plans, and a new one brought as a file. */
export function PlansPage() {
  const { acting } = useSession();
  const writes = acting.kind === 'legal-office' || acting.kind === 'legal-office-head';
  const [bringing, setBringing] = useState(false);
  const result = useQuery({
    queryKey: ['plans'],
    queryFn: ({ signal }) => client.call('plans.list', { params: {} }, { signal }),
  });
  const none = result.data?.plans.length === 0;
  return (
    <Page
      title="年度要点"
      about="录入印发的法治政府建设工作要点，逐项确认任务、单位和时限，审核印发后分解到各单位，按任务跟踪进展。"
      actions={
        writes &&
        !none && (
          <Button type="primary" onClick={() => setBringing(!bringing)}>
            录入要点
          </Button>
        )
      }
    >
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="要点" />}
      {none && (
        <Empty title="还没有年度要点">
          <p>
            {writes
              ? '选择要点文件，系统读出任务、单位和时限，由您对照原文逐项确认。'
              : '法制机构印发年度要点后，本单位的任务和推进情况显示在这里。'}
          </p>
        </Empty>
      )}
      {writes && (bringing || none) && <Bring />}
      {result.data && !none && <Rows plans={result.data.plans} />}
    </Page>
  );
}

function Bring() {
  const { today } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [year, setYear] = useState<number | null>(Number(today.slice(0, 4)));
  type Source = Parameters<typeof client.call<'plans.create'>>[1]['body'];
  const create = useMutation({
    mutationFn: (body: Source) => client.call('plans.create', { params: {}, body }),
    onSuccess: async ({ plan, tasks }) => {
      await queries.invalidateQueries({ queryKey: ['plans'] });
      if (tasks > 0) void message.success(`读出${tasks}项任务，请对照原文逐项确认。`);
      await navigate(`/plans/${plan}`);
    },
  });
  return (
    <>
      {create.error && <Refusal error={create.error} />}
      <Intake
        what="要点"
        verb="读出任务"
        busy={create.isPending}
        onFile={(file) => create.mutate({ file })}
      />
      <form
        className="plan-blank"
        onSubmit={(event) => {
          event.preventDefault();
          if (year !== null) create.mutate({ title, year });
        }}
      >
        <span className="quiet">没有文件的，从空白开始：</span>
        <InputNumber aria-label="年度" min={2004} max={2100} value={year} onChange={setYear} />
        <Input
          aria-label="要点名称"
          placeholder="要点名称"
          className="grow"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Button htmlType="submit" disabled={title.trim() === '' || year === null} loading={create.isPending}>
          新建空白要点
        </Button>
      </form>
    </>
  );
}

const columns: readonly Column<PlanHeadView>[] = [
  { id: 'year', title: '年度', nowrap: true, cell: ({ year }) => `${year}年` },
  { id: 'title', title: '名称', cell: ({ plan, title }) => <Link to={`/plans/${plan}`}>{title}</Link> },
  {
    id: 'stage',
    title: '环节',
    nowrap: true,
    cell: ({ matter }) => matter?.stageNames.join('、') ?? '编写中',
  },
  {
    id: 'issued',
    title: '印发日期',
    nowrap: true,
    cell: ({ matter }) => (matter?.issuedOn ? day(matter.issuedOn) : ''),
  },
  {
    id: 'board',
    title: '推进情况',
    nowrap: true,
    cell: ({ plan, matter, tasks }) =>
      matter?.issuedOn ? <Link to={`/plans/${plan}/board`}>{tasks}项任务</Link> : '',
  },
  {
    id: 'saved',
    title: '最后修改',
    cell: ({ savedByName, savedAt, version }) => `${savedByName}　${shanghaiDay(savedAt)}　第${version}版`,
  },
];

function Rows({ plans }: { readonly plans: readonly PlanHeadView[] }) {
  const navigate = useNavigate();
  return (
    <div className="table-frame">
      <DataTable
        caption="年度要点"
        columns={columns}
        rows={plans}
        rowKey={({ plan }) => plan}
        onOpen={({ plan }) => void navigate(`/plans/${plan}`)}
      />
    </div>
  );
}
