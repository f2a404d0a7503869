import fc from 'fast-check';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import { f } from '../../kernel/procedure/fields.ts';
import { compileList } from '../compile.ts';
import { defineList } from '../declaration.ts';
import type { ItemState, ItemVersion } from '../item.ts';
import { sample } from '../test-support.ts';
import { checkArchive } from './archive.ts';
import { formatCell, parseCell } from './cells.ts';
import { columnLetter, columnsOf, unitNames } from './columns.ts';
import { parsePasted } from './pasted.ts';
import { planRow } from './plan.ts';
import { MOST_ROWS, readSheet } from './read.ts';
import { readWorkbook, writeItems, writeTemplate } from './workbook.ts';

const units = unitNames([
  { code: 'u1', name: '市场监督管理局', shortName: '市监局' },
  { code: 'u2', name: '卫生健康局' },
  { code: 'u3', name: '执法队' },
  { code: 'u4', name: '执法队' },
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
        code: 'S-0001',
        input: { code: 'S-0001', name: '甲', type: 'a', unit: 'u1', amount: 3, ...head },
      },
    ]);
    const turned = readSheet(
      sample,
      [
        ['状态', '类型*', '实施单位', '事项名称', '事项编码'],
        ['实施', '乙类', '市监局', '乙', 'S-0002'],
      ],
      head,
      units,
    );
    expect(turned.problems).toEqual([]);
    expect(turned.rows[0]!.input).toMatchObject({ code: 'S-0002', type: 'b', unit: 'u1' });
  });

  test('[X2] every wrong cell is named with its address and what to do', () => {
    const { rows, problems } = read(
      ['S-0001', null, '丙类', '不存在的局', null, '三'],
      [null, null, null, null, null, null],
      ['S-0001', '名', '甲类', '执法队', null, 1.5],
    );
    expect(rows.map(({ row }) => row)).toEqual([]);
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
      { cell: 'A1', message: '表头缺少列“事项名称”“类型”“实施单位”，请使用模板，不要改动标题' },
    ]);
    expect(readSheet(sample, [[null], ['备注', ...titles, '类型']], head, units).problems).toEqual([
      { cell: 'A2', message: '样本清单没有“备注”这一栏，请对照模板核对表头' },
      { cell: 'H2', message: '“类型”一栏出现了两次，请删去其中一栏' },
    ]);
    expect(read().problems[0]!.cell).toBe('A2');
    const many = Array.from({ length: MOST_ROWS + 1 }, (_, i) => [`S-${i}`]);
    expect(read(...many).problems).toEqual([
      { cell: `A${MOST_ROWS + 2}`, message: expect.stringContaining(`${MOST_ROWS}`) },
    ]);
  });

  test('a pasted table is read like a workbook, with quotes, tabs and line ends inside cells', () => {
    const text = `${titles.join('\t')}\r\nS-0001\t"甲""乙"""\t甲类\tu1\t"第一行\n第二行"\t\r\n\t\t\t\t\t\r\n`;
    const { rows, problems } = readSheet(sample, parsePasted(text), head, units);
    expect(problems).toEqual([]);
    expect(rows[0]!.input).toMatchObject({ name: '甲"乙"', basis: '第一行\n第二行' });
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
    expect(sheet[0]).toEqual([
      ...titles.map((title) => (['依据', '数量'].includes(title) ? title : `${title}*`)),
      ...['依据文件*', '文号', '变更理由*'],
    ]);
    expect(readSheet(sample, sheet, head, units).problems).toEqual([
      { cell: 'A2', message: '表中没有数据，请从表头的下一行起填写' },
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
    expect(rows[0]!.input).toEqual({ code: 'R1', ...item, ...head });
  });

  test('document, number and reason stand in the row, or are common to all; a row that changes nothing needs none', () => {
    const sheet = [
      [...titles.slice(0, 4), '依据文件', '变更理由'],
      ['S-0001', '甲', '甲类', 'u1', '某通知', null],
      ['S-0002', '乙', '甲类', 'u1', null, null],
    ];
    const read = readSheet(sample, sheet, { effective: '2024-01-01', reason: '共同的理由' }, units);
    expect(read.problems).toEqual([]);
    expect(read.rows[0]!.input).toMatchObject({ documentTitle: '某通知', reason: '共同的理由' });
    expect(read.rows[1]!.input).not.toHaveProperty('documentTitle');
    expect(
      readSheet(
        sample,
        sheet.map((row) => row.slice(0, 5)),
        { effective: '2024-01-01' },
        units,
      ).problems,
    ).toEqual([{ cell: 'A1', message: '表头缺少列“变更理由”，请使用模板，不要改动标题' }]);
  });

  test('a row is new, an adjustment of what differs, or nothing; an empty cell empties, a column left out does not', () => {
    const sheet = readSheet(sample, [titles.slice(0, 5), ['S-0001', '甲', '甲类', 'u1', null]], head, units);
    const row = sheet.rows[0]!;
    const item = {
      list: 'sample',
      code: 'S-0001',
      stream: 's',
      seq: 1,
      lastOn: '2023-01-01',
      kind: 'a',
      unit: 'u1',
    };
    const state = (fields: JsonObject, status: ItemState['status'] = 'in-force'): ItemState => ({
      ...item,
      status,
      fields,
      postRegistration: false,
    });
    const fields = { name: '甲', type: 'a', unit: 'u1', amount: 3 };
    expect(planRow(sample, sheet, row, undefined)).toMatchObject({ kind: 'new' });
    expect(planRow(sample, sheet, row, state(fields, 'ended'))).toMatchObject({ kind: 'new' });
    expect(planRow(sample, sheet, row, state(fields))).toEqual({ kind: 'same' });
    expect(planRow(sample, sheet, row, state({ ...fields, name: '旧', basis: '某条例' }))).toEqual({
      kind: 'adjusted',
      action: { operation: 'adjust', input: { code: 'S-0001', name: '甲', basis: null, ...head } },
    });
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

  test.each([
    ['unit', '执法队', '请改填单位代码：u3、u4'],
    ['yes', '对', '是否应填“是”或者“否”'],
    ['money', '约三百', '金额应为数字'],
    ['money', '1e5', '金额应为数字'],
    ['many', '甲、丙', '几项没有“丙”这一项'],
    ['table', '一|是|2|多', '表第1行有4栏，最多3栏'],
    ['table', '一|是\n二|是|x', '表第2行：天应为数字'],
  ])('%s %j is refused with what to do', (field, cell, message) => {
    const found = columnsOf(rich).find((column) => column.field === field)!;
    expect(parseCell(found, cell, units)).toEqual({ problem: expect.stringContaining(message) });
  });

  test.each([
    ['many', '甲、乙，', ['a', 'b']],
    ['yes', false, false],
    ['money', '１，234.50', 1234.5],
    ['on', '2024年 9月 7日', '2024-09-07'],
    [
      'table',
      '一|是\r\n\r\n二｜否｜3',
      [
        { name: '一', required: true },
        { name: '二', required: false, days: 3 },
      ],
    ],
  ] as const)('%s %j is read', (field, cell, value) => {
    const found = columnsOf(rich).find((column) => column.field === field)!;
    expect(parseCell(found, cell, units)).toEqual({ value });
  });

  test('what is written in a cell is read back, whatever it is', () => {
    const word = fc.stringMatching(/^[一-龟A-Za-z0-9]{1,12}$/);
    const item = fc.record({
      name: word,
      unit: fc.constant('u1'),
      on: fc.constantFrom('2024-02-29', '1999-12-31'),
      yes: fc.boolean(),
      many: fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
      money: fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100),
      table: fc.array(
        fc.record(
          { name: word, required: fc.boolean(), days: fc.nat(99) },
          { requiredKeys: ['name', 'required'] },
        ),
        { minLength: 1 },
      ),
    });
    const columns = columnsOf(rich);
    fc.assert(
      fc.property(item, (fields) => {
        for (const [name, value] of Object.entries(fields)) {
          const found = columns.find((column) => column.field === name)!;
          expect(parseCell(found, formatCell(found, value as JsonValue, units), units)).toEqual({ value });
        }
      }),
    );
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
