import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../src/client/contract/endpoint.ts';
import { contract, type RouteName } from '../../src/client/contract/index.ts';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import { type House, heldKinds, openHouse, REGION } from './house.ts';

// Who may call a route. Written here a second time on purpose: a route that is added, opened or closed without
// somebody saying so in this table fails the test.

type Who = 'public' | 'signed-in' | readonly PostKindId[];
const security: Who = ['security-administrator'];
const audit: Who = ['audit-administrator'];
const authors: Who = ['legal-office', 'legal-office-head', 'liaison'];
const planWriters: Who = ['legal-office', 'legal-office-head'];
const planReaders: Who = [
  'legal-office',
  'legal-office-head',
  'region-head',
  'supervisor',
  'liaison',
  'unit-head',
];
const roundReaders: Who = [...planReaders, 'publisher'];
const assessors: readonly PostKindId[] = ['legal-office', 'legal-office-head', 'region-head'];
const writers: Who = ['legal-office', 'legal-office-head', 'liaison', 'unit-head', 'region-head'];
const returnOffice: Who = ['legal-office', 'legal-office-head'];
const returnFillers: Who = ['legal-office', 'liaison', 'unit-head'];

const who: Readonly<Record<RouteName, Who>> = {
  'session.current': 'signed-in',
  'session.switchPost': 'signed-in',
  'account.signIn': 'public',
  'account.useLink': 'public',
  'account.signOut': 'public',
  'account.changePassword': 'signed-in',
  'account.totpEnrol': 'public',
  'account.totpConfirm': 'public',
  'people.list': security,
  'people.export': security,
  'people.create': security,
  'people.update': security,
  'people.disable': security,
  'people.enable': security,
  'posts.list': security,
  'posts.create': security,
  'posts.rename': security,
  'holdings.grant': security,
  'holdings.end': security,
  'accounts.unlock': security,
  'accounts.resetPassword': security,
  'accounts.endSessions': security,
  'accounts.resetSecondFactor': security,
  'units.list': ['system-administrator', 'security-administrator'],
  'units.create': ['system-administrator'],
  'units.update': ['system-administrator'],
  'audit.page': audit,
  'audit.export': audit,
  'catalogue.get': 'signed-in',
  'todo.list': 'signed-in',
  'register.page': 'signed-in',
  'register.totals': 'signed-in',
  'register.export': 'signed-in',
  'search.all': 'signed-in',
  'matter.get': 'signed-in',
  'matter.ready': 'signed-in',
  'matter.open': 'signed-in',
  'matter.step': 'signed-in',
  'matter.document': 'signed-in',
  'matter.citations': 'signed-in',
  'matter.proof': 'signed-in',
  'people.find': 'signed-in',
  'list.page': 'signed-in',
  'list.diff': 'signed-in',
  'list.item': 'signed-in',
  'list.operate': 'signed-in',
  'list.template': 'signed-in',
  'list.export': 'signed-in',
  'list.import': 'signed-in',
  'job.get': 'signed-in',
  'figure.get': 'signed-in',
  'figure.many': 'signed-in',
  'figure.entries': 'signed-in',
  'figure.export': 'signed-in',
  'supervision.wall': 'signed-in',
  'overview.get': 'signed-in',
  'overview.clocks': 'signed-in',
  'overview.alerts': 'signed-in',
  'leaders.year': 'signed-in',
  'leaders.export': 'signed-in',
  'leaders.open': ['legal-office', 'legal-office-head'],
  'leaders.evidence': ['unit-head', 'region-head', 'liaison', 'legal-office', 'legal-office-head'],
  'leaders.submit': ['unit-head', 'region-head', 'liaison'],
  'dutyReports.round': roundReaders,
  'dutyReports.roundXlsx': roundReaders,
  'public.dutyReports': 'public',
  'due.compute': 'public',
  'law.provisions': 'public',
  'calendar.get': 'signed-in',
  'calendar.enter': ['legal-office', 'legal-office-head'],
  'plans.list': planReaders,
  'plans.create': planWriters,
  'plans.get': planReaders,
  'plans.save': planWriters,
  'plans.step': ['legal-office', 'legal-office-head', 'region-head'],
  'plans.diff': planReaders,
  'plans.xlsx': planReaders,
  'plans.docx': planReaders,
  'plans.board': planReaders,
  'plans.boardXlsx': planReaders,
  'plans.candidates': planWriters,
  'public.plans': 'public',
  'public.plan': 'public',
  'inspections.list': planReaders,
  'inspections.board': planReaders,
  'inspections.xlsx': planReaders,
  'inspections.papers': planReaders,
  'inspections.make': planReaders,
  'inspections.paper': planReaders,
  'escalations.board': planReaders,
  'escalations.xlsx': planReaders,
  'reading.read': writers,
  'reading.slots': writers,
  'reading.confirm': writers,
  'reading.tasksXlsx': writers,
  'reading.tasksDocx': writers,
  'reading.compare': writers,
  'reading.compareXlsx': writers,
  'returned.list': writers,
  'reports.list': writers,
  'reports.create': writers,
  'reports.get': writers,
  'reports.save': authors,
  'reports.audit': writers,
  'reports.versions': writers,
  'reports.indicators': writers,
  'reports.refigure': authors,
  'reports.step': writers,
  'reports.docx': writers,
  'reports.pdf': writers,
  'reports.html': writers,
  'returns.forms': writers,
  'returns.form': writers,
  'returns.saveForm': returnOffice,
  'returns.rounds': writers,
  'returns.open': returnOffice,
  'returns.board': writers,
  'returns.locate': writers,
  'returns.template': writers,
  'returns.export': writers,
  'returns.import': returnFillers,
  'returns.get': writers,
  'returns.draft': returnFillers,
  'returns.check': returnFillers,
  'returns.read': returnFillers,
  'returns.submit': returnFillers,
  'returns.lateness': writers,
  'returns.layouts': writers,
  'returns.layout': writers,
  'returns.sources': writers,
  'returns.saveLayout': returnOffice,
  'returns.layoutTable': writers,
  'returns.layoutExport': writers,
  'assessment.schemes': assessors,
  'assessment.createScheme': ['legal-office'],
  'assessment.scheme': assessors,
  'assessment.saveScheme': ['legal-office'],
  'assessment.importScheme': ['legal-office'],
  'assessment.schemeSheet': assessors,
  'assessment.simulate': assessors,
  'assessment.schemeStep': assessors,
  'assessment.list': [...assessors, 'supervisor', 'unit-head', 'liaison', 'legal-reviewer'],
  'assessment.get': [...assessors, 'supervisor'],
  'assessment.reviewing': ['legal-office', 'legal-office-head', 'supervisor', 'legal-reviewer'],
  'assessment.score': ['legal-office', 'supervisor'],
  'assessment.step': ['legal-office-head', 'region-head'],
  'assessment.unit': [...assessors, 'supervisor', 'unit-head', 'liaison', 'legal-reviewer'],
  'assessment.verify': ['legal-office', 'supervisor', 'legal-reviewer'],
  'assessment.judge': ['legal-office', 'legal-office-head', 'supervisor', 'legal-reviewer'],
  'assessment.appeals': [...assessors, 'supervisor'],
  'assessment.answerAppeals': ['legal-office-head', 'region-head'],
  'assessment.sheet': [...assessors, 'supervisor'],
  'assessment.notice': [...assessors, 'supervisor', 'unit-head', 'liaison', 'legal-reviewer'],
  'public.reports': 'public',
  'public.report': 'public',
  'public.figure': 'public',
  'public.reportDocx': 'public',
  'public.reportPdf': 'public',
  'public.reportText': 'public',
  'public.reportProof': 'public',
  'public.home': 'public',
  'public.search': 'public',
  'public.lists': 'public',
  'public.list': 'public',
  'public.listChanges': 'public',
  'public.listItem': 'public',
  'public.listExport': 'public',
  'public.guide': 'public',
  'public.disclosures': 'public',
  'public.disclosure': 'public',
  'public.progress': 'public',
  'public.seal': 'public',
  'public.verify': 'public',
  'public.sealText': 'public',
};

