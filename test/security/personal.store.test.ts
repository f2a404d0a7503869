import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { postKinds } from '../../src/kernel/identity/posts.ts';
import type { JsonObject, JsonValue } from '../../src/kernel/ledger/json.ts';
import type { CompiledProcedure } from '../../src/kernel/procedure/compile.ts';
import { fieldMeta } from '../../src/kernel/procedure/field-meta.ts';
import type { MaskKind } from '../../src/kernel/procedure/mask.ts';
import type { WalkAct } from '../../src/kernel/procedure/walk.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { cookieOf, employ, type House, openHouse, REGION, vouchedSessions } from './house.ts';
import { replay, type WalkedAct, walkedProcedures } from './walked.ts';

/** Characters that stand nowhere else, so that one of them in the wrong place is a leak. */
const RARE = '龘靐齉齾爩鱻麤龗灪吁爨癵';
const rare = new RegExp(`[${RARE}]`, 'u');
/** A name begins with a common surname, which its mask may show. */
const MARKED: Record<MaskKind, JsonValue> = {
  name: '赵龘靐',
  'resident-id': '990199197707077717',
  phone: '13977777791',
  address: '龘靐路齉齾号',
  account: '99019977777777771234',
  hidden: '龘靐齉齾，鱻麤龗灪。',
};
const digits = /77777|97707077/;
/** Digests and ids, in which any digits may stand by chance. */
const HEX = '[0-9a-f]{32,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const hex = new RegExp(HEX, 'g');
const leaks = (text: string) => rare.test(text) || digits.test(text.replace(hex, ''));

let house: House;
const visited = new Set<string>();
const matters = new Map<string, string>();
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

/** The same input with a mark in every personal field of the step. */
function marked(
  input: JsonObject,
  procedure: CompiledProcedure,
  { step, expect: { refused } }: WalkAct,
): JsonObject {
  const fields = new Map<string, z.ZodType>(
    Object.values(procedure.declaration.steps).flatMap((step) => Object.entries(step.fields.shape)) as [
      string,
      z.ZodType,
    ][],
  );
  // An act that is refused for what is missing keeps missing it.
  const optional = refused ? [] : (procedure.personal.get(step) ?? []);
  const names = new Set([...Object.keys(input), ...optional]);
  return Object.fromEntries(
    [...names].map((name) => {
      const kind = procedure.allPersonal.has(name) ? fieldMeta(fields.get(name)!)?.personal : undefined;
      if (!kind) return [name, input[name]];
      visited.add(`${procedure.id}.${name}`);
      return [name, MARKED[kind]];
    }),
  ) as JsonObject;
}

async function asPost(kind: keyof typeof postKinds, unit: string): Promise<string> {
  const post = `${kind}@${unit}@`;
  await employ(house.database.admin, `reader-${kind}`, kind, unit, post);
  return cookieOf(`reader-${kind}`, post);
}

const walked = await walkedProcedures();

describe.each(walked)('$procedure.id', (entry) => {
  test('no answer to an act tells a personal value, refusals included', async () => {
    const told: string[] = [];
    for (const walk of entry.walks) {
      const { root, problems } = await replay(house, entry, walk, {
        change: marked,
        after: async (act: WalkedAct, { text }) => {
          if (leaks(text)) told.push(`${walk.name} ${act.act.step}: ${text}`);
        },
      });
      expect(problems).toEqual([]);
      if (root) matters.set(root, entry.procedure.id);
    }
    expect(told).toEqual([]);
  });
});

test('every personal field was filled by some walk', () => {
  const all = walked.flatMap(({ procedure }) =>
    [...procedure.allPersonal].map((name) => `${procedure.id}.${name}`),
  );
  expect(all.filter((name) => !visited.has(name))).toEqual([]);
  expect(all.length).toBeGreaterThan(10);
});

