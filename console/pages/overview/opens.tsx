import { number } from '../../format.ts';
import type { Opened, OverviewView } from './queries.ts';

export interface PartProps {
  readonly view: OverviewView;
  readonly onOpen: (opened: Opened) => void;
}

/** A number that opens into its records; nought opens nothing. */
export function Opens({
  value,
  tone,
  label,
  onOpen,
}: {
  readonly value: number;
  readonly tone?: 'late' | 'near' | undefined;
  readonly label: string;
  readonly onOpen: () => void;
}) {
  if (value === 0) return <span className="quiet">0</span>;
  return (
    <button
      type="button"
      className={tone ? `plain ${tone}` : 'plain'}
      aria-label={`${label}${number(value)}件，查看记录`}
      onClick={onOpen}
    >
      {number(value)}
    </button>
  );
}

/** The day before, so that what is late can be asked for by due day. */
export function dayBefore(today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
