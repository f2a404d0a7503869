import type { Instant, LegalDate } from '../../kernel/dates.ts';
import { legalDateOf } from '../../kernel/dates.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { OfficialDocument, Verification } from '../../kernel/wording/document.ts';
import { type PaperOptions, paperOf, type ReportDraft } from '../../reports/compiling/index.ts';
import { writeOfficialDocument } from '../../reports/writing/docx.ts';
import { renderOfficialHtml } from '../../reports/writing/html.ts';
import { PDF_UNAVAILABLE, toPdf } from '../../reports/writing/pdf.ts';
import { printPdf } from '../../reports/writing/print.ts';
import { renderText } from '../../reports/writing/text.ts';
import { plainTextOf } from '../../reports/writing/text-digest.ts';
import { refuse } from '../http/problem.ts';

/** Page of the portal that explains a figure of a published report. */
export const figureHref = (report: string, figure: string): string =>
  `/reports/${report}/figures/${encodeURIComponent(figure)}`;

/** The paper of a draft: with number and date of its signing where it is signed, with today's date before. */
export function paperFor(
  report: string,
  draft: ReportDraft,
  matter: MatterState | undefined,
  now: Instant,
  { linked = true, verification }: { readonly linked?: boolean; readonly verification?: Verification } = {},
): OfficialDocument {
  const { figureHref: href, ...options } = paperOptions(report, matter, legalDateOf(now));
  return paperOf(draft, {
    ...options,
    ...(linked && href ? { figureHref: href } : {}),
    ...(verification ? { verification } : {}),
  });
}

function paperOptions(report: string, matter: MatterState | undefined, today: LegalDate): PaperOptions {
  const { signedOn, documentNumber, recipient } = matter?.facts ?? {};
  return {
    date: typeof signedOn === 'string' ? signedOn : today,
    ...(typeof documentNumber === 'string' ? { number: documentNumber } : {}),
    ...(typeof recipient === 'string' ? { recipients: recipient } : {}),
    figureHref: (id) => figureHref(report, id),
  };
}

/** The report as plain text, as it is the same for everybody: what its digest is taken of. */
export function publicText(draft: ReportDraft, signedOn: LegalDate): string {
  return plainTextOf(renderText(paperOf(draft, { date: signedOn })));
}

const STYLE = `body{max-width:42em;margin:2em auto;padding:0 1em;font:18px/1.8 "FangSong","STFangsong","Noto Serif SC",serif}
h1{text-align:center;font-size:1.6em;line-height:1.5}h2,h3{font-size:1em}p{text-indent:2em;margin:0}
.flush,.number,caption{text-indent:0}.signature p{text-align:right;text-indent:0}a{color:inherit}
table{border-collapse:collapse;width:100%;font-size:.8em}td,th{border:1px solid #000;padding:.2em .5em}
td.number{text-align:right;white-space:nowrap}
.verification{display:flex;gap:3mm;align-items:center;margin-top:2em;font-size:7.5pt;break-inside:avoid}.verification img{width:20mm}.verification p{text-indent:0;overflow-wrap:anywhere}
@page{size:A4;margin:37mm 26mm 35mm 28mm}@media print{body{margin:0;max-width:none;font-size:16pt}a{text-decoration:none}tr,.signature{break-inside:avoid}h1,h2,h3{break-after:avoid}.annex{break-before:page}}`;

/** An article as a page of its own, to be kept or printed. */
export function pageOf(title: string, article: string): string {
  const safe = title.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${safe}</title><style>${STYLE}</style></head>\n<body>${article}</body></html>\n`;
}

/** The paper as PDF: set by LibreOffice from the .docx, else printed by a browser from the page; says so where neither is there. */
export async function pdfOf(paper: OfficialDocument): Promise<Uint8Array> {
  const pdf =
    (await toPdf(await writeOfficialDocument(paper))) ??
    (await printPdf(pageOf(paper.title, renderOfficialHtml(paper))));
  return pdf ?? refuse('not-allowed-now', 'reports.pdf', PDF_UNAVAILABLE);
}
