import type { BoardView } from '../../../src/client/contract/plan-board.ts';

interface BurnUpProps {
  readonly months: BoardView['months'];
  readonly total: number;
}

const WIDTH = 520;
const HEIGHT = 240;
const EDGE = { left: 36, right: 12, top: 16, bottom: 28 };

/** Tasks due and tasks done over the year. The table below says the same to those who cannot see it. */
export function BurnUp({ months, total }: BurnUpProps) {
  const most = Math.max(1, total);
  const x = (at: number) => EDGE.left + ((at + 1) / months.length) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const line = (points: readonly (readonly [number, number])[]) =>
    [[EDGE.left, y(0)] as const, ...points].map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
  const due = months.map((month, at) => [x(at), y(month.due)] as const);
  const done = months.flatMap((month, at) => (month.done === null ? [] : [[x(at), y(month.done)] as const]));
  const [lastDue, lastDone] = [due.at(-1), done.at(-1)];
  const marks = [0, Math.round(most / 2), most].filter((mark, at, all) => all.indexOf(mark) === at);
  return (
    <figure className="burn-up">
      <figcaption>
        应完成和已完成的任务（累计，项）
        <span className="key due">应完成</span>
        <span className="key done">已完成</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="应完成和已完成的任务逐月累计，数据见下表"
      >
        {marks.map((mark) => (
          <g key={mark}>
            <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(mark)} y2={y(mark)} className="grid" />
            <text x={EDGE.left - 6} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {months.map(({ month }, at) => (
          <text key={month} x={x(at)} y={HEIGHT - 8} textAnchor="middle">
            {Number(month.slice(5))}月
          </text>
        ))}
        <polyline className="due" points={line(due)} />
        <polyline className="done" points={line(done)} />
        {lastDue && <circle className="due" cx={lastDue[0]} cy={lastDue[1]} r={3} />}
        {lastDone && <circle className="done" cx={lastDone[0]} cy={lastDone[1]} r={3} />}
      </svg>
      <table className="unseen">
        <caption>应完成和已完成的任务，逐月累计</caption>
        <thead>
          <tr>
            <th scope="col">月份</th>
            <th scope="col">应完成</th>
            <th scope="col">已完成</th>
          </tr>
        </thead>
        <tbody>
          {months.map((row) => (
            <tr key={row.month}>
              <td>{row.month}</td>
              <td>{row.due}</td>
              <td>{row.done ?? '未到'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
