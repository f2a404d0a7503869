import { Link, useLocation } from 'react-router';
import { useCatalogue } from '../api/queries.ts';
import { registersUnder } from './boards.ts';

/** The registers this page stands for in the rail, one press away. */
export function RegistersUnder() {
  const { pathname } = useLocation();
  const registers = registersUnder(pathname, useCatalogue().procedures);
  if (registers.length === 0) return null;
  return (
    <nav className="registers-under no-print" aria-label="台账">
      台账：
      {registers.map(({ id, name }) => (
        <Link key={id} to={`/registers/${id}`}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
