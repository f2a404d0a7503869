import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zone } from '../../demo/zone.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { readWorkbook } from '../../lists/excel/workbook.ts';
import { readDocument } from '../../reports/reading/index.ts';
import { exampleScheme } from '../../yearly/assessment/example.ts';
import { writeScheme } from '../../yearly/assessment/excel.ts';
import { itemsOf } from '../../yearly/assessment/scheme.ts';
import type { FileAnswer } from '../http/bind.ts';
import type { Session } from '../session.ts';
import { actedBy } from './acted.ts';
import { notice, resultSheet } from './files.ts';
import { unitView } from './unit-view.ts';
import { boardView, simulate } from './views.ts';
import { as, chief, clerk, LATER, NOW, openZone, request, small, YEAR, type Zone } from './zone.testing.ts';

let opened: Zone;
let database: Zone['database'];
let world: Zone['world'];
let schemes: Zone['schemes'];
let scoring: Zone['scoring'];
let saved: Zone['saved'];
let issued: Zone['issued'];
let scoreAll: Zone['scoreAll'];

beforeAll(async () => {
  opened = await openZone();
  ({ database, world, schemes, scoring, saved, issued, scoreAll } = opened);
});
afterAll(() => opened?.close());

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
