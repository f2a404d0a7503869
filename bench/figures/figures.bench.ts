// The figures of an annual report from the cells against the same figures by SQL over the raw ledger, and the most
// overdue of many clocks. node bench/figures/figures.bench.ts [--events 1000000] [--clocks 1000000]
//
// Real steps decide the first events; the rest are copies of them under new ids, made in the database.

import { parseArgs } from 'node:util';
import { createCatalogue } from '../../src/kernel/indicator/catalogue.ts';
import type { FigureAsk } from '../../src/kernel/indicator/figure.ts';
import { figures } from '../../src/store/figures/figures.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { indicators, REGION } from '../../src/store/sealing/test-support.ts';
import { mostOverdue } from '../../src/store/supervision/overdue.ts';
import { load, openScratch, type Scratch, timed, UNITS } from './load.ts';

const DECIDED = 50_000;
const ROUNDS = 9;
const YEAR = { from: '2024-01', to: '2024-12' };
const NAMES = ['received', 'done', 'open', 'carried-over', 'granted', 'fee'];

const { values } = parseArgs({ options: { events: { type: 'string' }, clocks: { type: 'string' } } });
const scratch = await openScratch();
try {
  const events = await fill(scratch, Number(values.events ?? 1_000_000));
  await compareReports(scratch, events);
  await findOverdue(scratch, Number(values.clocks ?? 1_000_000));
} finally {
  await scratch.close();
}

async function fill(scratch: Scratch, events: number): Promise<number> {
  const { sql, admin } = scratch;
  const decided = await load(scratch, Math.min(DECIDED, events));
  await sealAll(sql, REGION, () => '2026-03-01T00:00:00.000Z');
  const copies = Math.round(events / decided) - 1;
  // Every stream and event gets an id of its own in each copy.
  const renamed = (column: string) => `md5(${column}::text || n)::uuid`;
  await admin.unsafe(`
    insert into event select region, year, ${renamed('stream')}, seq, ${renamed('id')}, type, at, on_date, person, post,
      unit, request, data, personal, salt, leaf from event, generate_series(1, ${copies}) n`);
  await admin.unsafe(`
    insert into figure_entry select region, indicator, month, on_date, unit, kind, ${renamed('event')}, year,
      ${renamed('stream')}, seq, value from figure_entry, generate_series(1, ${copies}) n`);
  await admin.unsafe(`update rollup set value = value * ${copies + 1}, entries = entries * ${copies + 1}`);
  await admin.unsafe('vacuum analyze event, figure_entry, rollup');
  const [counted] = await admin<{ n: number }[]>`select count(*) as n from event`;
  return counted!.n;
}

async function compareReports({ sql }: Scratch, events: number): Promise<void> {
  const catalogue = createCatalogue([{ id: 'permit', name: 'permit', indicators }]);
  const asks: FigureAsk[] = NAMES.flatMap((name) => {
    const ask = { indicator: `permit.${name}`, ...YEAR };
    return [ask, ...UNITS.map((unit) => ({ ...ask, unit })), { ...ask, by: 'month' as const }];
  });
  await figures(sql, catalogue, REGION, asks);
  const fast: number[] = [];
  const slow: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await timed(() => figures(sql, catalogue, REGION, asks));
    fast.push(ours.ms);
    if (round % 3 !== 0) continue;
    const raw = await timed(() => rawFigures(scratch));
    slow.push(raw.ms);
    for (const [at, ask] of asks.entries()) {
      if (ask.by) continue;
      const expected = raw.result.get(`${ask.indicator} ${ask.unit ?? ''}`) ?? 0;
      if (ours.result[at]!.value !== expected) {
        throw new Error(`${ask.indicator} ${ask.unit ?? ''}: ${ours.result[at]!.value}, by hand ${expected}`);
      }
    }
  }
  console.log(`${asks.length} figures of a year over ${events.toLocaleString('en')} events, all equal`);
  console.log(`  from the cells, one statement       ${median(fast).toFixed(1).padStart(9)} ms`);
  console.log(
    `  raw ledger, ${NAMES.length} grouped statements     ${median(slow).toFixed(1).padStart(9)} ms`,
  );
  console.log(
    `  ratio                               ${(median(slow) / median(fast)).toFixed(0).padStart(9)}`,
  );
}

/** The same figures from the events themselves, by unit and in all; grouped, which spares the raw side most scans. */
async function rawFigures({ sql }: Scratch): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const add = (name: string, rows: readonly { unit: string; value: number }[]) => {
    for (const { unit, value } of rows) {
      found.set(`permit.${name} ${unit}`, value);
      found.set(`permit.${name} `, Math.round(((found.get(`permit.${name} `) ?? 0) + value) * 100) / 100);
    }
  };
  const [first, last] = ['2024-01-01', '2024-12-31'];
  const within = sql`e.region = ${REGION} and e.on_date between ${first} and ${last}`;
  const standing = (day: string) => sql<{ unit: string; value: number }[]>`
    select e.unit, sum(case when e.type = 'permit/apply' then 1 else -1 end) as value from event e
    where e.region = ${REGION} and e.on_date <= ${day} and e.type in ('permit/apply', 'permit/decide') group by 1`;
  add(
    'received',
    await sql`
    select e.unit, count(*) as value from event e where ${within} and e.type = 'permit/apply' group by 1`,
  );
  add(
    'done',
    await sql`
    select e.unit, count(*) as value from event e where ${within} and e.type = 'permit/decide' group by 1`,
  );
  add(
    'granted',
    await sql`
    select e.unit, count(*) as value from event e
    where ${within} and e.type = 'permit/decide' and (e.data -> 'input' ->> 'granted')::boolean group by 1`,
  );
  add(
    'fee',
    await sql`
    select e.unit, sum((e.data -> 'input' ->> 'fee')::numeric) as value from event e
    where ${within} and e.type = 'permit/apply' group by 1`,
  );
  add('open', await standing(last));
  add('carried-over', await standing('2023-12-31'));
  return found;
}

async function findOverdue({ sql, admin }: Scratch, clocks: number): Promise<void> {
  await admin.unsafe(`
    insert into matter select '${REGION}', md5('m' || n)::uuid, 'permit', 1, 1, 'CS-' || n, '食品经营许可', 'U' || n % 14,
      '{accepted}', false, null, '2024-01-01', null, null, 'p1', '{}' from generate_series(1, ${clocks}) n`);
  await admin.unsafe(`
    insert into clock select '${REGION}', md5('m' || n)::uuid, 'decide', 'permit', 'U' || n % 14, 'T-20', '2024-01-01',
      date '2024-01-01' + n % 900, null, null, false, 'c', n % 10 = 0, null, false, n % 7 = 0, 3
    from generate_series(1, ${clocks}) n`);
  await admin.unsafe('vacuum analyze matter, clock');
  const spent: number[] = [];
  for (let round = 0; round < 50; round++) {
    const found = await timed(() => mostOverdue(sql, REGION, { today: '2025-06-30', limit: 100 }));
    if (found.result.length !== 100) throw new Error(`${found.result.length} clocks instead of 100`);
    spent.push(found.ms);
  }
  console.log(
    `100 most overdue of ${clocks.toLocaleString('en')} open clocks: ${median(spent).toFixed(2)} ms`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
