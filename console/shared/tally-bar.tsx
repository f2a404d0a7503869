import './tally-bar.css';

export interface Tally {
  /** Empty for all of them. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Colour where there are any. */
  readonly tone?: 'good' | 'near' | 'late';
}

/** A number of the bar above a table, and which rows it leaves in it. */
export interface Sort<Row> extends Omit<Tally, 'count'> {
  readonly holds?: (row: Row) => boolean;
}

export function countsOf<Row>(sorts: readonly Sort<Row>[], rows: readonly Row[]): Tally[] {
  return sorts.map(({ holds, ...tally }) => ({
    ...tally,
    count: holds ? rows.filter(holds).length : rows.length,
  }));
}

/** How many there are of each sort, in a row of numbers; each leaves its own in the table below. */
export function TallyBar({
  label,
  tallies,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly tallies: readonly Tally[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}) {
  return (
    <ul className="tally-bar" aria-label={label}>
      {tallies.map(({ id, name, count, tone }) => {
        const pressed = (chosen ?? '') === id;
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={pressed}
              onClick={() => onChoose(pressed || id === '' ? undefined : id)}
            >
              <span className={`number ${count > 0 ? (tone ?? '') : ''}`}>{count}</span>
              <span>{name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
