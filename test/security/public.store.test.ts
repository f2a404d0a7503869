import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportAtCutOff, writeDemoYear } from '../../src/cli/demo-year.ts';
import { seedZone } from '../../src/demo/seed-zone.ts';
import { zone } from '../../src/demo/zone.ts';
import { anchorOf, checkProof, formatAnchor, PROOF_HEADER, parseProof } from '../../src/kernel/seal/index.ts';
import { textDigestOf } from '../../src/reports/writing/text-digest.ts';
import { createApp } from '../../src/server/app.ts';
import { createFileStore } from '../../src/server/files/store.ts';
import { createIdentity } from '../../src/server/identity/index.ts';
import { createLog } from '../../src/server/log.ts';
import { openWorld } from '../../src/server/open-world.ts';
import type { World } from '../../src/server/world.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

// Walks the whole portal of a district with two years of everything, link by link, as anybody may.

const NOW = '2026-11-20T02:00:00.000Z';
/** Pages of one sort (an address without its last part) that are opened; the rest are alike. */
const EACH = 12;

let database: TestDatabase;
let world: World;
let app: Hono;
let home: string;
/** What every address answered. */
const answers = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  home = mkdtempSync(join(tmpdir(), 'fazhi-public-'));
  await seedZone(sql);
  world = await openWorld({ sql, region: zone.code });
  const files = createFileStore(sql, join(home, 'files'));
  await writeDemoYear(world, files, NOW, {
    size: { licences: 120, penalties: 120 },
    onCutOff: async (day) => {
      await reportAtCutOff(world, day, NOW);
    },
  });
  await sealAll(sql, zone.code, () => NOW);
  app = createApp({
    world,
    identity: createIdentity({ sql, region: zone.code, home, clock: () => NOW }),
    files,
    log: createLog(() => {}),
    clock: () => NOW,
    secure: false,
    trustProxy: false,
    ready: () => true,
  });
  await crawl();
}, 180_000);
afterAll(async () => {
  await world.appender.idle();
  await database.drop();
  rmSync(home, { recursive: true, force: true });
});

async function crawl(): Promise<void> {
  const waiting = ['/', '/plans', '/reports', '/verify'];
  const opened = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const sort = path.replace(/[?#].*$/, '').replace(/\/[^/]*$/, '');
    const times = opened.get(sort) ?? 0;
    if (answers.has(path) || times >= EACH || path.endsWith('.pdf')) continue;
    opened.set(sort, times + 1);
    const answer = await app.request(`http://localhost${path}`);
    const text = await textOf(path, answer);
    answers.set(path, `${answer.url}\n${text}`);
    expect(answer.status, path).toBeLessThan(400);
    if (path.startsWith('/api/') || path.startsWith('/portal/')) continue;
    for (const [, href] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = href!.replaceAll('&amp;', '&');
      if (!/^\/(console|sign-in|type)/.test(link)) waiting.push(link);
    }
  }
}

async function textOf(path: string, answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  if (!/officedocument/.test(type)) return answer.text();
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return `${path}\n${Object.values(parts)
    .map((bytes) => strFromU8(bytes))
    .join('\n')}`;
}

/** Addresses whose answer tells one of these. */
const telling = (words: readonly string[]) =>
  [...answers].flatMap(([path, text]) => {
    const told = words.filter((word) => text.includes(word));
    return told.length > 0 ? [`${path}: ${told.slice(0, 3).join(' ')}`] : [];
  });

describe('what the portal answers to anybody', () => {
  test('is looked at widely', () => {
    const sorts = ['/disclosure/', '/lists/', '/guides/', '/reports/', '/plans/', '/api/public/reports/'];
    for (const sort of sorts)
      expect(
        [...answers.keys()].filter((path) => path.startsWith(sort)),
        sort,
      ).not.toEqual([]);
    expect([...answers.keys()].filter((path) => path.includes('/figures/')).length).toBe(EACH);
  });

  test('names no person and no post by the numbers of the house', async () => {
    const { admin } = database;
    const rows = await admin<{ id: string }[]>`select id from person union select id from post`;
    expect(rows.length).toBeGreaterThan(100);
    expect(telling(rows.map(({ id }) => id).filter((id) => id !== 'system'))).toEqual([]);
  });

  test('names no record, no request and no file by the number the house keeps it under', async () => {
    const found = new Set(
      [...answers.values()].flatMap((text) => text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []),
    );
    const digests = new Set([...answers.values()].flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []));
    expect(found.size).toBeGreaterThan(10);
    expect(digests.size).toBeGreaterThan(10);
    const inside = await database.admin<{ what: string; id: string }[]>`
      select 'event' as what, id::text from event where id = any (${[...found]}::uuid[])
      union select 'request', id from request where id = any (${[...found]})
      union select 'file', sm3 from file where sm3 = any (${[...digests]})
      union select 'salt', encode(salt, 'hex') from event where encode(salt, 'hex') = any (${[...digests].map((digest) => digest.slice(0, 32))})`;
    expect(inside.map(({ what, id }) => `${what} ${id} ${telling([id])[0]}`)).toEqual([]);
  });
});

describe('the proofs on the report', () => {
  const proofs = () =>
    [...answers].flatMap(([path, page]) =>
      [...page.matchAll(/<pre[^>]*>(fazhi\/proof\/[^<]*)<\/pre>/g)].map(([, text]) => ({
        path,
        text: text!
          .replaceAll('&quot;', '"')
          .replaceAll('&#34;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&'),
      })),
    );

  test('hold, show the digest of the very text one can download, and open nothing else', async () => {
    const report = [...answers.keys()].find((path) => /^\/reports\/[^/]+$/.test(path))!;
    const download = answers.get(
      [...answers.keys()].find(
        (path) => path.endsWith('/report.txt?version=1') || path.includes('report.txt'),
      )!,
    )!;
    const text = download.slice(download.indexOf('\n') + 1);
    expect(answers.get(report)).toContain(textDigestOf(text));
    expect(proofs().length).toBeGreaterThan(EACH);
    for (const { path, text: proof } of proofs()) {
      expect(proof.startsWith(PROOF_HEADER), path).toBe(true);
      const read = parseProof(proof);
      const { holds, entry } = checkProof(read);
      expect(holds, path).toBe(true);
      expect(read.closed, path).toBeUndefined();
      expect(entry.public[0]?.content, path).toContainEqual(['正文摘要', textDigestOf(text)]);
    }
  });

  test('are computed by the program the portal hands out, which shares no code; a changed letter is told', async () => {
    const bodyOf = (part: string) => {
      const [path, answer] = [...answers].find(([path]) => path.includes(part))!;
      return { path, body: answer.slice(answer.indexOf('\n') + 1) };
    };
    const keep = (name: string, content: string) => {
      writeFileSync(join(home, name), content);
      return join(home, name);
    };
    const program = keep('check-proof.mjs', bodyOf('/portal/check-proof.mjs').body);
    const proof = bodyOf('/proof.txt?version=').body;
    const text = bodyOf('/report.txt').body;
    const run = (...files: string[]) =>
      spawnSync(process.execPath, [program, ...files], { encoding: 'utf8' });
    const sound = run(keep('p.txt', proof), keep('t.txt', text));
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    const { seal } = parseProof(proof);
    const anchor = formatAnchor(anchorOf(seal));
    expect(sound.stdout).toContain(anchor.slice(0, anchor.lastIndexOf(':')));
    expect(run(keep('q.txt', proof.replace('签发日期', '签发时间')), keep('t.txt', text)).status).toBe(1);
    expect(run(keep('p.txt', proof), keep('u.txt', `${text}。`)).status).toBe(1);
  });
});
