import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Contract, contract, type RouteName } from '../../../client/contract/index.ts';
import { type PostKindId, postKinds } from '../../../kernel/identity/posts.ts';
import { endHolding, grantHolding } from '../../../store/identity/holdings.ts';
import { mayBeHeld, powerOf } from '../../../store/identity/separation.ts';
import { type Office, openOffice, REGION, requestWith } from '../../identity/testing/office.ts';
import { type Api, enterAs, openApi } from './testing.ts';

let office: Office;
let api: Api;
const faults: unknown[] = [];
const kinds = (Object.keys(postKinds) as PostKindId[]).filter(mayBeHeld);

beforeAll(async () => {
  office = await openOffice();
  api = openApi(office, faults);
  for (const kind of kinds) await office.employ(kind, [kind]);
  for (const kind of kinds) cookies.set(kind, await enterAs(office, kind));
  // Whoever grants in the tests below; the store knows him by these ids only.
  await office.employ('appointer', ['security-administrator']);
});
afterAll(() => office.close());

const cookies = new Map<PostKindId, string>();

const act = () =>
  ({
    region: REGION,
    by: { person: 'appointer', post: 'appointer-security-administrator' },
    now: office.now(),
  }) as const;
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.refusal?.rule ?? String(error),
  );

/** Written out by hand: which administrator has which routes. */
const mayCall: Record<string, readonly PostKindId[]> = {
  people: ['security-administrator'],
  posts: ['security-administrator'],
  holdings: ['security-administrator'],
  accounts: ['security-administrator'],
  'units.list': ['system-administrator', 'security-administrator'],
  'units.create': ['system-administrator'],
  'units.update': ['system-administrator'],
  audit: ['audit-administrator'],
};
const adminRoutes = (Object.keys(contract) as RouteName[]).filter((name) =>
  contract[name].path.startsWith('/api/admin/'),
);

describe('routes of administration', () => {
  it.each(adminRoutes)(
    '%s is for its own administrator alone, and for nobody without a session',
    async (name) => {
      const { method, path } = contract[name] as Contract[RouteName];
      const address = path.replace(/\{\w+\}/g, 'nobody');
      const allowed = mayCall[name] ?? mayCall[name.split('.')[0]!]!;
      expect((await api.call(method, address, '')).status).toBe(401);
      for (const kind of kinds) {
        const answer = await api.call(method, address, cookies.get(kind)!, method === 'GET' ? undefined : {});
        const rule = answer.status === 403 ? (await answer.json()).rule : '';
        expect(rule === 'server.access', `${kind} calls ${name}`).toBe(!allowed.includes(kind));
      }
      expect(faults).toEqual([]);
    },
  );

  it('refuse what comes without the header of our own pages', async () => {
    const answer = await api.app.request('http://localhost/api/account/sign-in', {
      method: 'POST',
      body: JSON.stringify({ login: 'examiner', password: 'x' }),
    });
    expect(await answer.json()).toMatchObject({ rule: 'server.origin' });
  });
});

describe('holdings', () => {
  it('every kind of post beside every other: granted or refused by the separation', async () => {
    const wrong: string[] = [];
    for (const held of kinds) {
      for (const wanted of kinds.filter((kind) => kind !== held)) {
        const post = `${wanted}-${wanted}`;
        const grant = { person: held, post, from: '2024-09-01', acting: false };
        const rule = await refusalOf(grantHolding(office.database.sql, act(), grant));
        const expected = powerOf(held) === powerOf(wanted) ? 'done' : 'identity.separation';
        if (rule !== expected) wrong.push(`${held} + ${wanted}: ${rule}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are refused in the API with what is wrong and what to do', async () => {
    const body = {
      person: 'case-officer',
      post: 'audit-administrator-audit-administrator',
      from: '2024-09-27',
      acting: false,
    };
    const answer = await api.call(
      'POST',
      '/api/admin/holdings',
      cookies.get('security-administrator')!,
      body,
    );
    expect(answer.status).toBe(403);
    expect((await answer.json()).message).toContain('三员分立');
  });

  it('apart in time are no breach; a day in common is', async () => {
    await office.employ('sequel', ['examiner']);
    const { sql } = office.database;
    await sql`update holding set to_date = '2024-09-30' where person = 'sequel'`;
    const grant = (from: string) =>
      refusalOf(
        grantHolding(sql, act(), {
          person: 'sequel',
          post: 'audit-administrator-audit-administrator',
          from,
          acting: false,
        }),
      );
    expect(await grant('2024-09-30')).toBe('identity.separation');
    expect(await grant('2024-10-01')).toBe('done');
  });

  it('granted to one person at the same moment are decided one after the other', async () => {
    await office.employ('double', []);
    const grants = ['system-administrator', 'audit-administrator', 'examiner'].map((kind) =>
      refusalOf(
        grantHolding(office.database.sql, act(), {
          person: 'double',
          post: `${kind}-${kind}`,
          from: '2024-09-27',
          acting: false,
        }),
      ),
    );
    expect((await Promise.all(grants)).sort()).toEqual([
      'done',
      'identity.separation',
      'identity.separation',
    ]);
  });

  it('are not granted to oneself, to nobody, in reverse, or acting without an end', async () => {
    const { sql } = office.database;
    const grant = { person: 'examiner', post: 'publisher-publisher', from: '2030-01-01', acting: false };
    const own = { ...grant, person: 'appointer' };
    expect(await refusalOf(grantHolding(sql, act(), own))).toBe('identity.self');
    expect(await refusalOf(grantHolding(sql, act(), { ...grant, person: 'x' }))).toBe('identity.person');
    expect(await refusalOf(grantHolding(sql, act(), { ...grant, post: 'x' }))).toBe('identity.post');
    expect(await refusalOf(grantHolding(sql, act(), { ...grant, to: '2029-01-01' }))).toBe(
      'identity.interval',
    );
    expect(await refusalOf(grantHolding(sql, act(), { ...grant, acting: true }))).toBe('identity.acting');
  });

  it('that end at once end the sessions that stand in them', async () => {
    await office.employ('dismissed', ['case-officer', 'publisher']);
    const cookie = await office.enter('dismissed');
    const ending = { person: 'dismissed', post: 'dismissed-case-officer', from: '2024-01-01' };
    const answer = await api.call(
      'POST',
      '/api/admin/holdings/end',
      cookies.get('security-administrator')!,
      ending,
    );
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('立即失效') });
    expect(await office.identity.resolve(requestWith(cookie), office.now())).toBeUndefined();
    expect((await api.call('GET', '/api/session', cookie)).status).toBe(401);
    const [ended] = await office.database.sql`
      select ended_at from session where person = 'dismissed'`;
    expect(ended?.ended_at).not.toBeNull();
  });

  it('leave a region its last security administrator, also where two remove each other', async () => {
    const { sql } = office.database;
    const end = (by: string, person: string) =>
      refusalOf(
        endHolding(
          sql,
          { region: REGION, by: { person: by, post: `${by}-security-administrator` }, now: office.now() },
          { person, post: `${person}-security-administrator`, from: '2024-01-01' },
        ),
      );
    expect(await end('appointer', 'appointer')).toBe('identity.self');
    const both = await Promise.all([
      end('appointer', 'security-administrator'),
      end('security-administrator', 'appointer'),
    ]);
    expect(both.sort()).toEqual(['done', 'identity.last-security-administrator']);
  });
});
