import '../../shared/head-totals.css';
import { Deadlines } from './deadlines.tsx';
import { Leaders } from './leaders.tsx';
import { dayBefore, Opens, type PartProps } from './opens.tsx';
import { PlanStanding } from './plan-standing.tsx';
import { Trends } from './trends.tsx';
import { Units } from './units.tsx';

/** The same parts on the page, on the wall of a meeting room and on a phone; the style sheet lays them out. */
export function Board({ view, onOpen }: PartProps) {
  return (
    <div className="overview">
      <Totals view={view} onOpen={onOpen} />
      <div className="overview-column">
        <PlanStanding view={view} />
        <Units view={view} onOpen={onOpen} />
        <Leaders view={view} />
      </div>
      <Deadlines view={view} onOpen={onOpen} />
      <Trends view={view} />
    </div>
  );
}

/** What stands today in one line; red only for what is late or warned red of. */
function Totals({ view, onOpen }: PartProps) {
  const { totals, today, nearUntil, deadlines } = view;
  const before = dayBefore(today);
  return (
    <dl className="head-totals overview-totals">
      <Total
        title="已超期"
        value={totals.overdue}
        tone="late"
        onOpen={() => onOpen({ of: 'clocks', title: '已超期的办件', to: before })}
      />
      <Total
        title="红牌未办结"
        value={totals.red}
        tone="late"
        onOpen={() => onOpen({ of: 'alerts', title: '没有办结的红色警告', level: 'red' })}
      />
      <Total
        title="三个工作日内到期"
        value={totals.near}
        tone="near"
        onOpen={() => onOpen({ of: 'clocks', title: '三个工作日内到期的办件', from: today, to: nearUntil })}
      />
      <Total
        title="黄牌未办结"
        value={totals.yellow}
        tone="near"
        onOpen={() => onOpen({ of: 'alerts', title: '没有办结的黄色预警', level: 'yellow' })}
      />
      <Total
        title="未来30天到期"
        value={totals.coming}
        onOpen={() =>
          onOpen({ of: 'clocks', title: '未来30天到期的办件', from: deadlines.from, to: deadlines.to })
        }
      />
    </dl>
  );
}

function Total({
  title,
  value,
  tone,
  onOpen,
}: {
  readonly title: string;
  readonly value: number;
  readonly tone?: 'late' | 'near';
  readonly onOpen: () => void;
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Opens value={value} tone={tone} label={title} onOpen={onOpen} />
      </dd>
    </div>
  );
}
