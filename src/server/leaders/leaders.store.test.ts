import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LeadersZone, NOW, openLeadersZone } from '../../demo/testing/leaders.ts';
import { signedIn as as } from '../../demo/testing/signed-in.ts';
import { zone } from '../../demo/zone.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { keepUpload } from '../../store/matters/files.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { leaderHandlers } from '../handlers/leaders.ts';
import { overviewHandlers } from '../handlers/overview.ts';
import type { Session } from '../session.ts';

let opened: LeadersZone;
beforeAll(async () => {
  opened = await openLeadersZone();
});
afterAll(() => opened?.close());

const audited: string[] = [];
/** Sessions that keep what is written of them. */
const sessions = {
  resolve: async () => undefined,
  switchPost: async () => undefined,
  audit: async ({ detail }: { readonly detail: string }) => {
    audited.push(detail);
  },
};

type Routes = ReturnType<typeof leaderHandlers> & ReturnType<typeof overviewHandlers>;

/** Calls a route's handler as the server would after it has checked shape and access. */
function call<N extends keyof Routes>(name: N, session: Session, given: object, now = NOW) {
  const routes = { ...leaderHandlers(opened.world, sessions), ...overviewHandlers(opened.world) };
  const handler = routes[name] as (asked: unknown) => Promise<Awaited<ReturnType<Routes[N]>>>;
  return Promise.resolve(handler({ session, params: {}, query: {}, body: undefined, now, ...given }));
}

const office = () => as('U02', 'legal-office');
const yearOf = (session: Session, year: number, now = NOW) =>
  call('leaders.year', session, { query: { year } }, now) as Promise<{
    leaders: {
      matter: string;
      name: string;
      unit: string;
      bodyName: string;
      closed: boolean;
      duties: {
        id: string;
        state: string;
        actual: number;
        target: number;
        verified: boolean;
        opens: object | null;
      }[];
    }[];
    missing: object[];
  }>;

describe('the duties of a year', () => {
  test('are counted by the ledger: what the figures say is what the checklist says', async () => {
    const { leaders } = await yearOf(office(), 2026);
    expect(leaders).toHaveLength(8);
    const government = leaders.find(({ bodyName }) => bodyName.startsWith('政府'))!;
    const duty = (id: string) => government.duties.find((entry) => entry.id === id)!;
    expect(duty('lectures-government')).toMatchObject({
      actual: 2,
      target: 2,
      state: 'done',
      opens: { indicator: 'law-study.lectures', source: 'law-study', kind: 'government' },
    });
    expect(duty('training')).toMatchObject({ actual: 1, state: 'done' });
    // The report of last year was due on 28 February and is in no register here.
    expect(duty('report-up')).toMatchObject({ actual: 0, state: 'late', opens: null });
    // The rules of 2016 are cited, and marked as not verified.
    expect(duty('statement')).toMatchObject({ state: 'running', verified: false });
  });

  test('what was confirmed stays as it was confirmed', async () => {
    const { leaders } = await yearOf(office(), 2025);
    expect(leaders.every(({ closed }) => closed)).toBe(true);
    const [{ duties }] = leaders as [(typeof leaders)[number]];
    expect(duties.find(({ id }) => id === 'lectures-party')).toMatchObject({ actual: 2, state: 'done' });
  });

  test('what was confirmed in the demo is what the ledger counts', async () => {
    const { leaders } = await yearOf(office(), 2025);
    const counted = await opened.world.sql<{ kind: string; value: number }[]>`
      select kind, sum(value) as value from rollup
       where region = ${zone.code} and indicator = 'law-study.lectures' and month / 100 = 2025 group by kind`;
    const of = (id: string) => leaders.flatMap(({ duties }) => duties).find((duty) => duty.id === id)!.actual;
    expect(Object.fromEntries(counted.map(({ kind, value }) => [kind, value]))).toMatchObject({
      party: of('lectures-party'),
      government: of('lectures-government'),
    });
  });

  test('a head of a unit sees his own list and no other', async () => {
    const { leaders, missing } = await yearOf(as('U04', 'unit-head'), 2026);
    expect(leaders.map(({ unit }) => unit)).toEqual(['U04']);
    expect(missing).toEqual([]);
    await expect(yearOf(as('U01', 'system-administrator'), 2026)).rejects.toMatchObject({
      refusal: { kind: 'forbidden' },
    });
  });

  test('one press makes the lists of a new year from the leading group; a second makes none', async () => {
    const next = '2027-01-11T02:00:00.000Z';
    expect((await yearOf(office(), 2027, next)).missing).toHaveLength(8);
    const press = () => call('leaders.open', office(), { body: { year: 2027, request: uuidv7() } }, next);
    expect(await press()).toMatchObject({ opened: 8 });
    expect(await press()).toMatchObject({ opened: 0 });
    const { leaders, missing } = await yearOf(office(), 2027, next);
    expect([leaders.length, missing.length]).toEqual([8, 0]);
  });
});

test('the year leaves as a workbook, one line a leader and duty, and the export is audited', async () => {
  const file = (await call('leaders.export', as('U04', 'unit-head'), { query: { year: 2026 } })) as {
    name: string;
  };
  expect(file.name).toBe('2026年主要负责人履职情况.xlsx');
  expect(audited).toEqual(['leaders 2026 6']);
});

