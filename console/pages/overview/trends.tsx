import { Link } from 'react-router';
import { number } from '../../format.ts';
import type { OverviewView } from './queries.ts';
import { changeOf, linePoints, sumText } from './words.ts';

type Trend = OverviewView['trends'][number];

/** Key figures month by month against last year; each opens where figures open into their records. */
export function Trends({ view }: { readonly view: OverviewView }) {
  const { trends, year, today, unit, seal } = view;
  const month = Number(today.slice(5, 7));
  return (
    <section className="overview-trends" aria-labelledby="overview-trends">
      <h2 id="overview-trends">
        主要工作比上年多还是少
        {trends.length > 0 && (
          <span className="quiet legend">
            <span className="line now" aria-hidden="true" />
            {year}年
            <span className="line before" aria-hidden="true" />
            {year - 1}年
          </span>
        )}
      </h2>
      {trends.length === 0 && (
        <p className="quiet none">
          还没有可以比较的记录。许可、处罚等事项在系统里办理以后，逐月对比显示在这里。
        </p>
      )}
      <div className="trends">
        {trends.map((trend) => (
          <TrendChart key={trend.indicator} trend={trend} year={year} month={month} unit={unit} />
        ))}
      </div>
      <p className="quiet">
        {seal ? `依据第${number(seal.number)}号封存计算。` : '记录还没有封存，封存后计入。'}
      </p>
    </section>
  );
}

/** In units of the picture; it is stretched to its place. */
const WIDTH = 240;
const HEIGHT = 64;

function TrendChart({
  trend,
  year,
  month,
  unit,
}: {
  readonly trend: Trend;
  readonly year: number;
  readonly month: number;
  readonly unit: string | null;
}) {
  const most = Math.max(1, ...trend.now, ...trend.before);
  const points = (values: readonly number[]) => linePoints(values, most, WIDTH, HEIGHT);
  const search = (of: number) =>
    new URLSearchParams({
      source: trend.source,
      indicator: trend.indicator,
      from: `${of}-01`,
      to: `${of}-${String(month).padStart(2, '0')}`,
      by: 'month',
      ...(unit ? { unit } : {}),
    }).toString();
  const change = changeOf(trend.nowSum, trend.beforeSum);
  return (
    <figure>
      <figcaption>
        <strong className="trend-name" title={trend.name}>
          {trend.name}
        </strong>
        <span className="trend-change">{change}</span>
      </figcaption>
      <p>
        <Link to={`/figures?${search(year)}`}>{sumText(trend.nowSum, trend.unit)}</Link>
        <span className="quiet">
          {' '}
          上年同期 <Link to={`/figures?${search(year - 1)}`}>{sumText(trend.beforeSum, trend.unit)}</Link>
        </span>
      </p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${trend.name}逐月：${trend.now.map((value, at) => `${at + 1}月${number(value)}`).join('，')}`}
      >
        <polyline className="before" points={points(trend.before)} />
        <polyline className="now" points={points(trend.now)} />
      </svg>
      <div className="months quiet" aria-hidden="true">
        <span>1月</span>
        <span>12月</span>
      </div>
    </figure>
  );
}
