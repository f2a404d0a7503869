import './tally-bar.css';

export interface Tally {
  /** Empty for all of them. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Colour where there are any. */
  readonly tone?: 'good' | 'near' | 'late';
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
