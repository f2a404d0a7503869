import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { SimulationView } from '../../../src/client/contract/assessment-views.ts';
import { NotFound } from '../../app/broken.tsx';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Bars } from './bars.tsx';
import { assessmentQueries } from './queries.ts';
import './assessment.css';

/** A scheme tried on the records of a year before it is issued. No result, and marked so. */
export function SimulationPage() {
  const { paper } = useParams();
  const scheme = useQuery({ ...assessmentQueries.scheme(paper ?? ''), enabled: paper !== undefined });
  if (paper === undefined) return <NotFound />;
  if (scheme.error) return <Refusal error={scheme.error} onRetry={() => void scheme.refetch()} />;
  if (!scheme.data) return <Waiting what="方案" />;
  return (
    <Simulation
      paper={paper}
      schemeYear={scheme.data.head.year}
      classes={scheme.data.scheme.classes}
      bands={scheme.data.scheme.bands}
    />
  );
}

interface SimulationProps {
  readonly paper: string;
  readonly schemeYear: number;
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly bands: readonly { readonly name: string; readonly from: number }[];
}

function Simulation({ paper, schemeYear, classes, bands }: SimulationProps) {
  const [year, setYear] = useState(schemeYear - 1);
  const result = useQuery(assessmentQueries.simulation(paper, year));
  return (
    <Page
      title={`试算：${year}年数据`}
      beside={<span className="tag yellow">试算，不是考核结果</span>}
      about="用已保存的方案和所选年度的台账计算，不写入台账，不告知单位。"
      actions={
        <>
          <label htmlFor="simulation-year">数据年度</label>
          <InputNumber
            id="simulation-year"
            min={2000}
            max={2100}
            value={year}
            onChange={(value) => value && setYear(value)}
          />
          <Link to={`/assessment-schemes/${paper}`}>
            <Button tabIndex={-1}>回到方案</Button>
          </Link>
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="试算结果" rows={10} />}
      {result.data && <Outcome view={result.data} classes={classes} bands={bands} />}
    </Page>
  );
}

const itemColumns: readonly Column<SimulationView['items'][number]>[] = [
  { id: 'code', title: '编号', nowrap: true, cell: ({ code }) => code },
  { id: 'title', title: '指标', cell: ({ title }) => title },
  { id: 'applied', title: '适用单位', align: 'end', nowrap: true, cell: ({ applied }) => `${applied}个` },
  { id: 'losing', title: '失分单位', align: 'end', nowrap: true, cell: ({ losing }) => `${losing}个` },
  {
    id: 'mean',
    title: '平均失分',
    align: 'end',
    nowrap: true,
    cell: ({ meanLost }) => `${Math.round(meanLost * 1000) / 10}%`,
  },
  {
    id: 'moved',
    title: '去掉后名次变动',
    align: 'end',
    nowrap: true,
    cell: ({ moved }) => (moved === 0 ? '没有' : `${moved}个单位`),
  },
];

function Outcome({
  view,
  classes,
  bands,
}: { readonly view: SimulationView } & Pick<SimulationProps, 'classes' | 'bands'>) {
  const idle = view.items.filter(({ applied, losing }) => applied > 0 && losing === 0).length;
  return (
    <>
      <div className="notice warn">
        台账可以直接计分的共{view.items.length}项；{view.leftOut.length}
        项要核验材料或者评议，没有计入，其余各项按比例折算为满分。
        {view.seal ? `数据以第${view.seal.number}号封存为准。` : '台账还没有封存。'}
        {idle > 0 && `有${idle}项所有单位都得满分，区分不出差别。`}
      </div>
      <div className="assessment-charts">
        {classes.map(({ id, name }) => {
          const own = view.results.filter(({ unitClass }) => unitClass === id);
          if (own.length === 0) return null;
          return (
            <Bars
              key={id}
              question={`按这个方案，${name}中谁排在前面`}
              most={100}
              {...(bands[0]
                ? { mark: { value: bands[0].from, name: `${bands[0].name}（${bands[0].from}分）` } }
                : {})}
              lines={own.map(({ unit, unitName, score, grade, rank }) => ({
                key: unit,
                name: `${rank}. ${unitName}`,
                value: score,
                text: `${score}分　${grade}`,
              }))}
            />
          );
        })}
      </div>
      <section className="assessment-part">
        <h2>哪些指标决定名次</h2>
        <p className="quiet">
          逐项去掉，看同类单位的名次变不变。去掉后没有变动、又没有单位失分的，可以考虑不设。
        </p>
        <div className="table-frame">
          <DataTable
            caption="各指标的影响"
            columns={itemColumns}
            rows={view.items}
            rowKey={({ code }) => code}
          />
        </div>
      </section>
      {view.leftOut.length > 0 && (
        <section className="assessment-part">
          <h2>没有计入的指标</h2>
          <p>{view.leftOut.map(({ code, title }) => `${code} ${title}`).join('；')}</p>
        </section>
      )}
    </>
  );
}
