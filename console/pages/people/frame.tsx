import type { ReactNode } from 'react';
import { useSession } from '../../api/queries.ts';
import { Empty } from '../../shared/empty.tsx';
import { Page } from '../../shared/page.tsx';
import './people.css';

const keepers: Readonly<Record<string, string>> = {
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
};

interface FrameProps {
  readonly title: string;
  /** Kinds of post that may look at the page: each administrator has his own part (三员分立). */
  readonly forPosts: readonly string[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages of administration; whoever is not its administrator is told who is. */
export function Frame({ title, forPosts, actions, children }: FrameProps) {
  const may = useActs(...forPosts);
  return (
    <Page title={title} actions={may ? actions : undefined}>
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
