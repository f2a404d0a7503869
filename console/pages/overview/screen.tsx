import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../../api/queries.ts';
import { day, timeOfDay } from '../../format.ts';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Board } from './board.tsx';
import { type Opened, overviewQueries } from './queries.ts';
import { Records } from './records.tsx';
import './parts.css';
import './overview.css';

/** The overview for a meeting room: all of it on one screen without scrolling. Escape leaves it. */
export function OverviewScreen() {
  const { region } = useSession();
  const board = useQuery(overviewQueries.board());
  const [opened, setOpened] = useState<Opened>();
  const navigate = useNavigate();
  const title = `${board.data?.unitName ?? region.name}法治政府建设年度总览`;
  useEffect(() => {
    document.title = title;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.fullscreenElement && !opened) void navigate('/overview');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [title, navigate, opened]);
  const leave = async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    await navigate('/overview');
  };
  return (
    <div className="overview-screen">
      <header>
        <h1>{title}</h1>
        <span className="quiet">
          {board.data && day(board.data.today)}
          {board.dataUpdatedAt > 0 && `　${timeOfDay(new Date(board.dataUpdatedAt).toISOString())}更新`}
        </span>
        <span className="no-print actions">
          <Button onClick={() => void document.documentElement.requestFullscreen()}>全屏</Button>
          <Button onClick={() => void leave()}>退出</Button>
        </span>
      </header>
      {board.error && <Refusal error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Waiting what="总览" rows={12} />}
      {board.data && <Board view={board.data} onOpen={setOpened} />}
      {opened && <Records opened={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
