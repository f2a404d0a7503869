import { Button } from 'antd';
import type { DraftBlockView } from '../../../src/client/contract/reports.ts';
import { useDesk } from './desk.ts';
import { Paragraph } from './paragraph.tsx';
import type { Place } from './written.ts';

type Table = DraftBlockView & { kind: 'table' };

/** A table: its caption, a head, rows of cells that hold words or figures. */
export function TableBlock({ table, at }: { readonly table: Table; readonly at: Place }) {
  const { change, readOnly } = useDesk();
  const set = (next: Partial<Table>) => change({ type: 'block', at, block: { ...table, ...next } });
  const { rows } = table;
  const width = rows[0]?.length ?? 0;
  const cell = (row: number, column: number, text: string) =>
    set({ rows: rows.map((cells, r) => (r === row ? cells.with(column, text) : cells)) });
  return (
    <div className="table-block">
      <Paragraph
        label="表题"
        at={at}
        text={table.text}
        className="caption"
        hint="表题"
        onText={(text) => set({ text })}
      />
      <div className="table-scroll">
        <table>
          <tbody>
            {rows.map((cells, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
              <tr key={r}>
                {cells.map((text, c) => {
                  const Cell = r === 0 ? 'th' : 'td';
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place
                    <Cell key={c}>
                      <Paragraph
                        single
                        label={r === 0 ? `第${c + 1}列表头` : `第${r}行第${c + 1}列`}
                        at={at}
                        text={text}
                        className="cell"
                        hint=""
                        onText={(next) => cell(r, c, next)}
                      />
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <div className="table-acts no-print">
          <Button
            size="small"
            onClick={() => set({ rows: [...rows, Array.from({ length: width }, () => '')] })}
          >
            加一行
          </Button>
          <Button
            size="small"
            disabled={width >= 12}
            onClick={() => set({ rows: rows.map((r) => [...r, '']) })}
          >
            加一列
          </Button>
          <Button size="small" disabled={rows.length <= 2} onClick={() => set({ rows: rows.slice(0, -1) })}>
            去掉末行
          </Button>
          <Button
            size="small"
            disabled={width <= 1}
            onClick={() => set({ rows: rows.map((cells) => cells.slice(0, -1)) })}
          >
            去掉末列
          </Button>
        </div>
      )}
    </div>
  );
}
