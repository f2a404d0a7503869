import { dayBefore, Opens, type PartProps } from './opens.tsx';
import { WallRest } from './wall-rest.tsx';

/** Red and yellow by unit, the most late first. */
export function Units({ view, onOpen }: PartProps) {
  const { units } = view;
  const most = Math.max(1, ...units.map(weightOf));
  return (
    <section className="overview-units" aria-labelledby="overview-units">
      <h2 id="overview-units">哪些单位超期和红黄牌多</h2>
      {units.length === 0 ? (
        <p className="quiet none">没有超期、临期和没有办结的红黄牌。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" className="bar-head">
                <span className="unseen">多少</span>
              </th>
              <th scope="col">超期</th>
              <th scope="col">红牌</th>
              <th scope="col">临期</th>
              <th scope="col">黄牌</th>
            </tr>
          </thead>
          <tbody>
            {units.map((row) => (
              <UnitRow key={row.unit} row={row} most={most} view={view} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      <WallRest rows={units.length} what="个单位" />
    </section>
  );
}

type Row = PartProps['view']['units'][number];

/** Each number opens the clocks or alerts it counts. */
function UnitRow({ row, most, view, onOpen }: PartProps & { readonly row: Row; readonly most: number }) {
  const { unit, name } = row;
  const { today, nearUntil } = view;
  const bar = (value: number) => ({ width: `${(value / most) * 100}%` });
  const clocks = (title: string, days: { readonly from?: string; readonly to: string }) => () =>
    onOpen({ of: 'clocks', title: `${name}：${title}`, ...days, unit });
  const alerts = (title: string, level: 'red' | 'yellow') => () =>
    onOpen({ of: 'alerts', title: `${name}：${title}`, level, unit });
  const late = clocks('已超期', { to: dayBefore(today) });
  const near = clocks('三个工作日内到期', { from: today, to: nearUntil });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="bar" aria-hidden="true">
        <span className="late" style={bar(row.overdue + row.red)} />
        <span className="near" style={bar(row.near + row.yellow)} />
      </td>
      <td>
        <Opens value={row.overdue} tone="late" label={`${name}超期`} onOpen={late} />
      </td>
      <td>
        <Opens value={row.red} tone="late" label={`${name}红牌`} onOpen={alerts('红色警告', 'red')} />
      </td>
      <td>
        <Opens value={row.near} tone="near" label={`${name}临期`} onOpen={near} />
      </td>
      <td>
        <Opens value={row.yellow} tone="near" label={`${name}黄牌`} onOpen={alerts('黄色预警', 'yellow')} />
      </td>
    </tr>
  );
}

const weightOf = (row: Row): number => row.overdue + row.red + row.near + row.yellow;
