// The same step through the whole store: load, decide, append.

import { z } from 'zod';
import { createCalendar } from '../../src/kernel/calendar/calendar.ts';
import { officialNotices } from '../../src/kernel/calendar/notices.ts';
import { openPause } from '../../src/kernel/clock/clock.ts';
import { caseload } from '../../src/kernel/indicator/declaration.ts';
import { compile } from '../../src/kernel/procedure/compile.ts';
import { defineProcedure, type StepView, words } from '../../src/kernel/procedure/declaration.ts';
import { f } from '../../src/kernel/procedure/fields.ts';
import { lawBook } from '../../src/law/index.ts';
import type { Sql } from '../../src/store/connection.ts';
import { systemEntropy, uuidv7 } from '../../src/store/entropy.ts';
import { createAppender } from '../../src/store/steps/append.ts';
import { runStep, type StepAnswer, type StepWorld } from '../../src/store/steps/run.ts';
import { supervisionAlert } from '../../src/systems/oversight/supervision-alert/index.ts';

export const REGION = '990101';
const NOW = '2024-09-02T02:00:00.000Z';
const ACTOR = { person: 'p-1', post: 'window-1' };
/** As long as the yardstick's row. */
const NOTE = '来电询问办理进度，已告知办理期限和联系方式。'.repeat(3);

type LetterFacts = { readonly subject?: string };
const { step } = words<LetterFacts>();
const paused = (view: StepView<LetterFacts>): boolean => {
  const clock = view.matter?.clocks.answer;
  return clock !== undefined && openPause(clock) !== undefined;
};

/** One clock, whose pause each note begins or ends: every step writes event, matter and clock. */
const letter = defineProcedure<LetterFacts>({
  id: 'letter',
  version: 1,
  row: 'T1',
  name: '来信',
  chapter: 'oversight',
  about: '测速用。',
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
      fields: z.object({ subject: f.text('事由') }),
      clocks: [{ do: 'start', clock: 'answer' }],
    }),
    note: step({
      name: '记录',
      from: ['received'],
      by: ['window-clerk'],
      fields: z.object({ note: f.text('内容') }),
      clocks: [
        { do: 'resume', clock: 'answer', when: paused },
        { do: 'pause', clock: 'answer', when: (view) => !paused(view), reason: '等待来信人补充' },
      ],
    }),
    answer: step({
      name: '答复',
      from: ['received'],
      to: ['answered'],
      by: ['window-clerk'],
      fields: z.object({ number: f.text('文号') }),
      clocks: [{ do: 'stop', clock: 'answer' }],
      outcome: '已答复',
    }),
  },
  indicators: [
    ...caseload<LetterFacts>({ id: 'letter', name: '来信', received: ['receive'], done: ['answer'] }),
    {
      id: 'letter.notes',
      name: '来信记录',
      unit: '次',
      measure: 'flow',
      definition: '在期间内所作的记录，使测速的每一步都进入指标。',
      counts: [{ on: ['note'] }],
    },
  ],
  title: (facts) => facts.subject ?? '',
  search: ['subject'],
});

export function benchWorld(sql: Sql): StepWorld {
  const procedures = new Map(
    [letter, supervisionAlert].map((declaration) => [declaration.id, compile(declaration, lawBook)]),
  );
  const calendar = createCalendar(officialNotices);
  return {
    sql,
    appender: createAppender(sql),
    law: lawBook,
    calendar: () => calendar,
    entropy: systemEntropy,
    procedure: (id) => procedures.get(id)!,
    findProcedure: (id) => procedures.get(id),
    unitName: (code) => code,
    personName: (person) => person,
    alertProcedure: { procedure: supervisionAlert.id, step: 'raise' },
  };
}

export async function seedPeople(admin: Sql): Promise<void> {
  await admin`insert into person (region, id, name, pinyin, unit, active) values (${REGION}, 'p-1', '甲', 'j', 'unit-1', true)`;
  await admin`insert into post (region, id, unit, kind, name) values (${REGION}, 'window-1', 'unit-1', 'window-clerk', '窗口')`;
  await admin`insert into holding (region, person, post, from_date, to_date, acting) values (${REGION}, 'p-1', 'window-1', '2020-01-01', null, false)`;
}

const ask = { region: REGION, procedure: 'letter', now: NOW, actor: ACTOR } as const;

export async function receive(world: StepWorld): Promise<string> {
  const input = { subject: '关于道路照明的来信' };
  return matterOf(await runStep(world, { ...ask, request: uuidv7(), step: 'receive', input }));
}

export async function note(world: StepWorld, matter: string): Promise<void> {
  const input = { note: NOTE };
  matterOf(await runStep(world, { ...ask, request: uuidv7(), matter, step: 'note', input }));
}

function matterOf(answer: StepAnswer): string {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.matter;
}

/**
 * Steps that are loaded and decided already: what is left is their append. The world is the same, but for an
 * appender that keeps what it is given until it is let go.
 */
export async function decidedNotes(
  world: StepWorld,
  matters: readonly string[],
): Promise<(() => Promise<void>)[]> {
  const kept: (() => Promise<void>)[] = [];
  const holding: StepWorld = {
    ...world,
    appender: {
      append: (appending) => {
        kept.push(async () => {
          const { result } = await world.appender.append(appending);
          if (result !== 'done') throw new Error(result);
        });
        return Promise.resolve({ result: 'done' });
      },
      idle: () => world.appender.idle(),
    },
  };
  for (const matter of matters) await note(holding, matter);
  return kept;
}
