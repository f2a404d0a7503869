import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { client } from '../../api/client.ts';
import { useSession } from '../../api/queries.ts';
import { day } from '../../format.ts';
import { problemOf } from '../../shared/refusal.tsx';
import { type ControlProps, tied } from './control.ts';

/**
 * Persons, sought by name, initials of pinyin or unit. Where a certificate is asked for, everyone shows whether he
 * holds it on the day.
 */
export function People(props: ControlProps) {
  const { value, onChange, field, on } = props;
  const ids = (value as string[] | undefined) ?? [];
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const { acting } = useSession();
  // Until somebody is sought, one's own unit is offered.
  const held = field.certificate ? { certificate: field.certificate, ...(on ? { on } : {}) } : {};
  const query = { ...(asked === '' ? { unit: acting.unit } : { q: asked }), ...held };
  const found = useQuery({
    queryKey: ['people', query],
    queryFn: ({ signal }) => client.call('people.find', { params: {}, query }, { signal }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['people', 'ids', ids, held],
    queryFn: ({ signal }) =>
      client.call('people.find', { params: {}, query: { ids: ids.join(','), ...held } }, { signal }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  const people = new Map(
    // Who was sought stands in front: Enter takes him, and lets nobody go who was named before.
    [...(found.data?.people ?? []), ...(chosen.data?.people ?? [])].map((person) => [person.id, person]),
  );
  const options = [...people.values()].map((person) => ({
    value: person.id,
    label: field.certificate && !person.certificate ? `${person.name}（无有效证件）` : person.name,
    person,
  }));
  return (
    <Select
      {...tied(props)}
      mode="multiple"
      value={ids}
      onChange={(next) => onChange(next)}
      options={options}
      showSearch={{ searchValue: q, onSearch: setQ, filterOption: false }}
      optionRender={({ data }) => (
        <span style={{ whiteSpace: 'normal' }}>
          {data.person.name}
          <span className="quiet">　{data.person.unitName}</span>
          {field.certificate && !data.person.certificate && <span className="late">　无有效证件</span>}
          {data.person.certificate && (
            <span className="quiet">
              {`　证号${data.person.certificate.number}（至${day(data.person.certificate.to)}）`}
            </span>
          )}
        </span>
      )}
      {...(field.max === undefined ? {} : { maxCount: field.max })}
      placeholder="姓名或拼音首字母"
      notFoundContent={found.error ? problemOf(found.error).message : '没有找到'}
      loading={found.isFetching}
      popupMatchSelectWidth={false}
      style={{ width: '100%' }}
    />
  );
}

const MOST = 30;

/** Which items a field offers (SPEC P26), as the list is asked. */
function useOffered({ field, about, on }: ControlProps) {
  const { acting } = useSession();
  const { kind, ownUnit, about: other } = field.offers ?? {};
  return {
    ...(kind ? { kind } : {}),
    ...(ownUnit ? { exercisedBy: acting.unit } : {}),
    ...(other && about ? { refersBy: other.by, refersTo: about } : {}),
    ...(on ? { on } : {}),
  };
}

/** An item of a list as it stands on the day of the act, sought by code, name or initials of pinyin. */
export function ListItem(props: ControlProps) {
  const { value, onChange, field, on } = props;
  const list = field.list ?? '';
  const offered = useOffered(props);
  const code = value as string | undefined;
  const [q, setQ] = useState('');
  const asked = useDeferredValue(q.trim());
  const found = useQuery({
    queryKey: ['list-items', list, asked, offered],
    queryFn: ({ signal }) =>
      client.call(
        'list.page',
        { params: { list }, query: { q: asked, status: 'in-force', size: MOST, ...offered } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
  const known = useQuery({
    queryKey: ['list-item', list, code, on],
    queryFn: ({ signal }) =>
      client.call('list.item', { params: { list, code: code! }, query: on ? { on } : {} }, { signal }),
    enabled: code !== undefined && !found.data?.rows.some((row) => row.code === code),
  });
  const rows = [...(found.data?.rows ?? [])];
  // What was chosen before stands among the choices only until another is sought: Enter takes what was sought.
  if (known.data && asked === '' && !rows.some((row) => row.code === code)) rows.unshift(known.data.row);
  const more = (found.data?.total ?? 0) - (found.data?.rows.length ?? 0);
  return (
    <Select
      {...tied(props)}
      value={code ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      options={rows.map((row) => ({ value: row.code, label: row.name, row }))}
      optionRender={({ data }) => (
        <div style={{ whiteSpace: 'normal' }}>
          {data.row.name}
          <div className="quiet" style={{ fontSize: 12 }}>
            {data.row.code}　{data.row.unitName}
          </div>
        </div>
      )}
      popupRender={(menu) => (
        <>
          {menu}
          {more > 0 && <div className="quiet popup-foot">还有{more}项，请继续输入以缩小范围</div>}
        </>
      )}
      showSearch={{ searchValue: q, onSearch: setQ, filterOption: false }}
      allowClear={!field.required}
      placeholder="编码、名称或拼音首字母"
      notFoundContent={
        found.error ? problemOf(found.error).message : found.isFetching ? '正在查找…' : nothing(field, asked)
      }
      style={{ width: '100%' }}
    />
  );
}

/** What to say where no item answers: whoever seeks another unit's item is told that only his own are offered. */
function nothing({ offers }: ControlProps['field'], asked: string): string {
  const where = `${offers?.ownUnit ? '本单位' : ''}现行清单中`;
  return asked === '' ? `${where}没有可以选择的事项` : `${where}没有找到“${asked}”`;
}
