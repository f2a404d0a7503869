import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { holders, postId, units, zone } from '../../demo/zone.ts';
import { type PostKindId, postKinds } from '../../kernel/identity/posts.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { readWorkbook } from '../../lists/excel/workbook.ts';
import { readDocument } from '../../reports/reading/index.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { exampleScheme } from '../../yearly/assessment/example.ts';
import { writeScheme } from '../../yearly/assessment/excel.ts';
import { itemsFor, itemsOf, type Scheme } from '../../yearly/assessment/scheme.ts';
import type { FileAnswer } from '../http/bind.ts';
import { openWorld } from '../open-world.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { actedBy } from './acted.ts';
import { notice, resultSheet } from './files.ts';
import { createSchemes, type Schemes } from './schemes.ts';
import { createScoring, type Scoring } from './scoring.ts';
import { unitView } from './unit-view.ts';
import { boardView, simulate } from './views.ts';

let database: TestDatabase;
let world: World;
let schemes: Schemes;
let scoring: Scoring;
const NOW = '2025-01-20T02:00:00.000Z';
const LATER = '2025-02-10T02:00:00.000Z';
const YEAR = 2024;
const small = { enforcement: ['U04', 'U05'], general: ['U02'], town: [] };

beforeAll(async () => {
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
  schemes = createSchemes(world);
  scoring = createScoring(world, schemes);
  await unanswered('U04', '2024-03-01');
  await sealAll(database.sql, zone.code, () => '2025-01-10T02:00:00.000Z');
});
afterAll(async () => {
  await world.appender.idle();
  await database.drop();
});

/** A request for information that nobody answered: a missed limit of the unit's year. */
async function unanswered(unit: string, on: string): Promise<void> {
  const [liaison] = holders(unit, 'liaison');
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'disclosure-request',
    step: 'apply',
    input: {
      applicantClass: 'enterprise',
      organisation: '测试贸易有限公司',
      subject: '年度政府采购合同',
      form: 'electronic',
      way: 'visit',
    },
    now: '2025-01-10T01:00:00.000Z',
    on,
    actor: { person: liaison!.id, post: postId(unit, 'liaison') },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
}

/** The n-th holder of a post, signed in. */
function as(unit: string, kind: PostKindId, n = 0): Session {
  const { id, name } = holders(unit, kind)[n]!;
  const acting = {
    id: postId(unit, kind),
    name: postKinds[kind].name,
    kind,
    unit,
    unitName: units.find(({ code }) => code === unit)!.name,
    acting: false,
    until: null,
  };
  const session = { id: 's', region: zone.code, person: { id, name }, posts: [acting], acting };
  return { ...session, mustChangePassword: false };
}
const clerk = () => as('U02', 'legal-office');
const chief = () => as('U02', 'legal-office-head');
const request = () => uuidv7();

async function saved(change: (scheme: Scheme) => Scheme = (scheme) => scheme): Promise<string> {
  const { paper } = await schemes.create(actedBy(clerk(), NOW), { year: YEAR, from: 'example' });
  await schemes.save(actedBy(clerk(), NOW), paper, {
    expected: 1,
    scheme: change(exampleScheme(YEAR, small)),
  });
  return paper;
}

async function issued(change?: (scheme: Scheme) => Scheme): Promise<string> {
  const paper = await saved(change);
  await schemes.step(actedBy(clerk(), NOW), { paper, step: 'submit', request: request(), input: {} });
  const { matter } = await schemes.step(actedBy(chief(), NOW), {
    paper,
    step: 'issue',
    request: request(),
    input: {},
  });
  return matter;
}

const verifierOf = (unit: string) =>
  unit === 'U02' ? as('U04', 'legal-reviewer') : as('U02', 'legal-office', 1);
const reviewersOf = (unit: string) =>
  unit === 'U02'
    ? [as('U04', 'legal-reviewer', 1), as('U05', 'legal-reviewer')]
    : [as('U02', 'supervisor'), as('U02', 'supervisor', 1)];

/** Scores everything there is to score, with full points from the first reviewer and `second` of them from the second. */
async function scoreAll(matter: string, second = 1): Promise<void> {
  const { scheme, children } = await scoring.open(zone.code, matter);
  for (const { unit, facts } of children) {
    const items = itemsFor(scheme, String(facts.unitClass));
    const material = items.filter(({ source }) => source.kind === 'evidence');
    const findings = material.map(({ code, rule }) => ({
      code,
      value: rule.kind === 'rate' ? '100' : rule.kind === 'veto' || rule.kind === 'bonus' ? '0' : '9',
    }));
    await scoring.verify(actedBy(verifierOf(unit), NOW), matter, unit, request(), findings);
    const judged = items.filter(({ source }) => source.kind === 'reviewers');
    for (const [at, reviewer] of reviewersOf(unit).entries()) {
      const marks = judged.map(({ code, points }) => ({
        code,
        points: points[String(facts.unitClass)]! * (at === 1 ? second : 1),
      }));
      await scoring.judge(actedBy(reviewer, NOW), matter, unit, request(), marks);
    }
  }
  await scoring.score(actedBy(clerk(), NOW), matter, request());
}

