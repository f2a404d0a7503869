import { Link } from 'react-router';
import type { Answer } from '../../api/client.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import { day, number, shortDay } from '../../format.ts';
import { Provisional } from '../../shared/time-left.tsx';
import '../../shared/head-totals.css';

type WallData = Answer<'supervision.wall'>;

const levelNames: Readonly<Record<string, string>> = {
  green: '绿色提示',
  yellow: '黄色预警',
  red: '红色警告',
};

/** The numbers of the region in one line; red only where something is late. */
export function Totals({ wall }: { readonly wall: WallData }) {
  const { overdue, near, open, alerts } = wall;
  return (
    <dl className="head-totals wall-totals">
      <Total title="已超期" value={overdue} tone={overdue > 0 ? 'late' : undefined} />
      <Total title="三个工作日内到期" value={near} tone={near > 0 ? 'near' : undefined} />
      <Total title="在办" value={open} />
      <Total title="红色警告未办结" value={alerts.red} tone={alerts.red > 0 ? 'late' : undefined} />
      <Total title="黄色预警未办结" value={alerts.yellow} tone={alerts.yellow > 0 ? 'near' : undefined} />
      <Total title="绿色提示未办结" value={alerts.green} tone={alerts.green > 0 ? 'good' : undefined} />
    </dl>
  );
}

function Total({
  title,
  value,
  tone,
}: {
  readonly title: string;
  readonly value: number;
  readonly tone?: string | undefined;
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={tone}>{number(value)}</dd>
    </div>
  );
}

/** One line a unit, the most late first; the bar is as long as its share of the longest. */
export function Units({ wall }: { readonly wall: WallData }) {
  const short = useShortNames();
  const most = Math.max(1, ...wall.units.map((unit) => unit.overdue + unit.near));
  return (
    <section aria-labelledby="wall-units">
      <h2 id="wall-units">哪些单位超期最多</h2>
      {wall.units.length === 0 ? (
        <p className="quiet none">没有在办的办件。</p>
      ) : (
        <table className="wall-table">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" className="bar-head">
                <span className="unseen">超期和临期的多少</span>
              </th>
              <th scope="col" className="end">
                超期
              </th>
              <th scope="col" className="end">
                临期
              </th>
              <th scope="col" className="end">
                在办
              </th>
              <th scope="col" className="end">
                红
              </th>
              <th scope="col" className="end">
                黄
              </th>
            </tr>
          </thead>
          <tbody>
            {wall.units.map((unit) => (
              <tr key={unit.unit}>
                <th scope="row" title={`查看${unit.name}没有办结的预警`}>
                  <Link to={`/registers/supervision-alert?unit=${unit.unit}&state=open`}>
                    {short(unit.name)}
                  </Link>
                </th>
                <td className="bar" aria-hidden="true">
                  <span className="late-part" style={{ width: `${(unit.overdue / most) * 100}%` }} />
                  <span className="near-part" style={{ width: `${(unit.near / most) * 100}%` }} />
                </td>
                <td className={unit.overdue > 0 ? 'end late' : 'end quiet'}>{number(unit.overdue)}</td>
                <td className={unit.near > 0 ? 'end near' : 'end quiet'}>{number(unit.near)}</td>
                <td className="end">{number(unit.open)}</td>
                <td className={unit.red > 0 ? 'end late' : 'end quiet'}>{number(unit.red)}</td>
                <td className={unit.yellow > 0 ? 'end near' : 'end quiet'}>{number(unit.yellow)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The matters that are late by most. */
export function MostOverdue({ wall }: { readonly wall: WallData }) {
  const { today } = useSession();
  const short = useShortNames();
  return (
    <section aria-labelledby="wall-late">
      <h2 id="wall-late">超期最久的办件</h2>
      {wall.mostOverdue.length === 0 ? (
        <p className="quiet none">没有超期的办件。</p>
      ) : (
        <ol className="wall-list">
          {wall.mostOverdue.map((row) => (
            <li key={`${row.id} ${row.clockName}`}>
              <div>
                <Link to={`/matters/${row.id}`}>{row.title}</Link>
                <p className="quiet parts">
                  <span>{row.number}</span>
                  <span>{short(row.unitName)}</span>
                  <span>{row.stageNames.join('、')}</span>
                </p>
              </div>
              <div className="days">
                <strong className="late">超期{number(-(row.daysLeft ?? 0))}个工作日</strong>
                <p className="quiet parts">
                  <span>{row.clockName}</span>
                  <span>
                    {row.due && `${shortDay(row.due, today)}到期`}
                    {row.provisional && <Provisional />}
                  </span>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The alerts raised last; each is itself a matter to be answered. */
export function Latest({ wall }: { readonly wall: WallData }) {
  const short = useShortNames();
  return (
    <section aria-labelledby="wall-latest">
      <h2 id="wall-latest">最新预警</h2>
      {wall.latest.length === 0 ? (
        <p className="quiet none">没有预警。</p>
      ) : (
        <ol className="wall-list">
          {wall.latest.map((alert) => (
            <li key={alert.matter}>
              <div>
                <span className={`tag ${alert.level}`}>{levelNames[alert.level] ?? alert.level}</span>{' '}
                <Link to={`/matters/${alert.matter}`}>{alert.name}</Link>
                <p>{alert.message}</p>
                <p className="quiet parts">
                  <span>{short(alert.unitName)}</span>
                  <span>{day(alert.on)}</span>
                  <span>{alert.stageName}</span>
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Short names for narrow columns; a unit without one keeps its name. */
function useShortNames(): (name: string) => string {
  const { units } = useCatalogue();
  return (name) => units.find((unit) => unit.name === name)?.shortName || name;
}
