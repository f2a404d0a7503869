import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { signedIn as as } from '../../demo/testing/signed-in.ts';
import { holders, postId, zone } from '../../demo/zone.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { readDocument } from '../../reports/reading/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { keepUpload } from '../../store/matters/files.ts';
import { findMatterOfPaper } from '../../store/papers/versions.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { publicSealHandlers } from '../handlers/public/seal.ts';
import { openWorld } from '../open-world.ts';
import type { Session } from '../session.ts';
import type { World } from '../world.ts';
import { auditReport } from './auditing.ts';
import { findIndicators } from './indicators.ts';
import { paperFor } from './paper.ts';
import { explainPublished, listPublished, publishedText, showPublished } from './public.ts';
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
  const contract = { sm3: '0'.repeat(64), name: '合同.pdf', size: 1 };
  await keepUpload(database.sql, {
    region: zone.code,
    sm3: contract.sm3,
    size: contract.size,
    type: 'application/pdf',
    person: officer!.id,
    at: '2025-01-10T01:00:00.000Z',
  });
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'legality-review',
    step: 'submit',
    input: {
      subjectKind: 'contract',
      subject: `某合同${on}`,
      handlers: [officer!.id],
      materials: [contract],
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

/** What the publisher does with a publication. */
async function kernelStep(matter: string, name: string, input: JsonObject): Promise<void> {
  const publisher = as('U02', 'publisher');
  const answer = await world.run({
    region: zone.code,
    request: uuidv7(),
    procedure: 'annual-report',
    matter,
    step: name,
    input,
    now: NOW,
    actor: { person: publisher.person.id, post: publisher.acting.id },
  });
  if (!answer.ok) throw new Error(answer.refusal.message);
}

/** A report with nothing left to write. */
async function finished(year = 2024): Promise<{ report: string; version: number }> {
  const { report } = await studio.create(clerk(), NOW, { skeleton: 'four-part', year }, true);
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

  it('begins no second report of a year unasked, none beside one that was sent on, and none of a year to come', async () => {
    const begin = (year: number, another?: boolean, by = clerk()) =>
      studio.create(by, NOW, { skeleton: 'four-part', year }, another);
    const { report } = await begin(2019);
    await expect(begin(2019)).rejects.toMatchObject({
      refusal: { rule: 'reports.one-a-year', message: expect.stringMatching(/^2019年度已有“.*（编写中，/) },
    });
    // A unit's own report is another organ's.
    await begin(2019, false, as('U04', 'liaison'));
    const other = await begin(2019, true);
    expect(other.report).not.toBe(report);
    await step(clerk(), report, 'draft');
    await expect(begin(2019, true)).rejects.toMatchObject({
      refusal: { rule: 'reports.one-a-year', message: expect.stringContaining('（法制机构审核）') },
    });
    await expect(begin(2026)).rejects.toMatchObject({ refusal: { rule: 'reports.year' } });
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
    await kernelStep(matter.id, '$publish', { publication: 'report' });
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
    expect(shown.sentences).toEqual([
      '合法性审查（法制审核）本期新收为12件，现有台账记录13条，记录中的个人信息不公开。',
      '统计期间为2024年1月1日至12月31日，范围为全区。',
      expect.stringMatching(/^口径：/),
    ]);
    expect(shown.fixed).toMatch(/第1号封存.*2025年1月20日签发时固定/);
    expect(shown.anchor).toMatch(/^FZ1:/);
    expect(shown.proof).toMatch(/^fazhi\/proof\/2\n/);
    expect(shown.proof).toContain(`["正文摘要","${page.texts[0]!.digest}"]`);
    await expect(explainPublished(world, report, 'penalty.decided')).rejects.toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });

  it('is not reviewed while the auditor finds something, until it is mended or answered for', async () => {
    const { report, version } = await finished(2023);
    const { draft } = await studio.view(clerk(), report);
    const text = '截止年底，各项任务已经完成。';
    const { title, opening } = draft;
    const chapters = draft.chapters.map((chapter, at) =>
      at === 0 ? { ...chapter, blocks: [...chapter.blocks, { kind: 'paragraph' as const, text }] } : chapter,
    );
    await studio.save(clerk(), NOW, report, { expected: version, title, opening, chapters });
    const at = { chapter: 0, block: chapters[0]!.blocks.length - 1 };
    const saved = async () => (await studio.open(clerk(), report)).draft;
    const [found, ...others] = await auditReport(await saved(), '2025-01-20');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'word-until',
      words: '截止',
      suggestion: '截至',
      at,
      start: 0,
      end: 2,
    });

    await step(clerk(), report, 'draft');
    const chief = as('U02', 'legal-office-head');
    await expect(step(chief, report, 'review')).rejects.toMatchObject({
      refusal: { rule: 'annual-report.audited' },
    });
    await expect(
      studio.save(clerk(), NOW, report, { expected: version + 1, title, opening, chapters }),
    ).rejects.toMatchObject({ refusal: { rule: 'reports.read-only' } });
    await step(chief, report, 'give-back', { returnReason: '请说明用词' });
    const { code, words, context } = found!;
    const explained = [{ code, text: words, context, reason: '引用文件原文' }];
    await studio.save(clerk(), NOW, report, { expected: version + 1, title, opening, chapters, explained });
    expect((await auditReport(await saved(), '2025-01-20'))[0]!.explained).toMatchObject({
      reason: '引用文件原文',
      by: clerk().person.name,
    });
    await step(clerk(), report, 'revise', { changes: '说明理由' });
    await step(chief, report, 'review');
    const matter = await findMatterOfPaper(world.sql, zone.code, 'annual-report', report);
    expect(matter!.stages).toEqual(['meeting']);
  });

  it('is not reviewed by somebody who wrote in it, though another sent it on', async () => {
    const { report, version } = await finished(2022);
    const chief = as('U02', 'legal-office-head');
    const { title, opening, chapters } = (await studio.view(chief, report)).draft;
    await studio.save(chief, NOW, report, { expected: version, title: `${title}（稿）`, opening, chapters });
    await step(clerk(), report, 'draft');
    await expect(step(chief, report, 'review')).rejects.toMatchObject({
      refusal: { rule: 'annual-report.not-own-writing' },
    });
  });

  it('takes up any indicator somebody puts in, measured with all others on one seal', async () => {
    const { report, version } = await finished(2021);
    const { title, opening, chapters } = (await studio.view(clerk(), report)).draft;
    const put = [{ kind: 'paragraph' as const, text: '全年签发年度报告{{annual-report.issued}}。' }];
    const done = await studio.save(clerk(), NOW, report, {
      expected: version,
      title,
      opening: [...opening, ...put],
      chapters,
    });
    expect(done.measured).toBe(true);
    // What is to be mended is told of the text that was just saved.
    expect(done).toMatchObject({ openPoints: [], unmapped: [] });
    const typed = { kind: 'paragraph' as const, text: '全年开展检查35次。' };
    const again = await studio.save(clerk(), NOW, report, {
      expected: done.version,
      title,
      opening: [...opening, ...put, typed, { kind: 'todo' as const, text: '学法情况。' }],
      chapters,
    });
    expect(again.openPoints).toEqual(['还有1处待写内容，请补写或者删去。']);
    expect(again.unmapped.map(({ text }) => text)).toEqual(['35次']);
    const { draft } = await studio.view(clerk(), report);
    expect(draft.figures.find(({ id }) => id === 'annual-report.issued')).toMatchObject({ unit: '份' });
    const { indicators } = await findIndicators(world, zone.code, { q: '年度报告', year: 2024 });
    expect(indicators.map(({ id }) => id)).toContain('annual-report.issued');
  });

  it('cannot be signed with passages left to write', async () => {
    const { report } = await studio.create(clerk(), NOW, { skeleton: 'outline-2021', year: 2020 });
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

  it('is corrected in view of everybody: the earlier text stays, and a kept copy of it is still known', async () => {
    const [published] = await listPublished(world);
    const { report } = published!;
    const matter = (await findMatterOfPaper(world.sql, zone.code, 'annual-report', report))!;
    const before = await publishedText(world, report);
    const { title, opening, chapters } = (await studio.view(clerk(), report)).draft;
    const more = [{ kind: 'paragraph' as const, text: '全年数据已经复核。' }];
    await studio.save(clerk(), NOW, report, {
      expected: Number(matter.facts.version),
      title,
      opening: [...opening, ...more],
      chapters,
    });
    await step(as('U01', 'region-head'), report, 'amend', { amendReason: '补充复核情况' });
    // Signed and not yet published: the public reads on what it had.
    expect((await showPublished(world, report, NOW)).texts).toHaveLength(1);
    await kernelStep(matter.id, '$correct', { publication: 'report', reason: '补充复核情况' });
    await seal();
    const now = await showPublished(world, report, NOW);
    expect(now).toMatchObject({ correctedOn: '2025-01-20', note: '补充复核情况' });
    expect(now.texts.map(({ current }) => current)).toEqual([true, false]);
    const [, earlier] = now.texts;
    const then = await showPublished(world, report, NOW, earlier!.version);
    expect(then.article).not.toContain('复核');
    expect(await publishedText(world, report, earlier!.version)).toBe(before);
    const verify = publicSealHandlers(world)['public.verify'];
    const asked = (text: string) => verify({ body: { text } } as never) as Promise<{ sentences: string[] }>;
    expect((await asked(before.replaceAll('\n', '\r\n'))).sentences[1]).toMatch(/更正前的文本.*补充复核情况/);
    expect((await asked(await publishedText(world, report))).sentences[1]).toBe('这是现行的文本。');
    expect(await asked(before.replace('12件', '13件'))).toMatchObject({ standing: 'unreadable' });

    await kernelStep(matter.id, '$withdraw', { publication: 'report', reason: '附件有误' });
    const gone = await showPublished(world, report, NOW);
    expect(gone).toMatchObject({ status: 'withdrawn', article: '', withdrawnOn: '2025-01-20' });
    expect(gone.texts).toHaveLength(2);
    await expect(publishedText(world, report)).rejects.toMatchObject({ refusal: { kind: 'not-found' } });
    expect((await asked(before)).sentences[1]).toMatch(/已于2025年1月20日撤下/);
  });
});
