import type { LegalDate } from '../../kernel/dates.ts';

/** How a unit's task stands on a day. */
export type Standing =
  | 'done'
  | 'done-late'
  | 'claimed'
  | 'running'
  | 'near'
  | 'late'
  | 'cancelled'
  | 'unfinished';

export const standingNames: Record<Standing, string> = {
  done: '按期完成',
  'done-late': '逾期完成',
  claimed: '待销号',
  running: '推进中',
  near: '临期',
  late: '逾期',
  cancelled: '已撤销',
  unfinished: '未完成',
};

/** A unit's task as the board needs it. */
export interface BoardTask {
  readonly task: string;
  readonly part: string;
  readonly unit: string;
  readonly due: LegalDate;
  readonly standing: Standing;
  /** Day it was claimed as done, where that was accepted. */
  readonly doneOn: LegalDate | null;
  /** 0 to 100. */
  readonly percent: number;
}

export interface Tally {
  readonly key: string;
  readonly total: number;
  readonly done: number;
  readonly doneLate: number;
  readonly claimed: number;
  readonly running: number;
  readonly near: number;
  readonly late: number;
  readonly unfinished: number;
  /** Mean of the percentages, whole number. */
  readonly percent: number;
}

/** Tasks counted by a key, cancelled ones left out; those with most late ones first. */
export function tallyBy(tasks: readonly BoardTask[], keyOf: (task: BoardTask) => string): Tally[] {
  const groups = new Map<string, BoardTask[]>();
  for (const task of tasks) {
    if (task.standing === 'cancelled') continue;
    const key = keyOf(task);
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return [...groups].map(([key, group]) => tally(key, group));
}

export function tally(key: string, group: readonly BoardTask[]): Tally {
  const counted = group.filter(({ standing }) => standing !== 'cancelled');
  const count = (...of: Standing[]) => counted.filter(({ standing }) => of.includes(standing)).length;
  const sum = counted.reduce((total, { percent }) => total + percent, 0);
  return {
    key,
    total: counted.length,
    done: count('done', 'done-late'),
    doneLate: count('done-late'),
    claimed: count('claimed'),
    running: count('running'),
    near: count('near'),
    late: count('late'),
    unfinished: count('unfinished'),
    percent: counted.length === 0 ? 0 : Math.round(sum / counted.length),
  };
}

/** One month of the burn-up: how many were due and how many were done by its last day, of all there are. */
export interface BurnUpMonth {
  readonly month: string;
  readonly due: number;
  /** Null where the month has not come yet. */
  readonly done: number | null;
}

/** The year in months; what is due before it counts from its start, what is done after it is not of it. */
export function burnUp(tasks: readonly BoardTask[], year: number, today: LegalDate): BurnUpMonth[] {
  const counted = tasks.filter(({ standing }) => standing !== 'cancelled');
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const end = `${month}-31`;
    return {
      month,
      due: counted.filter(({ due }) => due <= end).length,
      done:
        `${month}-01` > today
          ? null
          : counted.filter(({ doneOn }) => doneOn !== null && doneOn <= end).length,
    };
  });
}
