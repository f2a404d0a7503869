import { Form, Input, Modal } from 'antd';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { UnitSelect } from '../../shared/unit-select.tsx';
import type { OneTimeLink } from './link-shown.tsx';
import type { Person } from './person.ts';
import { useAct } from './use-act.ts';

interface PersonFormProps {
  /** Absent for a new person. */
  readonly person?: Person;
  readonly onClose: () => void;
  readonly onLink: (link: OneTimeLink) => void;
}

interface Typed {
  readonly name: string;
  readonly unit: string;
  readonly login: string;
}

/** A person's name, unit and login name. A new one gets a one-time link instead of a password. */
export function PersonForm({ person, onClose, onLink }: PersonFormProps) {
  const [form] = Form.useForm<Typed>();
  const { today } = useSession();
  const save = useAct(
    async (typed: Typed): Promise<{ message: string; link?: OneTimeLink }> =>
      person
        ? client.call('people.update', { params: { person: person.id }, body: typed })
        : client.call('people.create', { params: {}, body: typed }),
    (done) => {
      onClose();
      if (done.link) onLink(done.link);
    },
  );
  return (
    <Modal
      open
      title={person ? `修改${person.name}的信息` : '新增人员'}
      okText={person ? '保存修改' : '建立账户'}
      cancelText="返回"
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark
        initialValues={person && { name: person.name, unit: person.unit, login: person.login ?? '' }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
          <UnitSelect on={today} />
        </Form.Item>
        <Form.Item
          name="login"
          label="登录名"
          extra="3至32个小写字母、数字、点、横线或下划线"
          rules={[{ required: true, message: '请填写登录名' }]}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
