import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '../../../store/identity/audit.ts';
import { cookieOf, type Office, openOffice, REGION, requestWith } from '../../identity/testing/office.ts';
import { type Api, enterAs, openApi } from './testing.ts';

let office: Office;
let api: Api;
let security: string;
let auditor: string;
let clerk: string;
const faults: unknown[] = [];

beforeAll(async () => {
  office = await openOffice();
  api = openApi(office, faults);
  await office.employ('secure', ['security-administrator']);
  await office.employ('auditor', ['audit-administrator']);
  await office.employ('clerk', ['window-clerk', 'examiner']);
  security = await enterAs(office, 'secure');
  auditor = await enterAs(office, 'auditor');
  clerk = await enterAs(office, 'clerk');
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await office.close();
});

const newcomer = { name: '赵一二', unit: 'u1', login: 'zhao.one' };
const create = (given: object) => api.call('POST', '/api/admin/people', security, given);
const resolve = (cookie: string) => office.identity.resolve(requestWith(cookie), office.now());

describe('a person', () => {
  let person: string;

  it('is added with an account and a link to enter by, then given a post', async () => {
    const added = await (await create(newcomer)).json();
    person = added.person;
    expect(added.message).toMatch(/赵一二.*9月28日9时/);
    const post = { unit: 'u1', kind: 'publisher', name: '公示岗' };
    const made = await (await api.call('POST', '/api/admin/posts', security, post)).json();
    const grant = { person, post: made.post, from: '2024-09-27', to: '2024-12-31', acting: true };
    const granted = await api.call('POST', '/api/admin/holdings', security, grant);
    expect((await granted.json()).message).toBe('自2024年9月27日起任职，至2024年12月31日止。');
    const entered = await office.send(added.link.path, {});
    expect(entered.headers.get('location')).toBe('/sign-in/password');
    expect(await resolve(cookieOf(entered))).toMatchObject({
      person: { id: person, name: '赵一二' },
      acting: { name: '公示岗', acting: true, until: '2024-12-31' },
    });
  });

  it('is refused with a login that is taken or malformed, or a unit that is not there', async () => {
    const taken = await (await create({ ...newcomer, login: 'ZHAO.ONE' })).json();
    expect(taken).toMatchObject({ rule: 'identity.login-taken', fields: [{ path: 'login' }] });
    expect((await create({ ...newcomer, login: '赵' })).status).toBe(422);
    expect(await (await create({ ...newcomer, unit: 'u9', login: 'other' })).json()).toMatchObject({
      rule: 'identity.unit',
    });
    expect((await create({ ...newcomer, login: 'other', active: false })).status).toBe(422);
  });

  it.each(['赵一', '一二', 'zye', 'zhaoyi', 'ZhaoYi', 'zhao.o'])('is found by %s', async (q) => {
    const listed = await api.call('GET', `/api/admin/people?q=${encodeURIComponent(q)}`, security);
    const { rows, total } = await listed.json();
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      id: person,
      login: 'zhao.one',
      hasPassword: false,
      locked: false,
      holdings: [{ postName: '公示岗', kindName: '公示公开人员', state: 'present', acting: true }],
    });
  });

  it.each(['%', '_', "'", '\\', '赵二'])('is not found by %s', async (q) => {
    const listed = await api.call('GET', `/api/admin/people?q=${encodeURIComponent(q)}`, security);
    expect((await listed.json()).total).toBe(0);
  });

  it('can be changed, disabled and enabled; disabling ends sessions and links at once', async () => {
    const at = `/api/admin/people/${person}`;
    const changed = await api.call('PUT', at, security, { ...newcomer, name: '钱一二' });
    expect(changed.status).toBe(200);
    const cookie = await office.enter(person);
    const [link] = await office.identity.issueLinks([person], office.now());
    expect(await resolve(cookie)).toMatchObject({ person: { name: '钱一二' } });
    await api.call('POST', `${at}/disable`, security);
    expect(await resolve(cookie)).toBeUndefined();
    expect((await office.send(link!.path, {})).status).toBe(422);
    await api.call('POST', `${at}/enable`, security);
    expect(await resolve(cookie)).toBeUndefined();
    expect(await resolve(await office.enter(person))).toBeDefined();
  });

  it('who has forgotten the password gets a link; the old password and sessions are void', async () => {
    await office.givePassword(person, 'Correct-horse-7');
    const cookie = await office.enter(person);
    const reset = await api.call('POST', `/api/admin/accounts/${person}/password`, security);
    const { link } = await reset.json();
    expect(await resolve(cookie)).toBeUndefined();
    const signIn = { login: 'zhao.one', password: 'Correct-horse-7' };
    expect((await api.call('POST', '/api/account/sign-in', '', signIn)).status).toBe(403);
    const entered = await api.call('POST', '/api/account/link', '', { token: link.path.split('/').at(-1) });
    expect(await entered.json()).toEqual({ next: 'password' });
    const barred = await api.call('GET', '/api/people', cookieOf(entered));
    expect((await barred.json()).rule).toBe('server.password');
    const same = await api.call('POST', '/api/account/password', cookieOf(entered), {
      next: 'Correct-horse-7',
    });
    expect((await same.json()).fields).toEqual([{ path: 'next', message: '不能使用最近5次用过的密码。' }]);
    const set = await api.call('POST', '/api/account/password', cookieOf(entered), {
      next: 'Correct-horse-8',
    });
    expect(await set.json()).toEqual({ next: 'open' });
    expect((await api.call('GET', '/api/people', cookieOf(set))).status).toBe(200);
  });

  it('can be shown out: all his sessions end, and he may come back', async () => {
    const cookies = [await office.enter(person), await office.enter(person)];
    const listed = async () => {
      const answer = await api.call('GET', '/api/admin/people?q=zhao.o', security);
      return (await answer.json()).rows[0] as { signedIn: boolean; lastSignIn: string };
    };
    expect(await listed()).toMatchObject({
      signedIn: true,
      lastSignIn: expect.stringMatching(/^2024-09-27T/),
    });
    expect((await api.call('POST', `/api/admin/accounts/${person}/sessions`, security)).status).toBe(200);
    for (const cookie of cookies) expect(await resolve(cookie)).toBeUndefined();
    expect(await listed()).toMatchObject({ signedIn: false });
    expect(await resolve(await office.enter(person))).toBeDefined();
  });

  it('is unlocked by another, never by himself', async () => {
    const signIn = { login: 'zhao.one', password: 'Wrong-horse-8' };
    for (let n = 0; n < 5; n++) await api.call('POST', '/api/account/sign-in', '', signIn);
    const right = { ...signIn, password: 'Correct-horse-8' };
    expect((await api.call('POST', '/api/account/sign-in', '', right)).status).toBe(403);
    await api.call('POST', `/api/admin/accounts/${person}/unlock`, security);
    expect((await api.call('POST', '/api/account/sign-in', '', right)).status).toBe(200);
    for (const act of ['unlock', 'password', 'second-factor', 'sessions']) {
      const own = await api.call('POST', `/api/admin/accounts/secure/${act}`, security);
      expect((await own.json()).rule).toBe('identity.self');
    }
  });
});

