import { Select, type SelectProps } from 'antd';
import { unitMarked, unitsToChoose } from '../../src/client/units.ts';
import { useCatalogue, useSession } from '../api/queries.ts';

type UnitSelectProps<V> = Omit<SelectProps<V>, 'options' | 'showSearch'> & {
  /** The day of the act a unit is chosen for. A filter names none: it offers those that have ended too, marked. */
  readonly on?: string;
};

/** The units of the region to choose from, sought by their names; within an item of a form it is the item's field. */
export function UnitSelect<V = string>({ on, ...props }: UnitSelectProps<V>) {
  const { units } = useCatalogue();
  const { today } = useSession();
  const chosen = [props.value ?? []].flat().map(String);
  const offered = on === undefined ? units : unitsToChoose(units, on, chosen);
  return (
    <Select<V>
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      options={offered.map((unit) => ({ value: unit.code, label: unitMarked(unit.name, unit, on ?? today) }))}
    />
  );
}
