import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeInstrument } from './docx.ts';
import { serviceReceipt } from './instrument-examples.ts';
import { PDF_UNAVAILABLE, toPdf } from './pdf.ts';

test('without LibreOffice there is no PDF, and the user is told what to do instead', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'fazhi-path-'));
  vi.stubEnv('PATH', empty);
  try {
    expect(await toPdf(await writeInstrument(serviceReceipt))).toBeUndefined();
    expect(PDF_UNAVAILABLE).toContain('打印');
  } finally {
    vi.unstubAllEnvs();
    await rm(empty, { recursive: true });
  }
});

test('with LibreOffice the paper becomes a PDF', { timeout: 60_000 }, async ({ skip }) => {
  const pdf = await toPdf(await writeInstrument(serviceReceipt));
  if (!pdf) return skip('LibreOffice is not installed');
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
});
