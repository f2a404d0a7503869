import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { sessionOf, writtenReport } from '../../cli/demo-reports.ts';
import { seedZone } from '../../demo/seed-zone.ts';
import { zone } from '../../demo/zone.ts';
import { auditDocument } from '../../reports/auditing/index.ts';
import { readDocument } from '../../reports/reading/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { findMatterOfPaper } from '../../store/papers/versions.ts';
import { sealAll } from '../../store/sealing/sealer.ts';
import { ownFiles } from '../files/access.ts';
import { createFileStore, type FileStore } from '../files/store.ts';
import { openWorld } from '../open-world.ts';
import type { World } from '../world.ts';
import { paperFor } from './paper.ts';
import { keepConfirmed, keepSource, readForConsole } from './reading.ts';
import { createStudio } from './studio.ts';

/** Published reports; they stand outside the project and are not there everywhere. */
const FOLDER = join(import.meta.dirname, '../../../../shared/corpus');
const fileOf = (prefix: string) => readdirSync(FOLDER).find((name) => name.startsWith(prefix))!;

let database: TestDatabase;
let world: World;
let files: FileStore;
let home: string;

describe.skipIf(!existsSync(FOLDER))(
  'a published report taken in, and the next one written beside it',
  () => {
    beforeAll(async () => {
      database = await createTestDatabase();
      home = mkdtempSync(join(tmpdir(), 'fazhi-corpus-'));
      await seedZone(database.sql);
      world = await openWorld({ sql: database.sql, region: zone.code });
      files = createFileStore(database.sql, join(home, 'files'));
    });
    afterAll(async () => {
      await world.appender.idle();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    });

    it.each([
      { prefix: '000', year: 2017, chapters: 8, compared: 1 },
      { prefix: '004', year: 2019, chapters: 2, compared: 0 },
    ])(
      '$prefix: from the file to kept figures, to the issued report of the year after',
      async ({ prefix, year, chapters, compared }) => {
        const now = `${year + 2}-01-15T02:00:00.000Z`;
        const clerk = sessionOf('U02', 'legal-office');
        const bytes = new Blob([readFileSync(join(FOLDER, fileOf(prefix)))]);
        const stored = await files.put({
          region: zone.code,
          person: clerk.person.id,
          name: fileOf(prefix),
          body: bytes.stream(),
          now,
        });
        const own = ownFiles(world, files, clerk, now);
        const source = { file: { sm3: stored.sm3, name: stored.name } };
        const reading = await readForConsole(own, source);
        expect(reading.document.year).toBe(year);
        const proposed = reading.figures.filter(({ slot }) => slot !== null);
        const kept = new Map(proposed.map((figure) => [figure.slot!, figure]));
        const confirmation = {
          region: zone.code,
          year,
          document: reading.document.title ?? prefix,
          by: clerk.person.id,
          now,
        };
        const figures = reading.figures.map(({ slot, subject, value, unit, sentence }) => ({
          slot,
          subject,
          value,
          unit,
          section: '',
          text: sentence,
        }));
        const done = await keepConfirmed(world, { ...confirmation, figures });
        expect(done.kept).toBeGreaterThanOrEqual(3);
        await keepSource(world, own, { ...confirmation, source });

        await record(world, files, year + 1, now);
        const studio = createStudio(world);
        const report = await writtenReport(world, clerk, now, 'four-part', year + 1);
        const view = await studio.view(clerk, report);
        expect(view.lastYear).toMatchObject({ source: 'brought' });
        expect(view.lastYear!.chapters.length).toBeGreaterThanOrEqual(chapters);
        const text = view
          .lastYear!.chapters.flatMap(({ paragraphs }) => paragraphs)
          .join('')
          .replace(/\s/g, '');
        expect(text.length).toBeGreaterThan(0.8 * reading.text.replace(/\s/g, '').length);
        const beside = view.draft.figures.filter(({ id }) => kept.has(id));
        expect(beside.length).toBeGreaterThanOrEqual(compared);
        for (const [slot] of kept) {
          const found = view.draft.figures.find(({ id }) => id === slot);
          if (found) expect(found.previous, slot).toMatchObject({ source: 'returned' });
        }

        await issue(world, report, now);
        const matter = await findMatterOfPaper(world.sql, zone.code, 'annual-report', report);
        const { draft } = await studio.open(clerk, report);
        const paper = paperFor(report, draft, matter, now);
        const again = await readDocument({ name: 'r.docx', bytes: await writeOfficialDocument(paper) });
        expect(auditDocument(again)).toEqual([]);
        const frozen = matter!.facts.figures as { id: string; text: string }[];
        const page = renderOfficialHtml(paper);
        for (const { id, text: printed } of frozen) {
          expect(again.text.replace(/\s/g, ''), id).toContain(printed);
          expect(page, id).toMatch(new RegExp(`data-figure="${id}"[^>]*>${printed}<`));
        }
      },
    );
  },
);

/** Records of the year the next report speaks of: a few things sent for review, sealed. */
async function record(world: World, files: FileStore, year: number, now: string): Promise<void> {
  const officer = sessionOf('U04', 'case-officer');
  const contract = await files.put({
    region: zone.code,
    person: officer.person.id,
    name: '合同.pdf',
    body: new Blob(['%PDF-1.4 合同']).stream(),
    now,
  });
  for (let n = 1; n <= 9; n++) {
    const answer = await world.run({
      region: zone.code,
      request: uuidv7(),
      procedure: 'legality-review',
      step: 'submit',
      input: {
        subjectKind: 'contract',
        subject: `合同${n}`,
        handlers: [officer.person.id],
        materials: [{ ...contract }],
      },
      now,
      on: `${year}-0${n}-10`,
      actor: { person: officer.person.id, post: officer.acting.id },
    });
    if (!answer.ok) throw new Error(answer.refusal.message);
  }
  await sealAll(world.sql, zone.code, () => now);
}

/** From the drafter over office and meeting to the head. */
async function issue(world: World, report: string, now: string): Promise<void> {
  const studio = createStudio(world);
  const clerk = sessionOf('U02', 'legal-office');
  const meeting = { meeting: '常务会议', meetingOn: now.slice(0, 10), resolution: 'adopted' };
  for (const [by, step, input] of [
    [clerk, 'draft', {}],
    [sessionOf('U02', 'legal-office-head'), 'review', {}],
    [clerk, 'discuss', meeting],
    [sessionOf('U01', 'region-head'), 'sign', {}],
  ] as const) {
    await studio.step(by, now, { report, step, request: uuidv7(), input });
  }
}
