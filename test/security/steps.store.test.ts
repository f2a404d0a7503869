import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type PostKindId, postKinds } from '../../src/kernel/identity/posts.ts';
import { takenAtDesk } from '../../src/kernel/procedure/field-meta.ts';
import { kernelSteps } from '../../src/kernel/procedure/kernel-steps.ts';
import {
  cookieOf,
  countRows,
  employ,
  type House,
  heldKinds,
  openHouse,
  REGION,
  vouchedSessions,
} from './house.ts';
import { replay, type WalkedAct, walkedProcedures } from './walked.ts';

/** The units people try from: the one of the matter and another. */
const OWN = 'unit-1';
const OTHER = 'unit-2';
/** A field no step has: whoever is entitled is told about it, and nobody else gets so far. */
const PROBE = { 'no-such-field': 1 };
let probes = 0;

let house: House;
beforeAll(async () => {
  house = await openHouse({ resolve: vouchedSessions });
});
afterAll(() => house.close());

interface Cell {
  readonly kind: PostKindId;
  readonly unit: string;
}
const cells: Cell[] = heldKinds.flatMap((kind) => [
  { kind, unit: OWN },
  { kind, unit: OTHER },
]);

interface Named {
  readonly by: readonly PostKindId[];
  readonly anyUnit?: boolean | readonly PostKindId[];
  readonly fields?: z.ZodObject;
}

/** What the declarations say of a post that tries a step on a matter of a unit: the whole table. */
function expected(step: Named, unitOfMatter: string | undefined, { kind, unit }: Cell): string {
  const reach = postKinds[kind].reach;
  const named = step.by.includes(kind);
  const anywhere = step.anyUnit === true || (typeof step.anyUnit === 'object' && step.anyUnit.includes(kind));
  const mine = unitOfMatter === undefined || unit === unitOfMatter;
  // A publisher takes back what his own unit published; the legal office what any unit did.
  const withdraws = step === kernelSteps.$withdraw;
  // What only the product puts in is asked for first, whoever tries: the step is taken at the desk of its procedure.
  const atDesk = step.fields !== undefined && takenAtDesk(step.fields);
  if (named && (mine || (withdraws ? reach === 'region' : anywhere)))
    return atDesk ? '422 kernel.P17' : '422 kernel.P6';
  // Whoever may not know of the matter is told no more than that there is none.
  const visible = unitOfMatter === undefined || reach === 'region' || (reach === 'unit' && mine);
  if (!visible) return '404 kernel.P0';
  return atDesk ? '422 kernel.P17' : '403 kernel.P4';
}

/** Tries a step from every post in both units and answers the cells that differ from the table. */
async function tryAll(act: WalkedAct, id: string, step: Named): Promise<string[]> {
  const wrong: string[] = [];
  for (const cell of cells) {
    const person = `stranger-${cell.kind}@${cell.unit}`;
    const post = `${cell.kind}@${cell.unit}@`;
    await employ(house.database.admin, person, cell.kind, cell.unit, post);
    const path = act.matter
      ? `/api/matters/${act.procedure.id}/${act.matter}/${id}`
      : `/api/procedures/${act.procedure.id}/${id}`;
    const answer = await house.call(cookieOf(person, post), 'POST', path, {
      request: `probe-${++probes}`.padEnd(8, '-'),
      input: PROBE,
    });
    const { rule } = (await answer.json()) as { rule?: string };
    const got = `${answer.status} ${rule}`;
    const wanted = expected(step, act.unit, cell);
    if (got !== wanted) wrong.push(`${act.procedure.id}/${id} by ${person}: ${got} instead of ${wanted}`);
  }
  return wrong;
}

const walked = await walkedProcedures();

describe.each(walked)('$procedure.id', (entry) => {
  test('each step is open to the posts it names, in the unit of the matter, and to nobody else', async () => {
    const { steps, onlyAsChild } = entry.procedure.declaration;
    const tried = new Set<string>();
    const wrong: string[] = [];
    for (const walk of entry.walks) {
      if (walk.acts.every(({ step }) => tried.has(step))) continue;
      await replay(house, entry, walk, {
        before: async (act) => {
          const { step } = act.act;
          const opens = act.matter === undefined;
          if (tried.has(step) || act.procedure !== entry.procedure || act.act.expect.refused) return;
          tried.add(step);
          const declared: Named | undefined = steps[step] ?? (kernelSteps as Record<string, Named>)[step];
          // Opened by another matter only: the route is shut for everybody, which has its own test.
          if (opens && onlyAsChild) return;
          const before = await countRows(house.database);
          wrong.push(...(await tryAll(act, step, declared!)));
          const after = await countRows(house.database);
          for (const table of ['person', 'post', 'holding']) delete before[table];
          for (const table of ['person', 'post', 'holding']) delete after[table];
          expect(after).toEqual(before);
        },
      });
    }
    expect(wrong).toEqual([]);
    const untried = Object.keys(steps).filter((step) => !tried.has(step));
    expect(untried).toEqual([]);
  });
});

test('a procedure that other matters open is not opened through the route', async () => {
  for (const { procedure } of walked.filter((entry) => entry.procedure.declaration.onlyAsChild)) {
    for (const kind of heldKinds) {
      const post = `${kind}@${OWN}@`;
      await employ(house.database.admin, kind, kind, OWN, post);
      for (const step of procedure.startSteps) {
        const answer = await house.call(
          cookieOf(kind, post),
          'POST',
          `/api/procedures/${procedure.id}/${step}`,
          {
            request: `direct-${kind}-${step}`,
            input: {},
          },
        );
        expect([answer.status, ((await answer.json()) as { rule: string }).rule]).toEqual([
          409,
          'kernel.P11',
        ]);
      }
    }
  }
});

test('only what the system itself may do is closed to every post a person can hold', () => {
  for (const { procedure } of walked) {
    for (const [id, step] of Object.entries(procedure.declaration.steps)) {
      const people = step.by.filter((kind) => (heldKinds as readonly PostKindId[]).includes(kind));
      const machine = step.by.filter((kind) => kind === 'system' || kind === 'applicant');
      expect(people.length + machine.length, `${procedure.id}/${id}`).toBeGreaterThan(0);
      // No administrator handles matters (三员分立).
      expect(step.by.filter((kind) => 'administrator' in postKinds[kind])).toEqual([]);
    }
  }
});

test('nothing is asked of a region but the one of the session', async () => {
  const [row] = await house.world.sql<
    { n: number }[]
  >`select count(*) as n from matter where region <> ${REGION}`;
  expect(row!.n).toBe(0);
});
