import { describe, expect, it } from 'vitest';
import type { ReadingView } from '../../../src/client/contract/reports.ts';
import { markedLinesOf } from './pieces.ts';

const figure = { subject: '', value: 1, valueTo: null, unit: '件', qualifier: '', period: '', sentence: '' };

const reading: ReadingView = {
  text: '立案12件，结案9件。\n办理完毕毕。',
  document: { title: null, issuer: null, number: null, date: null, skeletonName: '', year: null },
  sections: [],
  figures: [
    { ...figure, id: 'a', text: '12件', start: 2, end: 5, section: null, slot: null },
    { ...figure, id: 'b', text: '9件', start: 8, end: 10, section: null, slot: null },
  ],
  relations: [{ kind: 'rate', holds: true, note: '相符', start: 2, end: 10 }],
  findings: [
    { code: 'x', severity: 'error', message: '重复', start: 15, end: 17, suggestion: '毕' },
    { code: 'y', severity: 'error', message: '缺标点', start: 12, end: 12, suggestion: null },
  ],
  tasks: [],
};

describe('pieces of the text', () => {
  const [first, second] = markedLinesOf(reading);

  it('are cut where marks begin and end, and together are the line', () => {
    expect(first!.pieces.map(({ text, figure, relations }) => [text, figure?.id ?? '', relations])).toEqual([
      ['立案', '', []],
      ['12件', 'a', [0]],
      ['，结案', '', [0]],
      ['9件', 'b', [0]],
      ['。', '', []],
    ]);
  });

  it('tell a heading from the text it runs into', () => {
    const section = { level: 1, number: '一', title: '立案', start: 0, titleEnd: 2, end: 19 };
    const lines = markedLinesOf({ ...reading, sections: [section] });
    expect(lines[0]!.level).toBe(0);
    expect(lines[0]!.pieces.filter(({ heading }) => heading).map(({ text }) => text)).toEqual(['立案']);
  });

  it('show a finding in place, and one without extent at the sign it stands before', () => {
    expect(second!.pieces.map(({ text, findings }) => [text, findings])).toEqual([
      ['办', [1]],
      ['理完', []],
      ['毕毕', [0]],
      ['。', []],
    ]);
  });
});
