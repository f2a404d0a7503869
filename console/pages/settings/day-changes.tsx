import type { Answer } from '../../api/client.ts';
import { shortDay } from '../../format.ts';

type Changes = Answer<'calendar.enter'>['changes'];

/** Days that a notice makes another: what each was, and what it is. */
export function DayChanges({ changes, year }: { readonly changes: Changes; readonly year: number }) {
  return (
    <ul className="day-changes">
      {changes.map(({ date, before, after, past }) => (
        <li key={date}>
          <strong>{shortDay(date, `${year}-01-01`)}</strong>
          <span className="quiet">{before}</span>
          <span className="quiet">改为</span>
          <span>{after}</span>
          {past && <span className="tag">已过</span>}
        </li>
      ))}
    </ul>
  );
}
