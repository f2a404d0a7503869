import { type CellStyle, type CellValue, type MergeRange, writeXlsx } from 'hucre';
import { headStyle } from './templates.ts';

/** One column (or line) of a superior's table, with the figures that stand in it. */
export interface FilledColumn {
  readonly title: string;
  readonly group?: string | undefined;
  readonly code?: string | undefined;
  readonly unit: string;
  readonly decimals: number;
  readonly total: number | null;
  readonly lastYear: number | null;
  readonly values: readonly (number | null)[];
}

export interface FilledLayout {
  readonly code: string;
  readonly name: string;
  readonly direction: 'units' | 'lines';
  readonly heading: readonly string[];
  readonly periodName: string;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly columns: readonly FilledColumn[];
  /** Below the table: which seal the figures stand on. */
  readonly foot: string;
}

/** A value in the unit of the table: 元 becomes 万元 with `scale` -4. Null where there is none. */
export function converted(value: number | null, scale: number, decimals: number): number | null {
  return value === null ? null : Number((value * 10 ** scale).toFixed(decimals));
}

/** The table in the superior's layout. */
export function layoutWorkbook(table: FilledLayout): Promise<Uint8Array> {
  const { rows, merges, heads } = table.direction === 'units' ? unitsDown(table) : linesDown(table);
  const top = [[table.name], ...table.heading.map((line) => [line]), [`报表期：${table.periodName}`]];
  const width = Math.max(...rows.map((row) => row.length));
  const cells = new Map<string, { style: CellStyle }>();
  for (let row = 0; row < heads; row++) {
    for (let column = 0; column < width; column++)
      cells.set(`${top.length + row},${column}`, { style: headStyle });
  }
  cells.set('0,0', { style: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } } });
  return writeXlsx({
    sheets: [
      {
        name: table.code.slice(0, 31),
        rows: [...top, ...rows, [], [table.foot]],
        cells,
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: width - 1 },
          ...merges.map((merge) => ({
            ...merge,
            startRow: merge.startRow + top.length,
            endRow: merge.endRow + top.length,
          })),
        ],
        columns: Array.from({ length: width }, (_, column) => ({
          width: widthOf(table.direction, column),
        })),
        freezePane: { rows: top.length + heads, columns: table.direction === 'units' ? 1 : 2 },
      },
    ],
  });
}

function widthOf(direction: FilledLayout['direction'], column: number): number {
  if (direction === 'units') return column === 0 ? 36 : 14;
  return [12, 40, 12][column] ?? 16;
}

const titled = ({ title, unit }: FilledColumn): string => (unit === '' ? title : `${title}（${unit}）`);

/** Heads of one or two rows, a row of codes where the table has any, the total, then the units. */
function unitsDown({ columns, units }: FilledLayout) {
  const grouped = columns.some(({ group }) => group);
  const coded = columns.some(({ code }) => code);
  const heads: CellValue[][] = [
    ...(grouped ? [['单位', ...columns.map(({ group, ...column }) => group ?? titled(column))]] : []),
    [grouped ? null : '单位', ...columns.map((column) => (grouped && !column.group ? null : titled(column)))],
    ...(coded ? [['代码', ...columns.map(({ code }) => code ?? null)]] : []),
  ];
  return {
    heads: heads.length,
    merges: grouped ? groupMerges(columns) : [],
    rows: [
      ...heads,
      ['合计', ...columns.map(({ total }) => total)],
      ...units.map(({ name }, at): CellValue[] => [name, ...columns.map(({ values }) => values[at] ?? null)]),
    ],
  };
}

/** Neighbours of one group share a head; a column without one takes both rows. */
function groupMerges(columns: readonly FilledColumn[]): MergeRange[] {
  const merges: MergeRange[] = [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }];
  for (let at = 0; at < columns.length; ) {
    const { group } = columns[at]!;
    let end = at;
    while (group && columns[end + 1]?.group === group) end++;
    if (!group) merges.push({ startRow: 0, startCol: at + 1, endRow: 1, endCol: at + 1 });
    else if (end > at) merges.push({ startRow: 0, startCol: at + 1, endRow: 0, endCol: end + 1 });
    at = end + 1;
  }
  return merges;
}

function linesDown({ columns }: FilledLayout) {
  const head: CellValue[] = ['代码', '指标', '计量单位', '本期数', '上年同期数'];
  return {
    heads: 1,
    merges: [] as MergeRange[],
    rows: [
      head,
      ...columns.map(({ code, title, group, unit, total, lastYear }): CellValue[] => [
        code ?? null,
        group ? `${group}：${title}` : title,
        unit,
        total,
        lastYear,
      ]),
    ],
  };
}
