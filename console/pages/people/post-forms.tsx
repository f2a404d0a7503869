import { Form, Input, Modal, Select } from 'antd';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { UnitSelect } from '../../shared/unit-select.tsx';
import { useAct } from './use-act.ts';

export type Post = Answer<'posts.list'>['posts'][number];
type Kind = Answer<'posts.list'>['kinds'][number];
interface Typed {
  readonly unit: string;
  readonly kind: Kind['id'];
  readonly name: string;
}

/** A new post of a unit. */
export function PostForm({
  kinds,
  onClose,
}: {
  readonly kinds: readonly Kind[];
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<Typed>();
  const { today } = useSession();
  const create = useAct((typed: Typed) => client.call('posts.create', { params: {}, body: typed }), onClose);
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
          <UnitSelect on={today} />
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

/** Another name for a post; its kind stays, since its holders were checked against it. */
export function RenamePost({ post, onClose }: { readonly post: Post; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ readonly name: string }>();
  const rename = useAct(
    (body: { readonly name: string }) => client.call('posts.rename', { params: { post: post.id }, body }),
    onClose,
  );
  return (
    <Modal
      open
      title={`修改${post.unitName}的岗位`}
      okText="保存名称"
      cancelText="返回"
      confirmLoading={rename.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: post.name }}
        onFinish={(typed) => rename.mutate(typed)}
      >
        <Form.Item
          name="name"
          label="岗位名称"
          extra={`类别是${post.kindName}，不能更改；要换类别的，另设岗位`}
          rules={[{ required: true, message: '请填写岗位名称' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
