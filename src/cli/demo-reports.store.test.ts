import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import qrcode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { seedZone } from '../demo/seed-zone.ts';
import { zone } from '../demo/zone.ts';
import { auditDocument } from '../reports/auditing/index.ts';
import { figuresUsed, type ReportDraft } from '../reports/compiling/index.ts';
import { readDocument } from '../reports/reading/index.ts';
import { writeOfficialDocument } from '../reports/writing/docx.ts';
import { createFileStore } from '../server/files/store.ts';
import { openWorld } from '../server/open-world.ts';
import { paperFor } from '../server/reports/paper.ts';
import { explainPublished, listPublished, showPublished } from '../server/reports/public.ts';
import { verificationOf } from '../server/reports/verification.ts';
import type { World } from '../server/world.ts';
import { findMatterOfPaper, findVersion, paperHeads } from '../store/papers/versions.ts';
import { sealAll } from '../store/sealing/sealer.ts';
import { verify } from '../store/sealing/verify.ts';
import { draftDemoReport } from './demo-reports.ts';
import { reportAtCutOff, writeDemoYear } from './demo-year.ts';

// The demo's yearly report is written from the demo's records alone and goes the whole way to the public.

const NOW = '2026-11-20T02:00:00.000Z';
let database: TestDatabase;
let world: World;
let home: string;
let sealedAtCutOff = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { sql } = database;
  home = mkdtempSync(join(tmpdir(), 'fazhi-demo-'));
  await seedZone(sql);
  world = await openWorld({ sql, region: zone.code });
  const files = createFileStore(sql, join(home, 'files'));
  await writeDemoYear(world, files, NOW, {
    size: { licences: 400, penalties: 400 },
    onCutOff: async (day) => {
      sealedAtCutOff = await reportAtCutOff(world, day, NOW);
    },
  });
  await sealAll(sql, zone.code, () => NOW);
  await draftDemoReport(world, NOW);
}, 120_000);
afterAll(async () => {
  await world?.appender.idle();
  await database?.drop();
  if (home) rmSync(home, { recursive: true, force: true });
});

async function draftOf(year: number): Promise<{ report: string; draft: ReportDraft }> {
  const head = (await paperHeads(world.sql, zone.code, 'annual-report')).find(
    (entry) => entry.year === year,
  )!;
  const version = await findVersion(world.sql, zone.code, 'annual-report', head.paper);
  return { report: head.paper, draft: version!.content as unknown as ReportDraft };
}

