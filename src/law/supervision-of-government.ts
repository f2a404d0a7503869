import type { Provision } from '../kernel/clock/law.ts';
import { days, statute } from './statute.ts';

/** Government supervision and the 12345 line. */
export const supervisionOfGovernment: readonly Provision[] = [
  ...statute(
    {
      law: '国办发〔2020〕53号',
      system: '政务督查',
      from: '2020-12-28',
      to: null,
      verified: 'verified',
      source: 'cnganbu.com',
    },
    [
      {
        id: 'RX-01',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2021-12-31' },
        rule: '2021年底前实现一个号码对外，7×24小时受理，分类处置并督办考核；没有统一的答复期限，不代替复议和信访。',
        note: '12345: 7×24, single number by end 2021, category transfer, supervision and assessment; no fixed national reply clock; does not replace 复议/信访.',
      },
    ],
  ),
  ...statute(
    {
      law: '政府督查工作条例',
      system: '政务督查',
      from: '2021-02-01',
      to: null,
      verified: 'verified',
      source: 'github LawRefBook/Laws @2f4c5c2 (national law DB text)',
    },
    [
      {
        id: 'ZD-01',
        article: '第十七条',
        kind: 'clock',
        startsWith: '收到督查结论',
        endsWith: '申请复核',
        limit: days(30),
        rule: '督查对象对督查结论有异议的，自收到之日起30日内向作出结论的政府申请复核。',
        note: 'Subject disagrees with 督查 conclusion: ask review; decided in 30 d; original staff recused.',
      },
      {
        id: 'ZD-02',
        article: '第十七条',
        kind: 'clock',
        startsWith: '收到复核申请',
        endsWith: '作出复核决定',
        limit: days(30),
        rule: '收到复核申请的政府30日内作出复核决定，参与作出督查结论的人员回避。',
      },
    ],
  ),
];
