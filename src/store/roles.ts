import type { Sql } from './connection.ts';

/** The application's role: it owns no table, so what is revoked from it stays revoked (storage rule 7). */
export const APP_ROLE = 'fazhi_app';

/** The same server and database for another role. */
export function roleUrl(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Creates the application role when the cluster has none. A role that exists keeps its password. */
export async function ensureAppRole(admin: Sql, password: string): Promise<'created' | 'existed'> {
  const [found] = await admin`select 1 from pg_roles where rolname = ${APP_ROLE}`;
  if (found) return 'existed';
  if (/['\\]/.test(password)) throw new RangeError('password with a quote');
  await admin.unsafe(
    `create role ${APP_ROLE} login password '${password}' nosuperuser nocreatedb nocreaterole`,
  );
  return 'created';
}