let house: House;
const cookies = new Map<PostKindId, string>();
beforeAll(async () => {
  house = await openHouse();
  for (const kind of heldKinds) cookies.set(kind, await house.enter(kind, 'unit-1'));
});
afterAll(() => house.close());

const routes = Object.entries(contract) as [RouteName, Endpoint][];

/** Acts that would end or change the sessions the other cells need. */
const leaves = ['account.signOut', 'account.changePassword', 'session.switchPost'];

async function call(endpoint: Endpoint, cookie: string, headers: object = {}) {
  const path = endpoint.path.replace(/\{\w+\}/g, '01a20291-01c1-7098-ab10-5b8605a39459');
  const body = endpoint.method === 'GET' ? undefined : { 'no-such-field': 1 };
  const answer = await house.call(cookie, endpoint.method, path, body, headers);
  const text = await answer.text();
  const problem = answer.headers.get('content-type')?.includes('problem') ? JSON.parse(text) : {};
  return {
    status: answer.status,
    rule: problem.rule as string | undefined,
    detail: problem.detail as string | undefined,
  };
}

test('every route says who may call it, and this table says the same', () => {
  expect(Object.fromEntries(routes.map(([name, { access }]) => [name, access]))).toEqual(who);
});

describe.each(routes)('%s', (name, endpoint) => {
  const allowed = who[name];

  test('without a session', async () => {
    const { status, rule } = await call(endpoint, '');
    if (allowed === 'public') expect(rule).not.toBe('server.session');
    else expect([status, rule]).toEqual([401, 'server.session']);
    const invented = await call(endpoint, `fazhi_session=${'A'.repeat(43)}`);
    if (allowed !== 'public') expect([invented.status, invented.rule]).toEqual([401, 'server.session']);
  });

  test('from every post', async () => {
    if (leaves.includes(name)) return;
    for (const kind of heldKinds) {
      const { status, rule, detail } = await call(endpoint, cookies.get(kind)!);
      expect(status, `${kind} ${rule}`).not.toBe(401);
      expect(status, `${kind} ${house.log.at(-1)}`).toBeLessThan(500);
      if (status >= 400) expect(detail, kind).toMatch(/\p{Script=Han}/u);
      if (Array.isArray(allowed) && !allowed.includes(kind))
        expect([kind, status, rule]).toEqual([kind, 403, 'server.access']);
      else if (Array.isArray(allowed)) expect([kind, rule]).not.toEqual([kind, 'server.access']);
    }
  });

  test('from a page of another site', async () => {
    if (endpoint.method === 'GET' || allowed === 'public') return;
    const kind = Array.isArray(allowed) ? allowed[0] : 'unit-head';
    for (const headers of [{ 'x-fazhi': '' }, { 'x-fazhi': '0', origin: 'https://example.org' }]) {
      const { status, rule } = await call(endpoint, cookies.get(kind as PostKindId)!, headers);
      expect([status, rule]).toEqual([403, 'server.origin']);
    }
  });
});

