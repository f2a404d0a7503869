import { describe, expect, it } from 'vitest';
import { lawBook } from '../../law/index.ts';
import { citedOn, markUnsure } from './citation.ts';

describe('[P18] a citation nobody has read is marked', () => {
  it.each([
    ['a provision that was read', { law: '行政处罚法', article: '第六十条', provision: 'CF1-29' }, false],
    [
      'a paragraph of its article',
      { law: '行政处罚法', article: '第四十八条第二款', provision: 'CF1-20' },
      false,
    ],
    ['one of its articles', { law: '行政处罚法', article: '第四十五条', provision: 'CF1-17' }, false],
    ['the name of a statute that was read', { law: '行政许可法' }, false],
    ['an article without a provision', { law: '行政许可法', article: '第七条' }, true],
    [
      'an article its provision does not stand for',
      { law: '行政处罚法', article: '第九条', provision: 'CF1-29' },
      true,
    ],
    ['a document the book does not know', { law: '某意见（国办发〔2015〕1号）' }, true],
    ['a provision from memory', { law: '行政处罚法', article: '第三十七条', provision: 'CF0-16' }, true],
    ['a provision that does not exist', { law: '行政处罚法', provision: 'CF9-99' }, true],
  ])('%s', (_, basis, unsure) => {
    expect(markUnsure(basis, lawBook).unverified).toBe(unsure ? true : undefined);
  });

  it('also where the predecessor of the day is cited in its place', () => {
    const term = { law: '行政处罚法', article: '第六十条', provision: 'CF1-29' };
    expect(citedOn(term, '2024-01-01', lawBook)).toEqual(term);
    const former = citedOn(term, '2019-01-01', lawBook);
    expect([former.provision, former.unverified]).toEqual(['CF0-16', true]);
  });

  it('and one that was not in force on the day, where no rule of that day is known', () => {
    const supervision = { law: '行政执法监督条例', provision: 'JD-02' };
    expect(citedOn(supervision, '2026-01-31', lawBook).unverified).toBe(true);
    expect(citedOn(supervision, '2026-02-01', lawBook).unverified).toBeUndefined();
  });
});
