import { type CellStyle, type CellValue, writeXlsx } from 'hucre';
import type { ReturnedValue } from '../../systems/yearly/periodic-return/fields.ts';
import type { FormItem, ReturnForm } from './form.ts';
import { SHEETS, titles } from './workbook.ts';

/** What is known of a unit when its template is made. */
export interface TemplateUnit {
  readonly code: string;
  readonly name: string;
  readonly owes: ReadonlySet<string>;
  readonly values: readonly ReturnedValue[];
}
export interface TemplateHead {
  readonly key: string;
  readonly periodName: string;
  readonly due: string;
}

export const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F0F0' } },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin' } },
};
const closedStyle: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9D9D9' } } };

/** A number for Excel where it holds it exactly; text else. */
export const numberCell = (text: string): CellValue =>
  text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;

const itemTitle = ({ name, unit, required }: FormItem): string => `${name}（${unit}）${required ? '*' : ''}`;

/** Units down, items across; cells a unit does not owe are grey. With a sheet for comments and one that explains. */
export function matrixTemplate(
  form: ReturnForm,
  { key, periodName, due }: TemplateHead,
  units: readonly TemplateUnit[],
): Promise<Uint8Array> {
  const rows = units.map(({ code, name, values }) => {
    const known = new Map(values.map((value) => [value.code, value.value]));
    return [
      code,
      name,
      ...form.items.map(
        (item): CellValue => (known.has(item.code) ? numberCell(known.get(item.code)!) : null),
      ),
    ];
  });
  const cells = new Map<string, { style: CellStyle }>();
  for (let column = 0; column < form.items.length + 2; column++) {
    cells.set(`1,${column}`, { style: headStyle });
    cells.set(`2,${column}`, { style: headStyle });
  }
  units.forEach(({ owes }, row) => {
    form.items.forEach(({ code }, column) => {
      if (!owes.has(code)) cells.set(`${row + 3},${column + 2}`, { style: closedStyle });
    });
  });
  const comments = units.flatMap(({ code, name, values }) =>
    values.flatMap((value) => (value.comment ? [[code, name, value.code, value.comment]] : [])),
  );
  return writeXlsx({
    sheets: [
      {
        name: SHEETS.values,
        rows: [
          [titles.key, key, `${form.name}（${periodName}），${due}前报送`],
          [titles.unitCode, titles.unit, ...form.items.map(({ code }) => code)],
          [titles.unit, '', ...form.items.map(itemTitle)],
          ...rows,
        ],
        cells,
        columns: [{ width: 12 }, { width: 34 }, ...form.items.map(() => ({ width: 14 }))],
        freezePane: { rows: 3, columns: 2 },
      },
      {
        name: SHEETS.comments,
        rows: [[titles.unitCode, titles.unit, titles.code, titles.comment], ...comments],
        cells: new Map([0, 1, 2, 3].map((column) => [`0,${column}`, { style: headStyle }])),
        columns: [{ width: 12 }, { width: 34 }, { width: 14 }, { width: 60 }],
        freezePane: { rows: 1 },
      },
      explaining(form),
    ],
  });
}

/** One unit's items down the page, beside what it returned before. */
export function unitTemplate(
  form: ReturnForm,
  { key, periodName, due }: TemplateHead,
  unit: TemplateUnit,
  before: ReadonlyMap<string, { readonly last?: string; readonly lastYear?: string }>,
): Promise<Uint8Array> {
  const known = new Map(unit.values.map((value) => [value.code, value]));
  const items = form.items.filter(({ code }) => unit.owes.has(code));
  const cell = (text: string | undefined): CellValue => (text === undefined ? null : numberCell(text));
  const heads = [titles.code, '指标', '计量单位', titles.value, '上期数', '上年同期数', titles.comment];
  return writeXlsx({
    sheets: [
      {
        name: SHEETS.values,
        rows: [
          [titles.key, key, `${form.name}（${periodName}），${due}前报送`],
          [titles.unitCode, unit.code, unit.name],
          heads,
          ...items.map((item) => [
            item.code,
            itemTitle(item).replace(`（${item.unit}）`, ''),
            item.unit,
            cell(known.get(item.code)?.value),
            cell(before.get(item.code)?.last),
            cell(before.get(item.code)?.lastYear),
            known.get(item.code)?.comment ?? null,
          ]),
        ],
        cells: new Map(heads.map((_, column) => [`2,${column}`, { style: headStyle }])),
        columns: [14, 40, 10, 14, 14, 14, 48].map((width) => ({ width })),
        freezePane: { rows: 3 },
      },
      explaining({ ...form, items }),
    ],
  });
}

function explaining(form: ReturnForm) {
  const heads = ['指标编码', '指标', '口径', '核对关系'];
  return {
    name: '填写说明',
    rows: [
      heads,
      ...form.items.map((item) => [item.code, itemTitle(item), item.definition, relationOf(item)]),
      ['', '', '没有发生的填0，没有数据的留空；合计和比率可以留空，由系统计算。带*的必须填写。', ''],
    ],
    cells: new Map(heads.map((_, column) => [`0,${column}`, { style: headStyle }])),
    columns: [14, 40, 70, 50].map((width) => ({ width })),
    freezePane: { rows: 1 },
  };
}

/** How an item hangs together with others, in words. */
function relationOf({ sum, ratio, within, measure, jump, jumpFloor, decimals }: FormItem): string {
  return [
    ...(sum ? [`等于${sum}`] : []),
    ...(ratio ? [`由${ratio}计算`] : []),
    ...(within ? [`不大于${within}`] : []),
    ...(measure === 'cumulative' ? ['自1月1日起累计，不小于上期'] : []),
    ...(decimals > 0 ? [`保留${decimals}位小数`] : []),
    ...(Number(jump) > 0 ? [`变动超过${Number(jump) * 100}%且不少于${jumpFloor}的写说明`] : []),
  ].join('；');
}
