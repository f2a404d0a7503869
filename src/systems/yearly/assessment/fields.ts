import { z } from 'zod';
import type { Facts } from '../../../kernel/procedure/declaration.ts';
import { f } from '../../../kernel/procedure/fields.ts';
import { answer, gap, tell as tellUnit, conclude as unitResult } from '../unit-assessment/fields.ts';

// The scheme is written on its own page; a step fixes one version of it by its digest.
const version = f.provided(f.integer('方案版本', { min: 1, max: 100_000 }));
const digest = f.provided(
  f.text('方案摘要', { pattern: { like: /^[0-9a-f]{64}$/, say: '方案摘要应为64位十六进制数' } }),
);

/** Most units of a region in one scheme, and most items a class is assessed on. */
const UNITS = 1000;

export const submit = z.object({
  year: f.provided(f.integer('考核年度', { min: 2000, max: 2100 })),
  title: f.provided(f.text('方案名称')),
  paper: f.provided(f.text('方案编号', { max: 64 })),
  /** The assessment that was called back and is replaced by this one. */
  replaces: f.provided(f.text('代替的考核', { max: 40 })).optional(),
  version,
  digest,
});

export const sendBack = z.object({ returnReason: f.longText('退回理由', { max: 1000 }) });
export const resubmit = z.object({ version, digest, changes: f.longText('修改情况', { max: 1000 }) });

/** What the public is shown of the result, where a decision says so; scores never. */
export const publicity = {
  none: '不公开，只通知被考核单位',
  grades: '公开等次',
  ranks: '公开名次和等次',
} as const;

export const issue = z.object({
  version,
  digest,
  publicity: f.provided(f.choice('结果公开', publicity)).optional(),
  publicityDecision: f.provided(f.text('公开决定的文号', { max: 60 })).optional(),
  units: f.provided(
    f.rows(
      '被考核单位',
      {
        unit: f.unit('单位'),
        unitName: f.text('单位简称', { max: 60 }).optional(),
        unitClass: f.text('单位类别', { max: 40 }),
      },
      { min: 1, max: UNITS },
    ),
  ),
  gaps: f.provided(
    f.rows('需要材料或者评议的指标', { unitClass: f.text('单位类别', { max: 40 }), ...gap }, { max: 5000 }),
  ),
  documentNumber: f.text('发文字号', { max: 60 }).optional(),
});

export const voided = z.object({ voidReason: f.longText('撤销原因', { max: 1000 }) });

export const tell = tellUnit;

/** Appeals of several units answered alike, at the table of all of them. */
export const reply = z.object({
  answers: f.provided(f.rows('答复', { unit: f.unit('单位'), ...answer }, { min: 1, max: 1000 })),
});

export const conclude = z.object({
  results: f.provided(
    f.rows(
      '考核结果',
      {
        unit: f.unit('单位'),
        unitName: f.text('单位简称', { max: 60 }).optional(),
        unitClass: f.text('单位类别', { max: 40 }),
        className: f.text('单位类别名称', { max: 60 }).optional(),
        ...unitResult.shape,
      },
      { min: 1, max: UNITS },
    ),
  ),
});

export const use = z.object({
  uses: f.choices('运用方式', {
    report: '报告党委和政府',
    overall: '计入年度综合考核',
    notify: '通报被考核单位',
    rectify: '督促整改',
    commend: '作为表扬的依据',
  }),
  usedWith: f.text('报送或者运用的机关'),
  useNote: f.longText('运用情况', { max: 1000 }).optional(),
  useFiles: f.files('相关文件').optional(),
});

export const close = z.object({});

export type AssessmentFacts = Facts &
  Partial<
    z.infer<typeof submit> &
      z.infer<typeof issue> &
      z.infer<typeof voided> &
      z.infer<typeof tell> &
      z.infer<typeof conclude> &
      z.infer<typeof use>
  > & { readonly issuedOn?: string };
