import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { f } from '../../kernel/procedure/fields.ts';
import { compileList } from '../compile.ts';
import { defineList } from '../declaration.ts';
import type { ItemVersion } from '../item.ts';
import { sample } from '../test-support.ts';
import { checkArchive } from './archive.ts';
import { columnLetter, columnsOf } from './columns.ts';
import { parsePasted } from './pasted.ts';
import { readSheet } from './read.ts';
import { readWorkbook, writeItems, writeTemplate } from './workbook.ts';

const units = new Map([
  ['u1', '市场监督管理局'],
  ['u2', '卫生健康局'],
  ['u3', '执法队'],
  ['u4', '执法队'],
]);
const head = { effective: '2024-01-01', documentTitle: '清单导入', reason: '首次建立清单' };
const titles = ['事项编码', '事项名称', '类型', '实施单位', '依据', '数量'];
const read = (...rows: (string | number | null)[][]) => readSheet(sample, [titles, ...rows], head, units);

const rich = compileList(
  defineList({
    id: 'rich',
    name: '各种栏',
    row: 'B1',
    chapter: 'functions',
    about: '样本。',
    basis: [{ law: '行政许可法' }],
    code: { pattern: /^R\d+$/, say: 'R加数字' },
    fields: z.object({
      name: f.text('名称'),
      unit: f.unit('单位'),
      on: f.date('日期').optional(),
      yes: f.flag('是否'),
      many: f.choices('几项', { a: '甲', b: '乙' }).optional(),
      money: f.money('金额').optional(),
      table: f
        .rows('表', { name: f.text('项'), required: f.flag('必要'), days: f.integer('天').optional() })
        .optional(),
    }),
    unitField: 'unit',
    operations: ['establish', 'cancel'],
  }),
);

