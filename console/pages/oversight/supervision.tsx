import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { queries } from '../../api/queries.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Latest, MostOverdue, Totals, Units } from './wall-parts.tsx';
import './wall.css';

/** What is late, what will be, and what was warned of, by unit. */
export function Supervision() {
  const wall = useQuery(queries.wall());
  return (
    <Page
      title="监察墙"
      about="超期和临期由系统按法定期限自动计算，预警发出后由承办单位说明。每分钟更新一次。"
      actions={
        <Link to="/wall">
          <Button tabIndex={-1}>大屏显示</Button>
        </Link>
      }
    >
      {wall.error && <Refusal error={wall.error} onRetry={() => void wall.refetch()} />}
      {wall.isPending && <Waiting what="监察情况" rows={10} />}
      {wall.data && (
        <div className="wall">
          <Totals wall={wall.data} />
          <div className="wall-columns">
            <Units wall={wall.data} />
            <MostOverdue wall={wall.data} />
          </div>
          <Latest wall={wall.data} />
        </div>
      )}
    </Page>
  );
}
