// A list as of any day, on 100,000 items with 1,000,000 operations, against a plain count over the same table in
// the same run. node bench/lists/as-of.bench.ts [operations, default 1000000]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../../src/kernel/dates.ts';
import { searchTerms } from '../../src/kernel/search/terms.ts';
import { connect, type Sql } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { createListStore } from '../../src/store/lists/index.ts';
import { migrate } from '../../src/store/migrate.ts';

const REGION = '999901';
const LIST = 'powers';
const FIRST = '2015-01-01';
const SPAN_DAYS = 4000;
const OPERATIONS_AN_ITEM = 10;
const ROUNDS = 15;
const BAR_MS = 200;

const { positionals } = parseArgs({ allowPositionals: true });
const operations = Math.max(1000, Number(positionals[0] ?? 1_000_000));
const items = Math.round(operations / OPERATIONS_AN_ITEM);

const home = mkdtempSync(join(tmpdir(), 'fazhi-bench-lists-'));
const server = await startEmbedded({ home });
try {
  const admin = connect(server.adminUrl, { max: 1 });
  await migrate(admin);
  await fill(admin);
  await admin.end();
  await measure(connect(server.url));
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

/** Items whose operations lie ten to a code over eleven years; names repeat a few thousand words. */
async function fill(sql: Sql): Promise<void> {
  const kinds = ['licence', 'penalty', 'coercion', 'inspection', 'other'];
  const names = ['经营许可', '安全检查', '违法占地处罚', '施工许可', '卫生监督'];
  const terms = names.map((name) => searchTerms(name));
  await sql`
    insert into list_version (region, list, code, from_date, seq, to_date, status, operation, name, kind, unit, item, event, terms)
    select ${REGION}, ${LIST}, 'P' || lpad(i::text, 7, '0'),
      ${FIRST}::date + ((i * 7919 + s * ${SPAN_DAYS / OPERATIONS_AN_ITEM}) % 400 + s * ${SPAN_DAYS / OPERATIONS_AN_ITEM - 1})::integer, s + 1,
      case when s < ${OPERATIONS_AN_ITEM - 1} then
        ${FIRST}::date + ((i * 7919 + (s + 1) * ${SPAN_DAYS / OPERATIONS_AN_ITEM}) % 400 + (s + 1) * ${SPAN_DAYS / OPERATIONS_AN_ITEM - 1})::integer end,
      case when s = ${OPERATIONS_AN_ITEM - 1} and i % 10 = 0 then 'ended' else 'in-force' end, 'adjust',
      (${names}::text[])[1 + i % 5] || i, (${kinds}::text[])[1 + i % 5], 'unit-' || i % 60,
      jsonb_build_object('name', (${names}::text[])[1 + i % 5] || i, 'legalBasis', repeat('依据', 30), 'revision', s),
      md5(i || '/' || s)::uuid,
      array_append(string_to_array((${terms.map((list) => list.join(' '))}::text[])[1 + i % 5], ' '), 'p' || lpad(i::text, 7, '0'))
    from generate_series(1, ${items}) i, generate_series(0, ${OPERATIONS_AN_ITEM - 1}) s`;
  // Until a migration carries it; says nothing where the index is there already.
  await sql`vacuum analyze list_version`;
}

async function measure(sql: Sql): Promise<void> {
  const store = createListStore(sql);
  const middle = addDays(FIRST, SPAN_DAYS / 2);
  const late = addDays(FIRST, SPAN_DAYS + 500);
  const query = { region: REGION, list: LIST };
  const yardstick = 'plain count of the table';
  const variants: Record<string, () => Promise<unknown>> = {
    [yardstick]: () => sql`select count(*) from list_version where region = ${REGION} and list = ${LIST}`,
    'first page and total, a day in the middle': () => store.page({ ...query, on: middle }),
    'first page and total, today': () => store.page({ ...query, on: late }),
    'last page and total, today': () =>
      store.page({ ...query, on: late, offset: Math.round(items * 0.9) - 50 }),
    'page by unit, a day in the middle': () => store.page({ ...query, on: middle, sort: 'unit' }),
    'page by name in Chinese order, one unit': () =>
      store.page({ ...query, on: middle, sort: 'name', unit: 'unit-7' }),
    'search, a day in the middle': () => store.page({ ...query, on: middle, search: '违法占地' }),
    'counts by kind and unit': () => store.counts({ ...query, on: middle }),
    'diff of two days a month apart': () => store.diff({ ...query, from: middle, to: addDays(middle, 30) }),
    'one item as of a day': () => store.findItem(REGION, LIST, 'P0004711', middle),
  };
  const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(variants)) {
      const start = performance.now();
      await run();
      if (round > 0) times.get(name)!.push(performance.now() - start);
    }
  }
  const median = (name: string) => times.get(name)!.sort((a, b) => a - b)[Math.floor((ROUNDS - 1) / 2)]!;
  const base = median(yardstick);
  console.log(`${items} items, ${operations} operations; medians of ${ROUNDS - 1}`);
  for (const name of Object.keys(variants)) {
    const ms = median(name);
    const over = ms > BAR_MS && name !== yardstick ? `  over ${BAR_MS} ms` : '';
    console.log(`${name.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms  ratio ${(ms / base).toFixed(2)}${over}`);
  }
  await sql.end();
}
