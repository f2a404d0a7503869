import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ReportHeadView } from '../../../src/client/contract/reports.ts';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import './reports.css';

const skeletonNames = {
  'four-part': '举措成效—不足原因—主要负责人履职—下一年度安排',
  'outline-2015': '2015—2020年纲要的任务',
  'outline-2021': '2021—2025年纲要的任务',
} as const;

/** The yearly reports, and a new one by year and outline. */
export function ReportsPage() {
  const result = useQuery({
    queryKey: ['reports'],
    queryFn: ({ signal }) => client.call('reports.list', { params: {} }, { signal }),
  });
  return (
    <Page
      title="年度报告"
      about={
        <>
          数据由台账按封存计算，每个数都能打开记录；3月1日前上报，4月1日前公开。上年数可以先在
          <Link to="/reading">审读</Link>中从上年公开的报告取得。
        </>
      }
    >
      {result.data && <Create reports={result.data.reports} />}
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="报告" />}
      {result.data?.reports.length === 0 && (
        <Empty title="还没有年度报告">
          <p>选择年度和体例，系统把台账里的数据写进报告，其余内容留给您补写。</p>
        </Empty>
      )}
      {result.data && result.data.reports.length > 0 && <Rows reports={result.data.reports} />}
    </Page>
  );
}

/** The report that is due next: of last year until that one is there, then of this year. */
function nextYear(reports: readonly ReportHeadView[], today: string): number {
  const present = Number(today.slice(0, 4));
  return reports.some(({ year }) => year === present - 1) ? present : present - 1;
}

function Create({ reports }: { readonly reports: readonly ReportHeadView[] }) {
  const { today, acting } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const asked = Number(search.get('year')) || undefined;
  const confined = acting.kind === 'liaison' || acting.kind === 'unit-head';
  const own = reports.filter(({ unit }) => unit === (confined ? acting.unit : null));
  const [year, setYear] = useState<number | null>(() => asked ?? nextYear(own, today));
  const there = own.filter((head) => head.year === year);
  const [skeleton, setSkeleton] = useState<keyof typeof skeletonNames>('four-part');
  const create = useMutation({
    mutationFn: () =>
      client.call('reports.create', {
        params: {},
        body: { year: year!, skeleton, ...(there.length > 0 ? { another: true } : {}) },
      }),
    onSuccess: async ({ report }) => {
      await queries.invalidateQueries({ queryKey: ['reports'] });
      await navigate(`/reports/${report}`);
    },
  });
  return (
    <>
      <form
        className="report-create no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (year !== null) create.mutate();
        }}
      >
        <label htmlFor="report-year">报告年度</label>
        <InputNumber id="report-year" min={2015} max={2100} value={year} onChange={setYear} />
        <label htmlFor="report-skeleton">标题体例</label>
        <Select
          id="report-skeleton"
          className="grow"
          value={skeleton}
          onChange={setSkeleton}
          options={Object.entries(skeletonNames).map(([value, label]) => ({
            value: value as keyof typeof skeletonNames,
            label,
          }))}
        />
        <Button
          type={there.length > 0 ? 'default' : 'primary'}
          htmlType="submit"
          disabled={year === null || there.some(({ matter }) => matter !== null)}
          loading={create.isPending}
        >
          {there.length > 0 ? '另编一份' : '编制报告'}
        </Button>
      </form>
      {there[0] && <AlreadyThere head={there.find(({ matter }) => matter !== null) ?? there[0]} />}
      {create.error && <Refusal error={create.error} />}
    </>
  );
}

/** One report a year: whoever asks for a second is shown the first. */
function AlreadyThere({ head: { report, year, title, matter } }: { readonly head: ReportHeadView }) {
  return (
    <p className="notice">
      {year}年度已有<Link to={`/reports/${report}`}>{title}</Link>（
      {matter?.stageNames.join('、') ?? '编写中'}），
      {matter
        ? '需要改动的，在这份报告上退回修改或者更正。'
        : '请在这份报告上接着写；要换体例的，才另编一份。'}
    </p>
  );
}

const columns: readonly Column<ReportHeadView>[] = [
  { id: 'year', title: '年度', nowrap: true, cell: ({ year }) => `${year}年` },
  { id: 'title', title: '标题', cell: ({ report, title }) => <Link to={`/reports/${report}`}>{title}</Link> },
  {
    id: 'stage',
    title: '环节',
    nowrap: true,
    cell: ({ matter }) => matter?.stageNames.join('、') ?? '编写中',
  },
  {
    id: 'published',
    title: '公开日期',
    nowrap: true,
    cell: ({ matter }) => (matter?.published ? day(matter.published) : ''),
  },
  {
    id: 'saved',
    title: '最后修改',
    cell: ({ savedByName, savedAt, version }) =>
      `${savedByName}　${day(savedAt.slice(0, 10))}　第${version}版`,
  },
];

function Rows({ reports }: { readonly reports: readonly ReportHeadView[] }) {
  const navigate = useNavigate();
  return (
    <div className="table-frame">
      <DataTable
        caption="年度报告"
        columns={columns}
        rows={reports}
        rowKey={({ report }) => report}
        onOpen={({ report }) => void navigate(`/reports/${report}`)}
      />
    </div>
  );
}