describe('picking people', () => {
  it('offers those with a valid certificate first, and shows it', async () => {
    const { sql } = office.database;
    const certificate = (person: string, number: string, to: string, suspended: object[] = []) => sql`
      insert into certificate ${sql({ region: REGION, person, kind: 'enforcement', number, unit: 'u1', from_date: '2020-01-01', to_date: to, scope: [], suspended: sql.json(suspended as never), matter: '00000000-0000-7000-8000-000000000000' })}`;
    await office.employ('valid', ['case-officer']);
    await office.employ('lapsed', ['case-officer']);
    await office.employ('barred', ['case-officer']);
    await certificate('valid', 'A1', '2030-01-01');
    await certificate('lapsed', 'A2', '2024-09-01');
    await certificate('barred', 'A3', '2030-01-01', [{ from: '2024-09-01' }]);
    const found = await api.call('GET', '/api/people?certificate=enforcement', clerk);
    const { people } = await found.json();
    const held = people.filter((one: { certificate: unknown }) => one.certificate);
    expect(held).toEqual([
      {
        id: 'valid',
        name: '人员valid',
        unitName: '试验单位',
        certificate: { number: 'A1', to: '2030-01-01' },
      },
    ]);
    const named = await api.call('GET', '/api/people?ids=lapsed,barred', clerk);
    expect((await named.json()).people).toHaveLength(2);
  });
});

