import postgres from 'postgres';

/** Values with a type of their own on the wire. */
interface Types extends Record<string, unknown> {
  readonly int8: bigint;
}

/** A pool of connections; a tagged template is a query. */
export type Sql = postgres.Sql<Types>;

/** One transaction. */
export type Transaction = postgres.TransactionSql<Types>;

/** Anything that runs queries: the pool or a transaction. */
export type Queries = postgres.ISql<Types>;

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;

/** Decimal digits a double holds without loss. */
const SAFE_DIGITS = 15;

/**
 * `int8` and `numeric`: a number when it is exact; else a bigint (whole) or the digits as they are (fractions).
 */
export function parseDecimal(text: string): number | bigint | string {
  if (text.length <= SAFE_DIGITS) return Number(text);
  if (/^-?\d+$/.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  return text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= SAFE_DIGITS ? Number(text) : text;
}

/** `2024-09-27 01:02:03.123456+00` (the session runs in UTC) as an instant in milliseconds. */
export function parseTimestamp(text: string): string {
  if (text.length < 22 || !text.endsWith('+00')) return text;
  const fraction = text[19] === '.' ? text.slice(20, -3) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

const asText = (value: unknown): string => String(value);

/** Dates and instants travel as the strings the kernel uses; no Date object, no time zone of the machine. */
const types = {
  date: { to: OID.date, from: [OID.date], serialize: asText, parse: (text: string) => text },
  timestamptz: {
    to: OID.timestamptz,
    from: [OID.timestamptz],
    serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : asText(value)),
    parse: parseTimestamp,
  },
  int8: { to: OID.int8, from: [OID.int8], serialize: asText, parse: parseDecimal },
  numeric: { to: OID.numeric, from: [OID.numeric], serialize: asText, parse: parseDecimal },
};

/** Queries still running this long after `end()` are cut off. */
const END_SECONDS = 5;

export interface ConnectOptions {
  /** Most connections at a time; default 10. */
  readonly max?: number;
}

/** Opens a pool. Connections are made when first needed, so a wrong address shows at the first query. */
export function connect(url: string, { max = 10 }: ConnectOptions = {}): Sql {
  const sql = postgres(url, {
    max,
    prepare: true,
    types,
    onnotice: () => {},
    // Seconds before a lost connection is tried again; the driver's default grows to 20.
    backoff: (retries: number) => Math.min(0.02 * 2 ** retries, 1),
    connection: { application_name: 'fazhi', TimeZone: 'UTC', DateStyle: 'ISO, YMD' },
  }) as unknown as Sql;
  // A connection that the server refused while starting up never ends by itself in this driver.
  const end = sql.end.bind(sql);
  sql.end = (options) => end({ timeout: END_SECONDS, ...options });
  return sql;
}

/** SQLSTATE of a database error, or the driver's own code of a lost connection; empty for anything else. */
export function sqlStateOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/**
 * Failures after which the same request may be sent again (storage rule 16): serialisation, deadlock, a lost
 * connection or server, an internal error of a distributed node. A COMMIT among them may have happened: the
 * work must carry a request id.
 */
const RETRYABLE = new Set([
  '40001',
  '40P01',
  'XX000',
  '08000',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlStateOf(error));
}

/**
 * Runs `work` again after a failure that allows it: 8 tries over about five seconds, enough for a restart of
 * the server. `work` must be idempotent by its request id.
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  { tries = 8, firstDelayMs = 20 } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= tries || !isRetryable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstDelayMs * 2 ** (attempt - 1)));
    }
  }
}

const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/**
 * Refuses to go on when a power cut could lose what was acknowledged. No test by killing processes can see a
 * missing fsync, so the settings are read. Stricter than on is `remote_apply`, which waits for the standby as well.
 */
export async function assertDurable(sql: Sql): Promise<void> {
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ${sql(DURABLE)}`;
  const open = rows.filter(({ setting }) => !['on', 'remote_apply'].includes(setting));
  if (rows.length === DURABLE.length && open.length === 0) return;
  const settings = open.map(({ name, setting }) => `${name}=${setting}`).join('，');
  throw new Error(
    `数据库设置不能保证已确认的记录在断电后仍在（${settings}）。请将其改为 on 并重启数据库后再启动。`,
  );
}
