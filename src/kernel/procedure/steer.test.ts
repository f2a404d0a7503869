import { describe, expect, it } from 'vitest';
import { dueOf, explain } from '../clock/index.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { Decision, Written } from './context.ts';
import { decide } from './decide.ts';
import { type MatterState, replay } from './matter.ts';
import { planProcedure } from './testing/plan-works.ts';
import { at, entropy } from './testing/works.ts';

const shared = entropy();
const rows = [
  { code: '1', unit: 'u1', day: '2024-10-31' },
  { code: '2', unit: 'u2', day: '2024-11-30' },
  { code: '3', unit: 'u2', day: '2024-12-31' },
];

function act(state: MatterState | undefined, step: string, input: JsonObject, over = {}): Decision {
  const context = { ...at('legal-office', over), entropy: shared, procedure: planProcedure };
  return decide(planProcedure(state?.procedure ?? 'plan-work'), state, { step, input }, context);
}
const done = (decision: Decision): readonly Written[] => {
  if (!decision.ok) throw new Error(`${decision.refusal.rule}: ${decision.refusal.message}`);
  return decision.writes;
};
const refused = (decision: Decision) => {
  if (decision.ok) throw new Error('was not refused');
  return decision.refusal;
};
const due = (task: MatterState) => {
  const { law, calendar } = at('legal-office');
  return dueOf(task.clocks.finish!, law, calendar);
};

const issued = () => {
  const [plan, ...tasks] = done(act(undefined, 'issue', { tasks: rows })).map(({ after }) => after);
  return { plan: plan!, tasks };
};

describe('several children at once', () => {
  it('[P11] one child for each row, each in its unit with its set day, all known to the parent', () => {
    const { plan, tasks } = issued();
    expect(tasks.map(({ unit, facts }) => [facts.code, unit])).toEqual([
      ['1', 'u1'],
      ['2', 'u2'],
      ['3', 'u2'],
    ]);
    expect(plan.children.map(({ matter }) => matter)).toEqual(tasks.map(({ id }) => id));
    expect(tasks.map((task) => due(task).due)).toEqual(rows.map(({ day }) => day));
  });

  it('[P11] one row that cannot be opened refuses the whole plan', () => {
    const late = [...rows, { code: '4', unit: 'u1', day: '2024-08-30' }];
    expect(refused(act(undefined, 'issue', { tasks: late })).rule).toBe('clock.C22');
  });
});

describe('steering', () => {
  it('[P16] [C22] an amendment moves the day of the task it names and of no other, and says so', () => {
    const { plan, tasks } = issued();
    const writes = done(
      act(plan, 'amend', { code: '2', day: '2024-12-20', reason: '项目延期' }, { children: tasks }),
    );
    expect(writes.map(({ event }) => event.type)).toEqual(['plan-work/amend', 'task-work/change']);
    const changed = writes[1]!.after;
    expect(due(changed).due).toBe('2024-12-20');
    expect(explain(due(changed)).join('\n')).toContain('批准改期至2024年12月20日：项目延期。');
  });

  it('[P16] [P11] children that end thereby tell the parent one after the other, in one gapless stream', () => {
    const { plan, tasks } = issued();
    const writes = done(act(plan, 'end', {}, { children: tasks }));
    const own = writes.filter(({ after }) => after.id === plan.id);
    expect(own.map(({ event }) => event.type.split('/')[1])).toEqual([
      'end',
      '$child-closed',
      '$child-closed',
      '$child-closed',
    ]);
    expect(own.at(-1)!.after.children.every(({ closed }) => closed)).toBe(true);
    for (const task of tasks) {
      const events = writes.filter(({ after }) => after.id === task.id).map(({ event }) => event);
      expect(events).toHaveLength(1);
    }
    const first = done(act(undefined, 'issue', { tasks: rows }));
    expect(replay([first[0]!.event])).toEqual(first[0]!.after);
  });

  it('[P16] a child that refuses refuses the whole act, and is named', () => {
    const { plan, tasks } = issued();
    const refusal = refused(
      act(plan, 'amend', { code: '3', day: '2024-08-01', reason: '误填' }, { children: tasks }),
    );
    expect(refusal.rule).toBe('clock.C22');
    expect(refusal.message).toContain('“3”');
  });

  it('[P29] a refusal from a child tells what is allowed on the matter that was asked, not on the child', () => {
    const { plan, tasks } = issued();
    const input = { code: '3', day: '2024-08-01', reason: '误填' };
    const refusal = refused(act(plan, 'amend', input, { children: tasks }));
    expect(refusal.allowed).toEqual([
      { step: 'amend', name: '调整' },
      { step: 'end', name: '结束' },
    ]);
    expect(refusal.fields).toBeUndefined();
  });

  it('[P16] a closed child and another matter’s child are left alone', () => {
    const { plan, tasks } = issued();
    const other = issued();
    const closed = { ...tasks[0]!, closed: true };
    const writes = done(act(plan, 'end', {}, { children: [closed, tasks[1]!, ...other.tasks] }));
    expect(writes.filter(({ event }) => event.type === 'task-work/end').map(({ after }) => after.id)).toEqual(
      [tasks[1]!.id],
    );
  });
});
