import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ReturnLayout } from '../../../src/client/contract/return-layouts.ts';
import { client } from '../../api/client.ts';
import { Page } from '../../shared/page.tsx';
import { Refusal } from '../../shared/refusal.tsx';
import { useUnsavedGuard } from '../../shared/unsaved.ts';
import { RowActs } from './row-acts.tsx';
import { type PeriodKind, periodKindNames } from './words.ts';

type LayoutColumn = ReturnLayout['columns'][number];
const idOf = ({ source }: LayoutColumn): string =>
  'item' in source ? `item:${source.item}` : `indicator:${source.indicator}`;
const sourceOf = (id: string): LayoutColumn['source'] =>
  id.startsWith('item:') ? { item: id.slice(5) } : { indicator: id.slice(10) };

/** 元 → 万元 and the like: the power of ten by which a value is multiplied. */
const scales = [
  { value: 0, label: '原单位' },
  { value: -2, label: '÷百' },
  { value: -4, label: '÷万' },
  { value: -6, label: '÷百万' },
  { value: -8, label: '÷亿' },
];

interface EditorProps {
  readonly layout: ReturnLayout;
  readonly version: number;
  readonly onDone: () => void;
}

/** Sets a superior's table: its columns in their order, their codes and units, and which value stands in each. */
export function LayoutEditor({ layout: loaded, version, onDone }: EditorProps) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [layout, setLayout] = useState(loaded);
  const put = (part: Partial<ReturnLayout>) => setLayout((present) => ({ ...present, ...part }));
  const [saved, setSaved] = useState(loaded);
  const save = useMutation({
    mutationFn: (_: { leaving?: boolean }) =>
      client.call('returns.saveLayout', {
        params: { layout: layout.code.trim() },
        body: { expected: version, layout: { ...layout, columns: layout.columns.map(cleaned) } },
      }),
    onSuccess: async (done, { leaving = false }) => {
      setSaved(layout);
      void message.success(done.message);
      await queries.invalidateQueries({ queryKey: ['returns'] });
      if (leaving) return;
      onDone();
      await navigate(`/returns/tables/${layout.code.trim()}`);
    },
  });
  useUnsavedGuard(
    layout !== saved
      ? { what: '上级报表的修改', save: () => save.mutateAsync({ leaving: true }) }
      : undefined,
  );
  return (
    <Page
      title={version === 0 ? '新建上级报表' : `修改：${loaded.name}`}
      about={<Link to="/returns/tables">回到上级报表</Link>}
      actions={
        <>
          {version > 0 && <Button onClick={onDone}>先不改</Button>}
          <Button
            type="primary"
            loading={save.isPending}
            disabled={layout.columns.length === 0}
            onClick={() => save.mutate({})}
          >
            保存
          </Button>
        </>
      }
    >
      {save.error && <Refusal error={save.error} />}
      <div className="returns-form" style={{ maxWidth: 720 }}>
        <label htmlFor="layout-code">表号</label>
        <Input
          id="layout-code"
          value={layout.code}
          disabled={version > 0}
          maxLength={20}
          onChange={(event) => put({ code: event.target.value })}
        />
        <label htmlFor="layout-name">表名</label>
        <Input
          id="layout-name"
          value={layout.name}
          maxLength={100}
          onChange={(event) => put({ name: event.target.value })}
        />
        <label htmlFor="layout-issuer">制表机关</label>
        <Input
          id="layout-issuer"
          value={layout.issuer}
          maxLength={100}
          onChange={(event) => put({ issuer: event.target.value })}
        />
        <label htmlFor="layout-kind">周期</label>
        <Select
          id="layout-kind"
          value={layout.periodKind}
          onChange={(periodKind: PeriodKind) => put({ periodKind })}
          options={Object.entries(periodKindNames).map(([value, label]) => ({
            value: value as PeriodKind,
            label,
          }))}
        />
        <span>样式</span>
        <Segmented
          value={layout.direction}
          onChange={(direction) => put({ direction })}
          options={[
            { value: 'units' as const, label: '单位为行、栏目为列' },
            { value: 'lines' as const, label: '每个栏目一行' },
          ]}
        />
        <label htmlFor="layout-heading">表头文字</label>
        <Input.TextArea
          id="layout-heading"
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder="每行一句，印在表格上方"
          value={layout.heading.join('\n')}
          onChange={(event) =>
            put({ heading: event.target.value === '' ? [] : event.target.value.split('\n').slice(0, 10) })
          }
        />
      </div>
      <Columns columns={layout.columns} onChange={(columns) => put({ columns })} />
    </Page>
  );
}

