import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { staticApp } from './static.ts';

const folder = mkdtempSync(join(tmpdir(), 'fazhi-static-'));
writeFileSync(join(folder, 'index.html'), 'index');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const app = new Hono().use('/console/*', staticApp('/console', folder));

test.each([
  ['a page of the app', '/console/registers/licence', 200],
  ['a part that is gone', '/console/assets/old-1a2b.js', 404],
  ['escapes that are no text', '/console/%ff', 404],
  ['a way out of the folder, which leads no further than the app', '/console/..%2f..%2fetc%2fpasswd', 200],
  ['a NUL', '/console/a%00', 404],
])('%s', async (_, path, status) => {
  const answer = await app.request(`http://localhost${path}`);
  expect(answer.status).toBe(status);
  if (status === 200) expect(await answer.text()).toBe('index');
});
