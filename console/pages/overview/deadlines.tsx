import { Fragment } from 'react';
import { Link } from 'react-router';
import { number, shortDay } from '../../format.ts';
import { Provisional } from '../../shared/time-left.tsx';
import type { PartProps } from './opens.tsx';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
type Day = PartProps['view']['deadlines']['days'][number];

/** The next 30 days: a calendar of how much falls due, and the nearest of each sort of work by name. */
export function Deadlines({ view, onOpen }: PartProps) {
  const { days, nearest } = view.deadlines;
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <section className="overview-deadlines" aria-labelledby="overview-deadlines">
      <h2 id="overview-deadlines">未来30天哪几天到期多</h2>
      <ol className="calendar">
        {weekdays.map((name) => (
          <li key={name} className="weekday quiet" aria-hidden="true">
            {name}
          </li>
        ))}
        {days.map((entry, index) => (
          <Cell
            key={entry.day}
            entry={entry}
            column={index === 0 ? columnOf(entry.day) : undefined}
            share={entry.count / most}
            today={view.today}
            onOpen={() =>
              onOpen({
                of: 'clocks',
                title: `${shortDay(entry.day, view.today)}到期的办件`,
                from: entry.day,
                to: entry.day,
              })
            }
          />
        ))}
      </ol>
      {nearest.length === 0 ? (
        <p className="quiet none">未来30天没有到期的办件。</p>
      ) : (
        <table className="nearest">
          <caption>各类事项最近到期的</caption>
          <tbody>
            {nearest.map((row, index) => (
              <Fragment key={`${row.matter} ${row.clockName}`}>
                <tr className={index >= 8 ? 'beyond' : undefined}>
                  <td className={row.standing === 'near' ? 'near nowrap' : 'nowrap'}>
                    {shortDay(row.due, view.today)}
                    {row.provisional && <Provisional />}
                  </td>
                  <td>
                    <span className="quiet">{row.procedureName} </span>
                    <Link
                      to={`/matters/${row.matter}`}
                      title={`${row.number} ${row.title}（${row.clockName}）`}
                    >
                      {row.title}
                    </Link>
                  </td>
                  <td className="quiet nowrap">{row.unitName}</td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Monday is the first column. */
const columnOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The month stands where it begins to hold. The year does not: thirty days tell it, and a cell has no room for it. */
function labelOf(date: string, today: string): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return day === 1 || date === today ? `${month}月${day}日` : `${day}日`;
}

function Cell({
  entry,
  column,
  share,
  today,
  onOpen,
}: {
  readonly entry: Day;
  readonly column: number | undefined;
  readonly share: number;
  readonly today: string;
  readonly onOpen: () => void;
}) {
  const { day, workday, count, systems } = entry;
  const about = systems.map(({ name, count: of }) => `${name}${number(of)}件`).join('，');
  const label = labelOf(day, today);
  const shown = (
    <span className="quiet">
      {label.slice(0, -1)}
      <span className="desk-only">日</span>
    </span>
  );
  const classes = ['day', workday ? '' : 'off', day === today ? 'today' : ''].filter(Boolean).join(' ');
  return (
    <li
      className={classes}
      style={{
        ...(column ? { gridColumnStart: column } : {}),
        ['--share' as string]: `${Math.round(share * 24)}%`,
      }}
    >
      {count === 0 ? (
        shown
      ) : (
        <button
          type="button"
          title={about}
          aria-label={`${label}${number(count)}件到期：${about}`}
          onClick={onOpen}
        >
          {shown}
          <strong>{number(count)}</strong>
        </button>
      )}
    </li>
  );
}
