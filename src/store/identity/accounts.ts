import type { Instant } from '../../kernel/dates.ts';
import type { Queries } from '../connection.ts';

export interface AccountRow {
  readonly person: string;
  readonly login: string;
  readonly passwordHash: string | null;
  readonly passwordSetAt: Instant | null;
  readonly passwordHistory: readonly string[];
  readonly mustChange: boolean;
  readonly lockedUntil: Instant | null;
  readonly totpSecret: Uint8Array | null;
  readonly totpEnrolled: boolean;
  /** The account and its person may sign in at all. */
  readonly usable: boolean;
}

type AccountKey =
  | { readonly region: string; readonly login: string }
  | { readonly region: string; readonly person: string };

export async function findAccount(sql: Queries, key: AccountKey): Promise<AccountRow | undefined> {
  const [row] = await sql<AccountRow[]>`
    select a.person, a.login, a.password_hash as "passwordHash", a.password_set_at as "passwordSetAt",
           a.password_history as "passwordHistory", a.must_change as "mustChange",
           a.locked_until as "lockedUntil", a.totp_secret as "totpSecret", a.totp_enrolled as "totpEnrolled",
           not a.disabled and p.active as usable
      from account a join person p on p.region = a.region and p.id = a.person
     where a.region = ${key.region} and ${'login' in key ? sql`a.login = ${key.login}` : sql`a.person = ${key.person}`}`;
  return row;
}

export interface NewAccount {
  readonly region: string;
  readonly person: string;
  readonly login: string;
  /** The person sets a password before anything else. */
  readonly mustChange: boolean;
}

/** Opens accounts without a password; they are entered by a link. Persons who have one keep it. */
export async function insertAccounts(sql: Queries, accounts: readonly NewAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map(({ region, person, login, mustChange }) => ({
    region,
    person,
    login,
    must_change: mustChange,
  }));
  await sql`insert into account ${sql(rows, 'region', 'person', 'login', 'must_change')}
            on conflict (region, person) do nothing`;
}

export interface Lockout {
  /** Failures in a row after which an account is locked. */
  readonly after: number;
  /** For how long. */
  readonly minutes: number;
}

/**
 * Charges an attempt before it is checked, so that guesses sent all at once cannot pass the limit together.
 * True if it may be checked; false while the account is locked. A success is to be followed by
 * {@link clearFailures}. The work is the same for an account that does not exist.
 */
export async function chargeAttempt(
  sql: Queries,
  where: { readonly region: string; readonly person: string },
  now: Instant,
  lockout: Lockout,
): Promise<{ readonly allowed: boolean; readonly locks: boolean }> {
  const until = new Date(Date.parse(now) + lockout.minutes * 60_000).toISOString();
  const [row] = await sql<{ locked: boolean }[]>`
    update account set
           failed = case when locked_until is null then failed + 1 else 1 end,
           locked_until = case when locked_until is null and failed + 1 >= ${lockout.after}
                               then ${until}::timestamptz end
     where region = ${where.region} and person = ${where.person}
       and (locked_until is null or locked_until <= ${now})
    returning locked_until is not null as locked`;
  return { allowed: row !== undefined, locks: row?.locked ?? false };
}

/** Takes a charge back that turned out right, where failures before it still count until the second factor is in. */
export async function refundAttempt(
  sql: Queries,
  { region, person }: { readonly region: string; readonly person: string },
): Promise<void> {
  await sql`
    update account set failed = greatest(failed - 1, 0), locked_until = null
     where region = ${region} and person = ${person}`;
}

export async function clearFailures(
  sql: Queries,
  { region, person }: { readonly region: string; readonly person: string },
): Promise<void> {
  await sql`
    update account set failed = 0, locked_until = null where region = ${region} and person = ${person}`;
}

export interface NewPassword {
  readonly region: string;
  readonly person: string;
  readonly hash: string;
  readonly history: readonly string[];
  readonly at: Instant;
}

export async function setPassword(sql: Queries, given: NewPassword): Promise<void> {
  await sql`
    update account set password_hash = ${given.hash}, password_set_at = ${given.at},
           password_history = ${given.history as string[]}, must_change = false, failed = 0, locked_until = null
     where region = ${given.region} and person = ${given.person}`;
}

/** Takes the password away: the account is entered by a link and a new one is set first. */
export async function removePassword(
  sql: Queries,
  { region, person }: { readonly region: string; readonly person: string },
): Promise<void> {
  await sql`
    update account set password_hash = null, password_set_at = null, must_change = true, failed = 0,
           locked_until = null,
           password_history = case when password_hash is null then password_history
                                   else array_prepend(password_hash, password_history) end
     where region = ${region} and person = ${person}`;
}

export async function setDisabled(
  sql: Queries,
  {
    region,
    person,
    disabled,
  }: { readonly region: string; readonly person: string; readonly disabled: boolean },
): Promise<void> {
  await sql`update account set disabled = ${disabled} where region = ${region} and person = ${person}`;
}
