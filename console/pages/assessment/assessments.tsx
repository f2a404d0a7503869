import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import type { SchemeHeadView } from '../../../src/client/contract/assessment-views.ts';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { assessmentQueries, reviews, seesAll, seesSchemes } from './queries.ts';
import './assessment.css';

type Assessment = Answer<'assessment.list'>['assessments'][number];

const starts = {
  example: '示例方案（自拟，可改）',
  'model-2021': '九项一级指标框架（2021年版标题）',
  last: '上年度方案',
} as const;

/** Assessments of all years, and the schemes they are issued from. */
export function AssessmentsPage() {
  const { acting } = useSession();
  const [search] = useSearchParams();
  const list = useQuery(assessmentQueries.list());
  const year = Number(search.get('year'));
  const unit = search.get('unit');
  const named = unit && list.data?.assessments.find((entry) => entry.year === year);
  if (named) return <Navigate replace to={`/assessments/${named.matter}/units/${unit}`} />;
  return (
    <Page title="考核" about="得分由台账计算，逐项有理由、有记录；没有台账可查的，才提供材料或者由两人评议。">
      {list.error && <Refusal error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting what="考核" />}
      {list.data && <Assessments rows={list.data.assessments} />}
      {seesSchemes(acting.kind) && <Schemes />}
    </Page>
  );
}

function Assessments({ rows }: { readonly rows: readonly Assessment[] }) {
  const { acting } = useSession();
  const navigate = useNavigate();
  const wayTo = ({ matter, own }: Assessment) =>
    seesAll(acting.kind) || (reviews(acting.kind) && !own)
      ? `/assessments/${matter}`
      : own
        ? `/assessments/${matter}/units/${own.unit}`
        : `/assessments/${matter}`;
  if (rows.length === 0) {
    return (
      <Empty title="还没有印发的考核">
        <p>
          {seesSchemes(acting.kind)
            ? '先编制方案，用上年数据试算，再送审印发。'
            : '考核方案印发后，本单位的得分和名次显示在这里。'}
        </p>
      </Empty>
    );
  }
  const columns: readonly Column<Assessment>[] = [
    { id: 'year', title: '年度', nowrap: true, cell: (row) => `${row.year}年` },
    { id: 'title', title: '名称', cell: (row) => <Link to={wayTo(row)}>{row.title}</Link> },
    { id: 'stage', title: '进度', nowrap: true, cell: (row) => row.stageNames.join('、') },
    {
      id: 'own',
      title: '本单位',
      cell: ({ matter, own }) =>
        own ? (
          <Link to={`/assessments/${matter}/units/${own.unit}`}>{own.outcome ?? own.stageName}</Link>
        ) : (
          ''
        ),
    },
  ];
  return (
    <div className="table-frame">
      <DataTable
        caption="各年度考核"
        columns={columns}
        rows={rows}
        rowKey={({ matter }) => matter}
        onOpen={(row) => void navigate(wayTo(row))}
      />
    </div>
  );
}

function Schemes() {
  const { acting } = useSession();
  const navigate = useNavigate();
  const result = useQuery(assessmentQueries.schemes());
  const columns: readonly Column<SchemeHeadView>[] = [
    { id: 'year', title: '年度', nowrap: true, cell: ({ year }) => `${year}年` },
    {
      id: 'title',
      title: '方案',
      cell: ({ paper, title }) => <Link to={`/assessment-schemes/${paper}`}>{title || '（未命名）'}</Link>,
    },
    {
      id: 'stage',
      title: '环节',
      nowrap: true,
      cell: ({ matter }) => matter?.stageNames.join('、') ?? '编制中',
    },
    {
      id: 'saved',
      title: '最后修改',
      cell: ({ savedByName, savedAt, version }) =>
        `${savedByName}　${day(savedAt.slice(0, 10))}　第${version}版`,
    },
  ];
  return (
    <section className="assessment-part">
      <h2>考核方案</h2>
      {acting.kind === 'legal-office' && result.data && <Create schemes={result.data.schemes} />}
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.data?.schemes.length === 0 && <p className="quiet">还没有方案。</p>}
      {result.data && result.data.schemes.length > 0 && (
        <div className="table-frame">
          <DataTable
            caption="考核方案"
            columns={columns}
            rows={result.data.schemes}
            rowKey={({ paper }) => paper}
            onOpen={({ paper }) => void navigate(`/assessment-schemes/${paper}`)}
          />
        </div>
      )}
    </section>
  );
}

function Create({ schemes }: { readonly schemes: readonly SchemeHeadView[] }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const present = Number(today.slice(0, 4));
  const isThere = (of: number | null) => {
    const all = schemes.filter((scheme) => scheme.year === of);
    return all.find(({ matter }) => matter !== null) ?? all[0];
  };
  // The scheme of a year is made before the year or in it: where this year has one, the next is due.
  const [year, setYear] = useState<number | null>(() => (isThere(present) ? present + 1 : present));
  const there = isThere(year);
  const [from, setFrom] = useState<keyof typeof starts>('example');
  const create = useMutation({
    mutationFn: () => client.call('assessment.createScheme', { params: {}, body: { year: year!, from } }),
    onSuccess: async ({ paper }) => {
      await queries.invalidateQueries({ queryKey: ['assessment-schemes'] });
      await navigate(`/assessment-schemes/${paper}`);
    },
  });
  return (
    <>
      <form
        className="assessment-create no-print"
        onSubmit={(event) => {
          event.preventDefault();
          if (year !== null) create.mutate();
        }}
      >
        <label htmlFor="scheme-year">考核年度</label>
        <InputNumber id="scheme-year" min={2000} max={2100} value={year} onChange={setYear} />
        <label htmlFor="scheme-from">从哪里开始</label>
        <Select
          id="scheme-from"
          className="grow"
          value={from}
          onChange={setFrom}
          options={Object.entries(starts).map(([value, label]) => ({
            value: value as keyof typeof starts,
            label,
          }))}
        />
        <Button
          type={there ? 'default' : 'primary'}
          htmlType="submit"
          disabled={year === null}
          loading={create.isPending}
        >
          {there ? '另编一个方案' : '编制方案'}
        </Button>
      </form>
      {there && (
        <p className="notice">
          {year}年度已有<Link to={`/assessment-schemes/${there.paper}`}>{there.title || '（未命名）'}</Link>（
          {there.matter?.stageNames.join('、') ?? '编制中'}）。
        </p>
      )}
      {create.error && <Refusal error={create.error} />}
    </>
  );
}
