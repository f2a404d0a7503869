import { defineProcedure } from '../../../kernel/procedure/declaration.ts';
import { clocks } from './clocks.ts';
import { documents } from './documents.ts';
import type { RequestFacts } from './fields.ts';
import { indicators } from './indicators.ts';
import { progress } from './progress.ts';
import { publications } from './publications.ts';
import { rules } from './rules.ts';
import { answering } from './steps/answering.ts';
import { handling } from './steps/handling.ts';
import { intake } from './steps/intake.ts';
import { regulation } from './words.ts';

/** Row F7: a request for government information, from the portal or the counter to the delivered answer. */
export const disclosureRequest = defineProcedure<RequestFacts>({
  id: 'disclosure-request',
  version: 1,
  row: 'F7',
  name: '依申请公开',
  chapter: 'oversight',
  about: '办理公民、法人和其他组织的政府信息公开申请：登记、一次补正、征求意见、延期、答复、送达。',
  basis: [regulation('第二十七条', 'GK1-18')],
  prefix: 'GK',
  stages: {
    registered: { name: '已登记' },
    correcting: { name: '待补正' },
    handling: { name: '办理中' },
    consulting: { name: '征求意见中' },
    explaining: { name: '待说明理由' },
    paying: { name: '待缴费' },
    delivering: { name: '待送达' },
    closed: { name: '已办结', final: true },
  },
  steps: { ...intake, ...handling, ...answering },
  clocks,
  publications,
  rules,
  documents,
  indicators,
  progress,
  publicStart: 'apply',
  title: (facts) => facts.subject ?? '',
  search: ['subject', 'organisation', 'creditCode', 'personName', 'replyNumber'],
  columns: ['subject', 'applicantClass', 'organisation', 'replyNumber'],
});
