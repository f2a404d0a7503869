import { Select, type SelectProps } from 'antd';
import { useCatalogue } from '../api/queries.ts';

/** The units of the region to choose from, sought by their names; within an item of a form it is the item's field. */
export function UnitSelect<V = string>(props: Omit<SelectProps<V>, 'options' | 'showSearch'>) {
  const { units } = useCatalogue();
  return (
    <Select<V>
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
