import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ProcedureInfo } from '../../../src/client/contract/catalogue.ts';
import { type Answer, client } from '../../api/client.ts';
import { useCatalogue, useProcedure } from '../../api/queries.ts';
import { NotFound } from '../../app/broken.tsx';
import { basesText, number, total } from '../../format.ts';
import { DataTable, Paging } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { useKept } from '../../shared/kept.ts';
import { OpenSteps } from '../../shared/open-steps.tsx';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { Waiting } from '../../shared/waiting.tsx';
import { type Asked, askedOf, filterKey, searchOf } from './asked.ts';
import { RegisterBatch } from './batch.tsx';
import { columnsOf, firstColumns, type RegisterColumn } from './columns.tsx';
import { Filters } from './filters.tsx';
import { Preview } from './preview.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { Totals } from './totals.tsx';
import '../../shared/batch/batch.css';
import './register.css';

/** A register: asked through its address, so that every view of it can be sent as a link. */
export function Register() {
  const procedure = useProcedure(useParams().procedure ?? '');
  return procedure ? <RegisterOf key={procedure.id} procedure={procedure} /> : <NotFound />;
}

function RegisterOf({ procedure }: { readonly procedure: ProcedureInfo }) {
  const [search, setSearch] = useSearchParams();
  const asked = askedOf(search);
  const change = (by: { readonly [K in keyof Asked]?: Asked[K] | undefined }) =>
    setSearch(searchOf({ ...asked, page: 1, ...by } as Partial<Asked>));
  const params = { procedure: procedure.id };
  const result = useQuery({
    queryKey: ['register', procedure.id, asked],
    queryFn: ({ signal }) => client.call('register.page', { params, query: asked }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { page: _, size: __, ...filter } = asked;
  const unasked = filterKey(asked) === '';
  return (
    <Page
      title={procedure.name}
      beside={
        result.data?.total ? (
          <span className="quiet">{total(result.data.total, result.data.more)}</span>
        ) : null
      }
      actions={
        <>
          <Button href={client.href('register.export', { params, query: filter })} download>
            导出Excel
          </Button>
          <OpenSteps procedures={[procedure]} primary />
        </>
      }
    >
      <SavedFilters procedure={procedure.id} asked={asked} />
      <Filters procedure={procedure} asked={asked} onChange={change} />
      {result.error && <Refusal error={result.error} onRetry={() => void result.refetch()} />}
      {result.isPending && <Waiting what="台账" rows={10} />}
      {result.data?.total === 0 && unasked && <NoneYet procedure={procedure} />}
      {result.data?.total === 0 && !unasked && (
        <Empty title="没有符合条件的办件">
          <p>可以减少条件，或者换一个说法；名称可以输入拼音首字母查询。</p>
        </Empty>
      )}
      {result.data && result.data.total > 0 && (
        <Rows
          procedure={procedure}
          page={result.data}
          asked={asked}
          busy={result.isPlaceholderData}
          onPage={(page, size) => change({ page, size })}
        />
      )}
    </Page>
  );
}

function NoneYet({ procedure }: { readonly procedure: ProcedureInfo }) {
  return (
    <Empty title={`还没有${procedure.name}办件`} actions={<OpenSteps procedures={[procedure]} primary />}>
      <p>{procedure.about}</p>
      {procedure.basis.length > 0 && <p>依据{basesText(procedure.basis)}</p>}
    </Empty>
  );
}

interface RowsProps {
  readonly procedure: ProcedureInfo;
  readonly page: Answer<'register.page'>;
  readonly asked: Asked;
  readonly busy: boolean;
  readonly onPage: (page: number, size: number) => void;
}

function Rows({ procedure, page, asked, busy, onPage }: RowsProps) {
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string>();
  const columns = columnsOf(procedure, useCatalogue().units);
  const [chosen, setChosen] = useKept<readonly string[]>(`columns.${procedure.id}`, firstColumns);
  const shown = columns.filter((column) => chosen.includes(column.id));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<readonly string[]>();
  const picked = page.rows.filter((row) => ticked.has(row.id)).map((row) => row.id);
  const previewed = page.rows.some((row) => row.id === selected) ? selected : undefined;
  return (
    <>
      <div className={previewed ? 'register previewing' : 'register'}>
        <div className="table-frame">
          <DataTable
            caption={`${procedure.name}台账`}
            columns={shown}
            rows={page.rows}
            rowKey={(row) => row.id}
            selected={previewed}
            busy={busy}
            ticked={ticked}
            onTick={setTicked}
            onSelect={(row) => setSelected(row.id)}
            onOpen={(row) => void navigate(`/matters/${row.id}`)}
          />
        </div>
        {previewed && (
          <aside className="preview" aria-label="办件预览">
            <Preview matter={previewed} onClose={() => setSelected(undefined)} />
          </aside>
        )}
      </div>
      {picked.length > 0 && (
        <div className="batch-bar no-print" role="status">
          <span>已选{number(picked.length)}件</span>
          <Button type="primary" onClick={() => setBatch(picked)}>
            一并办理
          </Button>
          <Button onClick={() => setTicked(new Set())}>取消选中</Button>
        </div>
      )}
      {batch && (
        <RegisterBatch
          matters={batch}
          onClose={() => {
            setBatch(undefined);
            setTicked(new Set());
          }}
        />
      )}
      <div className="register-foot">
        <ColumnChooser columns={columns} chosen={chosen} onChange={setChosen} />
        <Totals procedure={procedure} asked={asked} shown={chosen} />
        <Paging
          page={asked.page}
          size={asked.size}
          total={page.total}
          more={page.more}
          onChange={(next, size) => onPage(size === asked.size ? next : 1, size)}
        />
      </div>
    </>
  );
}

function ColumnChooser({
  columns,
  chosen,
  onChange,
}: {
  readonly columns: readonly RegisterColumn[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const choices = (
    <Checkbox.Group
      style={{ display: 'grid', gap: 4 }}
      value={[...chosen]}
      onChange={(values) => onChange(values)}
      // Without its number a row could not be told from another.
      options={columns.map(({ id, title }) => ({ value: id, label: title, disabled: id === 'number' }))}
    />
  );
  return (
    <Popover content={choices} trigger="click" placement="topLeft">
      <Button size="small">选择栏目</Button>
    </Popover>
  );
}
