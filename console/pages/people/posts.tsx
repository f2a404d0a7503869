import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { unitMarked } from '../../../src/client/units.ts';
import { useCatalogue, useSession } from '../../api/queries.ts';
import { number } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SearchText } from '../../shared/search-text.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';
import { type Post, PostForm, RenamePost } from './post-forms.tsx';
import { postsQuery } from './posts-query.ts';

interface Asked {
  readonly q: string;
  readonly unit: string;
  readonly vacant: boolean;
}

function fits(post: Post, { q, unit, vacant }: Asked): boolean {
  const texts = [post.name, post.kindName, post.unitName, ...post.holders];
  return (
    (unit === '' || post.unit === unit) &&
    (!vacant || post.holders.length === 0) &&
    texts.some((text) => text.includes(q))
  );
}

/** The posts of every unit and who holds them today. */
export function PostsPage() {
  const may = useActs('security-administrator');
  const { units } = useCatalogue();
  const { today } = useSession();
  const [asked, setAsked] = useState<Asked>({ q: '', unit: '', vacant: false });
  const [form, setForm] = useState<'new' | Post>();
  const posts = useQuery({ ...postsQuery(), enabled: may });
  const shown = (posts.data?.posts ?? []).filter((post) => fits(post, asked));
  return (
    <Frame
      title="岗位"
      forPosts={['security-administrator']}
      actions={
        <Button type="primary" onClick={() => setForm('new')}>
          设置岗位
        </Button>
      }
    >
      <div className="people-filters">
        <SearchText
          label="查找岗位"
          placeholder="岗位、类别、现任"
          value={asked.q}
          onChange={(q) => setAsked({ ...asked, q })}
        />
        <Select
          aria-label="单位"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 260 }}
          value={asked.unit}
          onChange={(unit) => setAsked({ ...asked, unit })}
          options={[
            { value: '', label: '全部单位' },
            ...units.map((unit) => ({ value: unit.code, label: unitMarked(unit.name, unit, today) })),
          ]}
        />
        <Checkbox
          checked={asked.vacant}
          onChange={({ target }) => setAsked({ ...asked, vacant: target.checked })}
        >
          只看空缺
        </Checkbox>
        {posts.data && <span className="quiet">共{number(shown.length)}个岗位</span>}
      </div>
      {posts.error && <Refusal error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.isPending && may && <Waiting what="岗位" rows={10} />}
      {posts.data && shown.length === 0 && (
        <Empty title="没有这样的岗位">
          <p>可以换一个说法查找；先设置岗位，再在人员页把岗位授予人员。</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div className="table-frame people-frame">
          <DataTable
            caption="岗位"
            rows={shown}
            rowKey={(post) => post.id}
            columns={[
              { id: 'unit', title: '单位', nowrap: true, cell: (post) => post.unitName },
              { id: 'name', title: '岗位', nowrap: true, cell: (post) => post.name },
              { id: 'kind', title: '类别', nowrap: true, cell: (post) => post.kindName },
              {
                id: 'holders',
                title: '现任',
                width: '36%',
                cell: (post) =>
                  post.holders.length > 0 ? post.holders.join('、') : <span className="quiet">空缺</span>,
              },
              {
                id: 'acts',
                title: '办理',
                nowrap: true,
                cell: (post) => (
                  <Button
                    size="small"
                    aria-label={`修改${post.unitName}${post.name}的名称`}
                    onClick={() => setForm(post)}
                  >
                    改名
                  </Button>
                ),
              },
            ]}
          />
        </div>
      )}
      {form === 'new' && posts.data && (
        <PostForm kinds={posts.data.kinds} onClose={() => setForm(undefined)} />
      )}
      {form && form !== 'new' && <RenamePost post={form} onClose={() => setForm(undefined)} />}
    </Frame>
  );
}
