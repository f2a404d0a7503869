import type { PlanDraftView, PlanTaskView } from '../../../src/client/contract/plans.ts';
import type { Role } from './words.ts';

/** A plan while it is worked on: the draft, which task is open, and what may be changed in it. */
export type Written = Omit<PlanDraftView, 'text'>;

export type Change =
  | { readonly type: 'reset'; readonly written: Written }
  | { readonly type: 'head'; readonly by: Partial<Omit<Written, 'tasks'>> }
  | { readonly type: 'task'; readonly code: string; readonly by: Partial<PlanTaskView> }
  | { readonly type: 'units'; readonly code: string; readonly at: number; readonly units: readonly string[] }
  | {
      readonly type: 'chosen-units';
      readonly code: string;
      readonly role: Role;
      readonly units: readonly string[];
    }
  | { readonly type: 'confirm'; readonly code: string }
  | { readonly type: 'confirm-complete' }
  | { readonly type: 'fill-due'; readonly due: string }
  | { readonly type: 'fill-units'; readonly role: Role; readonly units: readonly string[] }
  | { readonly type: 'add'; readonly after: string | undefined; readonly code: string }
  | { readonly type: 'split'; readonly code: string; readonly at: number; readonly fresh: string }
  | { readonly type: 'merge'; readonly code: string }
  | { readonly type: 'remove'; readonly code: string };

export const writtenOf = ({ text: _, ...written }: PlanDraftView): Written => written;

/** Whether two say the same; in which order the fields stand says nothing. */
export const sameWritten = (a: Written, b: Written): boolean => ordered(a) === ordered(b);
const ordered = (written: Written): string =>
  JSON.stringify(written, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** What a task still lacks before it can be confirmed, in short words. */
export function lacks(task: PlanTaskView): string[] {
  return [
    ...(task.title.trim() === '' || task.text.trim() === '' ? ['内容'] : []),
    ...(task.units.some(({ role, units }) => role !== 'cooperating' && units.length > 0) ? [] : ['责任单位']),
    ...(task.units.some(({ units }) => units.length === 0) ? ['单位名称对应'] : []),
    ...(task.due === null ? ['完成时限'] : []),
  ];
}

export function write(written: Written, change: Change): Written {
  const { tasks } = written;
  const put = (code: string, by: (task: PlanTaskView) => PlanTaskView): Written => ({
    ...written,
    tasks: tasks.map((task) => (task.code === code ? by(task) : task)),
  });
  switch (change.type) {
    case 'reset':
      return change.written;
    case 'head':
      return { ...written, ...change.by };
    case 'task':
      return put(change.code, (task) => ({ ...task, ...change.by }));
    case 'units':
      return put(change.code, (task) => ({
        ...task,
        units: task.units.map((entry, at) =>
          at === change.at ? { ...entry, units: [...change.units], source: 'chosen' } : entry,
        ),
      }));
    case 'chosen-units':
      return put(change.code, (task) => chooseUnits(task, change.role, change.units));
    case 'confirm':
      return put(change.code, (task) => (lacks(task).length > 0 ? task : { ...task, confirmed: true }));
    case 'confirm-complete':
      return {
        ...written,
        tasks: tasks.map((task) => (lacks(task).length > 0 ? task : { ...task, confirmed: true })),
      };
    case 'fill-due':
      return {
        ...written,
        tasks: tasks.map((task) => (task.due === null ? { ...task, due: change.due } : task)),
      };
    case 'fill-units':
      return {
        ...written,
        tasks: tasks.map((task) =>
          task.units.some(({ role, units }) => role !== 'cooperating' && units.length > 0)
            ? task
            : chooseUnits(task, change.role, change.units),
        ),
      };
    case 'add': {
      const at = tasks.findIndex(({ code }) => code === change.after) + 1 || tasks.length;
      const before = tasks[at - 1];
      const fresh = emptyTask(change.code, String(tasks.length + 1), before?.part ?? '');
      return { ...written, tasks: [...tasks.slice(0, at), fresh, ...tasks.slice(at)] };
    }
    case 'split':
      return split(written, change.code, change.at, change.fresh);
    case 'merge':
      return merge(written, change.code);
    case 'remove':
      return { ...written, tasks: tasks.filter(({ code }) => code !== change.code) };
  }
}

/** Units chosen by hand stand in one entry of their role; what was printed stays beside it. */
function chooseUnits(task: PlanTaskView, role: Role, units: readonly string[]): PlanTaskView {
  const isOwn = (entry: PlanTaskView['units'][number]) => entry.role === role && entry.printed === '';
  const others = task.units.filter((entry) => !isOwn(entry));
  const own: PlanTaskView['units'] =
    units.length > 0 ? [{ role, printed: '', units: [...units], source: 'chosen' }] : [];
  return { ...task, units: [...others, ...own] };
}

const emptyTask = (code: string, number: string, part: string): PlanTaskView => ({
  code,
  number,
  part,
  title: '',
  text: '',
  start: null,
  end: null,
  due: null,
  dueText: '',
  units: [],
  measures: [],
  confirmed: false,
});

/** The text after the caret becomes a task of its own, with the same units and day. */
function split(written: Written, code: string, at: number, fresh: string): Written {
  const index = written.tasks.findIndex((task) => task.code === code);
  const task = written.tasks[index];
  if (!task || at <= 0 || at >= task.text.length) return written;
  const [head, rest] = [task.text.slice(0, at).trim(), task.text.slice(at).trim()];
  if (head === '' || rest === '') return written;
  const own = (text: string) => task.measures.filter((measure) => text.includes(measure.text));
  const first = { ...task, text: head, measures: own(head), confirmed: false };
  const second: PlanTaskView = {
    ...task,
    code: fresh,
    number: `${task.number}-2`,
    title: rest.split(/[。；，,;]/)[0]!.slice(0, 300),
    text: rest,
    measures: task.measures
      .filter((measure) => !first.measures.includes(measure))
      .map((measure, n) => ({ ...measure, code: `${fresh}-${n + 1}` })),
    confirmed: false,
  };
  return {
    ...written,
    tasks: [...written.tasks.slice(0, index), first, second, ...written.tasks.slice(index + 1)],
  };
}

/** A task takes in the one after it: texts one after the other, units of both, the later day. */
function merge(written: Written, code: string): Written {
  const index = written.tasks.findIndex((task) => task.code === code);
  const [task, next] = [written.tasks[index], written.tasks[index + 1]];
  if (!task || !next) return written;
  const known = new Set(task.units.map(({ role, printed, units }) => `${role}${printed}${units.join()}`));
  const merged: PlanTaskView = {
    ...task,
    text: `${task.text}\n${next.text}`,
    end: next.end !== null && task.end !== null ? Math.max(task.end, next.end) : task.end,
    due: task.due === null || (next.due !== null && next.due > task.due) ? next.due : task.due,
    units: [
      ...task.units,
      ...next.units.filter(({ role, printed, units }) => !known.has(`${role}${printed}${units.join()}`)),
    ],
    measures: [...task.measures, ...next.measures],
    confirmed: false,
  };
  return { ...written, tasks: [...written.tasks.slice(0, index), merged, ...written.tasks.slice(index + 2)] };
}
