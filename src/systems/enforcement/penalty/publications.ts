import type { LegalDate } from '../../../kernel/dates.ts';
import type { PublicationDeclaration } from '../../../kernel/publication/declaration.ts';
import { counterpartShown } from '../../counterpart.ts';
import type { PenaltyFacts } from './fields.ts';
import { kindNames, type PenaltyKind } from './kinds.ts';
import { basis, periods, underMarketDisclosure } from './law.ts';

/** 国办发〔2015〕51号 is the first rule of the state that asks for every penalty decision to be disclosed. */
const firstDisclosure: LegalDate = '2015-09-15';

/** The disclosure standard counts in 万元, the statistics in 元; a slip here is the commonest error of the field. */
function tenThousands(yuan: number | undefined): number | undefined {
  return yuan ? Math.round(yuan * 100) / 1_000_000 : undefined;
}

const only = ({ kinds = [] }: PenaltyFacts, ...light: readonly PenaltyKind[]): boolean =>
  kinds.length > 0 && kinds.every((kind) => light.includes(kind));

/** The same rules, art. 13: three months for criticism alone, else three years. */
function monthsShown(facts: PenaltyFacts): number | undefined {
  if (!underMarketDisclosure(facts)) return undefined;
  return only(facts, 'warning', 'criticism') ? 3 : 36;
}

/** The same rules, art. 2: of the ordinary procedure alone, and not where nothing but a warning was given. */
function keptFromMarketDisclosure(facts: PenaltyFacts): string | undefined {
  if (!underMarketDisclosure(facts)) return undefined;
  if (facts.onSpot) return '市场监督管理部门公示适用普通程序作出的处罚决定，当场处罚不公示';
  return only(facts, 'warning') ? '仅受到警告处罚的，市场监督管理部门不予公示' : undefined;
}

/** Penalty decisions as the disclosure standard of 2018 (双公示) shows them; no address, telephone or number of a person. */
export const decisionPublication: PublicationDeclaration<PenaltyFacts> = {
  name: '行政处罚决定公示',
  channel: 'penalty-decisions',
  rule: (facts, on) => periods.publication(facts, on),
  title: (facts) => `${facts.violation}案行政处罚决定`,
  fields: [
    { title: '行政处罚决定书文号', value: (facts) => facts.decisionNumber },
    ...counterpartShown<PenaltyFacts>('行政相对人类别', (facts) => facts.partyKind),
    { title: '违法行为类型', value: (facts) => facts.violation },
    { title: '违法事实', value: (facts) => facts.findings },
    { title: '处罚依据', value: (facts) => facts.legalBasis },
    { title: '处罚类别', value: (facts) => kindNames(facts.kinds ?? []) },
    { title: '处罚内容', value: (facts) => facts.content },
    { title: '罚款金额（万元）', value: (facts) => tenThousands(facts.fine) },
    {
      title: '没收违法所得、没收非法财物的金额（万元）',
      value: (facts) => tenThousands(facts.confiscation),
    },
    { title: '处罚决定日期', value: (facts) => facts.decidedOn },
    { title: '处罚有效期', value: (facts) => facts.validUntil },
    { title: '处罚机关', value: (_, matter) => matter.unit, unit: true },
  ],
  withheld: (facts) => {
    if (facts.minor) {
      return { reason: '当事人是未成年人，不予公示', basis: basis.disclosure };
    }
    if (facts.decidedOn && facts.decidedOn < firstDisclosure) {
      return { reason: '作出决定时尚无公示行政处罚决定的规定', basis: basis.disclosure };
    }
    const reason = keptFromMarketDisclosure(facts);
    return reason === undefined ? undefined : { reason, basis: basis.marketDisclosure };
  },
  months: monthsShown,
};
