import type { SchemeItem, Source } from './scheme.ts';
import type { Rule } from './scoring/rule.ts';

// An example of our own making: items and weights are nobody's official ones. Only the nine titles of the first level
// are those of 市县法治政府建设示范指标体系（2021年版）, whose own items and weights are not public.

/** Marks for 执法和审批部门, 综合部门, 镇街. */
type Marks = readonly [number, number, number];
export type Row = readonly [
  title: string,
  source: Source,
  rule: Rule,
  unit: string,
  marks: Marks,
  absent?: SchemeItem['whenAbsent'],
];
export type Part = readonly [title: string, rows: readonly Row[]];
export type Group = readonly [title: string, parts: readonly Part[]];

const figure = (indicator: string, measure?: string): Source => ({
  kind: 'indicator',
  indicator,
  ...(measure ? { measure } : {}),
});
const evidence: Source = { kind: 'evidence' };
const reviewers: Source = { kind: 'reviewers' };
const late = (procedure?: string): Source => ({ kind: 'late', ...(procedure ? { procedure } : {}) });
const judged: Rule = { kind: 'judged' };
const atLeast = (least: number, per: number, cap: number | null = null): Rule => ({
  kind: 'at-least',
  least,
  per,
  cap,
});
const atMost = (most: number, per: number, cap: number | null = null): Rule => ({
  kind: 'at-most',
  most,
  per,
  cap,
});
const all = (): Rule => ({ kind: 'presence', deduct: null });
const byPoint = (target: number, per: number, cap: number | null = null): Rule => ({
  kind: 'rate',
  target,
  below: 'per-point',
  per,
  cap,
});
const share = (target: number): Rule => ({ kind: 'rate', target, below: 'proportional', per: 0, cap: null });

