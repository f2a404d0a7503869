import type { FixedPlan } from '../../systems/yearly/work-plan/assignments.ts';
import { roles } from '../../systems/yearly/work-plan/fields.ts';

/** What became of a task between two versions. Texts stand beside each other so that a reader sees what moved. */
export interface TaskDifference {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** The tasks that differ, in the order of the later version; those that were taken out at the end. */
export function differenceOf(
  before: FixedPlan,
  after: FixedPlan,
  unitName: (code: string) => string,
): TaskDifference[] {
  const [old, now] = [tellings(before, unitName), tellings(after, unitName)];
  const found: TaskDifference[] = [];
  for (const [code, told] of now) {
    const was = old.get(code);
    const fields = Object.entries(told)
      .map(([name, text]) => ({ name, before: was?.[name] ?? '', after: text }))
      .filter((field) => field.before !== field.after);
    if (fields.length > 0) found.push(named(code, told, was ? 'changed' : 'added', fields));
  }
  for (const [code, told] of old) {
    if (now.has(code)) continue;
    const fields = Object.entries(told)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => ({ name, before: text, after: '' }));
    found.push(named(code, told, 'removed', fields));
  }
  return found;
}

type Telling = Readonly<Record<string, string>>;

function named(
  code: string,
  told: Telling,
  change: TaskDifference['change'],
  fields: TaskDifference['fields'],
): TaskDifference {
  return { code, number: told.序号!, title: told.任务!, change, fields };
}

function tellings(plan: FixedPlan, unitName: (code: string) => string): Map<string, Telling> {
  return new Map(
    plan.tasks.map((task) => {
      const units = Object.fromEntries(
        Object.entries(roles).map(([role, name]) => [
          `${name}单位`,
          plan.duties
            .filter((duty) => duty.task === task.code && duty.role === role)
            .map(({ unit }) => unitName(unit))
            .join('、'),
        ]),
      );
      const demands = plan.measures.filter((measure) => measure.task === task.code).map(({ text }) => text);
      return [
        task.code,
        {
          序号: task.number,
          部分: task.part ?? '',
          任务: task.title,
          任务内容: task.text,
          完成时限: task.due,
          ...units,
          量化要求: demands.join('；'),
        },
      ];
    }),
  );
}
