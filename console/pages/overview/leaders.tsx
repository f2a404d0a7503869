import { Link } from 'react-router';
import { number } from '../../format.ts';
import type { OverviewView } from './queries.ts';
import { WallRest } from './wall-rest.tsx';

/** How far the first responsible persons are with the year's duties. A unit none of whose heads has a list is told nothing. */
export function Leaders({ view }: { readonly view: OverviewView }) {
  const { leaders, year, unit } = view;
  if (leaders.length === 0) return unit ? null : <NoLists year={year} />;
  return (
    <section className="overview-leaders" aria-labelledby="overview-leaders">
      <h2 id="overview-leaders">主要负责人职责完成了多少</h2>
      <ul>
        {leaders.map(({ matter, name, title, done, late, total }) => (
          <li key={matter}>
            <Link to={`/leaders?year=${year}&leader=${matter}`}>
              {title}
              {name}
            </Link>
            <span className="plan-bar" aria-hidden="true">
              <span className="done" style={{ flexGrow: done }} />
              <span className="late" style={{ flexGrow: late }} />
              <span className="going" style={{ flexGrow: total - done - late }} />
            </span>
            <span className="end">
              {number(done)}/{number(total)}项{late > 0 && <span className="late">　逾期{number(late)}</span>}
            </span>
          </li>
        ))}
      </ul>
      <WallRest rows={leaders.length} what="位负责人" />
    </section>
  );
}

function NoLists({ year }: { readonly year: number }) {
  return (
    <section className="overview-leaders" aria-labelledby="overview-leaders">
      <h2 id="overview-leaders">主要负责人职责完成了多少</h2>
      <p className="quiet none">
        还没有{year}年度职责清单，在<Link to="/leaders">主要负责人履职</Link>中建立后，完成情况显示在这里。
      </p>
    </section>
  );
}
