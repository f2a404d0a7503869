import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatterView } from '../../src/client/contract/matters.ts';
import { cookieOf, employ, type House, openHouse, REGION, vouchedSessions } from '../security/house.ts';
import { replay, walkedProcedures } from '../security/walked.ts';

// What a desk offers: the usual next step, one step for several matters, sums in the foot of a register.

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

const walked = await walkedProcedures();
const read = async <T>(cookie: string, path: string): Promise<T> =>
  (await (await house.call(cookie, 'GET', path)).json()) as T;
const send = async <T>(cookie: string, path: string, body: unknown): Promise<T & { status: number }> => {
  const answer = await house.call(cookie, 'POST', path, body);
  return { ...((await answer.json()) as T), status: answer.status };
};

interface Todo {
  rows: { id: string; next: { step: string; name: string; batch: boolean } | null }[];
}
interface Ready {
  rows: { matter: string; seq: number; next: { step: string; batch: boolean } | null; why: string }[];
}

describe('the usual next step', () => {
  test('is one that is open as the matter stands, after every act of every walk', async () => {
    const wrong: string[] = [];
    let offered = 0;
    let heldBack = 0;
    for (const entry of walked) {
      for (const walk of entry.walks) {
        await replay(house, entry, walk, {
          after: async (act, { status, text }) => {
            if (status !== 200 || act.vouched) return;
            const id = act.matter ?? (JSON.parse(text) as { matter: string }).matter;
            const cookie = cookieOf(act.actor.person, act.actor.post);
            const { rows } = await read<Todo>(cookie, '/api/todo?limit=500');
            const next = rows.find((row) => row.id === id)?.next;
            const view = await read<MatterView>(cookie, `/api/matters/${id}`);
            const step = view.steps?.find((each) => each.step === next?.step);
            if (next && (!step || step.refusal))
              wrong.push(
                `${walk.name} ${act.act.step}: ${next.name} ${JSON.stringify(step ?? view).slice(0, 300)}`,
              );
            if (next) offered++;
            else if (view.steps?.some((each) => each.usual && each.refusal?.kind === 'gate')) heldBack++;
          },
        });
      }
    }
    expect(wrong).toEqual([]);
    expect(offered).toBeGreaterThan(50);
    // Without such a case the test would show nothing.
    expect(heldBack).toBeGreaterThan(0);
  });
});

test('what waits is read page by page, each of it once, what is due first in front', async () => {
  await employ(house.database.admin, 'reader', 'unit-head', 'unit-1', 'unit-head@unit-1@');
  const cookie = cookieOf('reader', 'unit-head@unit-1@');
  type Page = Todo & { more: boolean };
  const all = await read<Page>(cookie, '/api/todo?limit=500');
  expect(all.more).toBe(false);
  expect(all.rows.length).toBeGreaterThan(14);
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const { rows, more } = await read<Page>(cookie, `/api/todo?limit=7&page=${page}`);
    ids.push(...rows.map(({ id }) => id));
    if (!more) break;
  }
  expect([...new Set(ids)]).toEqual(all.rows.map(({ id }) => id));
});

test('[P25] an application waits for the examiner only where its item is decided on commitment', async () => {
  const { admin } = house.database;
  const licences = walked.find(({ procedure }) => procedure.id === 'licence')!;
  // Of every walk only how the application comes in.
  for (const walk of licences.walks)
    await replay(house, licences, { ...walk, acts: walk.acts.slice(0, 1) }, {});
  const waiting = await admin<{ id: string; unit: string; commitment: boolean }[]>`
    select id, unit, (state #>> '{pins,item,commitment}')::boolean as commitment from matter
     where procedure = 'licence' and stages @> array['received'] and not closed`;
  const told: string[] = [];
  for (const unit of new Set(waiting.map((row) => row.unit))) {
    await employ(admin, `p25-${unit}`, 'examiner', unit, `examiner@${unit}@p25`);
    const cookie = cookieOf(`p25-${unit}`, `examiner@${unit}@p25`);
    const { rows } = await read<Todo>(cookie, '/api/todo?limit=500&procedure=licence');
    told.push(...rows.map(({ id }) => id));
  }
  const byMark = (mark: boolean) => waiting.filter(({ commitment }) => commitment === mark);
  expect([byMark(true).length, byMark(false).length].every((count) => count > 0)).toBe(true);
  for (const { id, commitment } of waiting) expect(told.includes(id), id).toBe(commitment);
});

describe('the page of a matter', () => {
  test('offers every step that is then taken: entered a year later from paper, on the day it was taken', async () => {
    const closed: string[] = [];
    let offered = 0;
    for (const entry of walked) {
      for (const walk of entry.walks) {
        const shown = new Map<unknown, MatterView['steps']>();
        await replay(house, entry, walk, {
          before: async ({ vouched, matter, procedure, act, actor }) => {
            if (vouched || !matter || !Object.hasOwn(procedure.declaration.steps, act.step)) return;
            const now = house.now();
            house.setClock(`${Number(now.slice(0, 4)) + 1}${now.slice(4)}`);
            const path = `/api/matters/${matter}?on=${act.on}`;
            shown.set(act, (await read<MatterView>(cookieOf(actor.person, actor.post), path)).steps);
            house.setClock(now);
          },
          after: async ({ act }, { status }) => {
            const steps = shown.get(act);
            if (status !== 200 || !steps) return;
            const step = steps.find((each) => each.step === act.step);
            if (!step || step.refusal)
              closed.push(`${walk.name} ${act.step}: ${step?.refusal?.message ?? '没有列出'}`);
            else offered++;
          },
        });
      }
    }
    expect(closed).toEqual([]);
    expect(offered).toBeGreaterThan(200);
  });
});

