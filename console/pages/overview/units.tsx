import { dayBefore, Opens, type PartProps } from './board.tsx';

/** Red and yellow by unit, the most late first. */
export function Units({ view, onOpen }: PartProps) {
  const { units, today, nearUntil } = view;
  const before = dayBefore(today);
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
            {units.map((row) => {
              const { unit, name } = row;
              const bar = (value: number) => ({ width: `${(value / most) * 100}%` });
              return (
                <tr key={unit}>
                  <th scope="row">{name}</th>
                  <td className="bar" aria-hidden="true">
                    <span className="late" style={bar(row.overdue + row.red)} />
                    <span className="near" style={bar(row.near + row.yellow)} />
                  </td>
                  <td>
                    <Opens
                      value={row.overdue}
                      tone="late"
                      label={`${name}超期`}
                      onOpen={() => onOpen({ of: 'clocks', title: `${name}：已超期`, to: before, unit })}
                    />
                  </td>
                  <td>
                    <Opens
                      value={row.red}
                      tone="late"
                      label={`${name}红牌`}
                      onOpen={() => onOpen({ of: 'alerts', title: `${name}：红色警告`, level: 'red', unit })}
                    />
                  </td>
                  <td>
                    <Opens
                      value={row.near}
                      tone="near"
                      label={`${name}临期`}
                      onOpen={() =>
                        onOpen({
                          of: 'clocks',
                          title: `${name}：三个工作日内到期`,
                          from: today,
                          to: nearUntil,
                          unit,
                        })
                      }
                    />
                  </td>
                  <td>
                    <Opens
                      value={row.yellow}
                      tone="near"
                      label={`${name}黄牌`}
                      onOpen={() =>
                        onOpen({ of: 'alerts', title: `${name}：黄色预警`, level: 'yellow', unit })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

const weightOf = (row: PartProps['view']['units'][number]): number =>
  row.overdue + row.red + row.near + row.yellow;
