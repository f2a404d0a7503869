import { expect, it } from 'vitest';
import { filesIn } from './files-in.ts';

it('finds the files of a form at any depth, also such as lack what a file must have', () => {
  const whole = { sm3: 'a'.repeat(64), name: '合同.pdf', size: 3 };
  const stranger = { sm3: 'b'.repeat(64), name: '附件.pdf' };
  const input = {
    subject: '合同',
    materials: [whole],
    rows: [{ code: '1', proof: [stranger, whole] }],
    none: null,
  };
  expect(filesIn(input)).toEqual([whole, stranger, whole]);
  expect(filesIn('合同.pdf')).toEqual([]);
});
