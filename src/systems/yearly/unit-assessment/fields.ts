import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';

/** Points as decimal text with at most two places; negative only where material was false. */
export const points = (title: string) =>
  f.text(title, {
    max: 12,
    pattern: { like: /^-?\d{1,5}(\.\d{1,2})?$/, say: `${title}应为数字，最多两位小数` },
  });
const code = (title = '指标编号') => f.text(title, { max: 20 });
const digest = (title: string) =>
  f.text(title, { pattern: { like: /^[0-9a-f]{64}$/, say: `${title}应为64位十六进制数` } });

/** What no record holds, so that material may be handed in or reviewers give points. */
export const gap = { code: code(), kind: f.choice('来源', { evidence: '材料核验', reviewers: '评议' }) };

/** An item as it was scored, with what proves the number. */
const scoredItem = {
  code: code(),
  max: points('分值'),
  counted: points('计入分值'),
  points: points('得分'),
  why: f.text('计分说明', { max: 500 }),
  source: f.choice('来源', {
    computed: '台账计算',
    returned: '单位报送',
    verified: '材料核验',
    judged: '评议',
  }),
  value: f.text('数值', { max: 40 }).optional(),
  numerator: f.text('分子', { max: 20 }).optional(),
  denominator: f.text('分母', { max: 20 }).optional(),
  effect: f.choice('后果', { lowest: '评为最低等次', lower: '降低一个等次' }).optional(),
};
/** Most items of a scheme. */
const MOST = 500;
const items = f.provided(f.rows('各项得分', scoredItem, { max: MOST }));

export const open = z.object({
  year: f.provided(f.integer('考核年度', { min: 2000, max: 2100 })),
  ofUnit: f.provided(f.unit('被考核单位')),
  /** Its short name on the day, by which the matter is told from the others of the year. */
  unitName: f.provided(f.text('单位简称', { max: 60 })).optional(),
  unitClass: f.provided(f.text('单位类别', { max: 40 })),
  gaps: f.provided(f.rows('需要材料或者评议的指标', gap, { max: MOST })),
});

export const explain = z.object({
  code: code(),
  explanation: f.longText('情况说明', { max: 1000 }),
  files: f.files('佐证材料').optional(),
});

export const verify = z.object({
  findings: f.rows(
    '核验结果',
    {
      code: code(),
      value: points('核验的数值'),
      falseMaterial: f.flag('材料不实').optional(),
      remark: f.text('核验说明', { max: 300 }).optional(),
    },
    { min: 1, max: MOST },
  ),
});

export const score = z.object({
  items,
  seal: f.provided(f.integer('数据截至的封存号', { min: 1 })),
  sealRoot: f.provided(f.text('封存根', { max: 64 })),
});

// What a reviewer gave stays closed until both are in: the ledger takes its digest alone.
export const judgeFirst = z.object({ firstDigest: f.provided(digest('评议一摘要')) });
export const judgeSecond = z.object({
  secondDigest: f.provided(digest('评议二摘要')),
  apart: f.provided(f.rows('评分差距过大的指标', { code: code() }, { max: MOST })),
});
export const judgeThird = z.object({ thirdDigest: f.provided(digest('评议三摘要')) });

export const given = {
  round: f.choice('评议', { first: '评议一', second: '评议二', third: '评议三' }),
  code: code(),
  points: points('评分'),
  remark: f.text('评语', { max: 300 }).optional(),
};
export const openMarks = z.object({
  opened: f.provided(f.rows('各评议人评分', given, { min: 1, max: MOST * 3 })),
  /** What made the digests unguessable, by round. */
  salts: f.provided(
    f.rows('启封码', { round: given.round, salt: f.text('启封码', { max: 64 }) }, { min: 2, max: 3 }),
  ),
  items,
});

export const tell = z.object({ appealUntil: f.date('申诉截止日') });

export const appeal = z.object({
  appeals: f.rows(
    '申诉',
    { code: code(), ground: f.longText('申诉理由', { max: 1000 }) },
    { min: 1, max: MOST },
  ),
  appealFiles: f.files('申诉材料').optional(),
});

/** The answer to one appeal. */
export const answer = {
  code: code(),
  upheld: f.flag('申诉成立'),
  points: points('调整后得分').optional(),
  answer: f.longText('答复意见', { max: 1000 }),
};
export const reply = z.object({ replies: f.rows('答复', answer, { min: 1, max: MOST }) });

/** Put in by the assessment's own step: one unit is not taken out by itself. */
export const voided = z.object({ voidReason: f.provided(f.longText('撤销原因', { max: 1000 })) });

export const conclude = z.object({
  score: f.provided(points('最终得分')),
  bonus: f.provided(points('其中加分')),
  grade: f.provided(f.text('等次', { max: 20 })),
  rank: f.provided(f.integer('名次', { min: 1 })),
  of: f.provided(f.integer('同类单位数', { min: 1 })),
});

type Reply = z.infer<typeof reply>['replies'][number];
type Appeal = z.infer<typeof appeal>['appeals'][number] & { readonly on?: string };
export type UnitAssessmentFacts = Facts &
  Partial<
    z.infer<typeof open> &
      z.infer<typeof verify> &
      z.infer<typeof score> &
      z.infer<typeof judgeFirst> &
      z.infer<typeof judgeSecond> &
      z.infer<typeof judgeThird> &
      z.infer<typeof openMarks> &
      z.infer<typeof tell> &
      z.infer<typeof conclude>
  > & {
    /** Appeals that wait for an answer. */
    readonly appeals?: readonly Appeal[];
    readonly explanations?: readonly (z.infer<typeof explain> & { readonly on: string })[];
    /** The newest finding of each item. */
    readonly verified?: z.infer<typeof verify>['findings'];
    /** Appeals that were answered, with their answers. */
    readonly answered?: readonly (Reply & { readonly ground: string; readonly on?: string })[];
  };
