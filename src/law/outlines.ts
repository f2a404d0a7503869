import type { Provision } from '../kernel/clock/law.ts';
import { statute, workdays } from './statute.ts';

/** Outlines and model indicators of a law-based government. */
export const outlines: readonly Provision[] = [
  ...statute(
    {
      law: '市县法治政府建设示范指标体系',
      edition: '2021年版',
      system: '规范性文件',
      from: '2021-08-01',
      to: null,
      verified: 'verified',
      source: 'xjbtnss.gov.cn; tbccode.com',
    },
    [
      {
        id: 'GW-10',
        article: '第24项',
        kind: 'clock',
        startsWith: '公布草案',
        endsWith: '征求意见截止',
        limit: workdays(7),
        sense: 'at-least',
        rule: '对公众有重大影响的规范性文件征求意见不少于7个工作日，与市场主体密切相关的不少于30日。',
        note: 'Indicator: doc with major public impact comment ≥7 WORKDAYS; market-related ≥30 d.',
      },
      {
        id: 'GW-11',
        article: '第27项',
        kind: 'report',
        rule: '规范性文件报备率、及时率、规范率均达到100%。',
        note: 'Filing rate, timeliness, standard rate all 100%.',
        source: 'tbccode.com',
      },
      {
        id: 'ZB-02',
        kind: 'gate',
        rule: '2021年版指标体系：9项一级、32项二级、100项三级指标。',
        note: '2021 edition: 9 first / 32 second / 100 third. Heads (wording medium): 政府职能; 制度体系; 重大决策; 行政执法; 突发事件; 矛盾纠纷; 权力制约; 法治思维; 组织领导.',
        system: '法治政府纲要',
        to: '2023-05-31',
        source: 'scfzw.net/zhengfu/37/101304.html; czj.chuzhou.gov.cn/ztzl/yfxz/1104200385.html',
      },
    ],
  ),
  ...statute(
    {
      law: '法治政府建设实施纲要',
      edition: '2015—2020年',
      system: '法治政府年度报告与督察',
      from: '2015-12-27',
      to: '2019-04-14',
      verified: 'verified',
      source: 'fx361.cc/page/2017/1226/22615693.shtml',
    },
    [
      {
        id: 'DC-01',
        article: '组织保障部分',
        kind: 'report',
        endsWith: '报告上年度法治政府建设情况',
        fixedDue: { every: 'year', month: 3, day: 31 },
        rule: '县级以上政府每年第一季度向同级党委、人大常委会和上一级政府报告上年度法治政府建设情况，部门向本级政府和上级部门报告，报告应当公开。',
        note: 'Old duty: FIRST QUARTER each year county+ government reports to same-level Party committee, People’s Congress SC, and superior government; departments to government and superior; made public.',
      },
      {
        id: 'GO-01',
        kind: 'gate',
        rule: '七个方面任务和组织保障：依法全面履职、制度体系、科学民主依法决策、严格规范公正文明执法、权力制约监督、化解矛盾纠纷、法治思维和能力，共44项措施。',
        note: '7 task groups + 组织保障: 依法全面履行政府职能; 完善依法行政制度体系; 推进行政决策科学化民主化法治化; 严格规范公正文明执法; 强化权力制约监督; 依法有效化解矛盾纠纷; 提高法治思维和依法行政能力 (44 measures).',
        system: '法治政府纲要',
        to: '2020-12-31',
        verified: 'memory-high',
        source: 'from memory',
      },
    ],
  ),
  ...statute(
    {
      law: '法治政府建设实施纲要',
      edition: '2021—2025年',
      system: '法治政府纲要',
      from: '2021-08-11',
      to: '2025-12-31',
      verified: 'verified',
      source: 'github waystowork/waystowork.github.io @e1c3f865f',
    },
    [
      {
        id: 'GO-02',
        kind: 'gate',
        rule: '十个部分三十五点：总体要求、机构职能、依法行政制度、行政决策、行政执法、突发事件应对、社会矛盾纠纷、权力制约监督、科技保障和党的领导。',
        note: '10 parts / 35 points: general; 机构职能; 依法行政制度; 行政决策; 行政执法; 突发事件应对; 社会矛盾纠纷; 权力制约监督; 科技保障(数字); 党的领导.',
      },
      {
        id: 'GO-03',
        article: '（三十四）',
        kind: 'qualification',
        quantity: { amount: 60, unit: 'study-hours/year' },
        rule: '执法人员每年接受业务和法律知识培训不少于60学时；地方政府领导班子每年举办两期以上法治专题讲座；市县执法部门负责人任期内至少接受一次法治专题脱产培训。',
        note: 'Enforcers: ≥60 study hours a year of professional/legal training (besides political study); local government leadership ≥2 law lectures a year; city/county enforcement-department heads ≥1 off-job law training per term.',
      },
      {
        id: 'GO-04',
        kind: 'gate',
        fixedDue: { every: 'once', date: '2025-12-31' },
        rule: '有期限的目标：2022年底前完成复议体制改革，2023年底前建成文件查询平台，2024年底前建成四级执法协调监督体系，2025年督察全覆盖。',
        note: 'Dated goals: 复议 reform by end 2022; local docs query platform by end 2023; four-level enforcement coordination/supervision by end 2024; 督察 full coverage by 2025; annual catalogue of major decisions.',
      },
      {
        id: 'GO-05',
        kind: 'gate',
        rule: '2026年至2030年的法治政府建设纲要尚未查到。',
        note: 'No successor outline (2026–2030) found in any source to 2026-07; keep slot open.',
        from: '2026-01-01',
        to: null,
        verified: 'memory-medium',
        source: 'from memory',
      },
    ],
  ),
  ...statute(
    {
      law: '市县法治政府建设示范指标体系',
      edition: '2019年版',
      system: '法治政府纲要',
      from: '2019-05-01',
      to: '2021-07-31',
      verified: 'memory-medium',
      source: 'from memory',
    },
    [
      {
        id: 'ZB-01',
        kind: 'gate',
        rule: '2019年版指标体系：8项一级指标、100项三级指标。',
        note: '2019 edition: 8 first-level, 100 third-level (2nd-level count not confirmed).',
      },
    ],
  ),
  ...statute(
    {
      law: '第三批法治政府建设示范创建申报指南',
      system: '法治政府纲要',
      from: '2023-05-01',
      to: null,
      verified: 'verified',
      source: 'yongchang.gov.cn 金政发〔2025〕33号',
    },
    [
      {
        id: 'ZB-03',
        kind: 'gate',
        rule: '第三批示范创建使用的指标：10项一级、34项二级、104项三级。',
        note: 'Third batch uses 10 first / 34 second / 104 third; named 2025-10-28: 72 areas, 33 projects.',
      },
    ],
  ),
];
