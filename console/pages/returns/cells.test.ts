import { describe, expect, it } from 'vitest';
import { pasteInto, sent, typedOf } from './cells.ts';

const codes = ['A', 'B', 'C'];
const empty = typedOf([]);

describe('pasting into the grid', () => {
  it('goes down from the cell, a second column becomes comments', () => {
    expect(sent(pasteInto(empty, codes, 'B', '12\t专项\n1,300')!)).toEqual([
      { code: 'B', text: '12', comment: '专项' },
      { code: 'C', text: '1,300' },
    ]);
  });
  it('finds its rows where codes are copied too, and drops what is not of the form', () => {
    expect(sent(pasteInto(empty, codes, 'A', 'C\t3\nA\t1\nX\t9')!)).toEqual([
      { code: 'C', text: '3' },
      { code: 'A', text: '1' },
    ]);
  });
  it('keeps the place of an empty cell, which empties the field', () => {
    expect(sent(pasteInto(typedOf([{ code: 'B', text: '7' }]), codes, 'A', '1\n\n3')!)).toEqual([
      { code: 'A', text: '1' },
      { code: 'C', text: '3' },
    ]);
  });
  it('leaves a single value to its field', () => {
    expect(pasteInto(empty, codes, 'A', '12')).toBeUndefined();
  });
});
