import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createCalendar } from '../../kernel/calendar/calendar.ts';
import { officialNotices } from '../../kernel/calendar/notices.ts';
import { defineProcedure, words } from '../../kernel/procedure/declaration.ts';
import { f } from '../../kernel/procedure/fields.ts';
import { replay } from '../../kernel/procedure/matter.ts';
import { lawBook } from '../../law/index.ts';
import { supervisionAlert } from '../../systems/oversight/supervision-alert/index.ts';
import { createRegistry } from '../../systems/registry.ts';
import { systemEntropy } from '../entropy.ts';
import { streamEvents } from '../matters/matter.ts';
import { registerPage } from '../matters/register.ts';
import { createAppender } from './append.ts';
import { runStep, type StepRequest, type StepWorld } from './run.ts';

type PetitionFacts = { subject?: string; petitioner?: string; answer?: string };
const { step } = words<PetitionFacts>();

/** A small procedure of the test's own: a clock, a personal field, a number that may exist once. */
const petition = defineProcedure<PetitionFacts>({
  id: 'petition-test',
  version: 1,
  row: 'T1',
  name: '来信',
  chapter: 'oversight',
  about: '测试用。',
  basis: [{ law: '行政许可法' }],
  prefix: 'LX',
  stages: { received: { name: '已收到' }, answered: { name: '已答复', final: true } },
  clocks: { answer: { name: '答复', rule: 'XK-09', main: true } },
  steps: {
    receive: step({
      name: '收信',
      from: [],
      to: ['received'],
      by: ['window-clerk'],
      fields: z.object({ subject: f.text('事由'), petitioner: f.text('来信人', { personal: 'name' }) }),
      clocks: [{ do: 'start', clock: 'answer' }],
    }),
    note: step({
      name: '记录',
      from: ['received'],
      by: ['window-clerk'],
      fields: z.object({ note: f.text('内容') }),
    }),
    answer: step({
      name: '答复',
      from: ['received'],
      to: ['answered'],
      by: ['window-clerk'],
      fields: z.object({ number: f.text('文号') }),
      claims: [{ kind: 'letter', field: 'number', say: '该文号已经用过，请换一个。' }],
      clocks: [{ do: 'stop', clock: 'answer' }],
      outcome: '已答复',
    }),
  },
  title: (facts) => facts.subject ?? '',
  search: ['subject', 'petitioner'],
});

const region = '990101';
const now = '2024-09-02T02:00:00.000Z';
let database: TestDatabase;
let world: StepWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  const registry = createRegistry([petition, supervisionAlert], lawBook);
  const calendar = createCalendar(officialNotices);
  world = {
    sql: database.sql,
    appender: createAppender(database.sql),
    law: lawBook,
    calendar: () => calendar,
    entropy: systemEntropy,
    procedure: registry.get,
    findProcedure: registry.find,
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: { procedure: 'supervision-alert', step: 'raise' },
  };
  await database.admin`insert into person values (${region}, 'p1', '甲一', 'jy', 'u1', true), (${region}, 'p2', '乙二', 'ye', 'u2', true)`;
  await database.admin`insert into post values (${region}, 'k1', 'u1', 'window-clerk', '窗口'), (${region}, 'k2', 'u2', 'window-clerk', '窗口')`;
  await database.admin`insert into holding values (${region}, 'p1', 'k1', '2020-01-01', null, false), (${region}, 'p2', 'k2', '2020-01-01', '2024-09-01', true)`;
});

afterAll(() => database?.drop());

let counter = 0;
function ask(over: Partial<StepRequest> & Pick<StepRequest, 'step'>): StepRequest {
  return {
    region,
    request: `request-${++counter}`,
    procedure: 'petition-test',
    input: {},
    now,
    actor: { person: 'p1', post: 'k1' },
    ...over,
  };
}
const receive = (over: Partial<StepRequest> = {}) =>
  runStep(world, ask({ step: 'receive', input: { subject: '路灯不亮', petitioner: '丙三' }, ...over }));

async function received(): Promise<string> {
  const answer = await receive();
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.matter;
}

