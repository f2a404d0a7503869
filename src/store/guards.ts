import { type Sql, sqlStateOf } from './connection.ts';

/** Tables that take no UPDATE, no DELETE and no TRUNCATE from anyone (rule 3, storage rule 7). */
const APPEND_ONLY = ['event', 'request', 'seal', 'seal_leaf', 'file', 'file_binding', 'audit'] as const;

const DENIED = '42501';

/** The guard of the ledger is open. The product refuses to serve. */
export class OpenGuardError extends Error {
  constructor(table: string, act: string) {
    super(`台账保护未生效：应用账户可以对 ${table} 执行 ${act}。请检查数据库授权后再启动。`);
    this.name = 'OpenGuardError';
  }
}

/**
 * Tries, inside transactions that are rolled back, what the application must not be able to do (storage rule 8).
 * PostgreSQL checks the right before it looks for rows, so nothing needs to be there.
 */
export async function assertAppendOnly(sql: Sql): Promise<void> {
  for (const table of APPEND_ONLY) {
    for (const [act, statement] of [
      ['UPDATE', `update ${table} set region = region where false`],
      ['DELETE', `delete from ${table} where false`],
      ['TRUNCATE', `truncate ${table}`],
    ] as const) {
      if (!(await denied(sql, statement))) throw new OpenGuardError(table, act);
    }
  }
}

class RollBack extends Error {}

async function denied(sql: Sql, statement: string): Promise<boolean> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(statement);
      throw new RollBack();
    });
    return false;
  } catch (error) {
    if (error instanceof RollBack) return false;
    if (sqlStateOf(error) === DENIED) return true;
    throw error;
  }
}