describe('one step for several matters', () => {
  test('each is an act of its own: what one is refused leaves the others done', async () => {
    const entry = walked.find(({ procedure }) => procedure.id === 'disclosure-request')!;
    const walk = entry.walks.find(({ acts }) => acts.some(({ step }) => step === 'accept'))!;
    const upTo = walk.acts.findIndex(({ step }) => step === 'accept');
    const before = { ...walk, acts: walk.acts.slice(0, upTo) };
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await replay(house, entry, before, {})).root!);
    const { kind, unit = 'unit-1' } = walk.actors[walk.acts[upTo]!.by]!;
    const post = `${kind}@${unit}@`;
    for (const person of ['batcher', 'faster']) {
      await employ(house.database.admin, person, kind, unit, post);
    }
    const cookie = cookieOf('batcher', post);
    const ready = await send<Ready>(cookie, '/api/matters/ready', { matters: ids });
    expect(ready.rows.map(({ next }) => next)).toEqual(
      ids.map(() => ({ step: 'accept', name: expect.any(String), batch: true })),
    );
    const take = (row: Ready['rows'][number], request: string, as = cookie) =>
      send<{ message: string }>(as, `/api/matters/disclosure-request/${row.matter}/accept`, {
        request,
        expected: row.seq,
        input: {},
      });
    // Somebody was faster on the second.
    expect((await take(ready.rows[1]!, 'faster-hand', cookieOf('faster', post))).status).toBe(200);
    const answers = [];
    for (const [at, row] of ready.rows.entries()) answers.push(await take(row, `batch-key-${at}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200]);
    expect(answers[1]!.message).toMatch(/他人已先办理/);
    // A second window of one's own is not somebody else.
    const twice = await take(ready.rows[2]!, 'second-window');
    expect([twice.status, twice.message]).toEqual([409, expect.stringMatching(/您已在别的窗口办理/)]);
    const again = await take(ready.rows[0]!, 'batch-key-0');
    expect([again.status, again.message]).toEqual([200, expect.stringContaining('没有重复办理')]);
    const after = await send<Ready>(cookie, '/api/matters/ready', { matters: ids });
    expect(after.rows.every(({ next }) => next?.step !== 'accept')).toBe(true);
    expect(after.rows.every(({ next, why }) => next !== null || /\p{Script=Han}/u.test(why))).toBe(true);
  });

  test('is offered only where nothing has to be filled in, and tells nothing of matters out of reach', async () => {
    const offered = walked.flatMap(({ procedure }) =>
      Object.entries(procedure.declaration.steps).filter(
        ([, step]) => step.usual && !step.officers && step.fields.safeParse({}).success,
      ),
    );
    expect(offered.length).toBeGreaterThan(0);
    const rows = await house.database.sql<{ id: string }[]>`
      select id from matter where region = ${REGION} and unit = 'unit-1' limit 5`;
    await employ(house.database.admin, 'elsewhere', 'unit-head', 'unit-9', 'unit-head@unit-9@');
    const answer = await send<Ready>(cookieOf('elsewhere', 'unit-head@unit-9@'), '/api/matters/ready', {
      matters: rows.map(({ id }) => id),
    });
    expect([answer.status, answer.rows]).toEqual([200, []]);
  });
});

test('the foot of a register adds up everything the query finds, not one page', async () => {
  await employ(house.database.admin, 'adder', 'supervisor', 'unit-1', 'supervisor@unit-1@');
  const cookie = cookieOf('adder', 'supervisor@unit-1@');
  const sums = async (filter: string) => {
    const { columns } = await read<{ columns: { field: string; sum: number; count: number }[] }>(
      cookie,
      `/api/registers/penalty/totals?${filter}`,
    );
    let added = 0;
    let count = 0;
    for (let page = 1; ; page++) {
      const { rows } = await read<{ rows: { fields: Record<string, unknown> }[] }>(
        cookie,
        `/api/registers/penalty?size=7&page=${page}&${filter}`,
      );
      for (const { fields } of rows) {
        if (typeof fields.fine !== 'number') continue;
        added += fields.fine;
        count++;
      }
      if (rows.length < 7) break;
    }
    expect(columns.find(({ field }) => field === 'fine')).toEqual({ field: 'fine', sum: added, count });
    return added;
  };
  const all = await sums('');
  expect(all).toBeGreaterThan(0);
  expect(await sums('state=open')).toBeLessThan(all);
  expect(await read(cookie, '/api/registers/licence/totals')).toEqual({ columns: [], tooMany: false });
});
