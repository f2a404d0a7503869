import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../test/support/database.ts';
import { type LeadersZone, openLeadersZone, TODAY } from './testing/leaders.ts';
import { zone } from './zone.ts';

let opened: LeadersZone;
let database: TestDatabase;
beforeAll(async () => {
  opened = await openLeadersZone();
  database = opened.database;
});
afterAll(() => opened?.close());

const figureOf = async (indicator: string, year: number, kind?: string): Promise<number> => {
  const [row] = await database.sql<{ value: number }[]>`
    select coalesce(sum(value), 0) as value from rollup
     where region = ${zone.code} and indicator = ${indicator} and month / 100 = ${year}
       ${kind === undefined ? database.sql`` : database.sql`and kind = ${kind}`}`;
  return row!.value;
};

test('last year: four meetings, fourteen sessions with one class and two lectures of the government', async () => {
  expect(await figureOf('leading-group-meeting.held', 2025)).toBe(4);
  expect(await figureOf('law-study.sessions', 2025)).toBe(14);
  expect(await figureOf('law-study.sessions', 2025, 'class')).toBe(1);
  expect(await figureOf('law-study.lectures', 2025, 'government')).toBe(2);
});

test('the round of last year: eight statements, one of them late, one given back; the year is closed', async () => {
  const submitted =
    (await figureOf('duty-report.submitted', 2025)) + (await figureOf('duty-report.submitted', 2026));
  // Two of this year's round are in already.
  expect(submitted).toBe(8 + 2);
  const late =
    (await figureOf('duty-report.submitted', 2025, 'late')) +
    (await figureOf('duty-report.submitted', 2026, 'late'));
  expect(late).toBe(1);
  expect(await figureOf('duty-report.returned', 2025)).toBe(1);
  const [round] = await database.sql<{ closed: boolean }[]>`
    select closed from matter where procedure = 'duty-report-round' and title = '2025年度述法'`;
  expect(round!.closed).toBe(true);
});

test('this year one decision of a meeting is late and a session is still to come', async () => {
  const late = await database.sql<{ unit: string }[]>`
    select c.unit from clock c where c.procedure = 'meeting-assignment' and c.stopped_on is null and c.due < ${TODAY}`;
  expect(late.map(({ unit }) => unit)).toEqual(['U03']);
  const soon = await database.sql<{ due: string }[]>`
    select due from clock where procedure = 'law-study' and stopped_on is null and due > ${TODAY}`;
  expect(soon.map(({ due }) => due)).toEqual(['2026-12-04']);
});
