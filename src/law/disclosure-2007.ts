import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/** 政府信息公开条例 of 2007 (Order 492), in force up to 2019-05-14. */
export const disclosure2007: readonly Provision[] = statute(
  {
    law: '政府信息公开条例',
    edition: '2007年',
    system: '政府信息公开',
    from: '2008-05-01',
    to: '2019-05-14',
    verified: 'verified',
    source: 'fsou.com/html/text/chl/903/90387_4.html',
  },
  [
    {
      id: 'GK0-01',
      article: '第十八条',
      kind: 'publication',
      startsWith: '信息形成或者变更',
      endsWith: '主动公开',
      limit: workdays(20),
      rule: '自信息形成或者变更之日起20个工作日内主动公开，法律、法规另有规定的从其规定。',
      note: 'Proactive publication. Extension: laws/regs may differ.',
      source: 'law.lawtime.cn/lifadongtai/21248.html',
    },
    {
      id: 'GK0-02',
      article: '第二十四条',
      kind: 'clock',
      startsWith: '收到申请',
      endsWith: '答复',
      limit: workdays(15),
      extension: [
        { amount: 15, unit: 'workday', approver: '政府信息公开工作机构负责人', condition: '告知申请人' },
      ],
      pauses: '征求第三方意见所需时间不计入',
      rule: '能当场答复的当场答复；不能的自收到申请之日起15个工作日内答复，经公开工作机构负责人同意可以延长15个工作日并告知申请人。',
      note: 'Reply to request.',
    },
    {
      id: 'GK0-03',
      article: '第十三条',
      kind: 'gate',
      rule: '申请公开的信息应当与自身生产、生活、科研等特殊需要有关。',
      note: 'Request tied to own production/life/research special need (dropped in 2019).',
      source: 'fgw.sxjz.gov.cn/xxgk/xxgkgd',
    },
    {
      id: 'GK0-04',
      article: '第三十一条',
      kind: 'report',
      fixedDue: { every: 'year', month: 3, day: 31 },
      rule: '各行政机关每年3月31日前公布政府信息公开工作年度报告。',
      note: 'EVERY organ publishes its annual disclosure report.',
      verified: 'memory-high',
      source: 'from memory',
    },
    {
      id: 'GK0-05',
      article: '第二十三条',
      kind: 'gate',
      rule: '涉及商业秘密、个人隐私的应当书面征求第三方意见；第三方同意或者不公开会对公共利益造成重大影响的才予公开。',
      note: 'Third party secrets/privacy: written consult; disclose only with consent or for major public interest.',
    },
    {
      id: 'GK0-06',
      article: '第二十五条、第二十七条',
      kind: 'clock',
      rule: '公民可以要求更正与其自身相关的不准确信息；提供信息只收取检索、复制、邮寄等成本费用。',
      note: 'Correction of own record; fees: only copying/postage cost.',
    },
  ],
);
