import { describe, expect, it } from 'vitest';
import { linesOf } from '../text/lines.ts';
import { MARKS, ordinalOf } from './marks.ts';
import { scanMarks } from './scan.ts';

const scan = (text: string) => scanMarks(linesOf(text), new Set());

describe('marks of headings', () => {
  for (const mark of MARKS) {
    for (const example of mark.examples) {
      it(`${mark.style}: ${example}`, () => {
        const [found] = scan(example);
        expect(found).toMatchObject({ style: mark.style, place: 'line' });
      });
    }
  }

  it('reads numerals of every kind', () => {
    expect(['一', '十', '十二', '二十', '三十五', '3', '③', '㈢', '⑶', '⒊'].map(ordinalOf)).toEqual([
      1, 10, 12, 20, 35, 3, 3, 3, 3, 3,
    ]);
  });

  const notMarks = [
    '1.5万件',
    '2017年以来',
    '三、四季度',
    '一、二审案件',
    '1,000件',
    '3.15宣传',
    '第一条的规定',
    '第三部分的内容',
  ];
  for (const text of notMarks)
    it(`does not take ${text} for a heading`, () => expect(scan(text)).toEqual([]));
});
