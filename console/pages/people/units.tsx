import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { day, number } from '../../format.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { SearchText } from '../../shared/search-text.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { Frame, useActs } from './frame.tsx';
import { type Unit, UnitForm } from './unit-form.tsx';

const columns: readonly Column<Unit>[] = [
  { id: 'code', title: '代码', nowrap: true, cell: (unit) => unit.code },
  { id: 'name', title: '名称', width: '30%', cell: (unit) => unit.name },
  { id: 'short', title: '简称', nowrap: true, cell: (unit) => unit.shortName },
  { id: 'class', title: '类别', nowrap: true, cell: (unit) => unit.class },
  { id: 'people', title: '人员', align: 'end', nowrap: true, cell: (unit) => `${number(unit.people)}人` },
  {
    id: 'time',
    title: '设立',
    nowrap: true,
    cell: (unit) =>
      unit.to ? (
        <>
          {day(unit.from)}至{day(unit.to)} <span className="tag">已撤销</span>
        </>
      ) : (
        `${day(unit.from)}起`
      ),
  },
];

/** The units of the region. */
export function UnitsPage() {
  const may = useActs('system-administrator', 'security-administrator');
  const mayChange = useActs('system-administrator');
  const [q, setQ] = useState('');
  const [form, setForm] = useState<'new' | Unit>();
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => client.call('units.list', { params: {} }, { signal }),
    enabled: may,
  });
  const all = units.data?.units ?? [];
  const shown = all.filter((unit) =>
    [unit.code, unit.name, unit.shortName, unit.class].some((text) => text.includes(q)),
  );
  const change: Column<Unit> = {
    id: 'acts',
    title: '办理',
    nowrap: true,
    cell: (unit) => (
      <Button size="small" aria-label={`修改${unit.shortName}`} onClick={() => setForm(unit)}>
        修改
      </Button>
    ),
  };
  return (
    <Frame
      title="单位"
      forPosts={['system-administrator', 'security-administrator']}
      actions={
        mayChange && (
          <Button type="primary" onClick={() => setForm('new')}>
            新增单位
          </Button>
        )
      }
    >
      <div className="people-filters">
        <SearchText label="查找单位" placeholder="名称、代码、类别" value={q} onChange={setQ} />
        {units.data && <span className="quiet">共{number(shown.length)}个单位</span>}
      </div>
      {units.error && <Refusal error={units.error} onRetry={() => void units.refetch()} />}
      {units.isPending && may && <Waiting what="单位" rows={10} />}
      {units.data && shown.length === 0 && (
        <Empty title="没有这样的单位">
          <p>可以换一个说法查找{mayChange && '，或者新增单位'}。</p>
        </Empty>
      )}
      {shown.length > 0 && (
        <div className="table-frame people-frame">
          <DataTable
            caption="单位"
            rows={shown}
            rowKey={(unit) => unit.code}
            columns={mayChange ? [...columns, change] : columns}
          />
        </div>
      )}
      {form && (
        <UnitForm
          {...(form === 'new' ? {} : { unit: form })}
          classes={[...new Set(all.map((unit) => unit.class))]}
          onClose={() => setForm(undefined)}
        />
      )}
    </Frame>
  );
}
