import type { LegalDate } from '../../../kernel/dates.ts';
import type { PublicationDeclaration } from '../../../kernel/publication/declaration.ts';
import { counterpartShown } from '../../counterpart.ts';
import type { LicenceFacts } from './fields.ts';

/** Seven workdays since 国办发〔2015〕51号; since 5 December 2018 by 国办发〔2018〕118号. */
const disclosureRule = (_: LicenceFacts, on: LegalDate) => (on >= '2018-12-05' ? 'S3-04' : 'S3-12');

const party = counterpartShown<LicenceFacts>('行政相对人类型', (facts) => facts.applicantKind);

/** Licences as the disclosure standard of 2018 (双公示) shows them; no telephone or number of a person. */
export const publications: { readonly [id: string]: PublicationDeclaration<LicenceFacts> } = {
  decision: {
    name: '行政许可决定公示',
    channel: 'licence-decisions',
    rule: disclosureRule,
    title: (_, matter) => `${matter.pins.item?.name ?? ''}准予行政许可决定`,
    fields: [
      { title: '许可决定日期', value: (facts) => facts.decidedOn },
      { title: '有效期自', value: (facts) => facts.validFrom },
      { title: '有效期至', value: (facts) => facts.validTo ?? '长期' },
      ...party,
      { title: '行政许可决定文书名称', value: () => '准予行政许可决定书' },
      { title: '行政许可决定文书号', value: (facts) => facts.decisionNumber },
      { title: '许可事项', value: (_, matter) => matter.pins.item?.name },
      { title: '许可证书名称', value: (_, matter) => matter.pins.item?.result },
      { title: '许可编号', value: (facts) => facts.licenceNumber },
      { title: '许可内容', value: (facts) => facts.content },
      { title: '许可机关', value: (_, matter) => matter.unit, unit: true },
      { title: '当前状态', value: () => '有效' },
    ],
  },
  revocation: {
    name: '撤销行政许可公示',
    channel: 'licence-decisions',
    rule: disclosureRule,
    title: (_, matter) => `${matter.pins.item?.name ?? ''}撤销行政许可决定`,
    fields: [
      ...party,
      { title: '许可事项', value: (_, matter) => matter.pins.item?.name },
      { title: '原行政许可决定文书号', value: (facts) => facts.decisionNumber },
      { title: '撤销日期', value: (facts) => facts.revokedOn },
      { title: '撤销理由', value: (facts) => facts.reasons },
      { title: '许可机关', value: (_, matter) => matter.unit, unit: true },
      { title: '当前状态', value: () => '撤销' },
    ],
  },
};
