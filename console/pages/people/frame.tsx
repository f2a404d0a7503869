import type { ReactNode } from 'react';
import { useSession } from '../../api/queries.ts';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import { SectionTabs } from '../../shared/section-tabs.tsx';
import './people.css';

const tabs = [
  { title: '人员和账户', path: '/people' },
  { title: '岗位', path: '/people/posts' },
  { title: '单位', path: '/people/units' },
  { title: '审计', path: '/people/audit' },
];

const keepers: Readonly<Record<string, string>> = {
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
};

export interface FrameProps {
  /** Kinds of post that may look at the page: each administrator has his own part (三员分立). */
  readonly forPosts: readonly string[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages of administration; whoever is not its administrator is told who is. */
export function Frame({ forPosts, actions, children }: FrameProps) {
  const { acting } = useSession();
  const may = forPosts.includes(acting.kind);
  return (
    <Page title="人员和岗位" actions={may ? actions : undefined}>
      <SectionTabs label="人员和岗位" tabs={tabs} />
      {may ? (
        children
      ) : (
        <Empty title="您现在的岗位不办理这项管理">
          <p>
            这一页由{forPosts.map((post) => keepers[post]).join('、')}
            使用。系统、安全、审计三类管理员各管一项，互不兼任。
          </p>
        </Empty>
      )}
    </Page>
  );
}

export function useActs(...posts: readonly string[]): boolean {
  return posts.includes(useSession().acting.kind);
}
