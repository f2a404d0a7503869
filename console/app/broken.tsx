import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { Empty } from '../shared/empty.tsx';
import { Page } from '../shared/page.tsx';
import { Refusal } from '../shared/refusal.tsx';
import { isReloading } from '../shared/stale.ts';
import { Waiting } from '../shared/waiting.tsx';

/** A page that could not be shown: what happened, and the way on. Drafts are kept in this tab all the while. */
export function Broken({ whole }: { readonly whole?: boolean }) {
  const error = useRouteError();
  if (isReloading()) return <Waiting what="新版本" rows={6} />;
  const content = (
    <Refusal error={error}>
      <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>
        <Button size="small" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
        <Button size="small" href="/console/">
          回到我的待办
        </Button>
      </div>
    </Refusal>
  );
  return whole ? <main style={{ maxWidth: 720, margin: '48px auto', padding: 16 }}>{content}</main> : content;
}

export function NotFound() {
  return (
    <Page title="没有这个页面">
      <Empty title="地址没有对应的内容" actions={<Link to="/">回到我的待办</Link>}>
        <p>地址可能写错了，或者这个页面已经移到别处。按 Ctrl K 可以查找办件和清单事项。</p>
      </Empty>
    </Page>
  );
}
