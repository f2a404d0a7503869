import { legalDateOf } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { allSlots } from '../../reports/compiling/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { returnedFigures } from '../../store/figures/returned.ts';
import { findMatterOfPaper } from '../../store/papers/versions.ts';
import { ownFiles } from '../files/access.ts';
import type { FileStore } from '../files/store.ts';
import { type Call, FileAnswer, type Handlers } from '../http/bind.ts';
import { auditReport } from '../reports/auditing.ts';
import { PROCEDURE } from '../reports/drafts.ts';
import { findIndicators } from '../reports/indicators.ts';
import { catalogueOf } from '../reports/measurements.ts';
import { pageOf, paperFor, pdfOf } from '../reports/paper.ts';
import {
  explainPublished,
  listPublished,
  publishedPaper,
  publishedProof,
  publishedText,
  showPublished,
} from '../reports/public.ts';
import { keepConfirmed, keepSource, readForConsole } from '../reports/reading.ts';
import { createStudio } from '../reports/studio.ts';
import { siteOf, verificationOf } from '../reports/verification.ts';
import type { World } from '../world.ts';

type Names =
  | 'reading.read'
  | 'reading.slots'
  | 'reading.confirm'
  | 'returned.list'
  | 'reports.list'
  | 'reports.create'
  | 'reports.get'
  | 'reports.save'
  | 'reports.audit'
  | 'reports.versions'
  | 'reports.indicators'
  | 'reports.refigure'
  | 'reports.step'
  | 'reports.docx'
  | 'reports.pdf'
  | 'reports.html'
  | 'public.reports'
  | 'public.report'
  | 'public.reportDocx'
  | 'public.reportPdf'
  | 'public.reportText'
  | 'public.reportProof'
  | 'public.figure';

/** Documents taken in, reports written, and what the public sees of them. */
export function reportHandlers(world: World, files: FileStore): Pick<Handlers, Names> {
  const studio = createStudio(world);
  const kept = keepFew();
  const paperOfReport = async ({
    session,
    params,
    query,
    now,
    request,
  }: Call<'reports.docx' | 'reports.pdf' | 'reports.html'>) => {
    const { report } = params;
    const { draft, year, version } = await studio.open(session, report, query.version);
    const matter = await findMatterOfPaper(world.sql, session.region, PROCEDURE, report);
    const verification = await verificationOf(
      world,
      { report, version, draft, matter },
      siteOf(world, request),
    );
    return {
      paper: paperFor(report, draft, matter, now, verification ? { verification } : {}),
      name: `${year}年度法治政府建设情况报告`,
    };
  };
  return {
    ...readingHandlers(world, files),
    'reports.list': async ({ session }) => ({ reports: await studio.heads(session) }),
    'reports.create': ({ session, body, now }) => {
      const { unit, another = false, ...ask } = body;
      return studio.create(session, now, { ...ask, ...(unit ? { unit } : {}) }, another);
    },
    'reports.get': ({ session, params, query }) => studio.view(session, params.report, query.version),
    'reports.save': ({ session, params, body, now }) => studio.save(session, now, params.report, body),
    'reports.audit': async ({ session, params, body, now }) => {
      const { version, ...written } = body;
      const { draft } = await studio.open(session, params.report, version);
      return { findings: await auditReport({ ...draft, ...written }, legalDateOf(now)) };
    },
    'reports.versions': async ({ session, params }) => ({
      versions: await studio.versions(session, params.report),
    }),
    'reports.indicators': ({ session, query }) => findIndicators(world, session.region, query),
    'reports.refigure': ({ session, params, body, now }) =>
      studio.refigure(session, now, params.report, body.expected),
    'reports.step': ({ session, params, body, now }) =>
      studio.step(session, now, { ...params, request: body.request, input: body.input as JsonObject }),
    'reports.docx': async (call) => {
      const { paper, name } = await paperOfReport(call);
      return new FileAnswer(await writeOfficialDocument(paper), `${name}.docx`);
    },
    'reports.pdf': async (call) => {
      const { paper, name } = await paperOfReport(call);
      return new FileAnswer(await pdfOf(paper), `${name}.pdf`);
    },
    'reports.html': async (call) => {
      const { paper, name } = await paperOfReport(call);
      const page = pageOf(paper.title, renderOfficialHtml(paper));
      return new FileAnswer(new TextEncoder().encode(page), `${name}.html`);
    },
    'public.reports': async () => ({ reports: await listPublished(world) }),
    'public.report': ({ params, query, now }) => showPublished(world, params.report, now, query.version),
    'public.reportDocx': async ({ params, query, now, request }) => {
      const paper = await publishedPaper(world, params.report, now, siteOf(world, request), query.version);
      return new FileAnswer(await writeOfficialDocument(paper), `${paper.title}.docx`);
    },
    'public.reportPdf': async ({ params, query, now, request }) => {
      const paper = await publishedPaper(world, params.report, now, siteOf(world, request), query.version);
      return new FileAnswer(await kept(JSON.stringify(paper), () => pdfOf(paper)), `${paper.title}.pdf`);
    },
    'public.reportText': async ({ params, query }) => {
      const text = await publishedText(world, params.report, query.version);
      return new FileAnswer(new TextEncoder().encode(text), '年度报告正文.txt');
    },
    'public.reportProof': async ({ params, query }) => {
      const proof = await publishedProof(world, params.report, query.version);
      return new FileAnswer(new TextEncoder().encode(proof), '留痕证明.txt');
    },
    'public.figure': ({ params }) => explainPublished(world, params.report, params.figure),
  };
}

