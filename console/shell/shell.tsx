import { Drawer } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { Waiting } from '../shared/waiting.tsx';
import { Leaving } from './leaving.tsx';
import { Offline } from './offline.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** What stands around every page: rail, top bar, notice of a lost network. */
export function Shell() {
  return (
    <Suspense fallback={<Waiting what="工作台" />}>
      <Frame />
    </Suspense>
  );
}

function Frame() {
  const [railOpen, setRailOpen] = useState(false);
  const { pathname } = useLocation();
  const navigation = useNavigation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when a page was chosen
  useEffect(() => setRailOpen(false), [pathname]);
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <TopBar onRail={() => setRailOpen(true)} />
      <nav className="rail no-print" aria-label="主导航">
        <Rail />
      </nav>
      <Drawer open={railOpen} onClose={() => setRailOpen(false)} placement="left" size={280} title="导航">
        <nav aria-label="主导航">
          <Rail />
        </nav>
      </Drawer>
      <main id="content" tabIndex={-1} aria-busy={navigation.state === 'loading'}>
        <Offline />
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <Leaving />
    </div>
  );
}
