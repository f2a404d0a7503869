import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/** 市场监督管理行政许可程序暂行规定 (2019). */
export const marketLicensing: readonly Provision[] = statute(
  {
    law: '市场监督管理行政许可程序暂行规定',
    system: '行政许可·市监',
    from: '2019-10-01',
    to: null,
    counting: 'DAY-14',
    verified: 'verified',
    source: 'github waystowork/waystowork.github.io @e1c3f865f',
  },
  [
    {
      id: 'DAY-14',
      article: '第七十七条',
      kind: 'clock',
      rule: '本规定的期限均以工作日计算，开始之日不计入。',
      note: 'Market-supervision licensing: every limit in this rule (agency AND applicant) is in workdays; start day not counted.',
    },
    {
      id: 'XKM-01',
      article: '第十五条',
      kind: 'clock',
      startsWith: '收到申请材料',
      endsWith: '一次告知补正',
      limit: workdays(5),
      rule: '5个工作日内一次告知需要补正的全部内容和合理的补正期限；无正当理由逾期不补正的，视为放弃申请。',
      note: 'One-time notice states all missing content AND a reasonable correction period; unexcused lapse = application abandoned.',
    },
    {
      id: 'XKM-02',
      article: '第五十四条',
      kind: 'clock',
      startsWith: '决定听证或者收到听证申请',
      endsWith: '确定听证主持人',
      limit: workdays(3),
      rule: '自决定听证或者收到听证申请之日起3个工作日内确定听证主持人。',
      note: 'Hearing host fixed.',
    },
  ],
);
