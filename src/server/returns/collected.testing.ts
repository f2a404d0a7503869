import { expect } from 'vitest';
import { createTestDatabase } from '../../../test/support/database.ts';
import { matrixTemplate } from '../../yearly/returns/templates.ts';
import { readSheets } from '../../yearly/returns/workbook.ts';
import type { Report } from '../jobs/jobs.ts';
import { openWorld } from '../open-world.ts';
import type { Session } from '../session.ts';
import { saveForm } from './forms.ts';
import { importReturns } from './importing.ts';
import { clerk, goodValues, largeForm, REGION, seedOffices, unitCode } from './offices.testing.ts';
import { openRound, seeRound } from './rounds.ts';

// Forty offices with one large form, for the tests of what they return.

export const UNITS = 40;
export const ITEMS = 60;
export const units = Array.from({ length: UNITS }, (_, n) => unitCode(n));
export const form = largeForm(ITEMS);

let requests = 0;
export const request = () => `request-${++requests}`;
export const base = { request: new Request('http://localhost/') };

interface Told {
  message: string;
  errors: readonly { cell: string; message: string }[];
}

/** The offices with their form, and short ways to ask them, to fill in and to accept. */
export async function openOffices() {
  const database = await createTestDatabase();
  await seedOffices(database.sql, UNITS);
  const world = await openWorld({ sql: database.sql, region: REGION });
  await keepForm(form);

  async function keepForm(of: typeof form, expected = 0) {
    return saveForm(world, {
      ...base,
      session: clerk(),
      params: { form: of.code },
      query: {},
      body: { expected, form: of as unknown as Parameters<typeof saveForm>[1]['body']['form'] },
      now: '2025-01-02T02:00:00.000Z',
    });
  }

  async function open(period: string, of = form.code, to: readonly string[] = units, due = '2025-12-05') {
    const done = await openRound(world, {
      ...base,
      session: clerk(),
      params: {},
      query: {},
      body: { request: request(), form: of, period, due, units: [...to] },
      now: `${period}-20T02:00:00.000Z`,
    });
    return done.matter;
  }

  /** Imports a table; answers how many units were taken in, or why none was. */
  async function bring(
    round: string,
    sheets: Parameters<typeof importReturns>[2],
    { session = clerk(), dryRun = false, job = request(), now = '2025-06-25T02:00:00.000Z' } = {},
  ): Promise<Told & { taken: number }> {
    const told: Told = { message: '', errors: [] };
    const report: Report = (progress) => Object.assign(told, progress);
    const seen = await seeRound(world, session, round, now);
    const taken = await importReturns(
      world,
      { job, session, seen, now, dryRun, source: '试验' },
      sheets,
      report,
    ).catch((error: Error) => {
      told.message = error.message;
      return -1;
    });
    return { ...told, taken };
  }

  /** The template of all units, filled in, as it comes back from Excel. */
  async function filledSheets(period: string, month: number, change: (rows: unknown[][]) => void = () => {}) {
    const bytes = await matrixTemplate(
      form,
      { key: `${form.code} ${period}`, periodName: period, due: '2025-12-05' },
      units.map((code, n) => ({
        code,
        name: `试验${code}局`,
        owes: new Set(form.items.map((one) => one.code)),
        values: goodValues(form, n, month),
      })),
    );
    const sheets = await readSheets(bytes);
    const values = sheets.values.map((row) => [...row]);
    change(values);
    return { ...sheets, values };
  }

  const returnOf = async (round: string, unit: string, session: Session = clerk()) =>
    (await seeRound(world, session, round, '2025-06-25T02:00:00.000Z')).rows.find(
      (row) => row.unit === unit,
    )!;

  const accept = async (id: string, person = 'second', on?: string) => {
    const answer = await world.run({
      region: REGION,
      request: request(),
      procedure: 'periodic-return',
      matter: id,
      step: 'accept',
      input: {},
      now: on ?? '2025-07-01T02:00:00.000Z',
      actor: { person, post: 'office-legal-office' },
    });
    expect(answer.ok ? '' : answer.refusal.message).toBe('');
  };

  return {
    ...{ world, keepForm, open, bring, filledSheets, returnOf, accept },
    async close() {
      await world.appender.idle();
      await database.drop();
    },
  };
}
export type Offices = Awaited<ReturnType<typeof openOffices>>;
