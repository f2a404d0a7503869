import { z } from 'zod';
import { get } from './endpoint.ts';
import { docx, versionQuery } from './shapes.ts';

// What anybody may read of the published yearly reports; with it what all routes of one report share.

export const reportParams = z.object({ report: z.uuid() });

const publicFigure = z.object({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  /** Three plain sentences: how many of what, for which period, by which definition. */
  sentences: z.array(z.string()),
  /** What holds the number: by which seal, and since when it is fixed. */
  fixed: z.string(),
  /** Short text of the seal, for comparison with a copy kept elsewhere. */
  anchor: z.string().nullable(),
  /** Proof that this text of the report was made public, as the sealed ledger has it; null until it is sealed. */
  proof: z.string().nullable(),
});

export const publicReports = {
  'public.reports': get('/api/public/reports', {
    summary: '已公开的年度报告',
    access: 'public',
    response: z.object({
      reports: z.array(
        z.object({ report: z.string(), year: z.number(), title: z.string(), publishedOn: z.string() }),
      ),
    }),
  }),
  'public.report': get('/api/public/reports/{report}', {
    summary: '一份已公开的年度报告',
    access: 'public',
    params: reportParams,
    query: versionQuery,
    response: z.object({
      report: z.string(),
      version: z.number(),
      year: z.number(),
      title: z.string(),
      status: z.enum(['published', 'withdrawn']),
      publishedOn: z.string(),
      correctedOn: z.string().nullable(),
      withdrawnOn: z.string().nullable(),
      /** Why it was corrected or withdrawn. */
      note: z.string().nullable(),
      /** The report as an article of HTML; empty where it was withdrawn. */
      article: z.string(),
      figures: z.array(z.object({ id: z.string(), name: z.string(), text: z.string() })),
      /** Every text that was signed: the first and each correction, the newest first. */
      texts: z.array(
        z.object({
          version: z.number(),
          on: z.string(),
          reason: z.string(),
          digest: z.string(),
          /** Proof that this text was made public; null until it is sealed. */
          proof: z.string().nullable(),
          /** It is the one in force. */
          current: z.boolean(),
        }),
      ),
    }),
  }),
  'public.reportDocx': get('/api/public/reports/{report}/report.docx', {
    summary: '已公开的年度报告：公文格式文本',
    access: 'public',
    params: reportParams,
    query: versionQuery,
    file: docx,
  }),
  'public.reportPdf': get('/api/public/reports/{report}/report.pdf', {
    summary: '已公开的年度报告：PDF',
    access: 'public',
    params: reportParams,
    query: versionQuery,
    file: 'application/pdf',
  }),
  'public.reportText': get('/api/public/reports/{report}/report.txt', {
    summary: '已公开的年度报告：纯文本，可以用来验真',
    access: 'public',
    params: reportParams,
    query: versionQuery,
    file: 'text/plain; charset=utf-8',
  }),
  'public.reportProof': get('/api/public/reports/{report}/proof.txt', {
    summary: '已公开的年度报告：公开这份文本的留痕证明，可以自己核对',
    access: 'public',
    params: reportParams,
    query: versionQuery,
    file: 'text/plain; charset=utf-8',
  }),
  'public.figure': get('/api/public/reports/{report}/figures/{figure}', {
    summary: '已公开报告中的一个数：统计什么、口径、记录数和封存',
    access: 'public',
    params: z.object({ report: z.uuid(), figure: z.string().max(100) }),
    response: publicFigure,
  }),
};
