import type { Answer } from '../../api/client.ts';
import { shortDay } from '../../format.ts';

type Year = Answer<'calendar.get'>['years'][number];

/** Days off by name, first and last day. */
export function Holidays({
  holidays,
  today,
}: {
  readonly holidays: Year['holidays'];
  readonly today: string;
}) {
  return (
    <ul className="holidays">
      {holidays.map(({ name, from, to }) => (
        <li key={from}>
          <span>{name}</span>
          <span className="quiet">
            {shortDay(from, today)}
            {to !== from && `至${shortDay(to, today)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
