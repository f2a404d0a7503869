import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, type House, openHouse, REGION, vouchedSessions } from '../security/house.ts';
import { perform, replay, type WalkedAct, walkedProcedures } from '../security/walked.ts';

// Double clicks, two windows and repeated requests, through the routes.

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

const [entry] = (await walkedProcedures()).filter(({ procedure }) => procedure.id === 'legality-review');
const walk = entry!.walks[0]!;

const events = async (): Promise<number> => {
  const [row] = await house.world.sql<
    { n: number }[]
  >`select count(*) as n from event where region = ${REGION}`;
  return row!.n;
};

/** Stops before the first act on the matter that is done, and tries it in ways of its own. */
async function atFirstStep(
  tried: (act: WalkedAct, path: string, cookie: string) => Promise<void>,
): Promise<void> {
  let seen = false;
  await replay(house, entry!, walk, {
    before: async (act) => {
      if (seen || !act.matter || act.act.expect.refused) return;
      seen = true;
      const path = `/api/matters/${act.procedure.id}/${act.matter}/${act.act.step}`;
      await tried(act, path, cookieOf(act.actor.person, act.actor.post));
    },
  });
  expect(seen).toBe(true);
}

describe('the same act asked for more than once', () => {
  test('twenty clicks at a time do it once, and all are answered alike', async () => {
    await atFirstStep(async (act, path, cookie) => {
      const before = await events();
      const body = { request: 'twenty-clicks', input: act.input };
      const answers = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const answer = await house.call(cookie, 'POST', path, body);
          return {
            status: answer.status,
            ...((await answer.json()) as { seq: number; again: boolean; matter: string }),
          };
        }),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      expect(answers.filter(({ again }) => !again)).toHaveLength(1);
      expect(new Set(answers.map(({ matter, seq }) => `${matter} ${seq}`)).size).toBe(1);
      expect(await events()).toBe(before + 1);

      const other = await house.call(cookie, 'POST', path, {
        ...body,
        input: { ...act.input, note: '别的内容' },
      });
      expect([other.status, ((await other.json()) as { rule: string }).rule]).toEqual([422, 'kernel.P14']);
      const elsewhere = await house.call(
        cookie,
        'POST',
        `/api/procedures/${act.procedure.id === 'licence' ? 'penalty' : 'licence'}/receive`,
        body,
      );
      expect(elsewhere.status).toBeGreaterThanOrEqual(400);
      expect(await events()).toBe(before + 1);
    });
  });

  test('twenty requests of twenty ids open the step once: the others are told that somebody was faster', async () => {
    await atFirstStep(async (act, path, cookie) => {
      const before = await events();
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, window) => {
          const answer = await house.call(cookie, 'POST', path, {
            request: `window-${window}-request`,
            input: act.input,
          });
          return { status: answer.status, rule: ((await answer.json()) as { rule?: string }).rule };
        }),
      );
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { rule } of answers.filter(({ status }) => status !== 200))
        expect(['kernel.P2', 'kernel.P15']).toContain(rule);
      expect(await events()).toBe(before + 1);
    });
  });

  test('a window that shows an older state is told so, and nothing is done', async () => {
    await atFirstStep(async (act, path, cookie) => {
      const [{ seq } = { seq: 0 }] = await house.world.sql<{ seq: number }[]>`
        select seq from matter where region = ${REGION} and id = ${act.matter!}`;
      const before = await events();
      const stale = await house.call(cookie, 'POST', path, {
        request: 'older-window',
        expected: seq + 1,
        input: act.input,
      });
      expect([stale.status, ((await stale.json()) as { rule: string }).rule]).toEqual([409, 'kernel.P15']);
      expect(await events()).toBe(before);
      expect((await perform(house, act)).status).toBe(200);
      const late = await house.call(cookie, 'POST', path, {
        request: 'older-window-2',
        expected: seq,
        input: act.input,
      });
      expect([late.status, ((await late.json()) as { rule: string }).rule]).toEqual([409, 'kernel.P15']);
    });
  });
});
