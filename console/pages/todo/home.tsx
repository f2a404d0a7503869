import { Navigate } from 'react-router';
import { useSession } from '../../api/queries.ts';
import { Todo } from './todo.tsx';

/** Where each of the three administrators works: no matter ever waits for one of them. */
const desks = { system: '/people/units', security: '/people', audit: '/people/audit' } as const;

/** The first page after signing in: what waits for my post, or the administrator's desk. */
export function Home() {
  const { administrator } = useSession().acting;
  return administrator ? <Navigate to={desks[administrator]} replace /> : <Todo />;
}
