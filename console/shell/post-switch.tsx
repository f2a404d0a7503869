import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { client } from '../api/client.ts';
import { type Session, useSession } from '../api/queries.ts';
import { day } from '../format.ts';
import { chooseScheme, chosenScheme, type Scheme, schemeNames } from '../shared/colour-scheme.ts';
import { problemOf } from '../shared/refusal.tsx';
import { mayLeave, withoutQuestion } from '../shared/unsaved.ts';

type Post = Session['posts'][number];

/** Who I am and from which post I act; another post of mine is one choice away. */
export function PostSwitch() {
  const session = useSession();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: (post: string) => client.call('session.switchPost', { params: {}, body: { post } }),
    // Another post sees other matters: nothing read before stands.
    onSuccess: async () => {
      await withoutQuestion(async () => navigate('/'));
      await queryClient.resetQueries();
    },
    onError: (error) => void message.error(problemOf(error).message),
  });
  const onClick = async ({ key }: { key: string }) => {
    if (key.startsWith('scheme:')) return chooseScheme(key.slice(7) as Scheme);
    // Asked before the post or the session is another: then nothing could be saved any more.
    if (!(await mayLeave())) return;
    if (key.startsWith('post:')) change.mutate(key.slice(5));
    else if (key === 'password') changePassword();
    else if (key === 'out') void signOut();
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        onClick: (chosen) => void onClick(chosen),
        selectedKeys: [`post:${session.acting.id}`, `scheme:${chosenScheme()}`],
        items: [
          {
            type: 'group',
            label: '以哪个岗位办理',
            children: session.posts.map((post) => ({ key: `post:${post.id}`, label: postLine(post) })),
          },
          { type: 'divider' },
          {
            key: 'scheme',
            label: '外观',
            children: (Object.keys(schemeNames) as Scheme[]).map((scheme) => ({
              key: `scheme:${scheme}`,
              label: schemeNames[scheme],
            })),
          },
          { key: 'password', label: '修改密码' },
          { key: 'out', label: '退出登录' },
        ],
      }}
    >
      <button type="button" className="post-button" disabled={change.isPending} aria-haspopup="menu">
        <span className="who">{session.person.name}</span>
        <span className="quiet as">
          {session.acting.unitName} {session.acting.name}
        </span>
      </button>
    </Dropdown>
  );
}

function postLine({ unitName, name, acting, until }: Post): string {
  const notes = [acting && '代理', until && `至${day(until)}`].filter(Boolean).join('，');
  return `${unitName} ${name}${notes ? `（${notes}）` : ''}`;
}

/** The page of the password stands outside of the console and comes back here. */
function changePassword(): void {
  const here = `${window.location.pathname}${window.location.search}`;
  window.location.assign(`/sign-in/password?to=${encodeURIComponent(here)}`);
}

async function signOut(): Promise<void> {
  await client.call('account.signOut', { params: {} });
  sessionStorage.clear();
  window.location.assign('/sign-in');
}
