import { describe, expect, it } from 'vitest';
import { lawBook } from '../../law/index.ts';
import type { DocumentBlock } from './declaration.ts';
import { unreadInDocument } from './printed-citations.ts';

const unread = (block: DocumentBlock, date = '2025-03-03') =>
  unreadInDocument({ title: '决定书', issuer: '某局', date, blocks: [block] }, lawBook);
const said = (text: string, date?: string) => unread({ kind: 'paragraph', text }, date);

describe('[P18] citations in a document that is printed', () => {
  it.each([
    ['依据《中华人民共和国行政许可法》第三十八条的规定', []],
    ['依据《行政处罚法》（2021年修订）第六十条作出决定', []],
    ['违反《某条例》第三条第一款、第五条的规定', ['《某条例》第三条', '《某条例》第五条']],
    ['《中华人民共和国行政许可法》第九条', ['《中华人民共和国行政许可法》第九条']],
    ['《某条例》第三条；再引《某条例》第三条', ['《某条例》第三条']],
    ['《某条例》施行后，第三条不再适用', []],
    ['按照《某办法》的要求', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('are judged by the law of the day the document bears', () => {
    const text = '依据《中华人民共和国行政处罚法》第六十条';
    expect(said(text, '2024-01-01')).toEqual([]);
    expect(said(text, '2019-01-01')).toEqual(['《中华人民共和国行政处罚法》第六十条']);
  });

  it('are found in forms and tables too', () => {
    expect(unread({ kind: 'form', rows: [['依据', '《某条例》第九条']] })).toEqual(['《某条例》第九条']);
    expect(unread({ kind: 'table', head: ['依据'], rows: [['《某条例》第九条']] })).toEqual([
      '《某条例》第九条',
    ]);
  });
});
