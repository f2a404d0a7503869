import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

/** First year whose report a law collected here sets a day for (法治政府建设实施纲要, in force since 2015-12-27). */
const FIRST_YEAR = 2015;

// The report and its figures come from the page they are written on: nobody keys them in.
const version = f.provided(f.integer('报告稿版本', { min: 1, max: 100_000 }));
const digest = f.provided(
  f.text('报告稿摘要', { pattern: { like: /^[0-9a-f]{64}$/, say: '报告稿摘要应为64位十六进制数' } }),
);

/** Everybody who saved a version up to this one: whoever wrote in a report does not review or sign it. */
const writers = f.provided(f.people('报告稿的编写人员', { max: 100 }));

/** What the auditor found in this version and nobody has mended or answered for. */
const openFindings = f.provided(f.integer('未处理的审读问题', { min: 0 }));

/** What the auditor found and stands as it is, with the reason a person gave. */
const explanation = {
  finding: f.text('审读问题', { max: 40 }),
  words: f.text('所指文字', { max: 300 }),
  reason: f.text('说明', { max: 500 }),
};

/** One figure as it stood when the report was signed. */
const frozenFigure = {
  id: f.text('数据编号', { max: 100 }),
  name: f.text('指标'),
  text: f.text('印出的数', { max: 50 }),
  /** Decimal text: a share is not a whole number. */
  value: f.text('数值', { max: 40 }),
  source: f.choice('来源', { computed: '台账计算', returned: '报送' }),
};

const frozen = {
  version,
  digest,
  /** Of the text as anybody may have it on paper, so that a copy can be checked without the draft. */
  textDigest: f.provided(
    f.text('正文摘要', { pattern: { like: /^[0-9a-f]{64}$/, say: '正文摘要应为64位十六进制数' } }),
  ),
  seal: f.provided(f.integer('数据截至的封存号', { min: 1 })),
  sealRoot: f.provided(f.text('封存根', { max: 64 })),
  figures: f.provided(f.rows('报告数据', frozenFigure, { max: 500 })),
  openFindings,
  explanations: f.provided(f.rows('已说明的审读问题', explanation, { max: 300 })),
};

/** One text of the report that was signed: the first, and each correction. */
export type IssuedText = {
  readonly version: number;
  readonly digest: string;
  readonly textDigest: string;
  readonly seal: number;
  readonly on: string;
  /** Why it took the place of the one before; empty for the first. */
  readonly reason: string;
};

/** Outlines in which a report may be written. */
const skeletons = {
  'four-part': '举措成效—不足原因—主要负责人履职—下一年度安排',
  'outline-2015': '2015—2020年纲要的任务',
  'outline-2021': '2021—2025年纲要的任务',
} as const;

export const draft = z.object({
  year: f.provided(f.integer('报告年度', { min: FIRST_YEAR, max: 2100 })),
  title: f.provided(f.text('报告标题')),
  skeleton: f.provided(f.choice('标题体例', skeletons)),
  paper: f.provided(f.text('报告稿编号', { max: 64 })),
  version,
  writers,
  /** One unit's own report, signed by that unit's head. */
  ofUnit: f.provided(f.unit('报告单位')).optional(),
  confidential: f.flag('内容涉及国家秘密，不予公开').optional(),
});

export const revise = z.object({ version, writers, changes: f.longText('修改情况', { max: 1000 }) });

export const makeChanges = z.object({ ...revise.shape, openFindings });

export const review = z.object({
  openFindings,
  reviewComments: f.longText('审核意见', { max: 1000 }).optional(),
});

export const giveBack = z.object({ returnReason: f.longText('退回理由', { max: 1000 }) });

export const discuss = z.object({
  meeting: f.text('会议名称'),
  meetingOn: f.date('会议日期'),
  resolution: f.choice('审议结果', { adopted: '通过', 'adopted-with-changes': '修改后通过' }),
  minutes: f.files('会议纪要').optional(),
});

export const sign = z.object({
  ...frozen,
  documentNumber: f.text('发文字号', { max: 60 }).optional(),
});

export const reportUp = z.object({
  recipient: f.text('上报机关'),
  receipt: f.text('回执编号', { max: 100 }),
  receiptFiles: f.files('回执').optional(),
});

export const amend = z.object({ ...frozen, amendReason: f.longText('更正内容和理由', { max: 1000 }) });

export const archive = z.object({});

export type ReportFacts = Facts &
  Partial<
    z.infer<typeof draft> &
      z.infer<typeof discuss> &
      z.infer<typeof sign> &
      z.infer<typeof reportUp> &
      z.infer<typeof amend>
  > & {
    readonly signedOn?: string;
    readonly issued?: readonly IssuedText[];
    readonly reportedOn?: string;
    /** Changes the meeting asked for have been made. */
    readonly changesMade?: boolean;
  };
