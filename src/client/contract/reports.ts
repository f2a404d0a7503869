import { z } from 'zod';
import { get, json, post } from './endpoint.ts';
import { publicReports, reportParams } from './public-reports.ts';
import {
  explaining,
  placedFinding,
  reportHead,
  reportView,
  skeletonId,
  toMend,
  versionHead,
  written,
} from './report-drafts.ts';
import { broughtDocument, docx, done, request, versionQuery } from './shapes.ts';

export type {
  DraftBlockView,
  DraftFigureView,
  DraftView,
  PlacedFindingView,
  ReportHeadView,
  ReportView,
  VersionView,
} from './report-drafts.ts';

/** Who reads documents and writes reports. */
const writers = ['legal-office', 'legal-office-head', 'liaison', 'unit-head', 'region-head'] as const;
/** Who writes in one; heads read it, review it and sign it. */
const authors = ['legal-office', 'legal-office-head', 'liaison'] as const;

const year = z.int().min(2015).max(2100);

/** A figure as the reader found it, with the indicator it seems to be a value of. */
const readFigure = z.object({
  id: z.string(),
  subject: z.string(),
  value: z.number(),
  valueTo: z.number().nullable(),
  unit: z.string(),
  qualifier: z.string(),
  period: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  section: z.number().nullable(),
  /** The sentence it stands in. */
  sentence: z.string(),
  /** Slot it seems to fill, e.g. `penalty.decided`; null where none fits. */
  slot: z.string().nullable(),
});
export type ReadFigure = z.infer<typeof readFigure>;

/** A task of a plan, with the units and the day read from it. */
export const readTask = z.object({
  number: z.string(),
  part: z.string(),
  title: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  demands: z.array(z.object({ text: z.string(), quantities: z.array(z.string()) })),
  units: z.array(z.object({ name: z.string(), role: z.enum(['lead', 'responsible', 'cooperating']) })),
  due: z.string().nullable(),
  dueText: z.string().nullable(),
  basis: z.array(z.string()),
});
export type ReadTask = z.infer<typeof readTask>;

const readingView = z.object({
  text: z.string(),
  document: z.object({
    title: z.string().nullable(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    skeletonName: z.string(),
    /** Year the report speaks of, by its title; null where the title names none. */
    year: z.number().nullable(),
  }),
  sections: z.array(
    z.object({
      level: z.number(),
      number: z.string(),
      title: z.string(),
      start: z.number(),
      /** Where its words end on their line; the text may run on behind them. */
      titleEnd: z.number(),
      end: z.number(),
    }),
  ),
  figures: z.array(readFigure),
  relations: z.array(
    z.object({
      kind: z.string(),
      holds: z.boolean().nullable(),
      note: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'hint']),
      message: z.string(),
      start: z.number(),
      end: z.number(),
      suggestion: z.string().nullable(),
    }),
  ),
  tasks: z.array(readTask),
});
export type ReadingView = z.infer<typeof readingView>;

