import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import type { BoardView } from '../../../src/client/contract/assessment-views.ts';
import { useSession } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { day } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Bars } from './bars.tsx';
import { Acts } from './board-acts.tsx';
import { assessmentQueries, reviews, seesAll } from './queries.ts';
import { points } from './words.ts';
import './assessment.css';

/** The desk of an assessment: what each unit still waits for, then how all stand and where points were lost. */
export function BoardPage() {
  const { matter } = useParams();
  const { acting } = useSession();
  const all = seesAll(acting.kind);
  const result = useQuery({ ...assessmentQueries.board(matter ?? ''), enabled: matter !== undefined && all });
  if (matter === undefined) return <NotFound />;
  if (!all) {
    return (
      <Page title="评议" about="逐个单位评议；评分提交后封存，告知得分时启封。">
        <Reviewing matter={matter} />
      </Page>
    );
  }
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  if (!result.data) return <Waiting what="考核" rows={12} />;
  return <Board view={result.data} />;
}

function Board({ view }: { readonly view: BoardView }) {
  const { acting } = useSession();
  const told = view.units.some(({ score }) => score !== null);
  const params = { matter: view.matter };
  return (
    <Page
      title={view.title}
      beside={<span className="quiet">{view.stageNames.join('、')}</span>}
      about={[
        view.seal ? `得分以第${view.seal}号封存的台账为准` : '还没有计分',
        view.appealUntil ? `申诉到${day(view.appealUntil)}为止` : '',
      ]
        .filter(Boolean)
        .join('；')}
      actions={<Acts view={view} told={told} />}
    >
      {told && <Standing view={view} />}
      <section className="assessment-part">
        <h2>{told ? '各单位得分和名次' : '各单位进度'}</h2>
        <Units view={view} told={told} />
      </section>
      {reviews(acting.kind) && view.stages.includes('scoring') && <Reviewing matter={params.matter} />}
    </Page>
  );
}

function Standing({ view }: { readonly view: BoardView }) {
  return (
    <div className="assessment-charts">
      {view.classes.map(({ id, name }) => {
        const own = view.units
          .filter(({ unitClass }) => unitClass === id)
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
        if (own.length === 0) return null;
        const mean = own.reduce((sum, { score }) => sum + (score ?? 0), 0) / own.length;
        return (
          <Bars
            key={id}
            question={`${name}中哪些单位领先，哪些落后`}
            most={100}
            mark={{ value: mean, name: `平均${points(mean)}` }}
            lines={own.map((row) => ({
              key: row.unit,
              name: `${row.rank}. ${row.unitName}`,
              value: row.score ?? 0,
              text: `${points(row.score ?? 0)}　${row.grade}`,
              to: `/assessments/${view.matter}/units/${row.unit}`,
            }))}
          />
        );
      })}
      {view.lost.length > 0 && (
        <Bars
          question="分主要丢在哪些指标上"
          most={view.lost[0]!.points}
          lines={view.lost.slice(0, 10).map(({ code, title, points: lost, units }) => ({
            key: code,
            name: `${code} ${title}`,
            value: lost,
            text: `${points(lost)}　${units}个单位`,
          }))}
        />
      )}
    </div>
  );
}

type Row = BoardView['units'][number];

function Units({ view, told }: { readonly view: BoardView; readonly told: boolean }) {
  const navigate = useNavigate();
  const to = ({ unit }: Row) => `/assessments/${view.matter}/units/${unit}`;
  const unit: Column<Row> = {
    id: 'unit',
    title: '单位',
    cell: (row) => <Link to={to(row)}>{row.unitName}</Link>,
  };
  const sort: Column<Row> = { id: 'class', title: '类别', nowrap: true, cell: ({ className }) => className };
  const columns: readonly Column<Row>[] = told
    ? [
        unit,
        sort,
        {
          id: 'rank',
          title: '名次',
          align: 'end',
          nowrap: true,
          cell: ({ rank, peers }) => `${rank}/${peers}`,
        },
        { id: 'score', title: '得分', align: 'end', nowrap: true, cell: ({ score }) => points(score ?? 0) },
        { id: 'grade', title: '等次', nowrap: true, cell: ({ grade }) => grade },
        {
          id: 'before',
          title: '上年',
          nowrap: true,
          cell: ({ before }) => (before ? `${points(before.score)}，第${before.rank}名` : '没有'),
        },
        {
          id: 'stage',
          title: '进度',
          nowrap: true,
          cell: ({ stageName, appeals }) =>
            appeals > 0 ? <span className="near">{`申诉${appeals}项待答复`}</span> : stageName,
        },
      ]
    : [
        unit,
        sort,
        {
          id: 'scored',
          title: '已计分',
          align: 'end',
          nowrap: true,
          cell: ({ scored, of }) => `${scored}/${of}项`,
        },
        {
          id: 'verify',
          title: '待核验材料',
          align: 'end',
          nowrap: true,
          cell: ({ toVerify }) => (toVerify === 0 ? '没有' : `${toVerify}项`),
        },
        { id: 'judged', title: '评议', nowrap: true, cell: judgedText },
      ];
  return (
    <div className="table-frame">
      <DataTable
        caption="各单位"
        columns={columns}
        rows={view.units}
        rowKey={({ unit: code }) => code}
        onOpen={(row) => void navigate(to(row))}
      />
    </div>
  );
}

function judgedText({ judged, thirdNeeded }: Row) {
  if (judged === null) return '不需要';
  if (thirdNeeded) return <span className="near">两人相差过大，等第三人</span>;
  return judged >= 2 ? '已完成，未启封' : `已提交${judged}人，还差${2 - judged}人`;
}

/** Units that wait for this reader's points. */
function Reviewing({ matter }: { readonly matter: string }) {
  const result = useQuery(assessmentQueries.reviewing(matter));
  if (result.error) return <Refusal error={result.error} onRetry={() => void result.refetch()} />;
  const units = result.data?.units ?? [];
  return (
    <section className="assessment-part">
      <h2>等待我评议的单位</h2>
      {result.data && units.length === 0 && (
        <p className="quiet">没有等待您评议的单位：本单位的和您已经评过的不再列出。</p>
      )}
      <ul className="assessment-reviews">
        {units.map(({ unit, unitName, round, items }) => (
          <li key={unit}>
            <Link to={`/assessments/${matter}/units/${unit}`}>{unitName}</Link>
            <span className="quiet">
              {'　'}
              {items}项{round === 'third' ? '，两人相差过大' : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