describe('running a step', () => {
  it('[L1] stores an event from which the stored state can be replayed', async () => {
    const matter = await received();
    await runStep(world, ask({ step: 'note', matter, input: { note: '已转供电所' } }));
    const events = await streamEvents(database.sql, region, matter);
    const [row] = await database.sql`select state from matter where region = ${region} and id = ${matter}`;
    expect(events.map((event) => event.type)).toEqual(['petition-test/receive', 'petition-test/note']);
    expect(JSON.parse(JSON.stringify(replay(events)))).toEqual(row!.state);
  });

  it('[L4] keeps personal values out of event and matter', async () => {
    const matter = await received();
    const [event] = await streamEvents(database.sql, region, matter);
    const [row] =
      await database.sql`select state::text as text from matter where region = ${region} and id = ${matter}`;
    expect(JSON.stringify(event)).not.toContain('丙三');
    expect(row!.text).not.toContain('丙三');
    expect(event!.personal.petitioner).toMatch(/^[0-9a-f]{64}$/);
    const [value] =
      await database.sql`select value from personal_value where region = ${region} and matter = ${matter}`;
    expect(value!.value).toBe('丙三');
  });

  it('writes the clock with its due day', async () => {
    const matter = await received();
    const [clock] =
      await database.sql`select due, provisional, paused from clock where region = ${region} and matter = ${matter}`;
    // 3–6, 9–14 (the Saturday was worked), 18–20, 23–27, the worked Sunday 29 and 30 September: twenty.
    expect(clock).toEqual({ due: '2024-09-30', provisional: false, paused: false });
  });

  it('[P4] asks for a post held on the day', async () => {
    const answer = await receive({ actor: { person: 'p2', post: 'k2' } });
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'forbidden', rule: 'kernel.P4' } });
    const before = await receive({ actor: { person: 'p2', post: 'k2' }, on: '2024-08-30' });
    expect(before).toMatchObject({ ok: true });
  });

  it('[P12] refuses a number that another matter has, and changes nothing', async () => {
    const [first, second] = [await received(), await received()];
    const answer = (matter: string) =>
      runStep(world, ask({ step: 'answer', matter, input: { number: '复〔2024〕1号' } }));
    expect(await answer(first)).toMatchObject({ ok: true });
    expect(await answer(second)).toMatchObject({
      ok: false,
      refusal: { rule: 'kernel.P12', message: '该文号已经用过，请换一个。' },
    });
    expect(await streamEvents(database.sql, region, second)).toHaveLength(1);
  });

  it('[P13] takes no day in the future and none before the step before', async () => {
    const matter = await received();
    const note = (on: string) => runStep(world, ask({ step: 'note', matter, input: { note: '某' }, on }));
    expect(await note('2024-09-03')).toMatchObject({ ok: false, refusal: { rule: 'kernel.P13' } });
    expect(await note('2024-09-01')).toMatchObject({ ok: false, refusal: { rule: 'kernel.P13' } });
  });

  it('[P14] acts once for one request id, also when asked twice at the same moment', async () => {
    const request = 'the-same-request';
    const answers = await Promise.all([receive({ request }), receive({ request }), receive({ request })]);
    const matters = new Set(answers.map((answer) => (answer.ok ? answer.matter : 'refused')));
    expect(matters.size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.again)).toHaveLength(1);
    const other = await receive({ request, input: { subject: '别的', petitioner: '丁四' } });
    expect(other).toMatchObject({ ok: false, refusal: { kind: 'request-reused' } });
    const day = await receive({ request, on: '2024-08-30' });
    expect(day).toMatchObject({ ok: false, refusal: { kind: 'request-reused' } });
  });

  it('[P15] tells whoever saw an older version that somebody was faster', async () => {
    const matter = await received();
    const note = () => runStep(world, ask({ step: 'note', matter, input: { note: '某' }, expected: 1 }));
    const answers = await Promise.all([note(), note(), note()]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.kind).toBe('stale');
  });

  it('concurrent steps on one matter equal some serial order', async () => {
    const matter = await received();
    const notes = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        runStep(world, ask({ step: 'note', matter, input: { note: `第${index}次` } })),
      ),
    );
    expect(notes.every((answer) => answer.ok)).toBe(true);
    const events = await streamEvents(database.sql, region, matter);
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('finds matters by Chinese words and by personal words only for those who may', async () => {
    await receive({ input: { subject: '下水道堵塞', petitioner: '欧阳某' } });
    const page = (text: string, personal: boolean) =>
      registerPage(database.sql, {
        region,
        procedure: 'petition-test',
        scope: { reach: 'unit', unit: 'u1', personal },
        text,
        page: 1,
        size: 10,
        fields: ['subject'],
      });
    expect((await page('下水道', false)).rows.map((row) => row.fields.subject)).toEqual(['下水道堵塞']);
    expect((await page('欧阳', false)).total).toBe(0);
    expect((await page('欧阳', true)).total).toBe(1);
  });
});