const returnedView = z.object({
  id: z.string(),
  year: z.number(),
  indicator: z.string().nullable(),
  subject: z.string(),
  value: z.number(),
  unit: z.string(),
  sourceDocument: z.string(),
  section: z.string(),
  text: z.string(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
});

/** A document as a stored file, or its text. */
const source = z.union(broughtDocument);

export const reports = {
  'reading.read': post('/api/readings', {
    summary: '审读：读出一份文件的章节、数据和问题',
    access: writers,
    body: source,
    response: readingView,
  }),
  'reading.slots': get('/api/readings/slots', {
    summary: '审读：数据可以对应的指标',
    access: writers,
    response: z.object({ slots: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })) }),
  }),
  'reading.confirm': post('/api/returned-figures', {
    summary: '审读：把核对过的数据留存为该年度的报送数据',
    access: writers,
    body: z.strictObject({
      year: z.int().min(1990).max(2100),
      document: z.string().trim().min(1, '请填写来源文件').max(300),
      /** The document itself, to be kept as the text of that year's report. */
      source: source.optional(),
      figures: z
        .array(
          z.strictObject({
            slot: z.string().max(100).nullable(),
            subject: z.string().trim().min(1).max(300),
            value: z.number(),
            unit: z.string().max(30),
            section: z.string().max(300),
            text: z.string().max(2000),
          }),
        )
        .min(1, '请至少确认一个数据')
        .max(2000),
    }),
    response: z.object({
      kept: z.number(),
      corrected: z.number(),
      unchanged: z.number(),
      message: z.string(),
    }),
  }),
  'returned.list': get('/api/returned-figures', {
    summary: '一个年度的报送数据',
    access: writers,
    query: z.object({ year: z.coerce.number().int() }),
    response: z.object({ figures: z.array(returnedView) }),
  }),
  'reports.list': get('/api/reports', {
    summary: '年度报告',
    access: writers,
    response: z.object({ reports: z.array(reportHead) }),
  }),
  'reports.create': post('/api/reports', {
    summary: '编制一份年度报告',
    access: writers,
    body: z.strictObject({
      year,
      skeleton: skeletonId,
      unit: z.string().max(64).optional(),
      /** Begins another draft although one of the year is there. */
      another: z.boolean().optional(),
    }),
    response: z.object({ report: z.string(), version: z.number() }),
  }),
  'reports.get': get('/api/reports/{report}', {
    summary: '一份年度报告',
    access: writers,
    params: reportParams,
    query: versionQuery,
    response: reportView,
  }),
  'reports.save': post('/api/reports/{report}', {
    summary: '保存报告的新版本；正文新用到的指标按最新封存取数',
    access: authors,
    params: reportParams,
    body: z.strictObject({ expected: z.int().min(1), ...written, explained: explaining.optional() }),
    response: z.object({
      version: z.number(),
      /** Figures that were measured anew and changed, in words. */
      changed: z.array(z.string()),
      /** Figures were measured: what the page holds of them is old. */
      measured: z.boolean(),
      ...toMend,
    }),
  }),
  'reports.audit': post('/api/reports/{report}/audit', {
    summary: '随写随审：报告正文的审读问题',
    access: writers,
    params: reportParams,
    body: z.strictObject({ version: z.int().min(1), ...written }),
    response: z.object({ findings: z.array(placedFinding) }),
  }),
  'reports.versions': get('/api/reports/{report}/versions', {
    summary: '报告的各个版本',
    access: writers,
    params: reportParams,
    response: z.object({ versions: z.array(versionHead) }),
  }),
  'reports.indicators': get('/api/reports/indicators', {
    summary: '可以写进报告的指标',
    access: writers,
    query: z.object({ q: z.string().max(50).default(''), year: z.coerce.number().int().min(2015).max(2100) }),
    response: z.object({
      indicators: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          definition: z.string(),
          sourceName: z.string(),
          /** As printed; empty where there is none. */
          text: z.string(),
        }),
      ),
      total: z.number(),
    }),
  }),
  'reports.refigure': post('/api/reports/{report}/figures', {
    summary: '按最新封存重新取数，文字不变',
    access: authors,
    params: reportParams,
    body: z.strictObject({ expected: z.int().min(1) }),
    response: z.object({ version: z.number(), changed: z.array(z.string()) }),
  }),
  'reports.step': post('/api/reports/{report}/steps/{step}', {
    summary: '送审、审核、审议、签发、上报；签发时数据按封存固定',
    access: writers,
    params: z.object({ report: z.uuid(), step: z.string() }),
    body: z.strictObject({ request, input: json }),
    response: done,
  }),
  'reports.docx': get('/api/reports/{report}/report.docx', {
    summary: '报告的公文格式文本（GB/T 9704-2012）',
    access: writers,
    params: reportParams,
    query: versionQuery,
    file: docx,
  }),
  'reports.pdf': get('/api/reports/{report}/report.pdf', {
    summary: '报告的 PDF',
    access: writers,
    params: reportParams,
    query: versionQuery,
    file: 'application/pdf',
  }),
  'reports.html': get('/api/reports/{report}/report.html', {
    summary: '报告的网页',
    access: writers,
    params: reportParams,
    query: versionQuery,
    file: 'text/html; charset=utf-8',
  }),
  ...publicReports,
};
