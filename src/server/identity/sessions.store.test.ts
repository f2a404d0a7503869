import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, legalDateOf } from '../../kernel/dates.ts';
import { cookieOf, type Office, openOffice, REGION, requestWith } from './testing/office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const resolve = (cookie: string) => office.identity.resolve(requestWith(cookie), office.now());

describe('one-time links', () => {
  it('open a session directly, and only once', async () => {
    await office.employ('linked', ['examiner']);
    const [link] = await office.identity.issueLinks(['linked'], office.now());
    const first = await office.send(link!.path, {});
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/console/');
    expect(await resolve(cookieOf(first))).toMatchObject({
      region: REGION,
      person: { id: 'linked', name: '人员linked' },
      acting: { id: 'linked-examiner', kind: 'examiner', unitName: '试验单位' },
      mustChangePassword: false,
    });
    const second = await office.send(link!.path, {});
    expect(second.status).toBe(422);
    expect(cookieOf(second)).toBe('');
    expect(await office.auditKinds('linked')).toEqual(['signed-in']);
  });

  it('of two who use one at the same moment one gets in', async () => {
    await office.employ('raced', ['examiner']);
    const [link] = await office.identity.issueLinks(['raced'], office.now());
    const answers = await Promise.all([1, 2, 3, 4].map(() => office.send(link!.path, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
  });

  it('are not used up by looking at them, and run out after a day', async () => {
    await office.employ('looker', ['examiner']);
    const [link] = await office.identity.issueLinks(['looker'], office.now());
    const looked = await office.app.request(link!.path);
    expect(await looked.text()).toContain('人员looker');
    expect(looked.headers.get('cache-control')).toBe('no-store');
    office.pass(24 * 60);
    expect((await office.app.request(link!.path)).status).toBe(404);
    expect((await office.send(link!.path, {})).status).toBe(422);
  });

  it('are void once a newer one is issued, and stored as digests only', async () => {
    await office.employ('twice', ['examiner']);
    const [old] = await office.identity.issueLinks(['twice'], office.now());
    await office.identity.issueLinks(['twice'], office.now());
    expect((await office.send(old!.path, {})).status).toBe(422);
    const dump = JSON.stringify(await office.database.sql`select * from sign_in_link`);
    expect(dump).not.toContain(old!.path.split('/').at(-1));
  });

  it('that were not used are void once the person sets a password', async () => {
    await office.employ('leaky', ['examiner']);
    await office.givePassword('leaky', 'Correct-horse-7');
    const cookie = await office.enter('leaky');
    const [link] = await office.identity.issueLinks(['leaky'], office.now());
    const form = { current: 'Correct-horse-7', next: 'Correct-horse-8', again: 'Correct-horse-8' };
    expect((await office.send('/sign-in/password', form, cookie)).status).toBe(303);
    expect((await office.send(link!.path, {})).status).toBe(422);
  });

  it('keep for those without a post', async () => {
    await office.employ('idle', []);
    const [link] = await office.identity.issueLinks(['idle'], office.now());
    const answer = await office.send(link!.path, {});
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('没有担任任何岗位');
    const [row] = await office.database.sql`select used_at from sign_in_link where person = 'idle'`;
    expect(row?.used_at).toBeNull();
  });
});

describe('the cookie', () => {
  it('is closed to scripts and other sites, and secure over https', async () => {
    await office.employ('cookie', ['examiner']);
    const [plain] = await office.identity.issueLinks(['cookie'], office.now());
    const answer = await office.send(plain!.path, {});
    expect(answer.headers.get('set-cookie')).toMatch(
      /^fazhi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const [secure] = await office.identity.issueLinks(['cookie'], office.now());
    const overHttps = await office.app.request(`https://localhost${secure!.path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(overHttps.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  it.each([
    ['none', {}],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another origin', { origin: 'http://elsewhere.example', host: 'localhost' }],
    ['an opaque origin', { origin: 'null', host: 'localhost' }],
  ])('is not given to a form of %s', async (_, headers) => {
    const answer = await office.app.request('http://localhost/sign-in', { method: 'POST', headers });
    expect(answer.status).toBe(403);
  });

  it('that was made up is no session', async () => {
    for (const value of ['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`]) {
      expect(await resolve(`fazhi_session=${value}`)).toBeUndefined();
    }
  });
});

describe('sessions end', () => {
  it('after half an hour without use, and not before', async () => {
    await office.employ('quiet', ['examiner']);
    const cookie = await office.enter('quiet');
    office.pass(29);
    expect(await resolve(cookie)).toBeDefined();
    office.pass(29);
    expect(await resolve(cookie)).toBeDefined();
    office.pass(30);
    expect(await resolve(cookie)).toBeUndefined();
    office.pass(-30);
    expect(await resolve(cookie)).toBeUndefined();
    expect(await office.auditKinds('quiet')).toEqual(['signed-in', 'session-ended']);
  });

  it('after twelve hours of use', async () => {
    await office.employ('busy', ['examiner']);
    const cookie = await office.enter('busy');
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      office.pass(20);
      expect(await resolve(cookie), `${minutes} minutes`).toBeDefined();
    }
    office.pass(20);
    expect(await resolve(cookie)).toBeUndefined();
  });

  it('at signing out: the token is of no use afterwards', async () => {
    await office.employ('leaver', ['examiner']);
    const cookie = await office.enter('leaver');
    const out = await office.send('/sign-in/out', {}, cookie);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await resolve(cookie)).toBeUndefined();
    expect(await office.auditKinds('leaver')).toEqual(['signed-in', 'signed-out']);
  });

  it('when the person or the account is disabled', async () => {
    await office.employ('gone', ['examiner']);
    const cookie = await office.enter('gone');
    await office.database.sql`update person set active = false where region = ${REGION} and id = 'gone'`;
    expect(await resolve(cookie)).toBeUndefined();
  });
});

describe('posts', () => {
  it('are switched among those held today', async () => {
    const [first, second] = await office.employ('both', ['examiner', 'unit-head']);
    const cookie = await office.enter('both');
    const session = (await resolve(cookie))!;
    expect(session.acting.id).toBe(first);
    const switched = await office.identity.switchPost(session, second!, office.now());
    expect(switched?.acting.kind).toBe('unit-head');
    expect((await resolve(cookie))?.acting.id).toBe(second);
    expect(await office.identity.switchPost(session, 'someone-elses', office.now())).toBeUndefined();
    expect(await office.auditKinds('both')).toEqual(['signed-in', 'post-switched']);
  });

  it('that were revoked in mid-session cannot be switched to, whatever the session still says', async () => {
    const [, second] = await office.employ('revoked', ['examiner', 'unit-head']);
    const session = (await resolve(await office.enter('revoked')))!;
    await office.database
      .sql`update holding set to_date = '2024-01-02' where region = ${REGION} and post = ${second!}`;
    expect(session.posts.map(({ id }) => id)).toContain(second);
    expect(await office.identity.switchPost(session, second!, office.now())).toBeUndefined();
  });

  it('that were revoked while in use end the session', async () => {
    const [first] = await office.employ('removed', ['examiner', 'unit-head']);
    const cookie = await office.enter('removed');
    await office.database
      .sql`update holding set to_date = '2024-01-02' where region = ${REGION} and post = ${first!}`;
    expect(await resolve(cookie)).toBeUndefined();
  });

  it('held for a while end with their last day', async () => {
    const [post] = await office.employ('substitute', ['unit-head']);
    const today = legalDateOf(office.now());
    await office.database
      .sql`update holding set to_date = ${today}, acting = true where region = ${REGION} and post = ${post!}`;
    const midnight = Date.parse(`${addDays(today, 1)}T00:00:00+08:00`);
    office.pass((midnight - Date.parse(office.now())) / 60_000 - 10);
    const cookie = await office.enter('substitute');
    expect(await resolve(cookie)).toMatchObject({ acting: { acting: true, until: today } });
    office.pass(20);
    expect(await resolve(cookie)).toBeUndefined();
  });
});
