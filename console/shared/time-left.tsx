import { useSession } from '../api/queries.ts';
import { type Term, term } from '../format.ts';

interface TimeLeftProps extends Term {
  readonly standing: 'on-time' | 'near' | 'late' | null;
  readonly provisional?: boolean;
}

/** Time left of a clock in words; red only where it is late, marked where the date is provisional. */
export function TimeLeft({ standing, provisional, ...given }: TimeLeftProps) {
  const { today } = useSession();
  const tone = standing === 'late' ? 'late' : standing === 'near' ? 'near' : undefined;
  return (
    <span className="time-left">
      <span className={tone}>
        {term(given, today)
          .split(/(?=（)/)
          .map((part) => (
            <span key={part} className="nowrap">
              {part}
            </span>
          ))}
      </span>
      {provisional && <Provisional />}
    </span>
  );
}

/** The mark of a date that stands on a year whose holiday notice is not entered yet. */
export function Provisional() {
  return (
    <span
      className="tag provisional"
      title="到期日所在年度的放假通知尚未录入，暂按周末和法定节日推算，录入后重算"
    >
      暂定
    </span>
  );
}
