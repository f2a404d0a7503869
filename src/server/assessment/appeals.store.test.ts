import { afterAll, beforeAll, expect, it } from 'vitest';
import { holders, postId, zone } from '../../demo/zone.ts';
import { exampleScheme } from '../../yearly/assessment/example.ts';
import { actedBy } from './acted.ts';
import { answerAppeals, appealsView } from './appeals.ts';
import { unitView } from './unit-view.ts';
import { as, chief, clerk, LATER, NOW, openZone, request, small, YEAR, type Zone } from './zone.testing.ts';

let opened: Zone;
beforeAll(async () => {
  opened = await openZone();
});
afterAll(() => opened?.close());

const head = () => as('U01', 'region-head');
const AFTER_APPEALS = '2025-02-10T02:00:00.000Z';

/** A unit of the assessment takes a step for itself. */
async function own(matter: string, unit: string, step: string, input: Record<string, never> | object) {
  const { child } = await opened.scoring.openUnit(zone.code, matter, unit);
  return opened.world.run({
    region: zone.code,
    request: request(),
    procedure: 'unit-assessment',
    matter: child.id,
    step,
    input: input as never,
    now: NOW,
    actor: { person: as(unit, 'liaison').person.id, post: as(unit, 'liaison').acting.id },
  });
}
const published = async (matter: string) =>
  opened.world.run({
    region: zone.code,
    request: request(),
    procedure: 'assessment',
    matter,
    step: '$publish',
    input: { publication: 'result' },
    now: AFTER_APPEALS,
    actor: { person: holders('U02', 'publisher')[0]!.id, post: postId('U02', 'publisher') },
  });

it('answers appeals of several units alike in one act; each unit has its own answer, one refusal answers none', async () => {
  const { scoring, world } = opened;
  const matter = await opened.issued((scheme) => ({
    ...scheme,
    publicity: { show: 'grades', decision: '云管〔2024〕9号' },
  }));
  await opened.scoreAll(matter, 0.9);
  await scoring.tell(actedBy(chief(), NOW), matter, request(), { appealUntil: '2025-01-30' });
  const view = await unitView(world, scoring, as('U04', 'liaison'), NOW, { matter, unit: 'U04' });
  const [first, second] = view.items.filter(({ kind }) => kind === 'reviewers');
  const appeal = (code: string) => ({ appeals: [{ code, ground: '评议没有看到佐证' }] });
  for (const [unit, code] of [
    ['U04', first!.code],
    ['U04', second!.code],
    ['U05', first!.code],
  ] as const) {
    expect(await own(matter, unit, 'appeal', appeal(code))).toMatchObject({ ok: true });
  }
  expect(await own(matter, 'U02', 'appeal', appeal(first!.code))).toMatchObject({ ok: true });

  const table = await appealsView(world, scoring, chief(), NOW, matter);
  expect(table.rows).toHaveLength(4);
  expect(table.rows.find(({ unit }) => unit === 'U02')!.barred).toMatch(/本单位/);
  expect(table.rows.filter(({ barred }) => barred === null)).toHaveLength(3);

  const alike = (items: { unit: string; code: string }[], upheld: boolean) => ({
    request: request(),
    items,
    upheld,
    points: null,
    answer: '佐证已核对',
  });
  const both = [
    { unit: 'U04', code: first!.code },
    { unit: 'U05', code: first!.code },
  ];
  // The office's own unit is among them: nothing is answered.
  await expect(
    answerAppeals(
      world,
      scoring,
      actedBy(chief(), NOW),
      matter,
      alike([...both, { unit: 'U02', code: first!.code }], true),
    ),
  ).rejects.toMatchObject({
    refusal: { rule: 'unit-assessment.not-own-unit', message: expect.stringContaining('法制办') },
  });
  expect((await appealsView(world, scoring, chief(), NOW, matter)).rows.every(({ open }) => open)).toBe(true);

  const { message } = await answerAppeals(world, scoring, actedBy(chief(), NOW), matter, alike(both, true));
  expect(message).toBe('已答复2个单位的2项申诉，各单位可以看到答复；还有2项待答复。');
  const seen = await unitView(world, scoring, as('U04', 'liaison'), NOW, { matter, unit: 'U04' });
  expect(seen.stages).toEqual(['appealed']);
  expect(seen.items.find(({ code }) => code === first!.code)).toMatchObject({
    adjusted: { points: first!.max, answer: '佐证已核对' },
    appeal: { upheld: true },
  });
  expect(seen.items.find(({ code }) => code === second!.code)!.appeal).toMatchObject({ answer: null });
  await expect(
    answerAppeals(world, scoring, actedBy(chief(), NOW), matter, alike(both, false)),
  ).rejects.toMatchObject({ refusal: { rule: 'assessment.appeals' } });

  await answerAppeals(
    world,
    scoring,
    actedBy(chief(), NOW),
    matter,
    alike([{ unit: 'U04', code: second!.code }], false),
  );
  await answerAppeals(
    world,
    scoring,
    actedBy(head(), NOW),
    matter,
    alike([{ unit: 'U02', code: first!.code }], false),
  );
  await scoring.conclude(actedBy(chief(), LATER), matter, request());

  // By grade alone: who stands before whom is not to be read off, and no score leaves the house.
  const done = await published(matter);
  expect(done.ok).toBe(true);
  const { matter: state } = await scoring.open(zone.code, matter);
  const shown = new Map(state.publications.result!.content);
  expect([...shown.keys()]).toEqual(['考核年度', '公开依据', '考核结果']);
  expect(shown.get('公开依据')).toBe('云管〔2024〕9号');
  expect(shown.get('考核结果')).toMatch(
    /^执法和审批部门：优秀（市场监管局、综合执法局）\n综合部门：优秀（法制办）$/,
  );
});

