import { Link } from 'react-router';
import { Empty } from './empty.tsx';
import { Page } from './page.tsx';

interface NotForPostProps {
  /** Of the page that was asked for. */
  readonly title: string;
  /** What the post in use may not do. */
  readonly act: string;
  /** Who can help where no post of one's own may do it. */
  readonly helper: string;
  readonly back: { readonly path: string; readonly name: string };
}

/** Told to whoever comes by an address to what the post in use may not do, before anything is filled in. */
export function NotForPost({ title, act, helper, back }: NotForPostProps) {
  return (
    <Page title={title}>
      <Empty title={`现在使用的岗位不能办理“${act}”`} actions={<Link to={back.path}>回到{back.name}</Link>}>
        <p>请在右上角切换到可以办理的岗位；没有这样的岗位的，请联系{helper}。</p>
      </Empty>
    </Page>
  );
}