describe('writing a scheme', () => {
  it('says what keeps it from being issued, and refuses to submit it', async () => {
    const paper = await saved((scheme) => ({ ...scheme, overall: { name: '综合考核', weight: 5 } }));
    const view = await schemes.view(clerk(), NOW, paper);
    expect(view.problems).toMatchObject([{ severity: 'error' }]);
    expect(view.sums).toEqual({ enforcement: 100, general: 100 });
    expect(view.steps.map(({ step }) => step)).toEqual(['submit']);
    await expect(
      schemes.step(actedBy(clerk(), NOW), { paper, step: 'submit', request: request(), input: {} }),
    ).rejects.toMatchObject({
      refusal: { rule: 'assessment.sound' },
    });
  });

  it('comes in from Excel as a new version, and tells the second of two writers', async () => {
    const paper = await saved();
    const bytes = await writeScheme(exampleScheme(YEAR, small));
    expect(await schemes.bring(actedBy(clerk(), NOW), paper, { expected: 2, bytes })).toMatchObject({
      version: 3,
      problems: [],
    });
    await expect(
      schemes.save(actedBy(clerk(), NOW), paper, { expected: 2, scheme: exampleScheme(YEAR, small) }),
    ).rejects.toMatchObject({
      refusal: { kind: 'stale' },
    });
  });

  it('is not changed after it was issued; the drafter does not issue it', async () => {
    const paper = await saved();
    await schemes.step(actedBy(clerk(), NOW), { paper, step: 'submit', request: request(), input: {} });
    await expect(
      schemes.step(actedBy(clerk(), NOW), { paper, step: 'issue', request: request(), input: {} }),
    ).rejects.toMatchObject({ refusal: { kind: 'forbidden' } });
    await schemes.step(actedBy(chief(), NOW), { paper, step: 'issue', request: request(), input: {} });
    await expect(
      schemes.save(actedBy(clerk(), NOW), paper, { expected: 2, scheme: exampleScheme(YEAR, small) }),
    ).rejects.toMatchObject({
      refusal: { rule: 'assessment.issued' },
    });
  });
});

describe('simulation', () => {
  it('scores what records speak of, and writes nothing', async () => {
    const scheme = exampleScheme(YEAR, small);
    const count = async () =>
      (await database.sql<{ n: number }[]>`select count(*)::int as n from event`)[0]!.n;
    const before = await count();
    const { sql } = world;
    const view = await simulate(
      { sql, region: zone.code, catalogue: scoring.catalogue, unitName: (code) => code },
      scheme,
      YEAR,
      NOW,
    );
    expect(await count()).toBe(before);
    expect(view.results.map(({ unit }) => unit).sort()).toEqual(['U02', 'U04', 'U05']);
    expect(view.seal?.number).toBe(1);
    const [u04, u05] = ['U04', 'U05'].map((unit) => view.results.find((result) => result.unit === unit)!);
    // The request nobody answered is a missed limit of its unit.
    expect(u04!.score).toBeLessThan(u05!.score);
    const late = view.items.find(({ title }) => title === '各类法定期限超期')!;
    expect(late).toMatchObject({ applied: 3, losing: 1 });
    expect(view.leftOut.every(({ code }) => !view.items.some((item) => item.code === code))).toBe(true);
  });
});

