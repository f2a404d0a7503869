import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { f } from '../../../kernel/procedure/fields.ts';
import { compileList } from '../../../lists/compile.ts';
import { defineList } from '../../../lists/declaration.ts';
import { type Cell, cellText, cellValue, type UnitNames } from './cells.ts';
import { cellAddress, columnsOf } from './columns.ts';
import { tableOfText } from './table.ts';

const list = compileList(
  defineList({
    id: 'sample',
    name: '样本清单',
    row: 'B1',
    chapter: 'functions',
    about: '供核对导入规则使用。',
    basis: [{ law: '行政许可法' }],
    code: { pattern: /^S-\d{4}$/, say: '应为“S-”加四位数字' },
    fields: z.object({
      name: f.text('事项名称'),
      type: f.choice('类型', { a: '甲类', b: '乙类' }),
      topics: f.choices('主题', { x: '建设', y: '环境' }).optional(),
      unit: f.unit('实施单位'),
      charged: f.flag('是否收费').optional(),
      fee: f.money('金额').optional(),
      since: f.date('设立日期').optional(),
      stages: f
        .rows('流程', { name: f.text('环节'), days: f.integer('时限', { unit: '日' }).optional() })
        .optional(),
    }),
    operations: ['establish', 'adjust'],
  }),
);
const units: UnitNames = {
  nameOf: (code) => (code === 'u1' ? '城市管理局' : code),
  codeOf: (text) => (text === '城市管理局' || text === '城管局' ? 'u1' : undefined),
};
const columns = new Map(columnsOf(list).map((column) => [column.name, column]));
const read = (name: string, cell: Cell) => cellValue(columns.get(name)!, cell, units);

describe('a cell', () => {
  test.each([
    ['type', '乙类', 'b'],
    ['topics', '建设、环境', ['x', 'y']],
    ['unit', '城管局', 'u1'],
    ['charged', '是', true],
    ['charged', false, false],
    ['fee', '1,234.50', 1234.5],
    ['since', '2024年9月7日', '2024-09-07'],
    ['since', new Date('2024-09-27T00:00:00Z'), '2024-09-27'],
    ['stages', '受理|1\n决定', [{ name: '受理', days: 1 }, { name: '决定' }]],
    ['name', '  道路挖掘  ', '道路挖掘'],
    ['name', 12, '12'],
    ['name', null, undefined],
  ] as const)('%s %j is read', (name, cell, value) => {
    expect(read(name, cell as Cell)).toEqual({ ok: true, value });
  });

  test.each([
    ['type', '丙类', '类型没有“丙类”，可以填写：甲类、乙类'],
    ['unit', '不存在的局', '没有名为“不存在的局”的单位'],
    ['charged', '对', '应填写“是”或者“否”'],
    ['fee', '约三百', '应为数字'],
    ['stages', '受理|1|多', '流程第1行有3段，最多2段'],
    ['stages', '受理|一', '流程第1行：时限应为数字'],
  ])('%s %j is refused with what to do', (name, cell, message) => {
    const value = read(name, cell);
    expect(value.ok ? '' : value.message).toContain(message);
  });

  test('what is written is read back', () => {
    const word = fc.stringMatching(/^[一-龟A-Za-z0-9]{1,12}$/);
    const item = fc.record({
      type: fc.constantFrom('a', 'b'),
      topics: fc.uniqueArray(fc.constantFrom('x', 'y'), { minLength: 1 }),
      unit: fc.constant('u1'),
      charged: fc.boolean(),
      fee: fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100),
      since: fc.constantFrom('2024-02-29', '1999-12-31'),
      stages: fc.array(fc.record({ name: word, days: fc.nat(99) }, { requiredKeys: ['name'] }), {
        minLength: 1,
      }),
      name: word,
    });
    fc.assert(
      fc.property(item, (fields) => {
        for (const [name, value] of Object.entries(fields)) {
          const column = columns.get(name)!;
          expect(cellValue(column, cellText(column, value, units), units)).toEqual({ ok: true, value });
        }
      }),
    );
  });
});

test('cells are addressed as spreadsheets do', () => {
  expect([
    cellAddress(0, 0),
    cellAddress(11, 2),
    cellAddress(0, 26),
    cellAddress(0, 701),
    cellAddress(0, 702),
  ]).toEqual(['A1', 'C12', 'AA1', 'ZZ1', 'AAA1']);
});

describe('pasted text', () => {
  test('keeps the cells of several lines and doubled quotation marks', () => {
    const { heads, rows } = tableOfText('编码\t名称\r\nS-1\t"第一行\n第二""行"""\r\n\r\nS-2\t"半\t\r\n');
    expect(heads).toEqual(['编码', '名称']);
    expect(rows).toEqual([
      { at: 1, cells: ['S-1', '第一行\n第二"行"'] },
      { at: 3, cells: ['S-2', '"半', ''] },
    ]);
  });

  test('without rows says what to do', () => {
    expect(() => tableOfText(' \n\t')).toThrow('下载模板');
    expect(() => tableOfText('编码\t名称')).toThrow('只有表头');
  });
});