it('publishes nothing where the scheme does not say so, and is not issued with a publicity nobody decided', async () => {
  const matter = await opened.issued();
  await opened.scoreAll(matter);
  await opened.scoring.tell(actedBy(chief(), NOW), matter, request(), { appealUntil: '2025-01-30' });
  await opened.scoring.conclude(actedBy(chief(), LATER), matter, request());
  expect(await published(matter)).toMatchObject({ ok: false, refusal: { rule: 'kernel.D2' } });
  const paper = await opened.saved((scheme) => ({ ...scheme, publicity: { show: 'ranks', decision: ' ' } }));
  await expect(
    opened.schemes.step(actedBy(clerk(), NOW), { paper, step: 'submit', request: request(), input: {} }),
  ).rejects.toMatchObject({ refusal: { rule: 'assessment.sound' } });
});

it('calls a scheme back before anything began, and issues the mended version in its place', async () => {
  const { schemes, scoring } = opened;
  const matter = await opened.issued();
  const { matter: issued } = await scoring.open(zone.code, matter);
  const paper = String(issued.facts.paper);
  const take = (session = chief(), step = 'void', input = {}) =>
    schemes.step(actedBy(session, NOW), { paper, step, request: request(), input });
  await expect(take(clerk(), 'void', { voidReason: '类别有误' })).rejects.toMatchObject({
    refusal: { rule: 'kernel.P4' },
  });
  await expect(take()).rejects.toMatchObject({ refusal: { kind: 'invalid' } });
  await take(chief(), 'void', { voidReason: '类别有误' });
  const { matter: gone, children } = await scoring.open(zone.code, matter);
  expect(gone).toMatchObject({ closed: true, stages: ['voided'] });
  expect(children.every(({ closed, outcome }) => closed && outcome === '方案撤销，考核作废')).toBe(true);

  const view = await schemes.view(clerk(), NOW, paper);
  expect(view).toMatchObject({ editable: true, voided: { number: gone.number, reason: '类别有误' } });
  const fewer = exampleScheme(YEAR, { ...small, general: [] });
  await schemes.save(actedBy(clerk(), NOW), paper, { expected: view.head.version, scheme: fewer });
  await take(clerk(), 'submit');
  const again = await take(chief(), 'issue');
  const { matter: next, children: units } = await scoring.open(zone.code, again.matter);
  expect(next.facts).toMatchObject({ version: view.head.version + 1, replaces: gone.number });
  expect(units.map(({ unit }) => unit).sort()).toEqual(['U04', 'U05']);

  await scoring.score(actedBy(clerk(), NOW), again.matter, request());
  await expect(take(chief(), 'void', { voidReason: '再改' })).rejects.toMatchObject({
    refusal: {
      rule: 'unit-assessment.not-begun',
      basis: { provision: 'DC-10' },
      message: expect.stringMatching(/市场监管局|综合执法局/),
      allowed: expect.anything(),
    },
  });
});
