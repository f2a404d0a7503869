import type { Basis } from '../../kernel/errors.ts';
import { words } from '../../kernel/procedure/declaration.ts';
import { f } from '../../kernel/procedure/fields.ts';

// Who came to a meeting or a study session: filled from the leading group as it stood on the day.

export const attendances = { present: '出席', deputy: '委派他人参加', absent: '请假' } as const;

const attendanceRow = {
  name: f.text('姓名', { max: 50 }),
  unit: f.unit('单位'),
  state: f.choice('出席情况', attendances),
  substitute: f.text('代为参加的人员', { max: 50 }).optional(),
  absence: f.text('请假或者委派的原因', { max: 200 }).optional(),
};

/** A table of those who should come, by the members in force on the day the form names in `heldOn`. */
export const attendanceRows = (
  title: string,
  { min, asked }: { readonly min: number; readonly asked?: true },
) =>
  f.rows(title, attendanceRow, {
    min,
    max: 200,
    listed: {
      list: 'leading-group',
      on: 'heldOn',
      columns: { name: 'name', unit: 'unit' },
      preset: { state: 'present' },
      ...(asked ? { asked } : {}),
    },
  });

interface Attending {
  readonly attendance?: readonly {
    readonly name: string;
    readonly unit: string;
    readonly state: keyof typeof attendances;
    readonly substitute?: string | undefined;
    readonly absence?: string | undefined;
  }[];
}

const { gate } = words();

/** Whoever is away says why, whoever sends another says whom; nobody stands in the table twice. */
export function attendanceGates(basis: Basis) {
  return [
    gate<Attending>({
      id: 'absence-explained',
      holds: ({ input }) =>
        (input.attendance ?? []).every(({ state, absence }) => state === 'present' || absence !== undefined),
      basis,
      say: ({ input }) =>
        `请填写请假或者委派的原因：${namesWhere(input, ({ state, absence }) => state !== 'present' && absence === undefined)}。`,
    }),
    gate<Attending>({
      id: 'substitute-named',
      holds: ({ input }) =>
        (input.attendance ?? []).every(
          ({ state, substitute }) => (state === 'deputy') === (substitute !== undefined),
        ),
      basis,
      say: ({ input }) =>
        `委派他人参加的填写代为参加的人员，没有委派的不填写：${namesWhere(input, ({ state, substitute }) => (state === 'deputy') !== (substitute !== undefined))}。`,
    }),
    gate<Attending>({
      id: 'attendance-once',
      holds: ({ input }) => {
        const rows = (input.attendance ?? []).map(({ name, unit }) => `${unit} ${name}`);
        return new Set(rows).size === rows.length;
      },
      basis,
      say: '同一人员填写了两次，请删去重复的。',
    }),
  ];
}

type Row = NonNullable<Attending['attendance']>[number];
const namesWhere = ({ attendance = [] }: Attending, holds: (row: Row) => boolean): string =>
  attendance
    .filter(holds)
    .map(({ name }) => name)
    .join('、');