describe('Excel of a list', () => {
  test('a good sheet becomes operations; headings may stand in any order and carry a mark', () => {
    expect(read(['S-0001', '甲', '甲类', '市场监督管理局', null, 3]).rows).toEqual([
      {
        row: 2,
        action: {
          operation: 'establish',
          input: { code: 'S-0001', name: '甲', type: 'a', unit: 'u1', amount: 3, ...head },
        },
      },
    ]);
    const turned = readSheet(
      sample,
      [
        ['备注', '类型*', '实施单位', '事项名称', '事项编码'],
        ['x', '乙类', 'u2', '乙', 'S-0002'],
      ],
      head,
      units,
    );
    expect(turned.problems).toEqual([]);
    expect(turned.rows[0]!.action.input).toMatchObject({ code: 'S-0002', type: 'b', unit: 'u2' });
  });

  test('[X2] every wrong cell is named with its address and what to do', () => {
    const { rows, problems } = read(
      ['S-0001', null, '丙类', '不存在的局', null, '三'],
      [null, null, null, null, null, null],
      ['S-0001', '名', '甲类', '执法队', null, 1.5],
    );
    expect(rows).toEqual([]);
    expect(problems.map(({ cell }) => cell)).toEqual(['B2', 'C2', 'D2', 'F2', 'A4', 'D4', 'F4']);
    const said = new Map(problems.map(({ cell, message }) => [cell, message]));
    expect(said.get('B2')).toBe('请填写事项名称');
    expect(said.get('C2')).toBe('类型没有“丙类”这一项，可以填写：甲类、乙类');
    expect(said.get('D2')).toContain('不在单位名录里');
    expect(said.get('A4')).toBe('编码S-0001与第2行重复，请改正其中一行');
    expect(said.get('D4')).toContain('u3、u4');
    expect(said.get('F4')).toBe('数量应为整数');
  });

  test('a sheet without a required column, without rows, or with too many is refused as a whole', () => {
    expect(readSheet(sample, [['事项编码'], ['S-0001']], head, units).problems).toEqual([
      { cell: 'A1', message: '第一行缺少列“事项名称”“类型”“实施单位”，请使用模板，不要改动标题' },
    ]);
    expect(read().problems[0]!.cell).toBe('A2');
    const many = Array.from({ length: 10_001 }, (_, i) => [`S-${i}`]);
    expect(read(...many).problems).toEqual([{ cell: 'A10002', message: expect.stringContaining('10000') }]);
  });

  test('a pasted table is read like a workbook, with quotes, tabs and line ends inside cells', () => {
    const text = `${titles.join('\t')}\r\nS-0001\t"甲""乙"""\t甲类\tu1\t"第一行\n第二行"\t\r\n\t\t\t\t\t\r\n`;
    const { rows, problems } = readSheet(sample, parsePasted(text), head, units);
    expect(problems).toEqual([]);
    expect(rows[0]!.action.input).toMatchObject({ name: '甲"乙"', basis: '第一行\n第二行' });
  });

  test('pasting keeps every cell', () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => `x${text.replaceAll('\r', '')}`);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const quoted = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          expect(parsePasted(rows.map((row) => row.map(quoted).join('\t')).join('\n'))).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the template has the headings of the list, reads back as empty, and explains every column', async () => {
    const sheet = await readWorkbook(await writeTemplate(sample));
    expect(sheet[0]).toEqual(titles);
    expect(readSheet(sample, sheet, head, units).problems).toEqual([
      { cell: 'A2', message: '表中没有数据，请从第二行起填写' },
    ]);
    expect(columnsOf(rich).find((column) => column.field === 'table')!.help).toBe(
      '每行一条，各栏用“|”隔开：项|必要|天',
    );
  });

  test('[X3] what is exported reads back as it was, every kind of field', async () => {
    const item: JsonObject = {
      name: '名|称',
      unit: 'u1',
      on: '2024-02-29',
      yes: false,
      many: ['a', 'b'],
      money: 12.5,
      table: [
        { name: '一', required: true, days: 3 },
        { name: '二', required: false },
      ],
    };
    const version: ItemVersion = {
      list: 'rich',
      code: 'R1',
      from: '2024-01-01',
      seq: 1,
      status: 'in-force',
      operation: 'establish',
      name: '名|称',
      kind: '',
      unit: 'u1',
      item,
      event: 'e',
    };
    const sheet = await readWorkbook(await writeItems(rich, [[version]], units));
    expect(sheet[1]!.slice(-2)).toEqual(['实施', '2024-01-01']);
    const { rows, problems } = readSheet(rich, sheet, head, units);
    expect(problems).toEqual([]);
    expect(rows[0]!.action.input).toEqual({ code: 'R1', ...item, ...head });
  });

  test('days are read as Excel keeps them and as people write them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 's',
          rows: [
            ['事项编码', '名称', '单位', '日期', '是否'],
            ['R1', '名', 'u1', new Date('2024-03-01T00:00:00Z'), '是'],
            ['R2', '名', 'u1', '2024年3月1日', '否'],
            ['R3', '名', 'u1', '2024/3/1', '是'],
            ['R4', '名', 'u1', '2024-02-30', '是'],
          ],
        },
      ],
    });
    const { problems } = readSheet(rich, await readWorkbook(bytes), head, units);
    expect(problems).toEqual([{ cell: 'D5', message: '日期应为真实存在的日期，如2024-09-27' }]);
  });

  test('[X1] a file that is no workbook, or would unpack to too much, is refused before it is kept', async () => {
    await expect(readWorkbook(new TextEncoder().encode('not a zip'))).rejects.toThrow('不是可以读取的Excel');
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(3_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => checkArchive(bomb, { files: 10, bytes: 1_000_000 })).toThrow('解压后过大');
    expect(() => checkArchive(bomb, { files: 10, bytes: 4_000_000 })).not.toThrow();
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    // The directory of the archive states ten bytes.
    for (let at = 0; at < liar.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(() => checkArchive(liar, { files: 10, bytes: 1_000_000 })).toThrow('解压后过大');
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}`, new Uint8Array(1)])),
    );
    expect(() => checkArchive(many, { files: 10, bytes: 1_000_000 })).toThrow('解压后过大');
  });

  test('columns beyond Z have two letters', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
