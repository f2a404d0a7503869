import { type DutyMeasure, dutiesOf } from '../systems/yearly/leader-duties/duties.ts';
import type { Body } from '../systems/yearly/leaders.ts';
import { holders, zone } from './zone.ts';

// What the leaders of the demo district do in a year: a script, with days as `MM-DD`. Names are those of the zone.

export interface DemoLeader {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly body: Body;
}

const headOf = (unit: string) => holders(unit, 'unit-head')[0]!.name;

/** The first responsible persons: of the party committee, of the government, of the units. */
export const leaders: readonly DemoLeader[] = [
  { name: '何四四', title: '党工委书记', unit: 'U01', body: 'party' },
  { name: holders('U01', 'region-head')[0]!.name, title: '管委会主任', unit: 'U01', body: 'government' },
  ...(
    [
      ['U03', '行政审批局局长'],
      ['U04', '市场监管局局长'],
      ['U05', '综合执法局局长'],
      ['U07', '应急管理局局长'],
      ['U14', '临港镇镇长'],
      ['U15', '青溪街道办事处主任'],
    ] as const
  ).map(([unit, title]) => ({ name: headOf(unit), title, unit, body: 'department' as const })),
];

export interface DemoMeeting {
  readonly day: string;
  readonly name: string;
  readonly kind: string;
  readonly agenda: readonly { readonly topic: string; readonly kind: string }[];
  readonly decisions: readonly { readonly text: string; readonly unit: string; readonly day: string }[];
}

const committee = (year: number, nth: string) => `${zone.name}法治建设领导小组${year}年第${nth}次会议`;

export const meetings = (year: number): readonly DemoMeeting[] => [
  {
    day: '02-20',
    name: committee(year, '一'),
    kind: 'group',
    agenda: [
      { topic: `听取${year - 1}年法治建设情况汇报`, kind: 'report' },
      { topic: `部署${year}年法治政府建设重点工作`, kind: 'plan' },
    ],
    decisions: [
      { text: '制定年度法治政府建设工作要点任务分解表', unit: 'U02', day: `${year}-03-31` },
      { text: '完成行政执法人员资格清理', unit: 'U05', day: `${year}-05-30` },
    ],
  },
  {
    day: '05-16',
    name: `党工委会议（法治建设专题）`,
    kind: 'party',
    agenda: [
      { topic: '听取上半年法治建设情况汇报', kind: 'report' },
      { topic: '会前学习行政复议法', kind: 'study' },
    ],
    decisions: [],
  },
  {
    day: '08-22',
    name: '主任办公会（行政执法质量提升）',
    kind: 'government',
    agenda: [
      { topic: '研究行政执法突出问题整治', kind: 'problem' },
      { topic: '会前学习行政处罚法', kind: 'study' },
    ],
    decisions: [
      { text: '整改案卷评查发现的问题', unit: 'U04', day: `${year}-10-31` },
      { text: '压减许可办理时限并公布', unit: 'U03', day: `${year}-11-14` },
    ],
  },
  {
    day: '11-07',
    name: committee(year, '二'),
    kind: 'group',
    agenda: [
      { topic: '听取法治督察情况汇报', kind: 'report' },
      { topic: '研究年度述法安排', kind: 'other' },
    ],
    decisions: [{ text: '报送年度法治建设情况', unit: 'U15', day: `${year}-12-12` }],
  },
];

export interface DemoSession {
  readonly day: string;
  readonly subject: string;
  readonly kind: string;
  readonly body: Body;
  readonly unit: string;
  readonly present: number;
}

const session = (
  day: string,
  kind: string,
  body: Body,
  unit: string,
  present: number,
  subject: string,
): DemoSession => ({ day, kind, body, unit, present, subject });

/** Fourteen sessions: one class, lectures of committee, government and units, study before meetings. */
export const sessions: readonly DemoSession[] = [
  session('01-17', 'before-meeting', 'government', 'U01', 18, '政府信息公开条例'),
  session('02-21', 'group', 'party', 'U01', 22, '法治思想专题学习'),
  session('03-14', 'before-meeting', 'government', 'U01', 19, '优化营商环境条例'),
  session('04-11', 'lecture', 'government', 'U02', 126, '行政处罚法专题讲座'),
  session('04-25', 'lecture', 'department', 'U04', 64, '市场监管行政处罚程序讲座'),
  session('05-16', 'before-meeting', 'party', 'U01', 16, '行政复议法'),
  session('06-13', 'lecture', 'party', 'U01', 88, '党内法规专题讲座'),
  session('07-11', 'class', 'government', 'U02', 73, '领导干部法治专题培训班'),
  session('08-22', 'before-meeting', 'government', 'U01', 20, '行政处罚法'),
  session('09-12', 'court', 'government', 'U02', 41, '旁听行政诉讼案件庭审'),
  session('09-26', 'lecture', 'government', 'U02', 118, '重大行政决策程序讲座'),
  session('10-17', 'lecture', 'party', 'U01', 92, '宪法专题讲座'),
  session('11-14', 'test', 'government', 'U02', 386, '国家工作人员法律知识测试'),
  session('12-04', 'group', 'party', 'U01', 23, '国家宪法日专题学习'),
];

/** How the duties of a whole year stand at its end, by this script: what the ledger counts too. */
export function standings(year: number, unit: string, body: Body, brought: readonly string[]) {
  return dutiesOf(body).map(([duty, { target, measure }]) => {
    const actual = countOf(measure, year, unit);
    const state = actual >= target || brought.includes(duty) ? 'done' : 'late';
    return { duty, target, actual, state };
  });
}

function countOf(measure: DutyMeasure, year: number, unit: string): number {
  if (measure.from === 'duty-report') return 1;
  if (measure.from !== 'figure') return 0;
  const { indicator, kind, of } = measure;
  const held = sessions.filter((row) => of === 'region' || row.unit === unit);
  switch (indicator) {
    case 'leading-group-meeting.reports-heard':
      return meetings(year).filter(
        (row) => row.kind === kind && row.agenda.some((item) => item.kind === 'report'),
      ).length;
    case 'leading-group-meeting.agenda':
      return meetings(year)
        .flatMap(({ agenda }) => agenda)
        .filter((item) => item.kind === kind).length;
    case 'law-study.lectures':
      return held.filter((row) => row.kind === 'lecture' && row.body === kind).length;
    default:
      return held.filter((row) => row.kind === kind).length;
  }
}
