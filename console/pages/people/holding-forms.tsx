import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import type { Person } from './person.ts';
import { postsQuery } from './posts-query.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

interface Granted {
  readonly post: string;
  readonly from: Dayjs;
  readonly to?: Dayjs | null;
  readonly acting: boolean;
}

const dayOf = (value: Dayjs): string => value.format('YYYY-MM-DD');

/** A post from a day on; an acting one ends by itself. */
export function GrantHolding({ person, onClose }: Props) {
  const { today } = useSession();
  const [form] = Form.useForm<Granted>();
  const posts = useQuery(postsQuery());
  const grant = useAct(
    ({ post, from, to, acting }: Granted) =>
      client.call('holdings.grant', {
        params: {},
        body: { person: person.id, post, from: dayOf(from), acting, ...(to ? { to: dayOf(to) } : {}) },
      }),
    onClose,
  );
  return (
    <Modal
      open
      title={`授予${person.name}岗位`}
      okText="授予岗位"
      cancelText="返回"
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Granted>
        form={form}
        layout="vertical"
        initialValues={{ from: dayjs(today), acting: false }}
        onFinish={(typed) => grant.mutate(typed)}
      >
        <Form.Item name="post" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={posts.isPending}
            options={(posts.data?.posts ?? []).map(({ id, name, unitName }) => ({
              value: id,
              label: `${unitName} ${name}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="acting" label="方式">
          <Radio.Group
            options={[
              { value: false, label: '任职' },
              { value: true, label: '代理' },
            ]}
          />
        </Form.Item>
        <Form.Item name="from" label="自何日起" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: Granted, now: Granted) => before.acting !== now.acting}>
          {({ getFieldValue }) => (
            <Form.Item
              name="to"
              label="最后一日"
              extra={getFieldValue('acting') ? '代理到这一天结束后自动终止' : '没有期限的可以不填'}
              rules={[{ required: getFieldValue('acting'), message: '代理应当写明最后一日' }]}
            >
              <DatePicker style={{ width: '100%' }} />
            </Form.Item>
          )}
        </Form.Item>
      </Form>
    </Modal>
  );
}

interface Ended {
  readonly holding: string;
  readonly lastDay?: Dayjs | null;
}

/** A holding ends at once, or with a day that is still to come. */
export function EndHolding({ person, onClose }: Props) {
  const [form] = Form.useForm<Ended>();
  const open = person.holdings.filter(({ state }) => state !== 'past');
  const end = useAct(({ holding, lastDay }: Ended) => {
    const { post, from } = open[Number(holding)]!;
    return client.call('holdings.end', {
      params: {},
      body: { person: person.id, post, from, ...(lastDay ? { lastDay: dayOf(lastDay) } : {}) },
    });
  }, onClose);
  return (
    <Modal
      open
      title={`结束${person.name}的任职`}
      okText="结束任职"
      cancelText="返回"
      confirmLoading={end.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Ended>
        form={form}
        layout="vertical"
        initialValues={{ holding: '0' }}
        onFinish={(typed) => end.mutate(typed)}
      >
        <Form.Item name="holding" label="任职">
          <Select
            options={open.map(({ unitName, postName, from }, index) => ({
              value: String(index),
              label: `${unitName} ${postName}（${day(from)}起）`,
            }))}
          />
        </Form.Item>
        <Form.Item name="lastDay" label="最后一日" extra="不填的立即结束，此人以这个岗位的登录同时失效">
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
