import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { signedIn as as } from '../../demo/testing/signed-in.ts';
import { holders, postId, zone } from '../../demo/zone.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { readDocument } from '../../reports/reading/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { findMatterOfPaper } from '../../store/papers/versions.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import type { Session } from '../session.ts';
import { openWorld, type World } from '../world.ts';
import { paperFor } from './paper.ts';
import { explainPublished, listPublished, showPublished } from './public.ts';
import { keepConfirmed } from './reading.ts';
import { createStudio, type Studio } from './studio.ts';

let database: TestDatabase;
let world: World;
let studio: Studio;
const NOW = '2025-01-20T02:00:00.000Z';

beforeAll(async () => {
  database = await createTestDatabase();
  await seedZone(database.sql);
  world = await openWorld({ sql: database.sql, region: zone.code });
  studio = createStudio(world);
  for (let i = 1; i <= 12; i++) await review(`2024-03-${String(i).padStart(2, '0')}`);
  await seal();
});
afterAll(async () => {
  await world.appender.idle();
  await database.drop();
});

const seal = () => sealAll(database.sql, zone.code, () => '2025-01-10T02:00:00.000Z');

/** Sends something for review: one record of the year. */
async function review(on: string): Promise<void> {
  const [officer] = holders('U04', 'case-officer');
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'legality-review',
    step: 'submit',
    input: {
      subjectKind: 'contract',
      subject: `某合同${on}`,
      handlers: [officer!.id],
      materials: [{ sm3: '0'.repeat(64), name: '合同.pdf', size: 1 }],
    },
    now: '2025-01-10T01:00:00.000Z',
    on,
    actor: { person: officer!.id, post: postId('U04', 'case-officer') },
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
}

const clerk = () => as('U02', 'legal-office');
const step = (session: Session, report: string, name: string, input: JsonObject = {}) =>
  studio.step(session, NOW, { report, step: name, request: uuidv7(), input });

/** A report with nothing left to write. */
async function finished(): Promise<{ report: string; version: number }> {
  const { report } = await studio.create(clerk(), NOW, { skeleton: 'four-part', year: 2024 });
  const { draft } = await studio.view(clerk(), report);
  const chapters = draft.chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.filter(({ kind }) => kind !== 'todo'),
  }));
  const { version } = await studio.save(clerk(), NOW, report, {
    expected: 1,
    title: draft.title,
    opening: draft.opening,
    chapters,
  });
  return { report, version };
}

describe('writing', () => {
  it('compiles from the sealed records and tells the second of two writers', async () => {
    const { report, version } = await finished();
    const view = await studio.view(clerk(), report);
    expect(view.head).toMatchObject({ version, year: 2024, matter: null });
    expect(view.draft.figures.find(({ id }) => id === 'legality-review.received')).toMatchObject({
      value: 12,
      text: '12件',
    });
    expect(view.draft.seal?.number).toBe(1);
    expect(view.openPoints).toEqual([]);
    expect(view.steps.map((entry) => entry.step)).toEqual(['draft']);
    const { title, opening, chapters } = view.draft;
    await expect(
      studio.save(clerk(), NOW, report, { expected: 1, title, opening, chapters }),
    ).rejects.toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('takes last year from what was confirmed in its published report, once', async () => {
    const figure = {
      slot: 'legality-review.received',
      subject: '合法性审查',
      value: 10,
      unit: '件',
      section: '二',
      text: '全年审查10件。',
    };
    const confirm = (value: number) =>
      keepConfirmed(world, {
        region: zone.code,
        year: 2023,
        document: '2023年度报告',
        figures: [{ ...figure, value }],
        by: clerk().person.id,
        now: NOW,
      });
    expect(await confirm(9)).toEqual({ kept: 1, corrected: 0, unchanged: 0 });
    expect(await confirm(10)).toEqual({ kept: 0, corrected: 1, unchanged: 0 });
    expect(await confirm(10)).toEqual({ kept: 0, corrected: 0, unchanged: 1 });
    const { report } = await finished();
    const { draft } = await studio.view(clerk(), report);
    expect(draft.figures.find(({ id }) => id === 'legality-review.received~')?.text).toBe('同比增长20%');
  });

  it('keeps a unit to its own reports', async () => {
    const liaison = as('U04', 'liaison');
    const { report } = await studio.create(liaison, NOW, { skeleton: 'four-part', year: 2024 });
    expect((await studio.view(liaison, report)).draft.organ).toBe('云汀经济开发区市场监督管理局');
    await expect(studio.view(as('U05', 'liaison'), report)).rejects.toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });
});

describe('from draft to the public', () => {
  it('freezes figures at signing, shows them to the public, and every rendering says the same', async () => {
    const { report, version } = await finished();
    await step(clerk(), report, 'draft');
    await step(as('U02', 'legal-office-head'), report, 'review');
    await step(clerk(), report, 'discuss', {
      meeting: '主任办公会',
      meetingOn: '2025-01-20',
      resolution: 'adopted',
    });
    await step(as('U01', 'region-head'), report, 'sign', { documentNumber: '云管发〔2025〕3号' });
    const matter = (await findMatterOfPaper(world.sql, zone.code, 'annual-report', report))!;
    expect(matter.facts).toMatchObject({ version, seal: 1, signedOn: '2025-01-20' });
    expect(await listPublished(world)).toEqual([]);
    await seal();
    const publisher = as('U02', 'publisher');
    const answer = await world.run({
      region: zone.code,
      request: uuidv7(),
      procedure: 'annual-report',
      matter: matter.id,
      step: '$publish',
      input: { publication: 'report' },
      now: NOW,
      actor: { person: publisher.person.id, post: publisher.acting.id },
    });
    expect(answer.ok).toBe(true);
    expect(await listPublished(world)).toMatchObject([{ report, year: 2024, publishedOn: '2025-01-20' }]);

    // Records that come afterwards change nothing that was signed.
    await review('2024-12-30');
    await seal();
    const page = await showPublished(world, report, NOW);
    const { draft } = await studio.view(clerk(), report);
    const paper = paperFor(report, draft as never, matter, NOW);
    const reading = await readDocument({ name: 'r.docx', bytes: await writeOfficialDocument(paper) });
    const printed = page.figures.map(({ text }) => text);
    expect(printed).toContain('12件');
    expect(reading.figures.map(({ text }) => text)).toEqual(expect.arrayContaining(['12件']));
    expect(page.article).toContain(
      `data-figure="legality-review.received" href="/reports/${report}/figures/`,
    );
    expect(reading.document.number).toBe('云管发〔2025〕3号');

    const shown = await explainPublished(world, report, 'legality-review.received');
    expect(shown.sentences).toHaveLength(3);
    expect(shown.sentences.join('')).toMatch(/12件.*第1号封存/s);
    expect(shown.anchor).toMatch(/^FZ1:/);
    expect(shown.proof).toMatch(/^fazhi\/proof\/1\n/);
    await expect(explainPublished(world, report, 'penalty.decided')).rejects.toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });

  it('cannot be signed with passages left to write', async () => {
    const { report } = await studio.create(clerk(), NOW, { skeleton: 'outline-2021', year: 2024 });
    await step(clerk(), report, 'draft');
    await step(as('U02', 'legal-office-head'), report, 'review');
    await step(clerk(), report, 'discuss', {
      meeting: '主任办公会',
      meetingOn: '2025-01-20',
      resolution: 'adopted',
    });
    await expect(step(as('U01', 'region-head'), report, 'sign')).rejects.toMatchObject({
      refusal: { rule: 'reports.open-points' },
    });
  });
});
