import type { Provision } from '../kernel/clock/law.ts';
import { days, months, statute, years } from './statute.ts';

/** 国家赔偿法 (amended 2012). */
export const stateCompensation: readonly Provision[] = statute(
  {
    law: '国家赔偿法',
    edition: '2012年修正',
    system: '国家赔偿',
    from: '2013-01-01',
    to: null,
    verified: 'verified',
    source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
  },
  [
    {
      id: 'PC-01',
      article: '第十二条',
      kind: 'clock',
      startsWith: '收到赔偿申请',
      endsWith: '一次告知补正',
      limit: days(5),
      rule: '自收到赔偿申请之日起5日内一次告知补正。',
      note: 'Missing material: tell on spot or within 5 d; dated sealed receipt.',
    },
    {
      id: 'PC-02',
      article: '第十三条',
      kind: 'clock',
      startsWith: '收到赔偿申请',
      endsWith: '作出是否赔偿的决定',
      limit: months(2),
      rule: '自收到赔偿申请之日起2个月内作出是否赔偿的决定。',
      note: 'Compensation decision (serve within 10 d).',
    },
    {
      id: 'PC-03',
      article: '第十四条',
      kind: 'clock',
      startsWith: '收到决定或者期限届满',
      endsWith: '起诉',
      limit: months(3),
      rule: '自收到决定或者期限届满之日起3个月内起诉。',
      note: 'Sue.',
    },
    {
      id: 'PC-04',
      article: '第三十七条',
      kind: 'clock',
      startsWith: '收到支付申请',
      endsWith: '向财政部门提出支付申请',
      limit: days(7),
      rule: '自收到支付申请之日起7日内向财政部门提出支付申请。',
      note: 'Payment request to finance 7 d; finance pays 15 d.',
    },
    {
      id: 'PC-05',
      article: '第三十九条',
      kind: 'clock',
      startsWith: '知道或者应当知道权利受侵害',
      endsWith: '请求赔偿',
      limit: years(2),
      rule: '自知道或者应当知道权利受侵害之日起2年内请求赔偿。',
      note: 'Claim limitation.',
    },
  ],
);