describe('the report of the demo year', () => {
  it('was issued within both limits of the law, and the report of this year is in hand', async () => {
    const [issued] = await listPublished(world);
    expect(issued).toMatchObject({ year: 2025, publishedOn: '2026-03-12' });
    const matter = await findMatterOfPaper(world.sql, zone.code, 'annual-report', issued!.report);
    expect(matter!.facts).toMatchObject({ signedOn: '2026-02-03', reportedOn: '2026-02-10' });
    const { draft } = await draftOf(2026);
    expect(draft.figures.find(({ id }) => id === 'penalty.decided')).toMatchObject({ provisional: true });
  });

  it('has at least nine of ten figures of its outline without a number typed', async () => {
    const { draft } = await draftOf(2025);
    const { slots, filled } = draft.coverage!;
    expect(slots).toBeGreaterThan(50);
    expect(filled / slots, draft.missing.map(({ id }) => id).join()).toBeGreaterThanOrEqual(0.9);
    const typed = [...draft.opening, ...draft.chapters.flatMap(({ blocks }) => blocks)]
      .map(({ text }) => text.replace(/\{\{[^{}]+\}\}/g, ''))
      .flatMap((text) => [...text.matchAll(/\d+(?![\d年])/g)].map(([number]) => number));
    expect(typed).toEqual([]);
    expect(draft.chapters.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'todo')).toEqual([]);
  });

  it('stands on the seal made at its cut-off, over records older than itself', async () => {
    const { draft } = await draftOf(2025);
    expect(draft.seal!.size).toBe(sealedAtCutOff);
    const [later] = await world.sql<{ at: string }[]>`
      select max(e.at)::text as at from event e join seal_leaf l on l.stream = e.stream and l.seq = e.seq
      where l.index < ${sealedAtCutOff}`;
    expect(later!.at < '2026-01-20').toBe(true);
    const { defects } = await verify(world.sql, zone.code);
    expect(defects).toEqual([]);
  });

  it('says the same in .docx, on the web page and through the interface, and the auditor finds no defect', async () => {
    const { report, draft } = await draftOf(2025);
    const matter = await findMatterOfPaper(world.sql, zone.code, 'annual-report', report);
    const version = Number(matter!.facts.version);
    const verification = await verificationOf(
      world,
      { report, version, draft, matter },
      'https://example.org',
    );
    const paper = paperFor(report, draft, matter, NOW, verification && { verification });
    const bytes = await writeOfficialDocument(paper);
    const reading = await readDocument({ name: 'r.docx', bytes });
    expect(auditDocument(reading)).toEqual([]);
    const { anchor } = await explainPublished(world, report, figuresUsed(draft)[0]!.id);
    expect(reading.text).toContain('扫码可看本报告的公开文本');
    expect(reading.text).toContain(anchor);
    expect(reading.figures.filter(({ start }) => start > reading.text.indexOf('FZ1:'))).toEqual([]);
    const code = await qrcode.toBuffer(`https://example.org/reports/${report}`, {
      type: 'png',
      margin: 2,
      scale: 8,
    });
    expect(Buffer.from(code).equals(verification!.qrPng!)).toBe(true);
    // A version nobody signed, or one that stays closed, is given none.
    for (const other of [
      { version: version + 1, matter },
      { version, matter: undefined },
    ]) {
      expect(await verificationOf(world, { report, draft, ...other }, 'https://example.org')).toBeUndefined();
    }
    const page = await showPublished(world, report, NOW);
    const onPage = new Map(
      [...page.article.matchAll(/data-figure="([^"]+)"[^>]*>([^<]+)</g)].map(([, id, text]) => [id!, text!]),
    );
    const used = figuresUsed(draft);
    expect(used.length).toBeGreaterThan(30);
    expect(page.figures).toEqual(used.map(({ id, name, text }) => ({ id, name, text })));
    const signed = new Map(
      (matter!.facts.figures as { id: string; text: string }[]).map(({ id, text }) => [id, text]),
    );
    const body = reading.text.slice(0, reading.document.annexes[0]!.start).replace(/\s/g, '');
    const read = new Set(reading.figures.map(({ value, unit }) => `${value}${unit}`));
    for (const { id, text } of used) {
      expect(onPage.get(id), id).toBe(text);
      expect(signed.get(id), id).toBe(text);
      expect(body, id).toContain(text);
      expect([...read], `${id} ${text}`).toContain(printed(text));
    }
  });

  it('opens every figure to its proof in plain words, without a person or a number of the house', async () => {
    const { report, draft } = await draftOf(2025);
    for (const { id } of figuresUsed(draft)) {
      const shown = await explainPublished(world, report, id);
      expect(shown.sentences).toHaveLength(3);
      expect(shown.sentences.join('')).not.toMatch(/[a-z]+[.-][a-z]+|p\d{4}|U\d\d/);
      expect(shown.anchor).toMatch(/^FZ1:/);
      expect(shown.proof).toMatch(/^fazhi\/proof/);
    }
  }, 60_000);
});

/** The number and unit a printed figure holds, in full: 1719.42万元 → 17194200元. */
function printed(text: string): string {
  const [, number, scale, unit] = /(\d+(?:\.\d+)?)(万|亿)?(.+)$/.exec(text)!;
  const factor = scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1;
  return `${Number((Number(number) * factor).toFixed(2))}${unit}`;
}
