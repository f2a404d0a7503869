// An assessment of 60 units by 100 items from the cells, against the same numbers by SQL over the raw ledger.
// node bench/assessment/assessment.bench.ts [--events 1000000]
//
// Real steps decide the first events; the rest are copies of them under new ids and in other units, made in the
// database. The items ask a hundred different indicators: the small procedure's own ones under a hundred names, so
// that as many cells are read as a scheme of a hundred items reads.

import { parseArgs } from 'node:util';
import { createCatalogue } from '../../src/kernel/indicator/catalogue.ts';
import { observe } from '../../src/server/assessment/observe.ts';
import { sealAll } from '../../src/store/sealing/sealer.ts';
import { indicators, REGION } from '../../src/store/sealing/test-support.ts';
import { resultsOf, type ScoredItem, type ToRank } from '../../src/yearly/assessment/result.ts';
import { itemsOf, numbered, type Scheme, type SchemeItem } from '../../src/yearly/assessment/scheme.ts';
import { scoreUnit } from '../../src/yearly/assessment/score-unit.ts';
import type { Observation } from '../../src/yearly/assessment/scoring/rule.ts';
import { load, openScratch, type Scratch, timed } from '../figures/load.ts';

const DECIDED = 50_000;
const ROUNDS = 9;
const YEAR = 2024;
const NOW = '2026-03-01T00:00:00.000Z';
const UNITS = Array.from({ length: 60 }, (_, at) => `U${at}`);
const COUNTED = ['received', 'done', 'granted', 'open'] as const;
const VARIANTS = 25;

const { values } = parseArgs({ options: { events: { type: 'string' } } });
const scheme = schemeOf();
const scratch = await openScratch();
try {
  const events = await fill(scratch, Number(values.events ?? 1_000_000));
  await compare(scratch, events);
} finally {
  await scratch.close();
}

async function fill(scratch: Scratch, events: number): Promise<number> {
  const { sql, admin } = scratch;
  const decided = await load(scratch, Math.min(DECIDED, events));
  await sealAll(sql, REGION, () => NOW);
  const copies = Math.round(events / decided) - 1;
  const renamed = (column: string) => `md5(${column}::text || n)::uuid`;
  const unit = `'U' || ((substring(unit from 2)::int + 14 * n) % ${UNITS.length})`;
  await admin.unsafe(`
    insert into event select region, year, ${renamed('stream')}, seq, ${renamed('id')}, type, at, on_date, person, post,
      ${unit}, request, data, personal, salt, leaf from event, generate_series(1, ${copies}) n`);
  await admin.unsafe(`
    insert into figure_entry select region, indicator, month, on_date, ${unit}, kind, ${renamed('event')}, year,
      ${renamed('stream')}, seq, value from figure_entry, generate_series(1, ${copies}) n`);
  await admin.unsafe(`
    truncate rollup;
    insert into rollup (region, indicator, month, unit, kind, value, entries)
      select region, indicator, month, unit, kind, sum(value), count(*) from figure_entry group by 1, 2, 3, 4, 5;
    insert into rollup (region, indicator, month, unit, kind, value, entries)
      select region, indicator || '#' || n, month, unit, kind, value, entries
        from rollup, generate_series(1, ${VARIANTS}) n`);
  await admin.unsafe('vacuum analyze event, figure_entry, rollup');
  const [counted] = await admin<{ n: number }[]>`select count(*) as n from event`;
  return counted!.n;
}

/** Half counts, half rates; every kind of rule that scores marks. */
function schemeOf(): Scheme {
  const items = Array.from({ length: COUNTED.length * VARIANTS }, (_, at): SchemeItem => {
    const variant = (at % VARIANTS) + 1;
    const rate = at % 2 === 1;
    return {
      code: '',
      title: `指标${at + 1}`,
      standard: '',
      points: { all: 1 },
      source: {
        kind: 'indicator',
        indicator: `permit.${rate ? 'share' : COUNTED[at % COUNTED.length]}#${variant}`,
      },
      rule: rate
        ? { kind: 'rate', target: 0.9, below: 'per-point', per: 0.02, cap: null }
        : { kind: 'at-least', least: 1000, per: 0.001, cap: 0.8 },
      unit: '件',
      whenAbsent: 'redistribute',
      falseFactor: 1,
    };
  });
  return numbered({
    title: '考核',
    year: YEAR,
    total: 100,
    classes: [{ id: 'all', name: '单位', units: UNITS }],
    groups: [{ title: '一级', announced: {}, parts: [{ title: '二级', items }] }],
    bands: [{ name: '合格', from: 0 }],
    reviewGap: 0.2,
    overall: null,
  });
}

