import type { LegalDate } from '../../kernel/dates.ts';
import type { Role } from '../../systems/yearly/work-plan/fields.ts';

/** A plan while it is written: what was read, what a clerk made of it, and how far it is confirmed. */
export interface PlanDraft {
  readonly title: string;
  readonly year: number;
  readonly issuer: string;
  /** 发文字号 as printed on the paper that was brought; empty where there is none. */
  readonly number: string;
  /** The text as it was read; empty where the plan is written here. */
  readonly text: string;
  readonly tasks: readonly PlanTask[];
}

export interface PlanTask {
  /** Stays with the task through all versions. */
  readonly code: string;
  readonly number: string;
  readonly part: string;
  readonly title: string;
  readonly text: string;
  /** Place in the text; null for a task that was added by hand. */
  readonly start: number | null;
  readonly end: number | null;
  readonly due: LegalDate | null;
  /** The words the day was read from, e.g. 10月底前. */
  readonly dueText: string;
  readonly units: readonly PlanUnits[];
  readonly measures: readonly PlanMeasure[];
  readonly confirmed: boolean;
}

/** One name as printed, with the units it stands for. */
export interface PlanUnits {
  readonly role: Role;
  /** Empty where the unit was chosen by hand or proposed by the subject of the task. */
  readonly printed: string;
  readonly units: readonly string[];
  /** Where it is from: the reader of it should look twice at what was only guessed. */
  readonly source: 'remembered' | 'name' | 'class' | 'past' | 'subject' | 'chosen' | 'unknown';
}

export interface PlanMeasure {
  readonly code: string;
  readonly text: string;
  /** Decimal text. */
  readonly target: string;
  readonly measureUnit: string;
  readonly sense: 'minimum' | 'maximum' | 'exact';
  readonly indicator: string | null;
  readonly kind: string | null;
  readonly reach: 'unit' | 'region';
}

/** Why a draft cannot be sent on yet, one Chinese sentence each. */
export function openPoints(draft: PlanDraft): string[] {
  const numbers = (tasks: readonly PlanTask[]) => tasks.map(({ number }) => number).join('、');
  const points: string[] = [];
  const say = (tasks: readonly PlanTask[], what: string) => {
    if (tasks.length > 0) points.push(`第${numbers(tasks)}项任务${what}。`);
  };
  if (draft.tasks.length === 0) points.push('要点里还没有任务。');
  const { tasks } = draft;
  say(
    tasks.filter(({ confirmed }) => !confirmed),
    '还没有确认',
  );
  say(
    tasks.filter((task) => !hasOwner(task)),
    '没有牵头单位或者责任单位',
  );
  say(
    tasks.filter(({ due }) => due === null),
    '没有完成时限',
  );
  say(
    tasks.filter(({ units }) => units.some((entry) => entry.units.length === 0)),
    '有对应不上的单位名称',
  );
  say(
    tasks.filter(({ title, text }) => title.trim() === '' || text.trim() === ''),
    '没有标题或者内容',
  );
  const twice = tasks.filter(({ number }, at) => tasks.findIndex((other) => other.number === number) !== at);
  say(twice, '的序号与其他任务重复');
  return points;
}

export const hasOwner = ({ units }: Pick<PlanTask, 'units'>): boolean =>
  units.some(({ role, units: codes }) => role !== 'cooperating' && codes.length > 0);
