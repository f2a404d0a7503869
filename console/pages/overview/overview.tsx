import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../api/queries.ts';
import { timeOfDay } from '../../format.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Board } from './board.tsx';
import { type Opened, overviewQueries } from './queries.ts';
import { Records } from './records.tsx';
import './parts.css';
import './overview.css';

/** The year on one screen: against the plan, red and yellow by unit, what is due, what changed against last year. */
export function OverviewPage() {
  const { region } = useSession();
  const board = useQuery(overviewQueries.board());
  const [opened, setOpened] = useState<Opened>();
  const whose = board.data?.unitName ?? region.name;
  return (
    <Page
      title="年度总览"
      about={
        <>
          {whose}　点开任何一个数字都能看到组成它的记录。
          {board.dataUpdatedAt > 0 && `${timeOfDay(new Date(board.dataUpdatedAt).toISOString())}更新。`}
        </>
      }
      actions={
        <Link to="/overview/screen">
          <Button tabIndex={-1}>大屏显示</Button>
        </Link>
      }
    >
      {board.error && <Refusal error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Waiting what="总览" rows={12} />}
      {board.data && <Board view={board.data} onOpen={setOpened} />}
      {opened && <Records opened={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
