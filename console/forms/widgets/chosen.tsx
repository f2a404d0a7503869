import { Checkbox, Radio, Select } from 'antd';
import { useSession } from '../../api/queries.ts';
import { UnitSelect } from '../../shared/unit-select.tsx';
import { type ControlProps, tied } from './control.ts';

/** Up to this many choices stand side by side. */
const FEW = 4;
/** A name longer than this does not fit side by side. */
const SHORT = 12;

function optionsOf({ field }: ControlProps) {
  return Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label }));
}

export function Choice(props: ControlProps) {
  const { value, onChange, field, small } = props;
  const options = optionsOf(props);
  if (!small && options.length <= FEW && options.every(({ label }) => label.length <= SHORT)) {
    return (
      <Radio.Group
        id={props.id}
        aria-describedby={props.described}
        aria-labelledby={`${props.id}-label`}
        value={value ?? null}
        onChange={(event) => onChange(event.target.value as string)}
        options={options}
      />
    );
  }
  return (
    <Select
      {...tied(props)}
      value={(value as string | undefined) ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={options}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择"
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}

export function Choices(props: ControlProps) {
  const { value, onChange, small } = props;
  const options = optionsOf(props);
  const chosen = (value as string[] | undefined) ?? [];
  if (!small && options.length <= 2 * FEW) {
    return (
      <Checkbox.Group
        aria-labelledby={`${props.id}-label`}
        value={chosen}
        onChange={(next) => onChange(next)}
        options={options}
        className="choices"
      />
    );
  }
  return (
    <Select
      {...tied(props)}
      mode="multiple"
      value={chosen}
      onChange={(next) => onChange(next)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="可选多项"
      style={{ width: '100%' }}
    />
  );
}

/** Neither yes nor no until somebody said which. */
export function Flag({ id, value, onChange, described }: ControlProps) {
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      aria-describedby={described}
      value={value ?? null}
      onChange={(event) => onChange(event.target.value as boolean)}
      options={[
        { value: true as unknown as string, label: '是' },
        { value: false as unknown as string, label: '否' },
      ]}
    />
  );
}

export function UnitField(props: ControlProps) {
  const { value, onChange, field, on } = props;
  const { today } = useSession();
  return (
    <UnitSelect
      {...tied(props)}
      on={on ?? today}
      value={(value as string | undefined) ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      allowClear={!field.required}
      placeholder="请选择单位"
      style={{ width: '100%' }}
    />
  );
}
