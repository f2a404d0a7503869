import { describe, expect, it } from 'vitest';
import type { FormField } from '../../src/client/contract/catalogue.ts';
import { chineseAmount } from './chinese-amount.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import { pastedCells, pastedRows } from './paste.ts';
import { typedDate } from './typed-date.ts';
import { inputOf, validate } from './values.ts';

const field = (name: string, title: string, more: Partial<FormField> = {}): FormField => ({
  name,
  title,
  widget: 'text',
  required: true,
  personal: false,
  ...more,
});

describe('amounts in capitals', () => {
  it.each([
    [0, '人民币零元整'],
    [12_300, '人民币壹万贰仟叁佰元整'],
    [10_005, '人民币壹万零伍元整'],
    [100_000_001, '人民币壹亿零壹元整'],
    [100_010_000, '人民币壹亿零壹万元整'],
    [1_020_304, '人民币壹佰零贰万零叁佰零肆元整'],
    [300.5, '人民币叁佰元伍角'],
    [300.05, '人民币叁佰元零伍分'],
    [0.56, '人民币伍角陆分'],
    [0.05, '人民币伍分'],
    [20_000_000_000, '人民币贰佰亿元整'],
  ])('%d', (yuan, said) => {
    expect(chineseAmount(yuan)).toBe(said);
  });

  it.each([-1, 0.123, Number.NaN, Number.POSITIVE_INFINITY])('has no words for %d', (yuan) => {
    expect(chineseAmount(yuan)).toBeUndefined();
  });
});

describe('typed dates', () => {
  it.each(['2024-9-27', '2024.9.27', '2024/09/27', '2024年9月27日', '20240927', ' 2024-09-27 '])(
    'reads %s',
    (text) => {
      expect(typedDate(text)).toBe('2024-09-27');
    },
  );

  it.each(['2024-2-30', '2024-13-1', '27/9/2024', '九月', '', '2024927'])('refuses %s', (text) => {
    expect(typedDate(text)).toBeUndefined();
  });
});

describe('checking before sending', () => {
  const fields = [
    field('name', '单位名称', { max: 4 }),
    field('kind', '类型', { widget: 'choice', choices: { a: '甲' } }),
    field('note', '说明', { widget: 'long-text', required: false }),
    field('days', '天数', { widget: 'integer', min: 1, max: 10 }),
    field('people', '承办人', { widget: 'people', min: 2 }),
    field('materials', '材料', { widget: 'rows', columns: [field('code', '编码')] }),
  ];

  it('complains about a day that is none, also where no day is asked for: it was meant', () => {
    const day = [field('due', '到期日', { widget: 'date', required: false })];
    const said = (due: string) => validate(day, { due }).map(({ message }) => message);
    expect(said('2025-2-29')).toEqual(['“2025-2-29”不是有效日期：2025年2月只有28天']);
    expect(said('29/2/2024')).toEqual(['“29/2/2024”不是有效日期，请写成2024-9-27这样']);
    expect(said('2024-13-1')).toEqual(['“2024-13-1”不是有效日期，请写成2024-9-27这样']);
    expect(said('2024-02-29')).toEqual([]);
    expect(validate(day, {})).toEqual([]);
  });

  it('says what is missing in the words of its widget', () => {
    expect(validate(fields, { materials: [{}] })).toEqual([
      { path: 'name', message: '请填写单位名称' },
      { path: 'kind', message: '请选择类型' },
      { path: 'days', message: '请填写天数' },
      { path: 'people', message: '请选择承办人' },
      { path: 'materials.0.code', message: '请填写编码' },
    ]);
  });

  it('says which bound is passed', () => {
    const values = { name: '一二三四五', kind: 'a', days: 11, people: ['p1'], materials: [] };
    expect(validate(fields, values).map(({ message }) => message)).toEqual([
      '单位名称最多4字，现有5字',
      '天数不能大于10',
      '承办人至少2人',
    ]);
  });

  it('sends no empty fields, texts trimmed, and an empty table where one is asked for', () => {
    expect(inputOf(fields, { name: ' 甲厂 ', note: ' ', days: 3, people: ['p1', 'p2'] })).toEqual({
      name: '甲厂',
      days: 3,
      people: ['p1', 'p2'],
      materials: [],
    });
  });
});

describe('pasting from a spreadsheet', () => {
  const columns = [
    field('name', '材料名称'),
    field('given', '提交情况', { widget: 'choice', choices: { yes: '已提交', no: '未提交' } }),
    field('copies', '份数', { widget: 'integer' }),
    field('on', '日期', { widget: 'date' }),
  ];

  it('keeps line breaks, tabs and quotes inside quoted cells', () => {
    expect(pastedCells('甲\t"两\n行"\r\n"说""好"""\t乙\r\n')).toEqual([
      ['甲', '两\n行'],
      ['说"好"', '乙'],
    ]);
  });

  it('goes in order, and reads choices, counts and days', () => {
    expect(pastedRows(columns, '申请书\t已提交\t1,200份\t2024.9.27\n章程\t\t2')).toEqual([
      { name: '申请书', given: 'yes', copies: 1200, on: '2024-09-27' },
      { name: '章程', copies: 2 },
    ]);
  });

  it('follows a head row where there is one', () => {
    expect(pastedRows(columns, '份数\t备注\t材料名称\n2\t无\t章程')).toEqual([{ copies: 2, name: '章程' }]);
  });

  it('leaves what it cannot read for the check to point at', () => {
    expect(pastedRows(columns, '章程\t也许')).toEqual([{ name: '章程', given: '也许' }]);
  });
});

describe('drafts', () => {
  const place = { person: 'p', procedure: 'licence', matter: 'm', step: 'accept' };
  const storage = (): Storage => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as Storage;
  };

  it('are kept by person, matter and step, with the key of the act', () => {
    const tab = storage();
    const draft = { values: { name: '甲' }, request: 'request-1' };
    keepDraft(place, draft, tab);
    expect(readDraft(place, tab)).toEqual(draft);
    expect(readDraft({ ...place, person: 'q' }, tab)).toBeUndefined();
    expect(readDraft({ ...place, step: 'refuse' }, tab)).toBeUndefined();
    dropDraft(place, tab);
    expect(readDraft(place, tab)).toBeUndefined();
  });

  it('that cannot be read count as none', () => {
    const tab = storage();
    tab.setItem('fazhi.draft/p/licence/m/accept', '{broken');
    expect(readDraft(place, tab)).toBeUndefined();
  });
});
