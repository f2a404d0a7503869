import type { SchemeRuleView, SchemeSourceView } from '../../../src/client/contract/assessment-scheme.ts';
import type { IndicatorInfo, ProcedureInfo } from '../../../src/client/contract/catalogue.ts';

export const ruleNames: Readonly<Record<SchemeRuleView['kind'], string>> = {
  'at-least': '计次达标',
  'at-most': '超次扣分',
  presence: '有无',
  rate: '率达标',
  tiers: '分档',
  bonus: '加分',
  veto: '否决',
  judged: '评议',
};

export const sourceNames: Readonly<Record<SchemeSourceView['kind'], string>> = {
  indicator: '数据指标',
  tasks: '重点任务完成率',
  late: '超过法定期限件数',
  evidence: '材料核验',
  reviewers: '评议',
};

/** What the public is shown of a result. */
export const publicityNames = { grades: '公开等次', ranks: '公开名次和等次' } as const;

export const absentNames = {
  redistribute: '分值分配到其他项',
  full: '得满分',
  nothing: '不得分',
} as const;

/** Where the value of an item comes from, by the names people know. */
export function sourceName(
  source: SchemeSourceView,
  indicators: readonly IndicatorInfo[],
  procedures: readonly ProcedureInfo[],
): string {
  if (source.kind === 'indicator') {
    const info = indicators.find(({ id }) => id === source.indicator);
    const kind = source.measure ? `（${info?.kinds?.[source.measure] ?? source.measure}）` : '';
    return info ? `${info.name}${kind}` : `没有指标${source.indicator}`;
  }
  if (source.kind === 'late') {
    const name = procedures.find(({ id }) => id === source.procedure)?.name;
    return name ? `${name}超过法定期限` : '全部法定期限超期';
  }
  return sourceNames[source.kind];
}

/** Points as they are read: without needless places. */
export const points = (value: number): string => `${Math.round(value * 100) / 100}分`;
