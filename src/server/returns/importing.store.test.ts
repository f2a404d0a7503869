import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { World } from '../world.ts';
import { base, form, type Offices, openOffices, request, UNITS, units } from './collected.testing.ts';
import { importReturns } from './importing.ts';
import { clerk, goodValues } from './offices.testing.ts';
import { board, seeRound } from './rounds.ts';

let offices: Offices;
let world: Offices['world'];
let open: Offices['open'];
let bring: Offices['bring'];
let filledSheets: Offices['filledSheets'];

beforeAll(async () => {
  offices = await openOffices();
  ({ world, open, bring, filledSheets } = offices);
});
afterAll(() => offices?.close());

describe('a month of 40 units and 60 items from one workbook', () => {
  let round: string;
  beforeAll(async () => {
    round = await open('2025-05');
  });

  it('tells every wrong cell by its address and takes nothing in', async () => {
    const sheets = await filledSheets('2025-05', 5, (rows) => {
      rows[3]![2] = '12x';
      rows[4]![4] = 999;
      rows[5]![0] = 'nowhere';
      rows[5]![1] = '某局';
      rows[6]![6] = null;
      rows[7]![3] = '-3';
    });
    const told = await bring(round, sheets);
    expect(told.taken).toBe(-1);
    const cells = told.errors.map(({ cell }) => cell);
    expect(cells).toEqual(expect.arrayContaining(['C4', 'E5', 'A6', 'G7', 'D8']));
    expect(told.errors.find(({ cell }) => cell === 'E5')!.message).toMatch(/分项.*之和/);
    const { round: seen } = await board(world, {
      ...base,
      session: clerk(),
      params: { round },
      query: {},
      body: undefined,
      now: '2025-06-25T02:00:00.000Z',
    });
    expect(seen).toMatchObject({ units: UNITS, filling: UNITS, submitted: 0 });
  });

  it('a dry run takes nothing in; the import takes all; once more does nothing; a changed value is refused', async () => {
    const sheets = await filledSheets('2025-05', 5);
    expect(await bring(round, sheets, { dryRun: true })).toMatchObject({ taken: 0, errors: [] });
    expect(await bring(round, sheets)).toMatchObject({ taken: UNITS });
    const again = await bring(round, sheets);
    expect(again).toMatchObject({ taken: 0 });
    expect(again.message).toContain('40个单位已报送且数值相同');
    const changed = await filledSheets('2025-05', 5, (rows) => {
      rows[3]![2] = 41;
      rows[3]![4] = Number(rows[3]![4]) + 41 - Number(rows[3]![2]);
    });
    const refused = await bring(round, changed);
    expect(refused.taken).toBe(-1);
  });

  it('values are those of the workbook, and the totals add up to them', async () => {
    const seen = await seeRound(world, clerk(), round, '2025-06-25T02:00:00.000Z');
    seen.rows.forEach((row) => {
      const n = units.indexOf(row.unit);
      expect(row.values.map(({ code, value }) => `${code} ${Number(value)}`)).toEqual(
        goodValues(form, n, 5).map(({ code, value }) => `${code} ${Number(value)}`),
      );
    });
    const byHand = units.reduce((sum, _, n) => sum + Number(goodValues(form, n, 5)[0]!.value), 0);
    expect(seen.totals.find(({ code }) => code === 'M001')!.value).toBe(String(byHand));
  });

  it('two clerks at once: every unit is taken in once', async () => {
    const next = await open('2025-06');
    const sheets = await filledSheets('2025-06', 6);
    const both = await Promise.all([bring(next, sheets), bring(next, sheets, { session: clerk('second') })]);
    const seen = await seeRound(world, clerk(), next, '2025-06-25T02:00:00.000Z');
    expect(seen.rows.every(({ stage, seq }) => stage === 'submitted' && seq === 2)).toBe(true);
    expect(both.some(({ taken }) => taken !== UNITS)).toBe(true);
    for (const { taken, errors } of both) if (taken < 0) expect(errors.length).toBeGreaterThan(0);
  });

  it('killed in the middle: the same file goes on where it stopped, and nothing is taken in twice', async () => {
    const next = await open('2025-07');
    const sheets = await filledSheets('2025-07', 7);
    const begun: Promise<unknown>[] = [];
    const dying: World = {
      ...world,
      directory: world.directory,
      run: (asked) => {
        if (begun.length >= 13) return Promise.reject(new Error('killed'));
        const running = world.run(asked);
        begun.push(running);
        return running;
      },
    };
    const seen = await seeRound(world, clerk(), next, '2025-07-25T02:00:00.000Z');
    const asked = { session: clerk(), now: '2025-07-25T02:00:00.000Z', dryRun: false, source: '试验' };
    await expect(importReturns(dying, { ...asked, job: request(), seen }, sheets, () => {})).rejects.toThrow(
      'killed',
    );
    await Promise.all(begun);
    const after = await seeRound(world, clerk(), next, '2025-07-25T02:00:00.000Z');
    expect(after.rows.filter(({ stage }) => stage === 'submitted')).toHaveLength(13);
    expect(await bring(next, sheets, { now: '2025-07-25T03:00:00.000Z' })).toMatchObject({
      taken: UNITS - 13,
    });
  });

  it('a file of another month is not taken for this one', async () => {
    const told = await bring(round, await filledSheets('2025-04', 5));
    expect(told.errors).toEqual([{ cell: 'B1', message: expect.stringContaining('M 2025-04') }]);
  });
});