describe('an assessment from issue to result', () => {
  it('scores by the server alone, opens marks when units are told, adjusts by an appeal, ends with places', async () => {
    const matter = await issued();
    const { children, scheme } = await scoring.open(zone.code, matter);
    expect(children.map(({ unit }) => unit).sort()).toEqual(['U02', 'U04', 'U05']);
    const child = children.find(({ unit }) => unit === 'U04')!;
    const forged = await world.run({
      region: zone.code,
      request: request(),
      procedure: 'unit-assessment',
      matter: child.id,
      step: 'score',
      input: { items: [], seal: 1, sealRoot: '0'.repeat(64) },
      now: NOW,
      actor: { person: clerk().person.id, post: clerk().acting.id },
    });
    expect(forged).toMatchObject({ ok: false, refusal: { rule: 'kernel.P17' } });

    await scoreAll(matter, 0.9);
    const closed = await boardView(world, scoring, chief(), NOW, matter);
    expect(closed.units.every(({ score, judged }) => score === null && judged === 2)).toBe(true);
    const waiting = await unitView(world, scoring, as('U04', 'liaison'), NOW, { matter, unit: 'U04' });
    expect(
      waiting.items
        .filter(({ kind }) => kind === 'reviewers')
        .every(({ points, marks }) => points === null && marks.length === 0),
    ).toBe(true);
    expect(waiting.rank).toBeNull();

    await scoring.tell(actedBy(chief(), NOW), matter, request(), { appealUntil: '2025-01-30' });
    const told = await unitView(world, scoring, as('U04', 'liaison'), NOW, { matter, unit: 'U04' });
    expect(told.items.every(({ points }) => points !== null)).toBe(true);
    expect(told).toMatchObject({ rank: 2, of: 2 });
    expect(told.steps.map(({ step }) => step)).toEqual(['appeal']);
    const lateItem = told.items.find(({ title }) => title === '各类法定期限超期')!;
    expect(lateItem.why).toBe('2件，每1件扣0.05分，扣0.1分');
    const judged = told.items.find(({ kind }) => kind === 'reviewers')!;
    expect(judged.why).toMatch(/^评议2分、1.8分，平均1.9分$/);
    await expect(
      unitView(world, scoring, as('U05', 'liaison'), NOW, { matter, unit: 'U04' }),
    ).rejects.toMatchObject({ refusal: { kind: 'not-found' } });

    const step = (session: Session, name: string, input: JsonObject) =>
      world.run({
        region: zone.code,
        request: request(),
        procedure: 'unit-assessment',
        matter: child.id,
        step: name,
        input,
        now: NOW,
        actor: { person: session.person.id, post: session.acting.id },
      });
    expect(
      await step(as('U04', 'liaison'), 'appeal', {
        appeals: [{ code: lateItem.code, ground: '已于期限内反馈，未及时登记' }],
      }),
    ).toMatchObject({ ok: true });
    const points = String(lateItem.max);
    expect(
      await step(chief(), 'reply', {
        replies: [{ code: lateItem.code, upheld: true, points, answer: '经核对成立' }],
      }),
    ).toMatchObject({ ok: true });

    await expect(scoring.conclude(actedBy(chief(), NOW), matter, request())).rejects.toMatchObject({
      refusal: { rule: 'unit-assessment.appeals-over' },
    });
    const { message } = await scoring.conclude(actedBy(chief(), LATER), matter, request());
    expect(message).toContain('结果运用');
    const board = await boardView(world, scoring, chief(), LATER, matter);
    expect(board.units.map(({ unit, rank, grade }) => [unit, rank, grade])).toEqual(
      expect.arrayContaining([
        ['U02', 1, '优秀'],
        ['U05', 1, '优秀'],
        ['U04', 1, '优秀'],
      ]),
    );
    expect(board.stages).toEqual(['decided']);

    const sheet = (await resultSheet(world, scoring, chief(), matter)) as FileAnswer;
    const rows = await readWorkbook(sheet.body as Uint8Array);
    expect(rows).toHaveLength(4);
    const own = board.units.find(({ unit }) => unit === 'U04')!;
    expect(rows.find((row) => String(row[2]).includes('市场监督'))![3]).toBe(own.score);
    const paper = await notice(world, scoring, as('U04', 'liaison'), LATER, { matter });
    const read = await readDocument({ name: 'a.docx', bytes: paper.body as Uint8Array });
    expect(read.text).toContain(`得分${own.score}分`);
    expect(read.text).not.toContain('综合行政执法局');
    expect(itemsOf(scheme).length).toBeGreaterThan(30);
  });

  it('calls a third reviewer where two are too far apart, another person again', async () => {
    const matter = await issued();
    await scoreAll(matter, 0.5);
    const { children } = await scoring.open(zone.code, matter);
    expect(children.every(({ facts }) => (facts.apart as unknown[]).length > 0)).toBe(true);
    await expect(
      scoring.tell(actedBy(chief(), NOW), matter, request(), { appealUntil: '2025-01-30' }),
    ).rejects.toMatchObject({ refusal: { rule: 'unit-assessment.third-given' } });
    const child = children.find(({ unit }) => unit === 'U04')!;
    const marks = (child.facts.apart as { code: string }[]).map(({ code }) => ({ code, points: 1 }));
    await expect(
      scoring.judge(actedBy(as('U02', 'supervisor'), NOW), matter, 'U04', request(), marks),
    ).rejects.toMatchObject({ refusal: { rule: 'kernel.P5' } });
    await expect(
      scoring.judge(actedBy(as('U04', 'legal-reviewer'), NOW), matter, 'U04', request(), marks),
    ).rejects.toMatchObject({ refusal: { rule: 'unit-assessment.not-own-unit' } });
    await expect(
      scoring.judge(actedBy(clerk(), NOW), matter, 'U04', request(), marks),
    ).resolves.toMatchObject({ message: expect.stringContaining('封存') });
  });
});