describe('a session', () => {
  const current = async (cookie: string) => (await house.call(cookie, 'GET', '/api/session')).status;

  test('ends with the post it stands in', async () => {
    const cookie = await house.enter('examiner', 'unit-2');
    expect(await current(cookie)).toBe(200);
    await house.database.admin`
      update holding set to_date = '2024-09-01' where region = ${REGION} and person = 'examiner@unit-2'`;
    expect(await current(cookie)).toBe(401);
  });

  test('ends when the person is disabled', async () => {
    const cookie = await house.enter('liaison', 'unit-2');
    await house.database
      .admin`update person set active = false where region = ${REGION} and id = 'liaison@unit-2'`;
    expect(await current(cookie)).toBe(401);
  });

  test('does not take a post that the person does not hold', async () => {
    const cookie = await house.enter('publisher', 'unit-2');
    const answer = await house.call(cookie, 'POST', '/api/session/post', { post: 'supervisor@unit-1' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  test('stays in its region whatever is asked', async () => {
    const { admin } = house.database;
    await admin`insert into region ${admin({ code: '990299', name: '另一区' })}`;
    const [matter] = await admin<{ id: string }[]>`
      insert into matter (region, id, procedure, version, seq, number, title, unit, stages, closed, started_on, handler, state)
      values ('990299', gen_random_uuid(), 'licence', 1, 1, 'XK-990299', '另一区的办件', 'unit-1', '{received}', false, '2024-01-02', 'x', '{}')
      returning id`;
    const cookie = cookies.get('supervisor')!;
    for (const path of [`/api/matters/${matter!.id}`, `/api/matters/${matter!.id}/proof/1`]) {
      expect((await house.call(cookie, 'GET', path)).status).toBe(404);
      expect((await house.call(cookie, 'GET', `${path}?region=990299`)).status).toBe(422);
    }
    const register = await house.call(cookie, 'GET', '/api/registers/licence?region=990299', undefined, {
      'x-region': '990299',
    });
    expect(((await register.json()) as { total: number }).total).toBe(0);
    const hits = await house.call(cookie, 'GET', '/api/search?q=XK-990299');
    expect(((await hits.json()) as { hits: unknown[] }).hits).toEqual([]);
    const step = await house.call(cookie, 'POST', `/api/matters/licence/${matter!.id}/accept`, {
      request: 'other-region',
      input: {},
    });
    expect(step.status).toBe(404);
  });
});