describe('the session', () => {
  it('tells who one is and lets one change posts', async () => {
    const current = await (await api.call('GET', '/api/session', clerk)).json();
    expect(current).toMatchObject({
      person: { id: 'clerk' },
      region: { code: REGION, name: '试验区' },
      acting: { kindName: '窗口受理人员' },
      today: '2024-09-27',
    });
    const switched = await api.call('POST', '/api/session/post', clerk, { post: 'clerk-examiner' });
    expect(await switched.json()).toEqual({ post: 'clerk-examiner' });
    const barred = await api.call('POST', '/api/session/post', clerk, {
      post: 'secure-security-administrator',
    });
    expect((await barred.json()).rule).toBe('identity.not-held');
  });
});

describe('the audit', () => {
  it('holds every administrative act and refusal, by ids alone', async () => {
    const page = await (await api.call('GET', '/api/admin/audit?person=secure&size=200', auditor)).json();
    const acts = page.rows.map(({ detail }: { detail: string }) => detail.split(' ')[0]);
    expect(acts).toEqual(
      expect.arrayContaining([
        'people.create',
        'posts.create',
        'holdings.grant',
        'people.update',
        'people.disable',
        'people.enable',
        'accounts.resetPassword',
        'accounts.unlock',
      ]),
    );
    for (const { kind, text, detail } of page.rows as Record<string, string>[]) {
      if (kind === 'administered' || kind === 'link-issued') expect(text).not.toBe(detail);
    }
    const all = JSON.stringify(await office.database.sql`select kind, detail, post from audit`);
    expect(all).toContain('session.switchPost identity.not-held');
    expect(all).not.toMatch(/[赵钱]|zhao|horse/);
  });

  it('is filtered by kind and day, paged, and exported; the export is in it too', async () => {
    const all = async (query: string) => (await api.call('GET', `/api/admin/audit?${query}`, auditor)).json();
    expect((await all('from=2024-09-28')).total).toBe(0);
    const refused = await all('kind=refused&to=2024-09-27&size=1');
    expect(refused.rows).toHaveLength(1);
    expect(refused.rows[0].kindName).toBe('拒绝操作');
    expect(refused.total).toBeGreaterThan(1);
    const file = await api.call('GET', '/api/admin/audit/export.xlsx', auditor);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await all('kind=exported')).rows[0]).toMatchObject({ person: 'auditor', postName: '岗位0' });
  });

  it('can be changed by nobody: not by the application, not by the owner of the database', async () => {
    const { sql, admin } = office.database;
    await writeAudit(sql, {
      region: REGION,
      at: office.now(),
      person: null,
      post: null,
      kind: 'x',
      detail: '',
    });
    for (const statement of [`update audit set detail = ''`, 'delete from audit', 'truncate audit']) {
      await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
      await expect(admin.unsafe(statement), statement).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('has no route that writes, and stays shut to the other administrators', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await api.call(method, '/api/admin/audit', auditor)).status).toBe(404);
    }
    expect((await api.call('GET', '/api/admin/audit', security)).status).toBe(403);
  });
});
