import { z } from 'zod';
import { get } from './endpoint.ts';
import { ofUnit, xlsx, yearlyReaders } from './shapes.ts';

// 述法: a year's round of reports as a board, and what the public reads of those that were published.

const readers = [...yearlyReaders, 'publisher'] as const;

const publication = z.object({
  status: z.enum(['due', 'withheld', 'published', 'withdrawn']),
  /** Last day for publishing; null where it is not due. */
  due: z.string().nullable(),
  publishedOn: z.string().nullable(),
  correctedOn: z.string().nullable(),
  late: z.boolean(),
  /** Why it is withheld, was corrected or taken down. */
  reason: z.string(),
});

const dutyReportRow = z.object({
  matter: z.string(),
  number: z.string(),
  name: z.string(),
  title: z.string(),
  ...ofUnit,
  stage: z.string(),
  stageName: z.string(),
  outcome: z.string().nullable(),
  /** Day by which it is to be handed in. */
  due: z.string(),
  submittedOn: z.string().nullable(),
  /** Not handed in by its day, or handed in after it. */
  late: z.boolean(),
  /** How often it was given back. */
  returned: z.number(),
  presentedOn: z.string().nullable(),
  presentedAs: z.string(),
  grade: z.string(),
  publication: publication.nullable(),
});
export type DutyReportRow = z.infer<typeof dutyReportRow>;

const round = z.object({
  matter: z.string(),
  title: z.string(),
  year: z.number(),
  due: z.string(),
  formName: z.string(),
  mustPublish: z.boolean(),
  nameShown: z.boolean(),
  stageName: z.string(),
  closed: z.boolean(),
  today: z.string(),
  rows: z.array(dutyReportRow),
});
export type DutyReportRoundView = z.infer<typeof round>;

const roundParams = z.object({ round: z.uuid() });

export const dutyReports = {
  'dutyReports.round': get('/api/duty-report-rounds/{round}', {
    summary: '年度述法：每名述法人员的报送、审核、述法、点评和公开情况',
    access: readers,
    params: roundParams,
    response: round,
  }),
  'dutyReports.roundXlsx': get('/api/duty-report-rounds/{round}/reports.xlsx', {
    summary: '年度述法情况导出为Excel',
    access: readers,
    params: roundParams,
    file: xlsx,
  }),
  'public.dutyReports': get('/api/public/duty-reports', {
    summary: '公开：述法报告，按年度和单位',
    access: 'public',
    query: z.object({
      year: z.coerce.number().int().min(2016).max(2100).optional(),
      unit: z.string().max(64).optional(),
    }),
    response: z.object({
      /** Years of which reports are published, the newest first. */
      years: z.array(z.object({ year: z.number(), count: z.number() })),
      /** The year shown: the one asked for, else the newest. */
      year: z.number().nullable(),
      units: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
      reports: z.array(
        z.object({
          id: z.string(),
          unitName: z.string(),
          office: z.string(),
          name: z.string(),
          publishedOn: z.string(),
          correctedOn: z.string().nullable(),
        }),
      ),
    }),
  }),
};
