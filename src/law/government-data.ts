import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/** 政务数据共享条例 (2025). */
export const governmentData: readonly Provision[] = statute(
  {
    law: '政务数据共享条例',
    system: '政务数据',
    from: '2025-08-01',
    to: null,
    verified: 'verified',
    source: 'github qisehong/china-law-db @b477e47 (2026-06-08)',
  },
  [
    {
      id: 'SJG-01',
      article: '第二十一条',
      kind: 'clock',
      startsWith: '收到共享申请（有条件共享）',
      endsWith: '答复',
      limit: workdays(10),
      extension: [
        {
          amount: 10,
          unit: 'workday',
          approver: '同级政务数据共享主管部门',
          condition: '告知需求部门',
        },
      ],
      rule: '有条件共享的，自收到申请之日起10个工作日内答复；因特殊原因经同级共享主管部门同意可以延长，最长不超过10个工作日。',
      note: 'Data sharing: unconditional 1 wd; conditional 10 wd.',
    },
    {
      id: 'SJG-02',
      article: '第二十二条',
      kind: 'clock',
      startsWith: '同意共享',
      endsWith: '提供数据',
      limit: workdays(20),
      rule: '自同意共享之日起20个工作日内提供数据。',
      note: 'Provide shared data.',
    },
    {
      id: 'SJG-03',
      article: '第二十一条',
      kind: 'clock',
      startsWith: '收到共享申请（无条件共享）',
      endsWith: '答复',
      limit: workdays(1),
      extension: [
        { amount: 10, unit: 'workday', approver: '同级政务数据共享主管部门', condition: '告知需求部门' },
      ],
      rule: '无条件共享的，自收到申请之日起1个工作日内答复；因特殊原因经同级共享主管部门同意可以延长，最长不超过10个工作日。',
    },
  ],
);
