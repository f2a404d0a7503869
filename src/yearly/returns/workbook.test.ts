import { describe, expect, it } from 'vitest';
import type { FormItem } from './form.ts';
import { matrixTemplate, unitTemplate } from './templates.ts';
import { typedNumber } from './typed-number.ts';
import { type ReadAsk, readReturns, readSheets } from './workbook.ts';

const item = (code: string, over: Partial<FormItem> = {}): FormItem => ({
  code,
  name: `指标${code}`,
  unit: '件',
  definition: '',
  measure: 'flow',
  decimals: 2,
  required: true,
  jump: '0.5',
  jumpFloor: '10',
  ...over,
});
const items = [item('A'), item('B'), item('C', { owedBy: ['u1'] })];
const form = { code: 'X', name: '表', periodKind: 'month' as const, note: '', items };
const owes = (unit: string) => items.filter(({ owedBy }) => !owedBy || owedBy.includes(unit));
const ask: ReadAsk = {
  key: 'X 2025-03',
  codes: new Set(['A', 'B', 'C']),
  unitOf: (text) => ({ u1: 'u1', u2: 'u2', 一局: 'u1' })[text],
  itemsOf: (unit) => (unit === 'u1' || unit === 'u2' ? owes(unit) : []),
};
const head = { key: 'X 2025-03', periodName: '2025年3月', due: '2025-04-05' };
const rows = (...data: unknown[][]) => ({
  values: [
    ['报表和期别', 'X 2025-03'],
    ['单位代码', '单位', 'A', 'B', 'C'],
    ['单位', '', 'a', 'b', 'c'],
    ...data,
  ],
  comments: [],
});
const cells = (data: unknown[][]) => readReturns(rows(...data), ask).problems.map(({ cell }) => cell);

describe('numbers as people write them', () => {
  const read = (cell: unknown, unit = '件') => {
    const typed = typedNumber(cell, unit);
    return 'value' in typed ? typed.value : 'problem' in typed ? typed.problem : '';
  };
  it.each([
    ['1,234', '1234'],
    ['１２３．５', '123.5'],
    ['1.25万', '12500'],
    ['-0.50', '-0.5'],
    ['12件', '12'],
    [' 007 ', '7'],
    [0.1 + 0.2, '0.3'],
    ['', ''],
    [null, ''],
  ])('%s is %s', (cell, value) => expect(read(cell)).toBe(value));
  it('a unit of its own is no scaling, a foreign one is told', () => {
    expect(read('3.5万元', '万元')).toBe('3.5');
    expect(read('3.5万元', '元')).toBe('35000');
    expect(read('3人', '件')).toContain('“人”与计量单位“件”不符');
    expect(read('—')).toContain('没有发生的填0');
    expect(read('约30')).toContain('不是数字');
    expect(read(new Date())).toContain('日期');
  });
});

describe('workbooks', () => {
  it('templates come back as they were filled in, with comments', async () => {
    const values = [
      { code: 'A', value: '1.5' },
      { code: 'C', value: '-3', comment: '专项' },
    ];
    const unit = { code: 'u1', name: '一局', owes: new Set(['A', 'B', 'C']), values };
    for (const bytes of [
      await matrixTemplate(form, head, [unit]),
      await unitTemplate(form, head, unit, new Map()),
    ]) {
      const { returns, problems } = readReturns(await readSheets(bytes), { ...ask, only: 'u1' });
      expect(problems).toEqual([]);
      expect(returns.map(({ values: read }) => read)).toEqual([values]);
    }
  });
  it('names the wrong cell: number, unit, doubled row, item not owed', () => {
    expect(cells([['u1', '', 'x', 2, 3]])).toEqual(['C4']);
    expect(cells([['u9', '某局', 1]])).toEqual(['A4']);
    expect(
      cells([
        ['u1', '', 1],
        ['一局', '', 1],
      ]),
    ).toEqual(['A5']);
    expect(cells([['u2', '', 1, 2, 3]])).toEqual(['E4']);
  });
  it('a column nobody knows is told at its head, once; columns only others owe are not', () => {
    const sheet = rows(['u2', '', 1, 2], ['u2x', '']);
    sheet.values[1] = ['单位代码', '单位', 'A', 'Z', 'C'];
    expect(readReturns({ ...sheet, values: sheet.values.slice(0, 4) }, ask).problems).toEqual([
      { cell: 'D2', message: expect.stringContaining('没有指标Z') },
    ]);
  });
  it('a sheet without the head says which template to use', () => {
    expect(readReturns({ values: [['a', 'b']], comments: [] }, ask).problems[0]).toMatchObject({
      cell: 'A1',
    });
  });
  it('what is no workbook is refused', async () => {
    await expect(readSheets(new Uint8Array([1, 2, 3]))).rejects.toMatchObject({
      refusal: { kind: 'invalid' },
    });
  });
});
