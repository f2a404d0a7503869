import { AutoComplete, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type Answer, client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { useAct } from './use-act.ts';

export type Unit = Answer<'units.list'>['units'][number];

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: string;
  readonly from: Dayjs;
  readonly to?: Dayjs | null;
}

interface Props {
  /** Absent for a new one. */
  readonly unit?: Unit;
  /** Classes in use, to be chosen from. */
  readonly classes: readonly string[];
  readonly onClose: () => void;
}

const dayOf = (value: Dayjs): string => value.format('YYYY-MM-DD');
const need = (title: string) => [{ required: true, message: `请填写${title}` }];

/** A unit's names and class; its code and its first day stay as they are once it stands. */
export function UnitForm({ unit, classes, onClose }: Props) {
  const { today } = useSession();
  const [form] = Form.useForm<Typed>();
  const save = useAct(({ code, from, to, ...facts }: Typed) => {
    if (!unit)
      return client.call('units.create', { params: {}, body: { code, from: dayOf(from), ...facts } });
    const body = { ...facts, to: to ? dayOf(to) : null };
    return client.call('units.update', { params: { unit: unit.code }, body });
  }, onClose);
  const title = unit ? `修改${unit.name}` : '新增单位';
  return (
    <Modal
      open
      title={title}
      okText={unit ? '保存修改' : '新增单位'}
      cancelText="返回"
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={
          unit
            ? { ...unit, from: dayjs(unit.from), to: unit.to ? dayjs(unit.to) : null }
            : { from: dayjs(today) }
        }
        onFinish={(typed) => save.mutate(typed)}
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
          <Input maxLength={32} disabled={unit !== undefined} />
        </Form.Item>
        <Form.Item name="class" label="类别" extra="考核按类别分组" rules={need('类别')}>
          <AutoComplete options={classes.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="from" label="设立日期" rules={need('设立日期')}>
          <DatePicker style={{ width: '100%' }} disabled={unit !== undefined} />
        </Form.Item>
        {unit && (
          <Form.Item
            name="to"
            label="撤销：最后一日"
            extra="机构改革撤并的填写；还有在用人员的不能撤销，以前的记录不变"
          >
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
