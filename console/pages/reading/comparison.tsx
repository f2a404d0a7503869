import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { ComparedCell, ComparisonView, MovementView } from '../../../src/client/contract/readings.ts';
import { client } from '../../api/client.ts';
import { type Column, DataTable } from '../../shared/data-table.tsx';
import { Empty } from '../../shared/empty.tsx';
import { handOut } from '../../shared/hand-out.ts';
import type { StoredFile } from '../../shared/intake.tsx';
import { problemOf } from '../../shared/refusal.tsx';
import { BarChart } from '../figures/bar-chart.tsx';

type Row = ComparisonView['rows'][number];

const MOVEMENTS: Readonly<Record<MovementView, string>> = {
  rose: '上升',
  fell: '下降',
  same: '持平',
  new: '新出现',
  vanished: '不再出现',
};

/** The same as a workbook, named after the files as they were brought. */
function Export({ files }: { readonly files: readonly StoredFile[] }) {
  const { message } = App.useApp();
  const write = useMutation({
    mutationFn: () => client.file('reading.compareXlsx', { params: {}, body: { files: [...files] } }),
    onSuccess: handOut,
    onError: (error) => void message.error(problemOf(error).message),
  });
  return (
    <Button loading={write.isPending} onClick={() => write.mutate()}>
      导出Excel
    </Button>
  );
}

/** No chart shows more bars: the largest changes are what is looked for. */
const MOST_BARS = 12;

/** The table of what was compared, with a chart of the item that is chosen in it. */
export function Comparison({
  view,
  files,
}: {
  readonly view: ComparisonView;
  /** What was compared, in its order. */
  readonly files: readonly StoredFile[];
}) {
  const [movement, setMovement] = useState<MovementView | 'all'>('all');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string>();
  const pair = view.documents.length === 2;
  const names = pair ? ['前', '后'] : view.documents.map(({ head }) => head);
  const rows = view.rows.filter(
    (row) => (movement === 'all' || row.movement === movement) && row.subject.includes(words.trim()),
  );
  const keys = new Map(view.rows.map((row, i) => [row, String(i)]));
  const row =
    view.rows.find((each) => keys.get(each) === chosen) ??
    rows.find(({ cells }) => cells.every((cell) => cell !== null)) ??
    rows[0];
  if (view.rows.length === 0)
    return (
      <Empty title="没有可以对比的数据">
        <p>这几份文件里没有说的是同一件事的数据。请确认选的是同类文件。</p>
      </Empty>
    );
  return (
    <>
      {pair && <Heads view={view} />}
      <div className="compare-tools no-print">
        {pair && (
          <Segmented
            value={movement}
            onChange={setMovement}
            options={[
              { label: `全部（${view.rows.length}）`, value: 'all' as const },
              ...(Object.keys(MOVEMENTS) as MovementView[]).map((value) => ({
                label: `${MOVEMENTS[value]}（${view.rows.filter((each) => each.movement === value).length}）`,
                value,
              })),
            ]}
          />
        )}
        <Input.Search
          aria-label="按事项查找"
          placeholder="按事项查找"
          allowClear
          onSearch={setWords}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="quiet">{rows.length}项</span>
        <Export files={files} />
      </div>
      <div className={pair ? 'compare' : 'compare many'}>
        <div className="compare-table">
          <DataTable
            caption="数据对比"
            columns={columnsOf(names, pair)}
            rows={rows}
            rowKey={(each) => keys.get(each)!}
            selected={row && keys.get(row)}
            onSelect={(each) => setChosen(keys.get(each))}
          />
        </div>
        <Charts
          view={view}
          row={row}
          names={names}
          pair={pair}
          onOpen={(each) => setChosen(keys.get(each))}
        />
      </div>
    </>
  );
}

function Heads({ view }: { readonly view: ComparisonView }) {
  return (
    <dl className="facts reading-head">
      {view.documents.map(({ name, title }, i) => (
        <div key={name} className="wide">
          <dt>{['前', '后'][i]}</dt>
          <dd>{title ?? name}</dd>
        </div>
      ))}
    </dl>
  );
}

function columnsOf(names: readonly string[], pair: boolean): Column<Row>[] {
  const cells: Column<Row>[] = names.map((name, i) => ({
    id: String(i),
    title: name,
    align: 'end',
    cell: ({ cells }) => <Cell cell={cells[i] ?? null} />,
  }));
  const subject: Column<Row> = { id: 'subject', title: '事项', width: '12em', cell: (row) => row.subject };
  const unit: Column<Row> = { id: 'unit', title: '单位', nowrap: true, cell: (row) => row.unit };
  if (!pair) return [subject, unit, ...cells];
  return [
    subject,
    unit,
    ...cells,
    { id: 'change', title: '变化', align: 'end', nowrap: true, cell: (row) => changeOf(row) },
  ];
}

function Cell({ cell }: { readonly cell: ComparedCell | null }) {
  return cell === null ? <span className="quiet">—</span> : <span title={cell.sentence}>{cell.text}</span>;
}

function changeOf({ movement, change, percent, unit }: Row): string {
  if (movement === null) return '';
  if (change === null || change === 0) return MOVEMENTS[movement];
  const sign = change > 0 ? '+' : '';
  const size = `${sign}${change.toLocaleString('zh-CN')}${unit === '%' ? '个百分点' : ''}`;
  return percent === null ? size : `${size}（${percent > 0 ? '+' : ''}${percent}%）`;
}

interface ChartsProps {
  readonly view: ComparisonView;
  readonly row: Row | undefined;
  readonly names: readonly string[];
  readonly pair: boolean;
  readonly onOpen: (row: Row) => void;
}

function Charts({ view, row, names, pair, onOpen }: ChartsProps) {
  const changed = view.rows
    .filter(({ percent }) => percent !== null && percent !== 0)
    .sort((a, b) => Math.abs(b.percent!) - Math.abs(a.percent!))
    .slice(0, MOST_BARS);
  const told =
    row?.cells.flatMap((cell, i) => (cell === null ? [] : [{ cell, name: names[i]!, at: i }])) ?? [];
  return (
    <section className="compare-charts" aria-label="图">
      {row && told.length > 0 && (
        <figure>
          <figcaption>
            {row.subject}
            <span className="quiet">（{row.unit || '数'}）</span>
          </figcaption>
          <BarChart
            upright={false}
            label={`${row.subject}：${told.map(({ cell, name }) => `${name}${cell.text}`).join('，')}`}
            bars={told.map(({ cell, name, at }) => ({
              key: String(at),
              name,
              value: cell.value,
              text: cell.text,
            }))}
            onOpen={() => {}}
          />
        </figure>
      )}
      {pair && changed.length > 0 && (
        <figure>
          <figcaption>变化幅度最大的事项（%）</figcaption>
          <BarChart
            upright={false}
            label={`变化幅度最大的${changed.length}个事项`}
            bars={changed.map(({ subject, percent }, i) => ({
              key: String(i),
              name: subject,
              value: percent!,
              text: `${percent! > 0 ? '+' : ''}${percent}%`,
            }))}
            onOpen={(key) => onOpen(changed[Number(key)]!)}
          />
        </figure>
      )}
    </section>
  );
}
