import { describe, expect, test } from 'vitest';
import { readFigures } from '../figures/index.ts';
import type { RelationKind } from '../model.ts';
import { readRelations } from './index.ts';

/** Arithmetic met in published reports, in sentences of our own: the kind, the stated and the computed value. */
const WORKED: readonly (readonly [text: string, kind: RelationKind, stated: number, computed: number])[] = [
  ['保留政务服务事项515项,其中行政许可事项218项,公共服务等其他事项297项。', 'sum', 515, 515],
  [
    '行政权力事项841项,其中许可24项、裁决2项、奖励1项、确认2项、处罚765项、强制29项、检查5项、其他13项。',
    'sum',
    841,
    841,
  ],
  ['政务服务事项1494项,实现最多跑一次事项1494项,占比100%。', 'rate', 100, 100],
  ['政务服务事项1494项,进驻大厅1374项,进驻率92%。', 'rate', 92, 91.9679],
  ['能力建设22分,其中组织5分、制度5分、培训8分、考核4分。', 'sum', 22, 22],
  ['决策部分21分,分别为10分、8分、3分。', 'sum', 21, 21],
  ['检查公共场所单位236家,其中住宿73家,游泳9家,美容美发154家。', 'sum', 236, 236],
  [
    '梳理事项357项,其中许可49项、处罚251项、强制9项、征收7项、给付1项、检查4项、确认3项、奖励10项、裁决1项、其他22项。',
    'sum',
    357,
    357,
  ],
  ['公开政务信息140余条,其中动态38条,公告24条,政策81条。', 'sum', 140, 143],
  ['主动公开信息235条,其中动态34条、文件161条、解读2条、公告30条、计划4条、其他4条。', 'sum', 235, 235],
  ['受理环境投诉3511起,办结3511起,办结率100%。', 'rate', 100, 100],
  ['办理处罚案件1301件(公路122件、运政1058件、水上45件、质监76件)。', 'sum', 1301, 1301],
  ['市级审批事项由1133项减少到282项,累计减少75.1%。', 'change', 75.1, 75.1103],
  ['行政职权共3064项,其中县级3001项,乡级63项。', 'sum', 3064, 3064],
  ['作出处罚156件,包括罚款152件,没收4件。', 'sum', 156, 156],
  ['行政审批事项由799项精简为326项,精简率59.2%。', 'change', 59.2, 59.199],
  ['行政权力事项由8780项精简为3843项,精简率56.2%。', 'change', 56.2, 56.2301],
  ['三镇履职事项共4402项,分别为1298项、1316项、1788项。', 'sum', 4402, 4402],
  ['办理审批业务28项,其中新办20项,变更5项,延续1项,补证1项,注销1项。', 'sum', 28, 28],
  ['办事事项1319项,其中零跑事项462项,零跑率35%。', 'rate', 35, 35.0265],
];

describe('worked relations hold', () => {
  test.each(WORKED)('%s', (text, kind, stated, computed) => {
    const relations = readRelations(text, readFigures(text)).filter((item) => item.kind === kind);
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ stated, computed, holds: true });
  });
});

test('truncation and rounding are named', () => {
  const note = (text: string) =>
    readRelations(text, readFigures(text)).find((item) => item.kind === 'rate')!.note;
  expect(note('收到申请300件,办结199件,办结率66.3%。')).toContain('四舍五入');
  expect(note('收到申请300件,办结200件,办结率66.6%。')).toContain('截尾');
});

describe('hostile text is read in linear time', () => {
  const hostile = [
    '1件,',
    '其中1件',
    '1%',
    '占1%',
    '《',
    '》2个',
    '“',
    '、',
    '2个《甲》',
    '由1件至',
    '率1%,2件',
    '(1件',
    '合计3件',
    '2个,一是',
  ];
  test.each(hostile)('50 KB of %s', (unit) => {
    const text = unit.repeat(50_000 / unit.length);
    const begun = performance.now();
    readRelations(text, readFigures(text));
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
