import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { Actor, LedgerEvent } from '../../kernel/ledger/event.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Sql, Transaction } from '../connection.ts';
import { createAppender } from '../steps/append.ts';
import { eventRow } from '../steps/rows.ts';
import type { StepWorld } from '../steps/run.ts';
import { noRows } from '../steps/tables.ts';
import { type Due, dueBefore, dueOfMatter } from './due.ts';
import { DESTROYED, type Destroyed } from './record.ts';

export type ForgetOptions = {
  readonly region: string;
  readonly by: Actor;
  readonly now: Instant;
  /** Destroys nothing and says what would go. */
  readonly dryRun?: boolean;
  /** Matters in one transaction and one event; default 500. */
  readonly batch?: number;
} & (
  | { readonly matter: string }
  /** All matters closed before the day, of one procedure or of all that declare a period. */
  | { readonly closedBefore: LegalDate; readonly procedure?: string }
);

/** What went, or would go, of one procedure. */
export interface Forgotten extends Due {
  readonly matters: number;
  readonly values: number;
}

export interface ForgetReport {
  readonly region: string;
  readonly dryRun: boolean;
  /** In Chinese: what was done. */
  readonly summary: string;
  readonly matters: number;
  readonly values: number;
  readonly procedures: readonly Forgotten[];
  /** Events that record it. */
  readonly events: readonly string[];
}

const BATCH = 500;

/**
 * Destroys personal values, their salts and the search terms made of them, of closed matters whose period of
 * retention is over (个人信息保护法 art. 47). Digests stay in the events, so the chain still verifies and tells
 * nothing of the values. Values and the event that records their destruction go in one transaction: neither
 * happens without the other. Safe to repeat. Uploaded files and what was published are not touched.
 * Throws RefusedError where `matter` names one whose values have to stay.
 */
export async function forget(
  world: Pick<StepWorld, 'sql' | 'entropy' | 'procedure'>,
  options: ForgetOptions,
): Promise<ForgetReport> {
  const { region, dryRun = false } = options;
  const due = 'matter' in options ? [await dueOfMatter(world, options)] : await dueBefore(world, options);
  const procedures: Forgotten[] = [];
  const events: string[] = [];
  for (const one of due) {
    const total = { matters: 0, values: 0 };
    for (;;) {
      const gone = dryRun
        ? await count(world.sql, options, one)
        : await world.sql.begin((tx) => destroySome(tx, world, options, one));
      total.matters += gone.matters;
      total.values += gone.values;
      if (gone.event) events.push(gone.event);
      if (dryRun || gone.matters === 0) break;
    }
    if (total.matters > 0) procedures.push({ ...one, ...total });
  }
  const sum = (key: 'matters' | 'values') => procedures.reduce((all, entry) => all + entry[key], 0);
  const report = { region, dryRun, matters: sum('matters'), values: sum('values'), procedures, events };
  return { ...report, summary: summaryOf(report) };
}

interface Gone {
  readonly matters: number;
  readonly values: number;
  readonly event?: string;
}

/** Matters of `due` that still have personal values. */
function whose(sql: Sql | Transaction, options: ForgetOptions, due: Due) {
  const one = 'matter' in options ? sql`and m.id = ${options.matter}` : sql``;
  return sql`
    m.region = ${options.region} and m.procedure = ${due.procedure} and m.version = ${due.version}
    and m.closed and m.closed_on < ${due.closedBefore} ${one}
    and exists (select 1 from personal_value v where v.region = m.region and v.matter = m.id)`;
}

async function count(sql: Sql, options: ForgetOptions, due: Due): Promise<Gone> {
  const [counted] = await sql<Gone[]>`
    select count(distinct m.id) as matters, count(*) as values
    from matter m join personal_value v on v.region = m.region and v.matter = m.id
    where ${whose(sql, options, due)}`;
  return counted!;
}

/** One batch. The matters are locked first, so that no step adds a value while the others go. */
async function destroySome(
  tx: Transaction,
  { entropy }: Pick<StepWorld, 'entropy'>,
  options: ForgetOptions,
  due: Due,
): Promise<Gone> {
  const { region, batch = BATCH } = options;
  const locked = await tx<{ id: string }[]>`
    select m.id from matter m where ${whose(tx, options, due)} order by m.id limit ${batch} for update of m`;
  const matters = locked.map(({ id }) => id);
  if (matters.length === 0) return { matters: 0, values: 0 };
  const { count: values } = await tx`
    delete from personal_value where region = ${region} and matter = any (${matters}::uuid[])`;
  await tx`
    update matter_search set personal_terms = '{}'
    where region = ${region} and matter = any (${matters}::uuid[])`;
  const { procedure, version, closedBefore, retention } = due;
  const { years, basis } = retention;
  const data: Destroyed = { procedure, version, years, basis, closedBefore, matters, values };
  const event: LedgerEvent = {
    id: entropy.id(),
    region,
    stream: entropy.id(),
    seq: 1,
    type: DESTROYED,
    at: options.now,
    on: legalDateOf(options.now),
    actor: options.by,
    request: `retention:${entropy.id()}`,
    data: data as unknown as JsonObject,
    personal: {},
    salt: entropy.salt(),
  };
  await record(tx, event);
  return { matters: matters.length, values, event: event.id };
}

/** Through the same function as every event, inside the transaction that destroys. */
async function record(tx: Transaction, event: LedgerEvent): Promise<void> {
  const { region, request, stream, at, data } = event;
  const rows = noRows();
  rows.events.push(eventRow(event, []));
  rows.streams.push({ request, home: 'retention', stream, expected: 0 });
  // An appender asks nothing of its pool but to run one query.
  const appender = createAppender(tx as unknown as Sql);
  const digest = sm3Hex(canonical(data));
  await appender.append({ region, request, digest, outcome: { event: event.id }, at, rows });
}

function summaryOf({ dryRun, procedures, matters, values }: Omit<ForgetReport, 'summary'>): string {
  if (matters === 0) return '没有保存期满、应当销毁的个人信息。';
  const each = procedures.map((one) => `${one.name}${one.matters}件${one.values}项`).join('，');
  return dryRun
    ? `将销毁${matters}个办件的个人信息${values}项：${each}。尚未销毁，也没有记录。`
    : `已销毁${matters}个办件的个人信息${values}项：${each}。台账中已记录销毁的办件和项数，不含内容。`;
}
