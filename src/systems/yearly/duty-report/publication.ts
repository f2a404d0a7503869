import { mask } from '../../../kernel/procedure/mask.ts';
import type { PublicationDeclaration } from '../../../kernel/publication/declaration.ts';
import { basis } from '../leaders.ts';
import { ruleOfPublishing } from '../work-plan/law.ts';
import { type ReportFacts, reportForms } from './fields.ts';

const hidden = (facts: ReportFacts): boolean => facts.nameShown !== true;

/** The leader's name is hidden in running text as well, where the round does not show it. */
const told = (facts: ReportFacts, text: string | undefined): string | undefined =>
  text !== undefined && facts.name && hidden(facts)
    ? text.replaceAll(facts.name, mask('name', facts.name))
    : text;

/**
 * 述法报告公开: where the round asked for it, within the days of information formed in the work, counted from the day
 * it was presented. Shows the office, the name only where the round says so, and the text that was cleared.
 */
export const statement: PublicationDeclaration<ReportFacts> = {
  name: '述法报告公开',
  channel: 'duty-reports',
  rule: (facts, on) => ruleOfPublishing(facts.presentedOn ?? on),
  from: (facts) => facts.presentedOn!,
  title: (facts) => `${facts.year}年度述法报告（${told(facts, facts.title)}）`,
  fields: [
    { title: '述法年度', value: (facts) => facts.year?.toString() },
    { title: '单位', value: (_, matter) => matter.unit, unit: true },
    { title: '职务', value: (facts) => told(facts, facts.title) },
    { title: '姓名', value: (facts) => facts.name, mask: 'name', maskWhen: hidden },
    { title: '述法方式', value: (facts) => facts.presentedAs && reportForms[facts.presentedAs] },
    { title: '述法日期', value: (facts) => facts.presentedOn },
    {
      title: '履行第一责任人职责情况',
      value: (facts) => told(facts, facts.publicStatement ?? facts.statement),
    },
    { title: '学法用法情况', value: (facts) => told(facts, facts.publicStudy ?? facts.study) },
    {
      title: '存在的问题和改进措施',
      value: (facts) => told(facts, facts.publicFindings ?? facts.findings),
    },
  ],
  withheld: (facts) => {
    if (facts.mustPublish !== true) {
      return { reason: '部署时没有要求公开', basis: basis.firstResponsible };
    }
    return facts.withheldReason === undefined
      ? undefined
      : { reason: facts.withheldReason, basis: basis.firstResponsible };
  },
};
