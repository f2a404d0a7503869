import type { Answer } from '../../api/client.ts';
import { day } from '../../format.ts';
import type { BatchEntry } from '../../shared/batch/run.ts';

type Todo = Answer<'todo.list'>;
type Standing = Todo['rows'][number]['standing'];

/** A matter that waits for a step, or a publication that waits to be made. */
export interface Work {
  readonly key: string;
  readonly matter: string;
  readonly title: string;
  /** Number, procedure, and the unit where it is not the reader's own. */
  readonly about: readonly string[];
  readonly procedure: string;
  readonly stage: string;
  readonly next: { readonly name: string; readonly to: string } | null;
  /** The next step as one act of a batch; null where it has to be filled in for this matter alone. */
  readonly batch: BatchEntry | null;
  /** Which limit it is that ends first, where several run. */
  readonly limit: string | null;
  readonly due: string | null;
  readonly promised?: string | null;
  readonly daysLeft: number | null;
  readonly standing: Standing;
  readonly provisional: boolean;
  readonly paused: boolean;
}

export interface TimeColumn {
  readonly id: 'late' | 'near' | 'other';
  readonly title: string;
  readonly empty: string;
  readonly work: readonly Work[];
  /** More of this column was not read yet. */
  readonly more: boolean;
}

/** Matters and publications as one kind of row, as somebody reads them whose own unit has these names. */
export function workOf(
  { rows, publications }: Pick<Todo, 'rows' | 'publications'>,
  own: readonly string[],
): Work[] {
  const elsewhere = (name: string) => (own.includes(name) ? [] : [name]);
  return [
    ...rows.map(
      (row): Work => ({
        ...row,
        key: row.id,
        matter: row.id,
        about: [
          row.number,
          row.procedureName,
          ...elsewhere(row.unitName),
          ...row.later.map(({ name, due }) => `${name}：${day(due)}届满`),
        ],
        limit: row.later.length > 0 ? row.clockName : null,
        stage: row.stageNames.join('、'),
        next: row.next && { name: row.next.name, to: `/matters/${row.id}?step=${row.next.step}` },
        batch: row.next?.batch
          ? { ...row, key: row.id, matter: row.id, step: row.next.step, stepName: row.next.name, input: {} }
          : null,
      }),
    ),
    ...publications.map(
      (row): Work => ({
        ...row,
        key: `${row.matter}/${row.publication}`,
        about: [row.number, row.procedureName, ...elsewhere(row.unitName)],
        limit: null,
        stage: '待公示',
        next: { name: '公示', to: `/matters/${row.matter}?publication=${row.publication}` },
        batch: {
          ...row,
          key: `${row.matter}/${row.publication}`,
          step: '$publish',
          stepName: '公示',
          input: { publication: row.publication },
        },
        provisional: false,
        paused: false,
      }),
    ),
  ];
}

/** What is chosen together must be the same step of the same procedure. */
export function batchName({ batch }: Work): string | undefined {
  return batch ? `${batch.procedure}/${batch.step}` : undefined;
}

/**
 * The three columns of time; within each, what is due first stands first and what has no term stands last. `more`: what
 * falls due after all of this was not read.
 */
export function timeColumns(work: readonly Work[], more = false): TimeColumn[] {
  const sorted = [...work].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const column = (of: Work): TimeColumn['id'] =>
    of.standing === 'late' || of.standing === 'near' ? of.standing : 'other';
  const last = sorted.at(-1);
  const named = (id: TimeColumn['id'], title: string, empty: string): TimeColumn => ({
    id,
    title,
    empty,
    work: sorted.filter((entry) => column(entry) === id),
    more: more && last !== undefined && column(last) === id,
  });
  return [
    named('late', '已超期', '没有超期的事项'),
    named('near', '今天和三天内', '三个工作日内没有到期的事项'),
    named('other', '其他', '没有其他待办'),
  ];
}