export const exampleGroups: readonly Group[] = [
  [
    '政府职能依法全面履行',
    [
      [
        '清单管理',
        [
          ['权责清单公布并实施', figure('powers.items'), all(), '项', [3, 0, 3]],
          ['清单和办事指南内容准确', reviewers, judged, '', [2, 4, 2]],
        ],
      ],
      [
        '审批服务',
        [
          ['行政许可按期办结率', figure('licence.on-time-rate'), byPoint(1, 0.2, 3), '件', [4, 0, 3]],
          [
            '行政许可即办率',
            figure('licence.instant-share'),
            {
              kind: 'tiers',
              tiers: [
                { from: 0.3, share: 1 },
                { from: 0.15, share: 0.8 },
                { from: 0.05, share: 0.6 },
              ],
            },
            '件',
            [2, 0, 1],
          ],
          ['许可事项办理超过法定期限', late('licence'), atMost(0, 0.5, 2), '件', [3, 0, 2]],
        ],
      ],
    ],
  ],
  [
    '依法行政制度体系完善',
    [
      [
        '合法性审核',
        [
          ['合法性审查意见采纳率', figure('legality-review.adoption-rate'), share(1), '件', [4, 6, 4]],
          ['审查事项按期反馈', late('legality-review'), atMost(0, 0.5, 2), '件', [2, 4, 2]],
        ],
      ],
      [
        '规范性文件',
        [
          [
            '规范性文件报备及时',
            evidence,
            { kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null },
            '件',
            [3, 5, 3],
          ],
          ['规范性文件清理完成', evidence, all(), '', [2, 4, 2]],
        ],
      ],
    ],
  ],
  [
    '重大行政决策科学民主合法',
    [
      [
        '决策程序',
        [
          ['重大行政决策公众参与、专家论证、风险评估记录完整', reviewers, judged, '', [3, 6, 4]],
          ['决策事项经集体讨论', evidence, all(), '', [2, 4, 3]],
        ],
      ],
      ['决策监督', [['决策执行情况报告', evidence, atLeast(2, 1), '次', [2, 4, 2]]]],
    ],
  ],
  [
    '行政执法严格规范公正文明',
    [
      [
        '执法三项制度',
        [
          [
            '重大行政处罚决定法制审核率',
            figure('penalty.legality-review-rate'),
            { kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null },
            '件',
            [5, 0, 4],
          ],
          ['行政处罚决定按期公示率', figure('penalty.disclosure-rate'), byPoint(1, 0.5), '件', [5, 0, 4]],
          ['行政处罚案件超过法定期限', late('penalty'), atMost(0, 0.2, 4), '件', [4, 0, 4]],
        ],
      ],
      [
        '执法质量',
        [
          ['被复议、诉讼纠正的行政处罚决定', figure('penalty.annulled'), atMost(0, 1), '件', [5, 0, 4]],
          ['案卷评查情况', reviewers, judged, '', [4, 0, 4]],
        ],
      ],
      [
        '执法队伍',
        [
          [
            '执法资格年度审验合格',
            figure('certificate.checked', 'passed'),
            atLeast(2, 0.5),
            '人次',
            [3, 0, 3],
          ],
          ['持证执法人员数量', figure('certificate.held'), atLeast(2, 1), '人', [2, 0, 2]],
        ],
      ],
    ],
  ],
  [
    '行政权力制约监督科学有效',
    [
      [
        '政务公开',
        [
          [
            '依申请公开按期答复率',
            figure('disclosure-request.on-time-rate'),
            byPoint(1, 0.5),
            '件',
            [4, 6, 4],
          ],
          ['主动公开栏目及时更新', reviewers, judged, '', [2, 4, 2]],
        ],
      ],
      [
        '监督整改',
        [
          ['红色监察预警', figure('alert.raised', 'red'), atMost(0, 0.5, 3), '件', [3, 4, 3]],
          ['黄色监察预警', figure('alert.raised', 'yellow'), atMost(5, 0.1, 2), '件', [2, 3, 2]],
          ['各类法定期限超期', late(), atMost(0, 0.05, 3), '件', [3, 5, 3]],
        ],
      ],
    ],
  ],
  [
    '社会矛盾纠纷依法有效化解',
    [
      [
        '复议应诉',
        [
          [
            '行政机关负责人出庭应诉',
            evidence,
            { kind: 'rate', target: 1, below: 'proportional', per: 0, cap: null },
            '件',
            [3, 4, 3],
          ],
          [
            '生效裁判履行',
            evidence,
            { kind: 'rate', target: 1, below: 'nothing', per: 0, cap: null },
            '件',
            [2, 3, 2],
          ],
        ],
      ],
      ['调解信访', [['矛盾纠纷排查化解工作', reviewers, judged, '', [2, 3, 4]]]],
    ],
  ],
  [
    '重大突发事件依法预防处置',
    [
      [
        '预案演练',
        [
          ['应急预案修订', evidence, all(), '', [2, 3, 3]],
          ['应急演练', evidence, atLeast(2, 0.5), '次', [2, 2, 3]],
        ],
      ],
    ],
  ],
  [
    '政府工作人员法治思维和依法行政能力全面提高',
    [
      [
        '学法',
        [
          ['领导干部集体学法', evidence, atLeast(4, 0.5), '次', [3, 5, 3]],
          ['法治专题讲座', evidence, atLeast(2, 0.5), '次', [2, 3, 2]],
          ['工作人员学法考试参考率', evidence, byPoint(1, 0.1), '人', [2, 4, 2]],
        ],
      ],
    ],
  ],
  [
    '法治政府建设组织领导落实到位',
    [
      [
        '组织推进',
        [
          ['年度重点任务完成率', { kind: 'tasks' }, byPoint(1, 0.1), '项', [4, 8, 4]],
          ['专题研究法治政府建设工作', evidence, atLeast(3, 0.5), '次', [2, 3, 2]],
          ['年度法治政府建设情况报告质量', reviewers, judged, '', [2, 3, 2]],
        ],
      ],
      [
        '附加事项',
        [
          ['获得示范命名或者经验推广', evidence, { kind: 'bonus', per: 1, cap: 3 }, '项', [0, 0, 0]],
          ['拒不履行生效裁判', evidence, { kind: 'veto', effect: 'lowest' }, '件', [0, 0, 0]],
          ['因违法行政造成重大负面影响', evidence, { kind: 'veto', effect: 'lower' }, '件', [0, 0, 0]],
        ],
      ],
    ],
  ],
];
