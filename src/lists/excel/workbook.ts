import { type CellStyle, readXlsx, writeXlsx, XlsxStreamWriter } from 'hucre/xlsx';
import type { CompiledList } from '../compile.ts';
import type { ItemVersion } from '../item.ts';
import { itemStatuses } from '../operations.ts';
import { checkArchive, notAWorkbook } from './archive.ts';
import { type Cell, formatCell } from './cells.ts';
import { type Column, columnLetter, columnsOf, itemColumns, type UnitNames } from './columns.ts';
import { toldHeads } from './read.ts';

/** Rows of the first sheet of a workbook. The only file that knows the library. */
export async function readWorkbook(bytes: Uint8Array): Promise<Cell[][]> {
  checkArchive(bytes);
  try {
    const workbook = await readXlsx(bytes, { sheets: [0] });
    return (workbook.sheets[0]?.rows ?? []) as Cell[][];
  } catch {
    throw notAWorkbook();
  }
}

/** Rows for which the template offers choices. */
const TEMPLATE_ROWS = 10_001;

/** An empty sheet with headings and choices, and a second one that says what belongs into each column. */
export function writeTemplate(list: CompiledList): Promise<Uint8Array> {
  const columns = columnsOf(list);
  return writeXlsx({
    sheets: [
      {
        name: list.declaration.name.slice(0, 31),
        columns: columns.map((column) => ({ width: width(column) })),
        rows: [columns.map(({ title, required }) => (required ? `${title}*` : title))],
        cells: headCells(columns.length),
        freezePane: { rows: 1 },
        dataValidations: columns.flatMap((column, index) => {
          const values = offered(column);
          const letter = columnLetter(index);
          return values.length === 0
            ? []
            : [
                {
                  type: 'list' as const,
                  values,
                  range: `${letter}2:${letter}${TEMPLATE_ROWS}`,
                  allowBlank: !column.required,
                },
              ];
        }),
      },
      {
        name: '填写说明',
        columns: [24, 8, 100].map((wide) => ({ width: wide })),
        rows: [
          ['栏目', '要求', '怎样填写'],
          ...columns.map((column) => [
            column.title,
            column.required ? '必填' : '选填',
            column.field === 'code' ? list.declaration.code.say : column.help,
          ]),
        ],
        cells: headCells(3),
      },
    ],
  });
}

const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F0F0' } },
  alignment: { vertical: 'center', wrapText: true },
};

function headCells(count: number) {
  return new Map(Array.from({ length: count }, (_, place) => [`0,${place}`, { style: headStyle }]));
}

/** Excel holds at most 255 characters of choices in a cell's rule. */
function offered(column: Column): string[] {
  const values = column.meta.widget === 'flag' ? ['是', '否'] : Object.values(column.meta.choices ?? {});
  const single = column.meta.widget === 'choice' || column.meta.widget === 'flag';
  return single && values.join(',').length <= 255 ? values : [];
}

/** Writes a list as it stood on a day, batch by batch; reads back as an import. */
export async function writeItems(
  list: CompiledList,
  batches: AsyncIterable<readonly ItemVersion[]> | Iterable<readonly ItemVersion[]>,
  units: UnitNames,
): Promise<Uint8Array> {
  const columns = itemColumns(list);
  const writer = new XlsxStreamWriter({
    name: list.declaration.name.slice(0, 31),
    columns: [
      ...columns.map((column) => ({ header: column.title, width: width(column) })),
      ...toldHeads.map((header) => ({ header, width: 18 })),
    ],
    freezePane: { rows: 1 },
  });
  for await (const versions of batches) {
    for (const version of versions) {
      const cells = columns.map((column) =>
        column.field === 'code' ? version.code : formatCell(column, version.item[column.field], units),
      );
      writer.addRow([...cells, itemStatuses[version.status], version.from]);
    }
  }
  return writer.finish();
}

function width(column: Column): number {
  return (
    { 'long-text': 48, rows: 48, text: 24, 'list-item': 20, unit: 24 }[column.meta.widget as string] ?? 14
  );
}
