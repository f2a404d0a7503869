import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link, useParams } from 'react-router';
import type { BoardView } from '../../../src/client/contract/plan-board.ts';
import { client } from '../../api/client.ts';
import { day } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { type Tally, TallyBar } from '../../shared/tally-bar.tsx';
import { type Put, useAsked } from '../../shared/use-asked.ts';
import { Waiting } from '../../shared/waiting.tsx';
import { BoardTasks } from './board-tasks.tsx';
import { BurnUp } from './burn-up.tsx';
import { Tallies } from './tallies.tsx';
import { type Standing, standingNames } from './words.ts';
import './plans.css';

/** How a plan stands: the year, the units, the parts, the tasks. Its filters live in the address. */
export function BoardPage() {
  const { plan } = useParams();
  const [search, put] = useAsked();
  const ask = askOf(search);
  const result = useQuery({
    queryKey: ['plan-board', plan, ask],
    queryFn: ({ signal }) => client.call('plans.board', { params: { plan: plan! }, query: ask }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const board = result.data;
  return (
    <Page
      title="要点推进情况"
      about={
        board && (
          <>
            <Link to={`/plans/${board.plan}`}>{board.title}</Link>　{day(board.today)}
          </>
        )
      }
      actions={
        <>
          <Button href={client.href('plans.boardXlsx', { params: { plan: plan! }, query: ask })} download>
            导出Excel
          </Button>
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="推进情况" rows={10} />}
      {board && (
        <>
          <Head board={board} chosen={ask.standing} onChoose={(standing) => put({ standing })} />
          <div className="board-upper">
            <BurnUp months={board.months} total={board.all.total} />
            <Tallies
              caption="各单位"
              head="单位"
              rows={board.units}
              chosen={ask.unit}
              onChoose={(unit) => put({ unit })}
            />
          </div>
          <details className="board-parts">
            <summary>按部分看</summary>
            <Tallies
              caption="各部分"
              head="部分"
              rows={board.parts}
              chosen={ask.part}
              onChoose={(part) => put({ part })}
            />
          </details>
          <UnitPlans board={board} />
          <Filters board={board} ask={ask} put={put} />
          <BoardTasks tasks={board.tasks} busy={result.isPlaceholderData} today={board.today} />
        </>
      )}
    </Page>
  );
}

interface Ask {
  readonly unit?: string;
  readonly part?: string;
  readonly standing?: Standing;
}

function askOf(search: URLSearchParams): Ask {
  const [unit, part, standing] = ['unit', 'part', 'standing'].map((name) => search.get(name) || undefined);
  return {
    ...(unit ? { unit } : {}),
    ...(part ? { part } : {}),
    ...(standing && standing in standingNames ? { standing: standing as Standing } : {}),
  };
}

/** The year in a few numbers; each filters the tasks below. */
function Head({
  board: { all },
  chosen,
  onChoose,
}: {
  readonly board: BoardView;
  readonly chosen: Standing | undefined;
  readonly onChoose: (standing: Standing | undefined) => void;
}) {
  const tallies: readonly Tally[] = [
    { id: '', name: '任务', count: all.total },
    { id: 'done', name: '按期完成', count: all.done - all.doneLate, tone: 'good' },
    { id: 'done-late', name: '逾期完成', count: all.doneLate },
    { id: 'claimed', name: '待销号', count: all.claimed },
    { id: 'running', name: '推进中', count: all.running },
    { id: 'near', name: '临期', count: all.near, tone: 'near' },
    { id: 'late', name: '逾期', count: all.late, tone: 'late' },
  ];
  return (
    <TallyBar
      label="总体情况"
      tallies={tallies}
      chosen={chosen}
      onChoose={(id) => onChoose(id as Standing | undefined)}
    />
  );
}

function UnitPlans({ board: { plansOfUnits } }: { readonly board: BoardView }) {
  const waiting = plansOfUnits.filter(({ filedOn }) => filedOn === null);
  if (plansOfUnits.length === 0) return null;
  return (
    <details className="board-parts" open={waiting.some(({ late }) => late)}>
      <summary>
        实施方案：{plansOfUnits.length}个单位，已报送{plansOfUnits.length - waiting.length}个
      </summary>
      <ul className="unit-plans">
        {plansOfUnits.map(({ matter, unitName, stageName, due, late, filedOn }) => (
          <li key={matter}>
            <Link to={`/matters/${matter}`}>{unitName}</Link>
            <span className={late ? 'late' : 'quiet'}>
              {filedOn ? `${day(filedOn)}报送，${stageName}` : `${stageName}，${day(due)}前报送`}
              {late && '（逾期）'}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Filters({ board, ask, put }: { readonly board: BoardView; readonly ask: Ask; readonly put: Put }) {
  const choice = (
    name: 'unit' | 'part' | 'standing',
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Select
      aria-label={label}
      allowClear
      placeholder={`全部${label}`}
      value={ask[name]}
      options={[...options]}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value) => put({ [name]: value })}
    />
  );
  const rows = (list: BoardView['units']) => list.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className="board-filters no-print">
      {choice('unit', '单位', rows(board.units))}
      {choice('part', '部分', rows(board.parts))}
      {choice(
        'standing',
        '状态',
        Object.entries(standingNames).map(([value, label]) => ({ value, label })),
      )}
      <span className="quiet">共{board.tasks.length}项</span>
      {Object.keys(ask).length > 0 && (
        <Button size="small" onClick={() => put({ unit: undefined, part: undefined, standing: undefined })}>
          清除条件
        </Button>
      )}
    </div>
  );
}
