import type { Sql, Transaction } from '../connection.ts';
import {
  type Derivations,
  type DerivedTable,
  derivedTables,
  deriveMatter,
  noDerivedRows,
  ownerOf,
} from './derive.ts';
import { deriveItem } from './derive-list.ts';
import {
  analyzeStage,
  compareStage,
  completeStage,
  createStage,
  type Difference,
  fillStage,
  replaceFromStage,
  type Stage,
} from './stage.ts';
import { streamsOf } from './streams.ts';

export interface RebuildOptions {
  readonly region: string;
  readonly derivations: Derivations;
  /** Changes nothing and reports what is stored otherwise than the events say. */
  readonly compare?: boolean;
  readonly onProgress?: (events: number, total: number) => void;
}

export interface RebuildReport {
  readonly region: string;
  readonly compared: boolean;
  /** In Chinese: what was done and found. */
  readonly summary: string;
  readonly events: number;
  readonly matters: number;
  /** Items of lists. */
  readonly items: number;
  /** Streams of the system, and of what is not declared any more: no rows follow, or they were left as they are. */
  readonly leftAlone: { readonly [owner: string]: number };
  /** Rows that differ (compare) or that the table has now (rebuild). */
  readonly tables: { readonly [table in DerivedTable]: number };
  readonly differences: readonly Difference[];
}

/**
 * Derives matters, search, clocks, publications, certificates, items of lists and figures from the events alone. As the owner (two connections), in
 * one transaction: steps and sealing wait for it, readers see the old rows until it puts the new ones in their place. With
 * `compare` it only looks, at one snapshot, and nobody waits.
 */
export async function rebuild(admin: Sql, options: RebuildOptions): Promise<RebuildReport> {
  const { region, derivations, compare = false, onProgress = () => {} } = options;
  return admin.begin(compare ? 'isolation level repeatable read' : '', async (tx) => {
    if (!compare) await tx.unsafe(`lock table ${derivedTables.join(', ')} in exclusive mode`);
    const stage = await createStage(tx);
    const { events, matters, items, leftAlone } = await beside(admin, tx, (ledger) =>
      deriveAll({ ledger, tx, stage }, region, derivations, onProgress),
    );
    await completeStage(tx, region);
    if (compare) await analyzeStage(tx);
    else await tx`select set_config('maintenance_work_mem', '256MB', true)`;
    const differences: Difference[] = [];
    const tables: Partial<Record<DerivedTable, number>> = {};
    for (const table of derivedTables) {
      if (compare) {
        const found = await compareStage(tx, region, table);
        tables[table] = found.count;
        differences.push(...found.first);
      } else {
        tables[table] = await replaceFromStage(tx, region, table);
      }
    }
    const report = {
      region,
      compared: compare,
      events,
      matters,
      items,
      leftAlone,
      tables: tables as RebuildReport['tables'],
      differences,
    };
    return { ...report, summary: summaryOf(report) };
  });
}

/**
 * A second connection that reads what `tx` sees at this moment: the ledger goes on being read there while a COPY holds
 * the other.
 */
async function beside<T>(admin: Sql, tx: Transaction, work: (ledger: Transaction) => Promise<T>): Promise<T> {
  const [exported] = await tx<{ snapshot: string }[]>`select pg_export_snapshot() as snapshot`;
  const done = await admin.begin('isolation level repeatable read read only', async (ledger) => {
    await ledger.unsafe(`set transaction snapshot '${exported!.snapshot}'`);
    return { result: await work(ledger) };
  });
  return done.result;
}

/** Where a rebuild reads and where it writes. */
interface Places {
  readonly ledger: Transaction;
  readonly tx: Transaction;
  readonly stage: Stage;
}

async function deriveAll(
  { ledger, tx, stage }: Places,
  region: string,
  derivations: Derivations,
  onProgress: (events: number, total: number) => void,
): Promise<Pick<RebuildReport, 'events' | 'matters' | 'items' | 'leftAlone'>> {
  const [counted] = await ledger<{ total: number }[]>`
    select count(*) as total from event where region = ${region}`;
  const leftAlone: Record<string, number> = {};
  let events = 0;
  let matters = 0;
  let items = 0;
  let certificates: Certificates = new Map();
  // A batch is written while the next one is derived.
  let writing: Promise<void> = Promise.resolve();
  for await (const streams of streamsOf(ledger, region)) {
    const rows = noDerivedRows();
    const others: string[] = [];
    for (const stream of streams) {
      events += stream.events.length;
      const owner = ownerOf(stream);
      const list = derivations.findList(owner);
      if (list) {
        items += 1;
        deriveItem(region, stream, list, rows);
      } else if (derivations.findProcedure(owner)) {
        matters += 1;
        deriveMatter(region, stream, derivations, rows);
        certificates = latest(certificates, rows.certificate, stream.events.at(-1)!.at);
        rows.certificate.length = 0;
      } else {
        leftAlone[owner] = (leftAlone[owner] ?? 0) + 1;
        others.push(stream.id);
      }
    }
    await writing;
    writing = fillStage(tx, stage, rows, others);
    writing.catch(() => {}); // Met where it is awaited next.
    onProgress(events, counted!.total);
  }
  await writing;
  const rows = noDerivedRows();
  rows.certificate.push(...[...certificates.values()].map(({ row }) => row));
  await fillStage(tx, stage, rows, []);
  return { events, matters, items, leftAlone };
}

type Certificates = Map<string, { readonly row: object; readonly at: string }>;

/** Two matters may stand for one certificate (a renewal): the one that was acted on last speaks for it. */
function latest(known: Certificates, rows: readonly object[], at: string): Certificates {
  for (const row of rows as { kind: string; number: string }[]) {
    const key = `${row.kind}\n${row.number}`;
    const other = known.get(key);
    if (!other || other.at <= at) known.set(key, { row, at });
  }
  return known;
}

const TABLE_NAMES: { readonly [table in DerivedTable]: string } = {
  matter: '办件',
  matter_search: '检索',
  clock: '时限',
  publication: '公开',
  certificate: '证件',
  list_item: '清单事项',
  list_version: '清单版本',
  figure_entry: '指标明细',
  rollup: '指标汇总',
};

function summaryOf(report: Omit<RebuildReport, 'summary'>): string {
  const { compared, events, matters, items, tables, leftAlone } = report;
  const left = Object.values(leftAlone).reduce((sum, count) => sum + count, 0);
  const rest = left > 0 ? `另有系统等${left}条流水不生成数据，保持原样。` : '';
  const counts = derivedTables.filter((table) => !compared || tables[table] > 0);
  const each = counts.map((table) => `${TABLE_NAMES[table]}${tables[table]}行`).join('，');
  const what = `${matters}个办件${items > 0 ? `、${items}个清单事项` : ''}`;
  if (!compared) return `已由${events}条留痕重建${what}：${each}。${rest}`;
  return each === ''
    ? `由${events}条留痕重算${what}，与现存数据完全一致。${rest}`
    : `由${events}条留痕重算${what}，与现存数据不一致：${each}。${rest}`;
}