describe('evidence', () => {
  const file = { sm3: 'a'.repeat(64), name: '要点.pdf', size: 1 };
  const bring = (session: Session, matter: string, duty: string) =>
    call('leaders.evidence', session, {
      params: { matter },
      body: { request: uuidv7(), duty, explanation: '见附件', evidenceFiles: [file] },
    });
  const listOf = async (unit: string) =>
    (await yearOf(office(), 2026)).leaders.find((leader) => leader.unit === unit)!;

  test('must have been uploaded, fills a gap, and is refused where the ledger knows enough', async () => {
    const head = as('U04', 'unit-head');
    const { matter } = await listOf('U04');
    await expect(bring(head, matter, 'court')).rejects.toMatchObject({ refusal: { rule: 'files.unknown' } });
    const brought = { region: zone.code, sm3: file.sm3, size: 1, type: 'application/pdf', at: NOW };
    for (const person of [head, as('U01', 'liaison')].map((session) => session.person.id)) {
      await keepUpload(opened.database.sql, { ...brought, person });
    }
    await bring(head, matter, 'court');
    const { duties } = await listOf('U04');
    expect(duties.find(({ id }) => id === 'court')).toMatchObject({ actual: 0, state: 'done' });
    const government = as('U01', 'liaison');
    const list = (await yearOf(office(), 2026)).leaders.find(({ bodyName }) => bodyName.startsWith('政府'))!;
    await expect(bring(government, list.matter, 'lectures-government')).rejects.toMatchObject({
      refusal: { rule: 'leader-duties.only-gaps' },
    });
  });

  test('of another unit’s list nobody is told more than that there is none', async () => {
    const { matter } = await listOf('U05');
    await expect(bring(as('U04', 'unit-head'), matter, 'court')).rejects.toMatchObject({
      refusal: { rule: 'kernel.P0' },
    });
  });
});

describe('the end of the year', () => {
  test('the ledger brings how each duty stands; what is left must be explained', async () => {
    const next = '2027-01-18T02:00:00.000Z';
    await sealAll(opened.database.sql, zone.code, () => next);
    const head = as('U05', 'unit-head');
    const { matter } = (await yearOf(head, 2026, next)).leaders[0]!;
    const submit = (unfinished?: string, now = next) =>
      call(
        'leaders.submit',
        head,
        { params: { matter }, body: { request: uuidv7(), ...(unfinished ? { unfinished } : {}) } },
        now,
      );
    await expect(submit('未完成', NOW)).rejects.toMatchObject({
      refusal: { rule: 'leader-duties.year-over' },
    });
    await expect(submit()).rejects.toMatchObject({ refusal: { rule: 'leader-duties.gaps-explained' } });
    await submit('测试列入下一年度计划');
    const [row] = await opened.world.sql<{ duties: { duty: string; actual: number }[]; seal: number }[]>`
      select state -> 'facts' -> 'duties' as duties, (state -> 'facts' ->> 'seal')::int as seal
        from matter where region = ${zone.code} and id = ${matter}`;
    expect(row!.duties.map(({ duty }) => duty)).toContain('tests-unit');
    expect(row!.seal).toBeGreaterThan(0);
  });
});

describe('the overview', () => {
  test('numbers are what their records are, for the region and for a unit', async () => {
    for (const session of [office(), as('U03', 'unit-head')]) {
      const view = await call('overview.get', session, {});
      const { totals, deadlines, nearUntil } = view as never as {
        totals: { overdue: number; near: number; coming: number };
        deadlines: { from: string; to: string; days: { count: number }[] };
        nearUntil: string;
      };
      const count = async (query: object) =>
        (
          (await call('overview.clocks', session, { query: { page: 1, size: 50, ...query } })) as {
            total: number;
          }
        ).total;
      expect(await count({ to: '2026-11-19' })).toBe(totals.overdue);
      expect(await count({ from: '2026-11-20', to: nearUntil })).toBe(totals.near);
      expect(await count({ from: deadlines.from, to: deadlines.to })).toBe(totals.coming);
      expect(deadlines.days).toHaveLength(30);
      expect(totals.overdue).toBe(1);
    }
  });

  test('a unit head sees his unit alone and may not ask for another', async () => {
    const head = as('U04', 'unit-head');
    const view = (await call('overview.get', head, {})) as never as {
      units: { unit: string }[];
      unit: string;
    };
    expect(view.unit).toBe('U04');
    expect(view.units.every(({ unit }) => unit === 'U04')).toBe(true);
    await expect(
      call('overview.clocks', head, { query: { page: 1, size: 50, to: '2026-11-19', unit: 'U03' } }),
    ).rejects.toMatchObject({ refusal: { kind: 'forbidden' } });
  });

  test('this year’s months stand beside last year’s; what nobody did in either year is left out', async () => {
    const { trends, plan } = (await call('overview.get', office(), {})) as never as {
      trends: { indicator: string; now: number[]; before: number[]; nowSum: number; beforeSum: number }[];
      plan: null;
    };
    expect(trends.map(({ indicator }) => indicator)).toEqual(['law-study.attendance']);
    expect([trends[0]!.now.length, trends[0]!.before.length]).toEqual([11, 12]);
    // Three more came to each of thirteen sessions; that of December is not in the comparison.
    expect(trends[0]!.nowSum - trends[0]!.beforeSum).toBe(39);
    expect(plan).toBeNull();
  });
});
