import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day, number } from '../../format.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';
import { useAct } from './use-act.ts';

/** The units of the region. */
export function UnitsPage() {
  const may = useActs('system-administrator', 'security-administrator');
  const mayCreate = useActs('system-administrator');
  const [creating, setCreating] = useState(false);
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => client.call('units.list', { params: {} }, { signal }),
    enabled: may,
  });
  return (
    <Frame
      forPosts={['system-administrator', 'security-administrator']}
      actions={
        mayCreate && (
          <Button type="primary" onClick={() => setCreating(true)}>
            新增单位
          </Button>
        )
      }
    >
      {units.error && <Refusal error={units.error} onRetry={() => void units.refetch()} />}
      {units.isPending && may && <Waiting what="单位" rows={10} />}
      {units.data && (
        <div className="table-frame people-frame">
          <DataTable
            caption="单位"
            rows={units.data.units}
            rowKey={(unit) => unit.code}
            columns={[
              { id: 'code', title: '代码', nowrap: true, cell: (unit) => unit.code },
              { id: 'name', title: '名称', width: '40%', cell: (unit) => unit.name },
              { id: 'short', title: '简称', nowrap: true, cell: (unit) => unit.shortName },
              {
                id: 'people',
                title: '人员',
                align: 'end',
                nowrap: true,
                cell: (unit) => `${number(unit.people)}人`,
              },
              {
                id: 'time',
                title: '设立',
                nowrap: true,
                cell: (unit) => `${day(unit.from)}起${unit.to ? `，至${day(unit.to)}` : ''}`,
              },
            ]}
          />
        </div>
      )}
      {creating && <UnitForm onClose={() => setCreating(false)} />}
    </Frame>
  );
}

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: string;
  readonly from: Dayjs;
}

function UnitForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const [form] = Form.useForm<Typed>();
  const create = useAct(
    ({ from, ...typed }: Typed) =>
      client.call('units.create', { params: {}, body: { ...typed, from: from.format('YYYY-MM-DD') } }),
    onClose,
  );
  const need = (title: string) => [{ required: true, message: `请填写${title}` }];
  return (
    <Modal
      open
      title="新增单位"
      okText="新增单位"
      cancelText="返回"
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ from: dayjs(today) }}
        onFinish={(typed) => create.mutate(typed)}
      >
        <Form.Item name="name" label="名称" rules={need('名称')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="shortName" label="简称" extra="表格里使用" rules={need('简称')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          extra="字母、数字、横线或下划线，设立后不能更改"
          rules={need('代码')}
        >
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="class" label="类别" extra="例如：工作部门、派出机构、乡镇街道" rules={need('类别')}>
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="from" label="设立日期" rules={need('设立日期')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
