import type { DutyRow, MeasureRow, Role, TaskRow } from '../../systems/yearly/work-plan/fields.ts';
import type { PlanDraft } from './draft.ts';

/** The rows by which a step fixes a draft. Call only where there are no open points. */
export function fixedRows(draft: PlanDraft): {
  tasks: TaskRow[];
  duties: DutyRow[];
  measures: MeasureRow[];
} {
  return {
    tasks: draft.tasks.map(({ code, number, part, title, text, due }) => ({
      code,
      number,
      ...(part.trim() === '' ? {} : { part }),
      title,
      text,
      due: due!,
    })),
    duties: draft.tasks.flatMap(({ code, units }) => dutiesOf(code, units)),
    measures: draft.tasks.flatMap(({ code: task, measures }) =>
      measures.map(({ code, text, target, measureUnit, sense, indicator, kind, reach }) => ({
        task,
        code,
        text,
        target,
        sense,
        reach,
        ...(measureUnit === '' ? {} : { measureUnit }),
        ...(indicator === null ? {} : { indicator }),
        ...(kind === null ? {} : { kind }),
      })),
    ),
  };
}

const RANK: readonly Role[] = ['lead', 'responsible', 'cooperating'];

/** Each unit once, by the weightiest role it is named in: 各单位 does not make the leading unit responsible too. */
function dutiesOf(task: string, units: PlanDraft['tasks'][number]['units']): DutyRow[] {
  const roles = new Map<string, Role>();
  for (const role of RANK) {
    for (const entry of units.filter((named) => named.role === role)) {
      for (const unit of entry.units) if (!roles.has(unit)) roles.set(unit, role);
    }
  }
  return [...roles].map(([unit, role]) => ({ task, unit, role }));
}
