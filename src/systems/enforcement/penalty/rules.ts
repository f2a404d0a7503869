import { addDays } from '../../../kernel/dates.ts';
import { lastTaken } from '../../../kernel/procedure/matter.ts';
import type { RuleDeclaration } from '../../../kernel/supervision/declaration.ts';
import type { PenaltyFacts } from './fields.ts';
import { basis } from './law.ts';

/** What supervision looks for beside late clocks: things the law allows, yet asks to be explained. */
export const rules: readonly RuleDeclaration<PenaltyFacts>[] = [
  {
    id: 'outside-benchmark',
    name: '处罚不在裁量基准幅度内',
    level: 'yellow',
    after: ['decide'],
    finds: ({ facts }) => facts.outsideBenchmark === true,
    say: ({ facts }) => `罚款${facts.fine ?? 0}元不在裁量基准幅度内，请核对批准的理由。`,
    basis: basis.benchmark,
  },
  {
    id: 'heavier-after-defence',
    name: '陈述申辩后处罚加重',
    level: 'red',
    after: ['decide'],
    finds: ({ facts, matter }) =>
      lastTaken(matter, 'record-defence') !== undefined && (facts.fine ?? 0) > (facts.firstProposedFine ?? 0),
    say: ({ facts }) =>
      `首次拟罚款${facts.firstProposedFine}元，当事人陈述申辩后决定罚款${facts.fine}元，请核查是否因陈述申辩加重处罚。`,
    basis: basis.defence,
  },
  {
    id: 'certificate-expiring',
    name: '承办人员执法证件即将到期',
    level: 'green',
    after: ['propose-filing', 'replace-officers'],
    finds: ({ facts, certificates, on }) =>
      certificates.some(
        (certificate) =>
          certificate.kind === 'enforcement' &&
          facts.officers?.includes(certificate.person) &&
          certificate.to <= addDays(on, 30),
      ),
    say: '承办人员的执法证件三十日内到期，请及时办理换证，到期后不能再参加本案调查。',
    basis: basis.officers,
  },
  {
    id: 'exempted-large',
    name: '免予处罚金额较大',
    level: 'yellow',
    after: ['decide-no-penalty'],
    finds: ({ facts }) => (facts.exemptedAmount ?? 0) >= 100_000,
    say: ({ facts }) => `不予处罚的案件按裁量基准本应罚款${facts.exemptedAmount}元，请复核不予处罚的条件。`,
    basis: basis.exemption,
  },
];
