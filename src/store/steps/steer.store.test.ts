import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createCalendar } from '../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import { planProcedure } from '../../kernel/procedure/testing/plan-works.ts';
import { law } from '../../kernel/procedure/testing/works.ts';
import { systemEntropy } from '../entropy.ts';
import { openChildrenOf, streamEvents } from '../matters/matter.ts';
import { createAppender } from './append.ts';
import { runStep, type StepRequest, type StepWorld } from './run.ts';

const region = '990102';
let database: TestDatabase;
let world: StepWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  const calendar = createCalendar(officialNotices);
  world = {
    sql: database.sql,
    appender: createAppender(database.sql),
    law,
    calendar: () => calendar,
    entropy: systemEntropy,
    procedure: planProcedure,
    findProcedure: planProcedure,
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: { procedure: 'none', step: 'none' },
  };
  await database.admin`insert into person values (${region}, 'p1', '甲一', 'jy', 'u1', true)`;
  await database.admin`insert into post values (${region}, 'k1', 'u1', 'legal-office', '法制')`;
  await database.admin`insert into holding values (${region}, 'p1', 'k1', '2020-01-01', null, false)`;
});
afterAll(() => database?.drop());

let counter = 0;
const run = (over: Partial<StepRequest> & Pick<StepRequest, 'step'>) =>
  runStep(world, {
    region,
    request: `steer-${++counter}`,
    procedure: 'plan-work',
    input: {},
    now: '2024-09-02T02:00:00.000Z',
    actor: { person: 'p1', post: 'k1' },
    ...over,
  });
const rows = Array.from({ length: 40 }, (_, at) => ({
  code: String(at + 1),
  unit: `u${(at % 3) + 1}`,
  day: '2024-10-31',
}));
async function issued() {
  const answer = await run({ step: 'issue', input: { tasks: rows } });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const children = await openChildrenOf(database.sql, region, answer.matter);
  return { plan: answer.matter, children };
}
const dueDays = (matters: readonly string[]) =>
  database.sql<{ due: string }[]>`
    select distinct due::text as due from clock where region = ${region} and matter = any (${matters as string[]})`;

describe('steering children through the store', () => {
  it('[P11] opens a child for each row, in one transaction, with their set days', async () => {
    const { children } = await issued();
    expect(children).toHaveLength(40);
    expect(await dueDays(children.map(({ id }) => id))).toEqual([{ due: '2024-10-31' }]);
  });

  it('[P16] ends them all with the plan; every stream is gapless and the parent knows each', async () => {
    const { plan, children } = await issued();
    expect((await run({ step: 'end', matter: plan })).ok).toBe(true);
    expect(await openChildrenOf(database.sql, region, plan)).toEqual([]);
    const events = await streamEvents(database.sql, region, plan);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 42 }, (_, at) => at + 1));
    const own = await streamEvents(database.sql, region, children[7]!.id);
    expect(own.map(({ type }) => type)).toEqual(['task-work/assign', 'task-work/end']);
  });

  it('[P16] acts of a plan and of its tasks at the same time come out as one after the other', async () => {
    const { plan, children } = await issued();
    const target = children[3]!;
    const amend = (day: string) =>
      run({ step: 'amend', matter: plan, input: { code: String(target.facts.code), day, reason: '并发' } });
    const change = (day: string) =>
      run({
        procedure: 'task-work',
        step: 'change',
        matter: target.id,
        input: { day, reason: '自行改期' },
      });
    const answers = await Promise.all([
      amend('2024-11-01'),
      change('2024-11-02'),
      amend('2024-11-03'),
      change('2024-11-04'),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true]);
    const moved = await streamEvents(database.sql, region, target.id);
    expect(moved.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('[P16] a child that refuses leaves plan and children as they were', async () => {
    const { plan, children } = await issued();
    const answer = await run({
      step: 'amend',
      matter: plan,
      input: { code: '2', day: '2024-08-01', reason: '误填' },
    });
    expect(answer).toMatchObject({ ok: false, refusal: { rule: 'clock.C22' } });
    expect(await streamEvents(database.sql, region, plan)).toHaveLength(1);
    expect(await dueDays(children.map(({ id }) => id))).toEqual([{ due: '2024-10-31' }]);
  });
});
