import { Link, useNavigate } from 'react-router';
import type { BoardTaskView } from '../../../src/client/contract/plan-board.ts';
import { day, shortDay } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { senseNames, standingNames, standingTones } from './words.ts';

interface BoardTasksProps {
  readonly tasks: readonly BoardTaskView[];
  readonly busy: boolean;
  readonly today: string;
}

/** The tasks asked for, each leading to its matter. */
export function BoardTasks({ tasks, busy, today }: BoardTasksProps) {
  const navigate = useNavigate();
  if (tasks.length === 0) return <p className="quiet">没有符合条件的任务。</p>;
  return (
    <div className="table-frame">
      <DataTable
        caption="任务"
        columns={columnsFor(today)}
        rows={tasks}
        rowKey={({ matter }) => matter}
        busy={busy}
        onOpen={({ matter }) => void navigate(`/matters/${matter}`)}
      />
    </div>
  );
}

const columnsFor = (today: string): readonly Column<BoardTaskView>[] => [
  {
    id: 'title',
    title: '任务',
    width: '16em',
    cell: ({ matter, number, title }) => (
      <Link to={`/matters/${matter}`}>
        {number}．{title}
      </Link>
    ),
  },
  {
    id: 'unit',
    title: '承担单位',
    width: '9em',
    cell: ({ unitName, role }) => `${unitName}${role === 'lead' ? '（牵头）' : ''}`,
  },
  { id: 'due', title: '完成时限', nowrap: true, cell: ({ due }) => shortDay(due, today) },
  {
    id: 'standing',
    title: '状态',
    nowrap: true,
    cell: ({ standing, escalation }) => (
      <>
        <span className={`tag ${standingTones[standing]}`}>{standingNames[standing]}</span>
        {escalation && <span className="tag red">{escalation}</span>}
      </>
    ),
  },
  { id: 'percent', title: '进度', align: 'end', nowrap: true, cell: ({ percent }) => `${percent}%` },
  {
    id: 'progress',
    title: '最近进展',
    width: '14em',
    cell: ({ progress, reportedOn }) =>
      progress === '' ? (
        <span className="quiet">没有填报</span>
      ) : (
        <>
          {progress.length > 80 ? `${progress.slice(0, 80)}……` : progress}
          {reportedOn && <span className="quiet">（{day(reportedOn)}）</span>}
        </>
      ),
  },
  {
    id: 'measures',
    title: '量化要求',
    width: '12em',
    cell: ({ measures }) => (
      <ul>
        {measures.map((measure) => (
          <li key={measure.code}>
            <Measured measure={measure} />
          </li>
        ))}
      </ul>
    ),
  },
];

/** A demand with what stands against it; a counted one opens into its records. */
function Measured({ measure }: { readonly measure: BoardTaskView['measures'][number] }) {
  const { text, target, measureUnit, sense, value, met, source, ask } = measure;
  const tone = met === null ? 'quiet' : met ? 'good' : 'near';
  const figure = `${value ?? '未报'}${value === null ? '' : measureUnit}`;
  return (
    <>
      {text}：
      {ask ? (
        <Link className={tone} to={figureAddress(ask)} title="打开记录">
          {figure}
        </Link>
      ) : (
        <span className={tone}>{figure}</span>
      )}
      <span className="quiet">
        （{senseNames[sense]}
        {target}
        {measureUnit}
        {source === 'returned' && '，单位填报'}）
      </span>
    </>
  );
}

function figureAddress({
  indicator,
  from,
  to,
  unit,
}: NonNullable<BoardTaskView['measures'][number]['ask']>): string {
  const search = new URLSearchParams({
    source: indicator.split('.')[0]!,
    indicator,
    from: from.slice(0, 7),
    to: to.slice(0, 7),
    ...(unit ? { unit } : {}),
  });
  return `/figures?${search}`;
}
