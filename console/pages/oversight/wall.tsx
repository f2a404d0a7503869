import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { queries, useSession } from '../../api/queries.ts';
import { day, timeOfDay } from '../../format.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Latest, MostOverdue, Totals, Units } from './wall-parts.tsx';
import './wall.css';

/** The wall for a meeting room: nothing around it, type to be read from the last row. Escape leaves it. */
export function Wall() {
  const { region, today } = useSession();
  const wall = useQuery(queries.wall());
  const screen = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `监察墙 - ${region.name}`;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.fullscreenElement) void navigate('/supervision');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [region.name, navigate]);
  return (
    <div className="big-screen" ref={screen}>
      <header>
        <h1>{region.name}行政执法监察</h1>
        <span className="quiet">
          {day(today)}
          {wall.dataUpdatedAt > 0 && `　${timeOfDay(new Date(wall.dataUpdatedAt).toISOString())}更新`}
        </span>
        <span className="no-print actions">
          <Button onClick={() => void screen.current?.requestFullscreen()}>全屏</Button>
          <Button onClick={() => void navigate('/supervision')}>退出</Button>
        </span>
      </header>
      {wall.error && <Refusal error={wall.error} onRetry={() => void wall.refetch()} />}
      {wall.isPending && <Waiting what="监察情况" rows={10} />}
      {wall.data && (
        <div className="wall">
          <Totals wall={wall.data} />
          <div className="wall-columns three">
            <Units wall={wall.data} />
            <MostOverdue wall={wall.data} />
            <Latest wall={wall.data} />
          </div>
        </div>
      )}
    </div>
  );
}
