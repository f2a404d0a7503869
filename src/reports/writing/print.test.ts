import { expect, it } from 'vitest';
import { readDocument } from '../reading/index.ts';
import { printPdf } from './print.ts';

it('prints a page as PDF whose words can be read, and runs nothing that stands in it', async () => {
  const page =
    '<!doctype html><meta charset="utf-8"><p id="p">全年作出行政处罚决定475件。</p><script>document.body.textContent = "改动"</script>';
  const bytes = await printPdf(page);
  const { text } = await readDocument({ name: 'r.pdf', bytes: bytes! });
  expect(text.replace(/\s/g, '')).toContain('全年作出行政处罚决定475件。');
  expect(text).not.toContain('改动');
});