test('no table but the one for personal values holds one', async () => {
  await sealAll(house.database.sql, REGION, house.now);
  const { admin } = house.database;
  const tables = await admin<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'personal_value'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const columns = name === 'matter_search' ? '(t.matter, t.terms)' : 't';
    const rows = await admin.unsafe<{ row: string }[]>(
      `select (${columns})::text as row from ${name} t
        where regexp_replace((${columns})::text, '${HEX}', '', 'g') ~ '[${RARE}]|${digits.source}' limit 3`,
    );
    found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 300)}`));
  }
  expect(found).toEqual([]);
  const [kept] = await admin<{ n: number }[]>`select count(*) as n from personal_value`;
  expect(kept!.n).toBeGreaterThan(50);
});

/** Posts that see the whole region or unit, but no personal value of it. */
const readers = (Object.keys(postKinds) as (keyof typeof postKinds)[]).filter(
  (kind) => !postKinds[kind].personal && postKinds[kind].reach !== 'own',
);

test.each(readers)('%s sees every page masked', async (kind) => {
  const cookie = await asPost(kind, 'unit-1');
  const found: string[] = [];
  const read = async (path: string, statuses = [200]) => {
    const answer = await house.call(cookie, 'GET', path);
    const text = await answer.text();
    expect(statuses, `${path}: ${text.slice(0, 200)}`).toContain(answer.status);
    if (leaks(text))
      found.push(`${path}: ${text.slice(Math.max(0, text.search(rare) - 200), text.search(rare) + 100)}`);
    return text;
  };
  for (const [matter] of matters) await read(`/api/matters/${matter}`, [200, 404]);
  for (const { procedure } of walked) {
    await read(`/api/registers/${procedure.id}?size=200`);
    const hits = JSON.parse(await read(`/api/registers/${procedure.id}?q=${encodeURIComponent('龘靐')}`));
    expect(hits.total, procedure.id).toBe(0);
  }
  expect(JSON.parse(await read(`/api/search?q=${encodeURIComponent('龘靐')}`)).hits).toEqual([]);
  await read('/api/todo');
  await read('/api/supervision');
  await read('/api/figures?from=2017-01&to=2026-12');
  for (const { procedure } of walked) {
    for (const indicator of procedure.declaration.indicators ?? []) {
      await read(`/api/figures/${indicator.id}/entries?from=2017-01&to=2026-12&size=200`, [200, 422]);
    }
  }
  expect(found).toEqual([]);
});

test('whoever may see personal values in his unit finds and reads them; a colleague of another unit does not', async () => {
  const own = await asPost('unit-head', 'unit-1');
  const found = await house.call(own, 'GET', `/api/search?q=${encodeURIComponent('龘靐')}`);
  const { hits } = (await found.json()) as { hits: { id: string }[] };
  expect(hits.length).toBeGreaterThan(0);
  const page = await house.call(own, 'GET', `/api/matters/${hits[0]!.id}`);
  expect(leaks(await page.text())).toBe(true);
  const post = 'unit-head@unit-2@';
  await employ(house.database.admin, 'reader-elsewhere', 'unit-head', 'unit-2', post);
  const other = cookieOf('reader-elsewhere', post);
  expect((await house.call(other, 'GET', `/api/matters/${hits[0]!.id}`)).status).toBe(404);
  const elsewhere = (await (
    await house.call(other, 'GET', `/api/search?q=${encodeURIComponent('龘靐')}`)
  ).json()) as {
    hits: { id: string }[];
  };
  expect(elsewhere.hits.filter((hit) => hits.some(({ id }) => id === hit.id))).toEqual([]);
});

test('workbooks of registers and figures hold no personal value', async () => {
  const cookie = await asPost('supervisor', 'bureau');
  const { unzipSync, strFromU8 } = await import('fflate');
  for (const { procedure } of walked) {
    const answer = await house.call(cookie, 'GET', `/api/registers/${procedure.id}/export.xlsx`);
    expect(answer.status, house.log.join('\n')).toBe(200);
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    for (const [name, bytes] of Object.entries(parts))
      expect(leaks(strFromU8(bytes)), `${procedure.id} ${name}`).toBe(false);
  }
});

test('the public sees none of it', async () => {
  const found: string[] = [];
  const read = async (path: string) => {
    const text = await (await house.app.request(`http://localhost${path}`)).text();
    if (leaks(text))
      found.push(`${path}: ${text.slice(Math.max(0, text.search(rare) - 200), text.search(rare) + 100)}`);
    return text;
  };
  await read('/api/public');
  await read(`/api/public/search?q=${encodeURIComponent('龘靐')}`);
  const rows = await house.world.sql<
    { matter: string; publication: string; channel: string; number: string }[]
  >`
    select p.matter, p.publication, p.channel, m.number from publication p
      join matter m on m.region = p.region and m.id = p.matter`;
  expect(rows.length).toBeGreaterThan(5);
  for (const { channel, number } of rows) {
    await read(`/api/public/disclosures?channel=${channel}`);
    await read(`/api/public/progress?number=${number}`);
  }
  expect(found).toEqual([]);
});

test('neither the log nor the metrics tell a personal value, whatever goes wrong', async () => {
  const cookie = await asPost('window-clerk', 'unit-1');
  for (const { procedure } of walked) {
    for (const step of procedure.startSteps) {
      const answer = await house.call(cookie, 'POST', `/api/procedures/${procedure.id}/${step}`, {
        request: `wrong-input-${procedure.id}-${step}`,
        input: {
          ...Object.fromEntries([...procedure.allPersonal].map((name) => [name, [MARKED.hidden]])),
          [RARE]: RARE,
        },
      });
      const text = await answer.text();
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(text).not.toContain(MARKED.hidden);
    }
  }
  await house.call(cookie, 'GET', `/api/matters/${encodeURIComponent(RARE)}`);
  await house.call(cookie, 'GET', `/api/registers/${encodeURIComponent(RARE)}?q=${encodeURIComponent('龘')}`);
  expect(house.log.filter(leaks)).toEqual([]);
  expect(leaks(await (await house.app.request('http://localhost/metrics')).text())).toBe(false);
  const [audited] = await house.database.admin<{ n: number }[]>`
    select count(*) as n from audit where regexp_replace(detail, ${HEX}, '', 'g') ~ ${`[${RARE}]|${digits.source}`}`;
  expect(audited!.n).toBe(0);
});
