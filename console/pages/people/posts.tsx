import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Answer, client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';
import { useAct } from './use-act.ts';

type Posts = Answer<'posts.list'>;

/** The posts of every unit and who holds them today. */
export function PostsPage() {
  const may = useActs('security-administrator');
  const { units } = useCatalogue();
  const [unit, setUnit] = useState('');
  const [creating, setCreating] = useState(false);
  const posts = useQuery({
    queryKey: ['posts'],
    queryFn: ({ signal }) => client.call('posts.list', { params: {} }, { signal }),
    enabled: may,
  });
  const shown = (posts.data?.posts ?? []).filter((post) => unit === '' || post.unit === unit);
  return (
    <Frame
      forPosts={['security-administrator']}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          设置岗位
        </Button>
      }
    >
      <div className="people-filters">
        <Select
          aria-label="单位"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 260 }}
          value={unit}
          onChange={setUnit}
          options={[
            { value: '', label: '全部单位' },
            ...units.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        {posts.data && <span className="quiet">共{shown.length}个岗位</span>}
      </div>
      {posts.error && <Refusal error={posts.error} onRetry={() => void posts.refetch()} />}
      {posts.isPending && may && <Waiting what="岗位" rows={10} />}
      {posts.data && shown.length === 0 && (
        <Empty title="这个单位还没有岗位">
          <p>先设置岗位，再在人员页把岗位授予人员。</p>
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
                width: '50%',
                cell: (post) =>
                  post.holders.length > 0 ? post.holders.join('、') : <span className="quiet">空缺</span>,
              },
            ]}
          />
        </div>
      )}
      {creating && posts.data && <PostForm kinds={posts.data.kinds} onClose={() => setCreating(false)} />}
    </Frame>
  );
}

type Kind = Posts['kinds'][number];
interface Typed {
  readonly unit: string;
  readonly kind: Kind['id'];
  readonly name: string;
}

function PostForm({ kinds, onClose }: { readonly kinds: readonly Kind[]; readonly onClose: () => void }) {
  const { units } = useCatalogue();
  const [form] = Form.useForm<Typed>();
  const create = useAct(
    (typed: Typed) => client.call('posts.create', { params: {}, body: typed as never }),
    onClose,
  );
  return (
    <Modal
      open
      title="设置岗位"
      okText="设置岗位"
      cancelText="返回"
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed> form={form} layout="vertical" onFinish={(typed) => create.mutate(typed)}>
        <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="kind"
          label="类别"
          extra="类别决定这个岗位能办什么、能看到什么"
          rules={[{ required: true, message: '请选择类别' }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string) => {
              if (!form.getFieldValue('name')) {
                form.setFieldValue('name', kinds.find((kind) => kind.id === id)?.name ?? '');
              }
            }}
          />
        </Form.Item>
        <Form.Item name="name" label="岗位名称" rules={[{ required: true, message: '请填写岗位名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
