// A month's return of 40 units × 60 items from one workbook to the ledger: read, checked against the month before,
// taken in unit by unit; beside plainly reading the same workbook in the same run.
// node bench/returns/import.bench.ts [units, default 40] [items, default 60]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { openWorld } from '../../src/server/open-world.ts';
import { saveForm } from '../../src/server/returns/forms.ts';
import { importReturns } from '../../src/server/returns/importing.ts';
import {
  clerk,
  goodValues,
  largeForm,
  REGION,
  seedOffices,
  unitCode,
} from '../../src/server/returns/offices.testing.ts';
import { openRound, seeRound } from '../../src/server/returns/rounds.ts';
import { connect } from '../../src/store/connection.ts';
import { startEmbedded } from '../../src/store/embedded/index.ts';
import { migrate } from '../../src/store/migrate.ts';
import { matrixTemplate } from '../../src/yearly/returns/templates.ts';
import { readSheets } from '../../src/yearly/returns/workbook.ts';

const BAR_MS = 5000;
const MONTHS = 6;

const { positionals } = parseArgs({ allowPositionals: true });
const unitCount = Number(positionals[0] ?? 40);
const form = largeForm(Number(positionals[1] ?? 60));
const units = Array.from({ length: unitCount }, (_, n) => unitCode(n));

const home = mkdtempSync(join(tmpdir(), 'fazhi-bench-returns-'));
const server = await startEmbedded({ home });
try {
  const admin = connect(server.adminUrl, { max: 1 });
  await migrate(admin);
  await seedOffices(admin, unitCount);
  await admin.end();
  await measure();
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const sql = connect(server.url);
  const world = await openWorld({ sql, region: REGION });
  const base = { session: clerk(), query: {}, request: new Request('http://localhost/') };
  const body = { expected: 0, form: JSON.parse(JSON.stringify(form)) };
  await saveForm(world, { ...base, params: { form: form.code }, body, now: '2025-01-02T02:00:00.000Z' });
  const imports: number[] = [];
  const reads: number[] = [];
  for (let month = 1; month <= MONTHS; month++) {
    const period = `2025-0${month}`;
    const now = `${period}-25T02:00:00.000Z`;
    const ask = { request: `open-${period}`, form: form.code, period, due: '2025-12-31', units };
    const { matter } = await openRound(world, { ...base, params: {}, body: ask, now });
    const bytes = await workbook(period, month);
    reads.push(await timed(() => readXlsx(bytes)));
    imports.push(
      await timed(async () => {
        const seen = await seeRound(world, clerk(), matter, now);
        const asked = { job: `import-${period}`, session: clerk(), seen, now, dryRun: false, source: '试验' };
        const taken = await importReturns(world, asked, await readSheets(bytes), () => {});
        if (taken !== unitCount) throw new Error(`took in ${taken} of ${unitCount}`);
      }),
    );
  }
  await sql.end();
  // The first month has nothing to be compared with, and everything is cold.
  const [read, imported] = [median(reads.slice(1)), median(imports.slice(1))];
  const show = (ms: number) => ms.toFixed(0).padStart(7);
  process.stdout.write(
    [
      `${unitCount} units × ${form.items.length} items, ${MONTHS - 1} months after the first, median`,
      `  plain reading of the workbook ${show(read)} ms`,
      `  import                        ${show(imported)} ms   ${(imported / read).toFixed(1)} × the reading`,
      `  slowest import                ${show(Math.max(...imports))} ms   bar ${BAR_MS} ms: ${Math.max(...imports) < BAR_MS ? 'held' : 'MISSED'}`,
      '',
    ].join('\n'),
  );
  if (Math.max(...imports) >= BAR_MS) process.exitCode = 1;
}

function workbook(period: string, month: number): Promise<Uint8Array> {
  const owes = new Set(form.items.map(({ code }) => code));
  return matrixTemplate(
    form,
    { key: `${form.code} ${period}`, periodName: period, due: '2025-12-31' },
    units.map((code, n) => ({ code, name: `试验${code}局`, owes, values: goodValues(form, n, month) })),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