function catalogue() {
  const variants = Array.from({ length: VARIANTS }, (_, at) => at + 1);
  const named = (id: string, n: number) => `${id}#${n}`;
  return createCatalogue([
    {
      id: 'permit',
      name: 'permit',
      indicators: variants.flatMap((n) => [
        ...indicators
          .filter(({ id }) => COUNTED.some((name) => id === `permit.${name}`))
          .map((indicator) => ({ ...indicator, id: named(indicator.id, n) })),
        {
          id: named('permit.share', n),
          name: 'share',
          unit: '%',
          definition: '',
          measure: 'rate' as const,
          numerator: named('permit.granted', n),
          denominator: named('permit.done', n),
        },
      ]),
    },
  ]);
}

function ranked(seen: (unit: string, item: SchemeItem) => Observation): ToRank[] {
  return UNITS.map((unit) => ({
    unit,
    unitClass: 'all',
    items: scoreUnit(scheme, 'all', (item) => ({ source: 'computed', observation: seen(unit, item) })),
  }));
}

async function assess({ sql }: Scratch, known: ReturnType<typeof catalogue>): Promise<ToRank[]> {
  const { seen } = await observe({ sql, region: REGION, catalogue: known }, scheme, YEAR, NOW);
  const units = ranked((unit, item) => seen(unit, item)!.observation);
  resultsOf(scheme, units);
  return units;
}

/** The same from the events themselves, grouped, which spares the raw side most scans. */
async function assessRaw({ sql }: Scratch): Promise<ToRank[]> {
  const [first, last] = [`${YEAR}-01-01`, `${YEAR}-12-31`];
  const counts = await sql<{ unit: string; received: number; done: number; granted: number; open: number }[]>`
    select unit,
      count(*) filter (where type = 'permit/apply' and on_date >= ${first})::int as received,
      count(*) filter (where type = 'permit/decide' and on_date >= ${first})::int as done,
      count(*) filter (where type = 'permit/decide' and on_date >= ${first}
        and (data -> 'input' ->> 'granted')::boolean)::int as granted,
      (count(*) filter (where type = 'permit/apply') - count(*) filter (where type = 'permit/decide'))::int as open
    from event where region = ${REGION} and on_date <= ${last} and type in ('permit/apply', 'permit/decide') group by 1`;
  const units = ranked((unit, { source }) => {
    const row = counts.find((entry) => entry.unit === unit)!;
    const name = (source as { indicator: string }).indicator.slice('permit.'.length).split('#')[0]!;
    if (name !== 'share') return { value: row[name as (typeof COUNTED)[number]], rate: false, unit: '件' };
    const { granted: numerator, done: denominator } = row;
    return { value: numerator / denominator, rate: true, unit: '件', numerator, denominator };
  });
  resultsOf(scheme, units);
  return units;
}

async function compare(scratch: Scratch, events: number): Promise<void> {
  const known = catalogue();
  await assess(scratch, known);
  const [fast, slow]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await timed(() => assess(scratch, known));
    fast.push(ours.ms);
    if (round % 3 !== 0) continue;
    const raw = await timed(() => assessRaw(scratch));
    slow.push(raw.ms);
    demandEqual(ours.result, raw.result);
  }
  console.log(
    `${UNITS.length} units × ${itemsOf(scheme).length} items over ${events.toLocaleString('en')} events, every score and reason equal`,
  );
  console.log(`  figures of all units in one statement, scored   ${median(fast).toFixed(1).padStart(9)} ms`);
  console.log(`  raw ledger in one grouped statement, scored     ${median(slow).toFixed(1).padStart(9)} ms`);
  console.log(
    `  ratio                                           ${(median(slow) / median(fast)).toFixed(1).padStart(9)}`,
  );
}

function demandEqual(ours: readonly ToRank[], raw: readonly ToRank[]): void {
  for (const [at, { unit, items }] of ours.entries()) {
    for (const [n, item] of items.entries()) {
      const other: ScoredItem = raw[at]!.items[n]!;
      if (item.points !== other.points || item.why !== other.why) {
        throw new Error(
          `${unit} ${item.code}: ${item.points} ${item.why}; from the ledger ${other.points} ${other.why}`,
        );
      }
    }
  }
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)]!;
}
