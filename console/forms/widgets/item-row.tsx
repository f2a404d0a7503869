import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect } from 'react';
import type { FormField } from '../../../src/client/contract/catalogue.ts';
import { client } from '../../api/client.ts';
import { useCatalogue } from '../../api/queries.ts';
import { problemOf } from '../../shared/refusal.tsx';
import { rowChoices } from '../proposed.ts';
import type { Form } from '../use-form.ts';
import type { Values } from '../values.ts';
import { type ControlProps, tied } from './control.ts';

export interface ItemRowProps extends ControlProps {
  readonly form: Form;
  readonly of: NonNullable<FormField['of']>;
}

/** One row of the item chosen in another field of the form, with what the list says about it (SPEC P27). */
export function ItemRow(props: ItemRowProps) {
  const { form, of, value, onChange, field, on } = props;
  const source = form.fields.find(({ name }) => name === of.field);
  const code = form.values[of.field] as string | undefined;
  const list = source?.list ?? '';
  const { lists } = useCatalogue();
  const found = useQuery({
    queryKey: ['list-item', list, code, on],
    queryFn: ({ signal }) =>
      client.call('list.item', { params: { list, code: code! }, query: on ? { on } : {} }, { signal }),
    enabled: code !== undefined,
  });
  const rows = code === undefined ? [] : ((found.data?.row.item as Values | undefined)?.[of.rows] ?? []);
  const columns =
    lists.find(({ id }) => id === list)?.fields.find(({ name }) => name === of.rows)?.columns ?? [];
  const choices = rowChoices(of, columns, rows as unknown as Values[]);
  const read = code === undefined || found.data !== undefined;
  const gone = value !== undefined && read && !choices.some((choice) => choice.value === value);
  // Another item has other rows: what was chosen of the former one would mean something else.
  useEffect(() => {
    if (gone) onChange(undefined);
  });
  if (found.error) return <p className="late">{problemOf(found.error).message}</p>;
  return (
    <Select
      {...tied(props)}
      value={gone ? null : ((value as string | undefined) ?? null)}
      onChange={(next) => onChange(next ?? undefined)}
      options={choices}
      optionRender={({ data }) => (
        <div style={{ whiteSpace: 'normal' }}>
          {data.label}
          <div className="quiet" style={{ fontSize: 12 }}>
            {data.about}
          </div>
        </div>
      )}
      disabled={code === undefined}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      loading={found.isFetching}
      placeholder={code === undefined ? `先选择${source?.title ?? ''}` : '请选择'}
      style={{ width: '100%' }}
    />
  );
}
