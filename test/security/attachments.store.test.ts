import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostKindId, postKinds } from '../../src/kernel/identity/posts.ts';
import type { JsonObject, JsonValue } from '../../src/kernel/ledger/json.ts';
import { storedFile } from '../../src/kernel/procedure/fields.ts';
import { keepUpload } from '../../src/store/matters/files.ts';
import { cookieOf, employ, type House, heldKinds, openHouse, REGION, vouchedSessions } from './house.ts';
import { replay, type WalkedAct, walkedProcedures } from './walked.ts';

// Who reads the files of a matter (docs/decisions/0013), for every kind of post in the unit of the matter and another.

const OWN = 'unit-1';
const OTHER = 'unit-2';
/** Such a name tells by itself whom the file is about. */
const NAME = '龘靐身份证.pdf';

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

async function readerOf(kind: PostKindId, unit: string): Promise<string> {
  const post = `${kind}@${unit}@`;
  await employ(house.database.admin, `reader-${kind}-${unit}`, kind, unit, post);
  return cookieOf(`reader-${kind}-${unit}`, post);
}

async function upload(cookie: string, text: string) {
  const answer = await house.app.request('http://localhost/api/files', {
    method: 'POST',
    headers: { cookie, 'x-fazhi': '1', 'x-file-name': encodeURIComponent(NAME) },
    body: strToU8(`%PDF-1.7\n${text}`),
  });
  return storedFile.parse(await answer.json());
}

/** How often the audit holds a line. The clock of the walks goes back and forth, so that order says nothing. */
async function audited(kind: string, detail: string): Promise<number> {
  const [row] = await house.database.admin<{ n: number }[]>`
    select count(*)::integer as n from audit where region = ${REGION} and kind = ${kind} and detail = ${detail}`;
  return row!.n;
}

const walked = await walkedProcedures();
/** One procedure that is about people, and one that holds nothing personal. */
const chosen = ['penalty', 'legality-review'].map(
  (id) => walked.find(({ procedure }) => procedure.id === id)!,
);

describe.each(chosen)('files of $procedure.id', (entry) => {
  const personal = entry.procedure.allPersonal.size > 0;
  let sm3 = '';
  let matter = '';

  beforeAll(async () => {
    const file = await upload(await readerOf('case-officer', OWN), entry.procedure.id);
    sm3 = file.sm3;
    const change = (input: JsonObject) => withFile(input, file) as JsonObject;
    for (const walk of entry.walks) {
      const { root } = await replay(house, entry, walk, { change, before: broughtBy(file) });
      const [bound] = root
        ? await house.database.sql`select 1 from file_binding where sm3 = ${sm3} and stream = ${root}`
        : [];
      if (bound) {
        matter = root!;
        return;
      }
    }
    throw new Error(`no walk of ${entry.procedure.id} brings a file`);
  });

  test.each(heldKinds.flatMap((kind) => [OWN, OTHER].map((unit) => [kind, unit] as const)))(
    '%s of %s',
    async (kind, unit) => {
      const { reach, personal: right } = postKinds[kind] as { reach: string; personal: boolean };
      const sees = reach === 'region' || (reach === 'unit' && unit === OWN);
      const opens = sees && (right || !personal);
      const cookie = await readerOf(kind, unit);
      const line: [string, string] = opens
        ? ['downloaded', `${matter} ${sm3}`]
        : ['refused', 'file.read files.read'];
      const before = await audited(...line);
      const answer = await house.call(cookie, 'GET', `/api/files/${sm3}`);
      const text = await answer.text();
      expect([answer.status, text.includes(entry.procedure.id)]).toEqual(opens ? [200, true] : [404, false]);
      expect(await audited(...line)).toBe(before + 1);
      if (!sees) return;
      const page = await (await house.call(cookie, 'GET', `/api/matters/${matter}`)).text();
      // Neither the name nor the digest is told to whoever may not open it.
      expect([page.includes(NAME), page.includes(sm3)]).toEqual(opens ? [true, true] : [false, false]);
      const view = JSON.parse(page) as { files: unknown[]; closedFiles: number };
      expect([view.files.length > 0, view.closedFiles > 0]).toEqual(opens ? [true, false] : [false, true]);
    },
  );
});

test('papers sent to a legality review are for those who take its steps, not for all who see it', async () => {
  const entry = chosen[0]!;
  const file = await upload(await readerOf('case-officer', OWN), 'sent to review');
  const walk = entry.walks.find(({ acts }) => acts.some(({ child }) => child === 'legality-review'))!;
  const change = (input: JsonObject) => withFile(input, file) as JsonObject;
  const { root } = await replay(house, entry, walk, { change, before: broughtBy(file) });
  const [review] = await house.database.sql<{ id: string }[]>`
    select id from matter where region = ${REGION} and procedure = 'legality-review' and parent = ${root!}`;
  // Bound to the review itself, as papers are that its unit sends.
  await house.database.admin`
    insert into file_binding (region, sm3, event, stream, name)
    values (${REGION}, ${file.sm3}, gen_random_uuid(), ${review!.id}, ${NAME})`;
  const status = async (kind: PostKindId) =>
    (await house.call(await readerOf(kind, OWN), 'GET', `/api/files/${file.sm3}`)).status;
  expect(await status('legal-office')).toBe(200);
  expect(await status('legal-reviewer')).toBe(200);
  for (const kind of ['publisher', 'list-keeper', 'region-head'] as const) {
    expect([kind, await status(kind)]).toEqual([kind, 404]);
  }
});

test('nobody reads a file that no matter has yet, not even who brought it', async () => {
  const cookie = await readerOf('case-officer', OWN);
  const { sm3 } = await upload(cookie, 'bound to nothing');
  expect((await house.call(cookie, 'GET', `/api/files/${sm3}`)).status).toBe(404);
  expect((await house.call(cookie, 'GET', '/api/files/..%2f..%2fetc%2fpasswd')).status).toBe(404);
});

/** Whoever acts in a walk has brought the same bytes up as well. */
const broughtBy =
  ({ sm3, size }: { sm3: string; size: number }) =>
  ({ actor: { person } }: WalkedAct): Promise<void> =>
    keepUpload(house.database.sql, {
      region: REGION,
      sm3,
      size,
      type: 'application/pdf',
      person,
      at: '2000-01-01T00:00:00Z',
    });

function withFile(
  value: JsonValue | undefined,
  file: { sm3: string; name: string; size: number },
): JsonValue {
  if (storedFile.safeParse(value).success) return file;
  if (Array.isArray(value)) return value.map((entry) => withFile(entry, file));
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withFile(entry, file)]));
}
