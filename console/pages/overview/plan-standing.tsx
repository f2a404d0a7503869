import { Link } from 'react-router';
import { useSession } from '../../api/queries.ts';
import { number } from '../../format.ts';
import type { OverviewView } from './queries.ts';

const share = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 0 });

/** The year against its plan; while no plan of the year has tasks, what has to be done first. */
export function PlanStanding({ view }: { readonly view: OverviewView }) {
  const { plan, year, unit } = view;
  if (!plan) return <NoPlan year={year} unit={unit} />;
  const { total, done, late, near } = plan;
  const others = Math.max(0, total - done - late - near);
  const register = (search: string) => {
    const asked = new URLSearchParams(search);
    if (unit) asked.set('unit', unit);
    return `/registers/${plan.procedure}?${asked.toString()}`;
  };
  const parts = [
    { key: 'done', name: '已完成', value: done, to: register('stage=done') },
    { key: 'going', name: '推进中', value: others, to: register('state=open') },
    { key: 'near', name: '临近到期', value: near, to: register('state=open&sort=due') },
    { key: 'late', name: '逾期', value: late, to: register('late=true') },
  ];
  return (
    <section aria-labelledby="overview-plan">
      <h2 id="overview-plan">
        {year}年任务完成了多少
        <span className="quiet">
          {number(done)}/{number(total)}项，{share.format(total === 0 ? 0 : done / total)}
        </span>
      </h2>
      <div className="plan-bar" aria-hidden="true">
        {parts.map(({ key, value }) => (
          <span key={key} className={key} style={{ flexGrow: value }} />
        ))}
      </div>
      <ul className="plan-parts">
        {parts.map(({ key, name, value, to }) => (
          <li key={key}>
            <span className={`mark ${key}`} aria-hidden="true" />
            {name}{' '}
            <Link to={to} className={key === 'late' && value > 0 ? 'late' : ''}>
              {number(value)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A year begins with its plan: whoever writes it is led there, everybody else is told what is waited for. */
function NoPlan({ year, unit }: Pick<OverviewView, 'year' | 'unit'>) {
  const { kind } = useSession().acting;
  const writes = kind === 'legal-office' || kind === 'legal-office-head';
  return (
    <section aria-labelledby="overview-plan">
      <h2 id="overview-plan">{year}年任务完成了多少</h2>
      <p className="quiet none">
        {writes ? (
          <>
            {year}年度要点还没有印发。先<Link to="/plans">录入年度要点</Link>
            ，印发后各单位的任务和完成情况显示在这里。
          </>
        ) : (
          `${unit ? '本单位' : '各单位'}还没有${year}年度要点的任务，要点印发后，完成情况显示在这里。`
        )}
      </p>
    </section>
  );
}
