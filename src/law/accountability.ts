import type { Provision } from '../kernel/clock/law.ts';
import { statute } from './statute.ts';

/** Annual report, inspection and first responsibility for building a law-based government. */
export const accountability: readonly Provision[] = [
  ...statute(
    {
      law: '法治政府建设与责任落实督察工作规定',
      system: '法治政府年度报告与督察',
      from: '2019-04-15',
      to: null,
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'DC-02',
        article: '第二十三条第一款',
        kind: 'report',
        endsWith: '向党中央、国务院报告',
        fixedDue: { every: 'year', month: 3, day: 31 },
        rule: '省级党委政府和国务院部门每年4月1日前报告上年度法治政府建设情况，并抄送中央依法治国办。',
        note: 'Provinces and State Council departments → Party centre/State Council, copy 中央依法治国办.',
      },
      {
        id: 'DC-03',
        article: '第二十三条第二款',
        kind: 'report',
        endsWith: '部门报告上年度情况',
        fixedDue: { every: 'year', month: 2, day: 31 },
        rule: '县级以上政府部门每年3月1日前向同级党委、政府和上一级部门报告上年度法治政府建设情况，并抄送督察单位。',
        note: 'County+ departments → same-level Party committee & government and superior department, copy 督察单位.',
      },
      {
        id: 'DC-04',
        article: '第二十三条第二款',
        kind: 'report',
        endsWith: '政府向党委和人大常委会报告',
        fixedDue: { every: 'year', month: 2, day: 31 },
        rule: '县级以上政府每年3月1日前向同级党委、人大常委会报告上年度法治政府建设情况。',
        note: 'County+ governments → same-level Party committee and People’s Congress SC.',
      },
      {
        id: 'DC-05',
        article: '第二十三条第二款',
        kind: 'report',
        endsWith: '党委、政府向上一级报告',
        fixedDue: { every: 'year', month: 2, day: 31 },
        rule: '省级以下党委、政府每年3月1日前向上一级党委、政府报告上年度法治政府建设情况，并抄送上一级督察单位。',
        note: 'Sub-provincial Party committees & governments → next higher, copy higher 督察单位.',
      },
      {
        id: 'DC-06',
        article: '第二十四条',
        kind: 'publication',
        endsWith: '公开年度报告',
        fixedDue: { every: 'year', month: 3, day: 31 },
        rule: '地方各级政府和县级以上政府部门每年4月1日前公开法治政府建设年度报告，涉密的除外。',
        note: 'Local governments and county+ departments publish annual report (except secrets).',
      },
      {
        id: 'DC-07',
        article: '第二十五条',
        kind: 'report',
        rule: '年度报告包括主要举措和成效、不足和原因、主要负责人履行第一责任人职责情况、下一年度安排和其他情况。',
        note: 'Content: (1) measures and results; (2) shortcomings and causes; (3) 第一责任人 performance; (4) next-year arrangement; (5) other.',
      },
      {
        id: 'DC-08',
        article: '第七条、第八条、第九条',
        kind: 'qualification',
        quantity: { amount: 2, unit: 'per year' },
        rule: '党委理论学习、政府和部门每年各举办两次以上法治专题讲座，并组织测试和培训。',
        note: '≥2 rule-of-law lectures each year: Party committee group study, government, department; tests and training.',
      },
      {
        id: 'DC-09',
        article: '第七条、第八条',
        kind: 'gate',
        rule: '党委每年至少听取一次法治政府建设情况汇报；政府和部门每年部署年度重点工作。',
        note: 'Party committee hears report at least yearly; government makes yearly plan and assigns; departments likewise.',
      },
      {
        id: 'DC-10',
        article: '第十一条至第二十条',
        kind: 'gate',
        rule: '督察单位制定年度计划，开展书面督察或者实地督察，反馈意见并限期整改，结果作为考核依据。',
        note: '督察: annual plan; written (self-check + report) or on-site; special 督察; report; feedback, rectification in set term with report back; results used in assessment.',
      },
    ],
  ),
  ...statute(
    {
      law: '党政主要负责人履行推进法治建设第一责任人职责规定',
      system: '法治政府年度报告与督察',
      from: '2016-11-30',
      to: null,
      verified: 'memory-high',
      source: 'from memory',
    },
    [
      {
        id: 'DC-11',
        kind: 'report',
        rule: '党政主要负责人应当将履行推进法治建设第一责任人职责情况列入年终述职。',
        note: 'Principal leaders put 第一责任人 performance in year-end 述职 (述法).',
      },
    ],
  ),
];