/** Papers made last, so that whoever asks for the same again does not have it set again. */
function keepFew(most = 4) {
  const made = new Map<string, Promise<Uint8Array>>();
  return (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = made.get(key);
    if (known) return known;
    const making = make();
    making.catch(() => made.delete(key));
    made.set(key, making);
    if (made.size > most) made.delete(made.keys().next().value!);
    return making;
  };
}

function readingHandlers(
  world: World,
  files: FileStore,
): Pick<Handlers, 'reading.read' | 'reading.slots' | 'reading.confirm' | 'returned.list'> {
  const catalogue = catalogueOf(world.systems.indicators);
  const slots = allSlots(catalogue).map(({ id, indicator, kind }) => {
    const { name, unit, kinds } = catalogue.get(indicator);
    return { id, unit, name: kind === undefined ? name : `${name}（${kinds?.[kind] ?? kind}）` };
  });
  return {
    'reading.read': ({ session, body, now }) => readForConsole(ownFiles(world, files, session, now), body),
    'reading.slots': async () => ({ slots }),
    'reading.confirm': async ({ session, body, now }) => {
      const { source, ...confirmed } = body;
      const confirmation = { region: session.region, by: session.person.id, now, ...confirmed };
      const done = await keepConfirmed(world, confirmation);
      if (source) {
        const own = ownFiles(world, files, session, now);
        await keepSource(world, own, { ...confirmation, source });
      }
      const parts = [
        `留存${done.kept}个`,
        ...(done.corrected > 0 ? [`更正${done.corrected}个`] : []),
        ...(done.unchanged > 0 ? [`此前已留存${done.unchanged}个`] : []),
      ];
      return {
        ...done,
        message: `${body.year}年度数据：${parts.join('，')}；编制${body.year + 1}年度报告时用作上年数。`,
      };
    },
    'returned.list': async ({ session, query }) => {
      const figures = await returnedFigures(world.sql, session.region, { year: query.year });
      return {
        figures: figures.map(({ source: _, period: __, replaces: ___, ...figure }) => ({
          ...figure,
          confirmedBy: world.directory().personName(figure.confirmedBy),
        })),
      };
    },
  };
}
