import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { queries, useSession } from '../api/queries.ts';
import { number } from '../format.ts';
import { PostSwitch } from './post-switch.tsx';
import { Search } from './search.tsx';
import { useShortcut } from './shortcut.ts';

/** Region, search over everything, alerts, and the post I act as. */
export function TopBar({ onRail }: { readonly onRail: () => void }) {
  const { region, acting } = useSession();
  // Administrators handle no matters: there is nothing of theirs to find or to be warned of.
  const handles = acting.administrator === null;
  const [searching, setSearching] = useState(false);
  useShortcut('k', () => setSearching(handles));
  return (
    <header className="top-bar no-print">
      <Button className="rail-button" onClick={onRail}>
        导航
      </Button>
      <Link to="/" className="brand">
        <strong>法治台账</strong>
        <span className="quiet region">{region.name}</span>
      </Link>
      {handles ? (
        <>
          <button type="button" className="search-button" onClick={() => setSearching(true)}>
            <span>查找办件、清单事项</span>
            <kbd>Ctrl K</kbd>
          </button>
          <Alerts />
        </>
      ) : (
        <span className="search-place" />
      )}
      <PostSwitch />
      {searching && <Search onClose={() => setSearching(false)} />}
    </header>
  );
}

function Alerts() {
  const wall = useQuery(queries.wall()).data;
  if (!wall) return null;
  const { red, yellow } = wall.alerts;
  return (
    <Link to="/supervision" className="alerts">
      <span>预警</span>
      {red > 0 && <span className="tag red">红牌{number(red)}</span>}
      {yellow > 0 && <span className="tag yellow">黄牌{number(yellow)}</span>}
      {red + yellow === 0 && <span className="quiet">无</span>}
    </Link>
  );
}
