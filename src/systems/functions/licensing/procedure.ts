import { defineProcedure } from '../../../kernel/procedure/declaration.ts';
import { asLongAsFiles } from '../../retention.ts';
import { clocks } from './clocks.ts';
import { documents } from './documents.ts';
import type { LicenceFacts } from './fields.ts';
import { indicators } from './indicators.ts';
import { progress } from './progress.ts';
import { publications } from './publications.ts';
import { rules } from './rules.ts';
import { completion } from './steps/completion.ts';
import { decision } from './steps/decision.ts';
import { intake } from './steps/intake.ts';
import { review } from './steps/review.ts';

/** Row B2: one application for a licence, from the window to the delivered decision. */
export const licence = defineProcedure<LicenceFacts>({
  id: 'licence',
  version: 1,
  row: 'B2',
  name: '行政许可',
  chapter: 'functions',
  about: '办理行政许可申请：收件、一次性告知、受理、审查、决定、送达，支持当场办结、容缺受理和告知承诺。',
  basis: [{ law: '行政许可法' }],
  prefix: 'XK',
  stages: {
    received: { name: '收件待审' },
    correcting: { name: '待补正' },
    reviewing: { name: '审查中' },
    special: { name: '特别程序' },
    hearing: { name: '听证中' },
    proposed: { name: '待决定' },
    issuing: { name: '待送达' },
    'issuing-on-commitment': { name: '待送达（告知承诺）' },
    verifying: { name: '承诺核查' },
    closed: { name: '已办结', final: true },
  },
  steps: { ...intake, ...review, ...decision, ...completion },
  clocks,
  publications,
  rules,
  documents,
  indicators,
  title: (facts) => `${facts.itemName ?? ''}${facts.organisation ? `（${facts.organisation}）` : ''}`,
  search: ['organisation', 'creditCode', 'personName', 'decisionNumber', 'licenceNumber'],
  progress,
  columns: ['organisation', 'decisionNumber', 'decidedOn'],
  retention: asLongAsFiles,
});
