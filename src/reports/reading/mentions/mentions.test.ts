import { describe, expect, it } from 'vitest';
import { readMentions } from './index.ts';
import { findDocumentNumber } from './numbers.ts';

describe('document numbers', () => {
  const forms = [
    '某政发〔2015〕48号',
    '某政发[2015]48号',
    '某政发﹝2015﹞ 48号',
    '某政发【2015】第48号',
    '某政发(2015)48号',
    '某政发（2015）48号',
    '某政发〔2015〕48',
    '某政发〔201548',
    '某政发〔201548号',
    '某政发2015〕48号',
    '某政发201548号',
    '某政发〔2015年〕48号',
    '某政发〔2015〕048号',
  ];
  for (const printed of forms) {
    it(printed, () => {
      const text = `根据${printed}要求，全面落实。`;
      const found = findDocumentNumber(text)!;
      expect(found.number).toBe('某政发〔2015〕48号');
      expect(text.slice(found.start, found.end)).toBe(printed);
    });
  }

  it('reads decrees', () =>
    expect(findDocumentNumber('（国务院令第713号）')?.number).toBe('国务院令第713号'));

  const none = [
    '截至2015年',
    '工作情况（2017）3个',
    '规划（2016—2020年）',
    '电话20151234号',
    '（2015—2020年）',
    '第48号',
  ];
  for (const text of none) it(`sees none in ${text}`, () => expect(findDocumentNumber(text)).toBeNull());
});

describe('documents mentioned', () => {
  it('joins a title and the number after it', () => {
    const [document] = readMentions('按照《关于加强某项工作的意见》（某政发〔2015〕48号）落实。');
    expect(document).toMatchObject({ title: '关于加强某项工作的意见', number: '某政发〔2015〕48号' });
  });

  it('counts a document once and lists its mentions', () => {
    const text = '《办法》、《细则》和《办法》(某办发〔2020〕3号)，某办发〔2020〕3号';
    const found = readMentions(text);
    expect(found.map(({ title, number }) => [title, number])).toEqual([
      ['办法', '某办发〔2020〕3号'],
      ['细则', null],
    ]);
    expect(found[0]!.occurrences.map(({ start, end }) => text.slice(start, end))).toEqual([
      '《办法》',
      '《办法》',
      '某办发〔2020〕3号',
    ]);
  });

  it('takes the outer of nested titles', () => {
    const titles = readMentions('《关于印发〈某方案〉的通知》与《转发《某意见》的函》').map(
      ({ title }) => title,
    );
    expect(titles).toEqual(['关于印发〈某方案〉的通知', '转发〈某意见〉的函']);
  });

  it('passes over marks without a partner', () => {
    expect(readMentions('工作规则》《某规定》').map(({ title }) => title)).toEqual(['某规定']);
    expect(readMentions('《没有结束\n《某规定》').map(({ title }) => title)).toEqual(['某规定']);
  });
});
