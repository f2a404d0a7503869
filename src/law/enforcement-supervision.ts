import type { Provision } from '../kernel/clock/law.ts';
import { statute } from './statute.ts';

/** Supervision of enforcement, and certificates of officers. */
export const enforcementSupervision: readonly Provision[] = [
  ...statute(
    {
      law: '行政执法监督条例',
      system: '执法监督',
      from: '2026-02-01',
      to: null,
      verified: 'verified',
      source:
        'moqicareer.com/zckd/xzfg/3923.html; acla.org.cn; buenomex.com/news/guonei/2025-12-23/1813490.html (Xinhua text, opening only)',
    },
    [
      {
        id: 'JD-01',
        article: '第六条等',
        kind: 'gate',
        rule: '司法行政部门为行政执法监督机关，开展日常、重点、专项监督，使用通知书、意见书、决定书；其中的具体期限尚未核对。',
        note: 'State regulation of enforcement supervision: justice departments are the supervision organ; 日常/重点/专项; notice, opinion, decision documents; 7 chapters, 44 arts. Inner clocks NOT read.',
      },
      {
        id: 'JD-02',
        article: '关于定期报告的规定',
        kind: 'report',
        rule: '执法监督机关定期向本级政府报告执法监督工作情况。',
        note: 'Supervision organ reports periodically to same-level government.',
      },
    ],
  ),
  ...statute(
    {
      law: '行政执法证件管理（各省规定）',
      system: '行政处罚',
      from: '2021-07-15',
      to: null,
      verified: 'verified',
      source:
        'statute part 处罚法/强制法 text github LawRefBook/Laws @2f4c5c2 (national law DB text); Hebei number seen on a public page',
    },
    [
      {
        id: 'ZJ-01',
        kind: 'qualification',
        rule: '执法人员应当持有有效的行政执法证件；证件由省级统一管理，国家层面没有单一的规定。',
        note: 'Enforcement certificate: national base = 处罚法 42/55 and 强制法 17/18; provinces issue; 国务院 rule set: none single. Hebei old rule 1993令88.',
      },
    ],
  ),
];