function cleaned({ group, code, ...column }: LayoutColumn): LayoutColumn {
  return { ...column, ...(group?.trim() ? { group } : {}), ...(code?.trim() ? { code } : {}) };
}

function Columns({
  columns,
  onChange,
}: {
  readonly columns: ReturnLayout['columns'];
  readonly onChange: (columns: ReturnLayout['columns']) => void;
}) {
  const sources = useSources();
  const put = (at: number, part: Partial<LayoutColumn>) =>
    onChange(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const add = (id: string) => {
    const source = sources.find((one) => one.id === id);
    const title = source?.name.split('：').at(-1)?.replace(/^其中/, '') ?? '';
    onChange([...columns, { title, unit: source?.unit ?? '', source: sourceOf(id), scale: 0, decimals: 0 }]);
  };
  const options = sources.map(({ id, name }) => ({ value: id, label: name }));
  const text = (at: number, name: 'title' | 'group' | 'code' | 'unit', label: string) => (
    <Input
      aria-label={`第${at + 1}栏${label}`}
      value={columns[at]![name] ?? ''}
      onChange={(event) => put(at, { [name]: event.target.value })}
    />
  );
  return (
    <>
      <div className="returns-bar">
        <h2>栏目（{columns.length}个）</h2>
        <Select
          aria-label="增加一栏"
          showSearch
          optionFilterProp="label"
          placeholder="选一个数，增加一栏"
          style={{ width: 320 }}
          value={null}
          options={options}
          onChange={(id: string | null) => id && add(id)}
        />
      </div>
      <div className="table-frame">
        <table className="data-table stacks returns-items">
          <caption className="unseen">栏目</caption>
          <thead>
            <tr>
              {['上级代码', '分组', '栏名', '数的来源', '换算', '计量单位', '小数', ''].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity while it is set
              <tr key={at}>
                <td data-title="上级代码">{text(at, 'code', '代码')}</td>
                <td data-title="分组">{text(at, 'group', '分组')}</td>
                <td data-title="栏名">{text(at, 'title', '栏名')}</td>
                <td data-title="数的来源">
                  <Select
                    aria-label={`第${at + 1}栏数的来源`}
                    showSearch
                    optionFilterProp="label"
                    style={{ width: '100%', minWidth: 220 }}
                    value={idOf(column)}
                    options={options}
                    onChange={(id) => put(at, { source: sourceOf(id) })}
                  />
                </td>
                <td data-title="换算">
                  <Select
                    aria-label={`第${at + 1}栏换算`}
                    style={{ minWidth: 90 }}
                    value={column.scale}
                    options={scales}
                    onChange={(scale) => put(at, { scale })}
                  />
                </td>
                <td data-title="计量单位">{text(at, 'unit', '计量单位')}</td>
                <td data-title="小数">
                  <InputNumber
                    aria-label={`第${at + 1}栏小数位数`}
                    min={0}
                    max={6}
                    style={{ width: 64 }}
                    value={column.decimals}
                    onChange={(value) => put(at, { decimals: value ?? 0 })}
                  />
                </td>
                <td className="nowrap">
                  <RowActs at={at} rows={columns} onChange={onChange} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Every value a column may hold: items of all forms, and the figures of the registers. */
function useSources() {
  const forms = useQuery({
    queryKey: ['returns', 'sources'],
    queryFn: async ({ signal }) => {
      const { sources } = await client.call('returns.sources', { params: {} }, { signal });
      return sources;
    },
  });
  return forms.data ?? [];
}
