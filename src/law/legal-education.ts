import type { Provision } from '../kernel/clock/law.ts';
import { statute } from './statute.ts';

/** Study of law and legal publicity. */
export const legalEducation: readonly Provision[] = [
  ...statute(
    {
      law: '法治宣传教育法',
      system: '学法普法',
      from: '2025-11-01',
      to: null,
      verified: 'verified',
      source: 'github ImCa0/just-laws @5c000d2 (2026-07-17)',
    },
    [
      {
        id: 'XX-01',
        article: '第十八条、第三十五条至第三十八条',
        kind: 'qualification',
        rule: '国家工作人员应当学法用法、接受测试，落实应知应会清单，并在述职中报告学法情况。',
        note: 'State-staff study, tests, list of must-know law, and 述职 of law study.',
      },
      {
        id: 'XX-02',
        article: '第十三条',
        kind: 'publication',
        rule: '每年12月4日为国家宪法日，通过多种形式开展宪法宣传教育。',
        note: 'Constitution Day and publicity week around 12-04. Day of the year: 12-04.',
      },
      {
        id: 'XX-03',
        article: '第五十六条至第五十八条',
        kind: 'report',
        rule: '法治宣传教育评估结果公布；可以制发普法提示；政府和司法行政部门按规定向人大常委会报告。',
        note: 'Evaluation results published; 普法提示; government/justice reports to People’s Congress SC as provided.',
      },
    ],
  ),
  ...statute(
    {
      law: '关于建立领导干部应知应会党内法规和国家法律清单制度的意见',
      system: '学法普法',
      from: '2023-08-02',
      to: null,
      verified: 'memory-high',
      source: 'from memory',
    },
    [
      {
        id: 'XX-04',
        kind: 'qualification',
        rule: '制定领导干部应知应会党内法规和国家法律清单，部门结合实际补充。',
        note: 'Leading-cadre list of Party rules and laws to know; department supplements.',
      },
    ],
  ),
  ...statute(
    {
      law: '第八个五年法治宣传教育规划',
      edition: '2021—2025年',
      system: '学法普法',
      from: '2021-06-10',
      to: '2025-12-31',
      verified: 'memory-medium',
      source: 'from memory (seen, address not kept)',
    },
    [
      {
        id: 'XX-05',
        kind: 'gate',
        rule: '第八个五年法治宣传教育规划（2021年至2025年）；第九个五年规划尚未查到。',
        note: 'Eighth five-year 2021–2025 (Hebei 冀发〔2021〕26号); ninth plan 2026–2030 not found.',
      },
    ],
  ),
  ...statute(
    {
      law: '关于完善国家工作人员学法用法制度的意见',
      system: '学法普法',
      from: '2016-03-22',
      to: null,
      verified: 'memory-medium',
      source: 'from memory',
    },
    [
      {
        id: 'XX-06',
        kind: 'qualification',
        rule: '国家工作人员学法制度：会前学法、任前法律考试、年度考试。',
        note: 'Study-law meetings, pre-appointment law test, annual test for state staff.',
      },
    ],
  ),
];
