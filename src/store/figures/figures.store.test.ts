import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { createCatalogue } from '../../kernel/indicator/catalogue.ts';
import type { FigureAsk } from '../../kernel/indicator/figure.ts';
import { sequence } from '../../kernel/seal/test-support.ts';
import { uuidv7 } from '../entropy.ts';
import { sealAll } from '../sealing/sealer.ts';
import { applied, decided, indicators, REGION, tinyWorld } from '../sealing/test-support.ts';
import { allEntries, entriesOf } from './entries.ts';
import { figure, figures, series } from './figures.ts';
import { keepReturned, returnedFigures } from './returned.ts';

const catalogue = createCatalogue([{ id: 'permit', name: '测试许可', indicators }]);

/** What was done, kept beside the store: the figures are checked against it. */
interface Case {
  readonly unit: string;
  readonly scale: string;
  readonly fee: number;
  readonly received: string;
  done?: string;
  granted?: boolean;
}

let database: TestDatabase;
const cases: Case[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const world = tinyWorld(database.sql);
  const next = sequence(7);
  const day = (year: number) =>
    `${year}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  for (let i = 0; i < 150; i++) {
    const one: Case = {
      unit: `U${next(4)}`,
      scale: next(2) ? 'large' : 'small',
      fee: next(10_000) / 100,
      received: day(2023),
    };
    cases.push(one);
    const matter = await applied(world, { on: one.received, unit: one.unit, fee: one.fee, scale: one.scale });
    if (next(3) === 0) continue;
    one.done = day(2024);
    one.granted = next(4) > 0;
    await decided(world, matter, { on: one.done, unit: one.unit, granted: one.granted });
  }
  await database.admin`insert into unit (region, code, name, short_name, class, from_date)
    values (${REGION}, 'U0', '第零局', '零局', 'bureau', '2000-01-01')`;
  await sealAll(database.sql, REGION, () => '2025-01-02T00:00:00.000Z');
});
afterAll(() => database.drop());

/** The same figure counted by hand. */
function byHand({ indicator, from, to, unit }: FigureAsk): number {
  const first = from.length === 7 ? `${from}-01` : from;
  const last = to.length === 7 ? `${to}-31` : to;
  const own = cases.filter((one) => unit === undefined || one.unit === unit);
  const within = (day: string | undefined) => day !== undefined && day >= first && day <= last;
  const openOn = (day: string) =>
    own.filter((one) => one.received <= day && !(one.done !== undefined && one.done <= day)).length;
  switch (indicator) {
    case 'permit.received':
      return own.filter((one) => within(one.received)).length;
    case 'permit.done':
      return own.filter((one) => within(one.done)).length;
    case 'permit.granted':
      return own.filter((one) => one.granted && within(one.done)).length;
    case 'permit.open':
      return openOn(last);
    case 'permit.fee':
      return (
        own.filter((one) => within(one.received)).reduce((sum, one) => sum + Math.round(one.fee * 100), 0) /
        100
      );
    default:
      return own.filter((one) => one.received < first && !(one.done !== undefined && one.done < first))
        .length;
  }
}

const asks: FigureAsk[] = ['received', 'done', 'open', 'carried-over', 'granted', 'fee'].flatMap((name) =>
  [
    { from: '2023-01', to: '2023-12' },
    { from: '2023-06', to: '2024-03' },
    { from: '2023-03-10', to: '2024-02-20' },
    { from: '2024-01-01', to: '2024-06-30' },
  ].flatMap((period) => [
    { indicator: `permit.${name}`, ...period },
    { indicator: `permit.${name}`, ...period, unit: 'U1' },
  ]),
);

describe('figures', () => {
  it('are what counting by hand gives, by months and by days, for all and for one unit', async () => {
    const found = await figures(database.sql, catalogue, REGION, asks);
    expect(found.map((one) => one.value)).toEqual(asks.map(byHand));
    expect(new Set(found.map((one) => one.seal?.number)).size).toBe(1);
  });

  it('[I3] carried over + received = done + open', async () => {
    for (const period of [
      { from: '2023-01', to: '2023-12' },
      { from: '2024-02', to: '2024-05' },
    ]) {
      const values = await figures(
        database.sql,
        catalogue,
        REGION,
        ['carried-over', 'received', 'done', 'open'].map((name) => ({
          indicator: `permit.${name}`,
          ...period,
        })),
      );
      const [carried, received, done, open] = values.map((one) => one.value!);
      expect(carried! + received!).toBe(done! + open!);
    }
  });

  it('divide a rate and give both its halves', async () => {
    const period = { from: '2024-01', to: '2024-12' };
    const rate = await figure(database.sql, catalogue, REGION, { indicator: 'permit.grant-rate', ...period });
    const numerator = byHand({ indicator: 'permit.granted', ...period });
    const denominator = byHand({ indicator: 'permit.done', ...period });
    expect(rate).toMatchObject({ numerator, denominator, value: numerator / denominator, unit: '%' });
  });

  it('fall apart into units, kinds and months that add up', async () => {
    const whole = byHand({ indicator: 'permit.fee', from: '2023-01', to: '2023-12' });
    for (const by of ['unit', 'kind', 'month'] as const) {
      const { value, parts } = await figure(database.sql, catalogue, REGION, {
        indicator: 'permit.fee',
        from: '2023-01',
        to: '2023-12',
        by,
      });
      expect(value).toBe(whole);
      expect(parts!.reduce((sum, part) => sum + Math.round(part.value! * 100), 0)).toBe(
        Math.round(whole * 100),
      );
    }
    const byUnit = await figure(database.sql, catalogue, REGION, {
      indicator: 'permit.received',
      from: '2023-01',
      to: '2023-12',
      by: 'unit',
    });
    expect(byUnit.parts!.map((part) => part.name)).toEqual(['第零局', 'U1', 'U2', 'U3']);
  });

  it('as a series, stand at the end of each month', async () => {
    const open = await series(database.sql, catalogue, REGION, {
      indicator: 'permit.open',
      from: '2023-05',
      to: '2024-04',
    });
    const expected = open.parts!.map(({ key }) => byHand({ indicator: 'permit.open', from: key, to: key }));
    expect(open.parts!.map((part) => part.value)).toEqual(expected);
  });
});

describe('entriesOf', () => {
  it('[I2] opens every figure into records that count and add up to it', async () => {
    for (const ask of asks) {
      const { rows, total, sum } = await entriesOf(database.sql, catalogue, REGION, { ...ask, limit: 1000 });
      expect(sum).toBe(byHand(ask));
      expect(rows).toHaveLength(total);
      expect(
        rows.every((row) => row.matter !== null && row.number.startsWith('CS-') && row.title !== ''),
      ).toBe(true);
    }
  });

  it('pages in one order, and answers beyond the last page', async () => {
    const ask = { indicator: 'permit.received', from: '2023-01', to: '2023-12' };
    const whole = (await entriesOf(database.sql, catalogue, REGION, { ...ask, limit: 1000 })).rows;
    const paged = [];
    for (let offset = 0; offset < 150; offset += 40) {
      paged.push(...(await entriesOf(database.sql, catalogue, REGION, { ...ask, offset, limit: 40 })).rows);
    }
    expect(paged).toEqual(whole);
    const beyond = await entriesOf(database.sql, catalogue, REGION, { ...ask, offset: 400 });
    expect(beyond).toEqual({ rows: [], total: 150, sum: 150 });
  });

  it('hands all of them on, a batch at a time', async () => {
    let handed = 0;
    for await (const rows of allEntries(database.sql, catalogue, REGION, {
      indicator: 'permit.grant-rate',
      from: '2024-01',
      to: '2024-12',
      part: 'denominator',
    })) {
      handed += rows.length;
    }
    expect(handed).toBe(cases.filter((one) => one.done).length);
  });
});

describe('returned figures', () => {
  it('are kept, corrected by replacing, and never changed', async () => {
    const first = {
      id: uuidv7(),
      year: 2023,
      period: '2023',
      indicator: 'permit.received',
      subject: '办理许可',
      value: 1234.5,
      unit: '件',
      sourceDocument: '2023年度报告',
      section: '一、（二）',
      text: '全年办理许可1234.5件。',
      confirmedBy: 'p1',
      confirmedAt: '2024-01-05T00:00:00.000Z',
      replaces: null,
    };
    await keepReturned(database.sql, REGION, [first]);
    const corrected = { ...first, id: uuidv7(), value: 1235, replaces: first.id };
    await keepReturned(database.sql, REGION, [corrected]);
    const ask = { year: 2023, indicator: 'permit.received' };
    expect(await returnedFigures(database.sql, REGION, ask)).toEqual([{ ...corrected, source: 'returned' }]);
    expect(await returnedFigures(database.sql, REGION, { ...ask, withReplaced: true })).toHaveLength(2);
    await expect(keepReturned(database.sql, REGION, [{ ...corrected, id: uuidv7() }])).rejects.toThrow(
      '已被更正',
    );
    await expect(database.admin`update returned_figure set value = 1`).rejects.toMatchObject({
      code: '23001',
    });
  });
});
