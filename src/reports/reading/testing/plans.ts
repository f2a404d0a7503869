import type { TaskUnit } from '../model.ts';
import { printHan } from '../text/han-number.ts';
import { type Choices, choicesOf } from './random.ts';
import { heading, paper, unitsOf } from './words.ts';

/** A generated plan with its tasks. */
export interface KnownPlan {
  lines: string[];
  tasks: KnownTask[];
}

export interface KnownTask {
  number: string;
  part: string;
  demands: string[];
  quantities: string[];
  units: TaskUnit[];
  due: string | null;
  basis: string[];
}

const YEAR = 2024;

/** Quantified demands with the words a reader must find in them. */
const QUANTIFIED: readonly { demand: string; quantity: string }[] = [
  { demand: '每年至少举办2次专题讲座', quantity: '每年至少举办2次' },
  { demand: '常务会议每季度至少学法一次', quantity: '每季度至少学法一次' },
  { demand: '分值比重不低于10%', quantity: '不低于10%' },
  { demand: '培训不少于40学时', quantity: '不少于40学时' },
  { demand: '抽查比例不超过5%', quantity: '不超过5%' },
  { demand: '专职人员要达到6名以上', quantity: '要达到6名以上' },
  { demand: '印发后一个月内制定细则', quantity: '印发后一个月内' },
  { demand: '收到建议之日起20个工作日内答复', quantity: '收到建议之日起20个工作日内' },
];
const PLAIN = [
  '健全协作机制',
  '完善台账，按季通报',
  '对照“三张清单”逐项落实',
  '开展一次全面自查',
  '年底考核通报',
];

const DUES: readonly { text: string; day: string | null }[] = [
  { text: '2024年10月底前', day: '2024-10-31' },
  { text: '6月30日前', day: '2024-06-30' },
  { text: '2024年12月', day: '2024-12-31' },
  { text: '第三季度', day: '2024-09-30' },
  { text: '年底前', day: '2024-12-31' },
  { text: '2025年6月底前完成', day: '2025-06-30' },
  { text: '长期坚持', day: null },
];

/** How a plan prints who is responsible; one way for a whole plan. */
type Wording = (choices: Choices, groups: UnitGroups, due: string | null) => string;

interface UnitGroups {
  lead: string[];
  others: string[];
}

const list = (names: readonly string[], separator = '、') => names.join(separator);
const dueClause = (due: string | null, before: string) => (due === null ? '' : `${before}${due}`);

const WORDINGS: readonly { role: TaskUnit['role']; write: Wording }[] = [
  {
    role: 'responsible',
    write: (_, { lead, others }, due) =>
      `（牵头单位：${list(lead)}；责任单位：${list(others)}${dueClause(due, '；完成时限：')}）`,
  },
  {
    role: 'cooperating',
    write: (_, { lead, others }, due) => `(${list(lead)}牵头，${list(others)}配合${dueClause(due, '，')})`,
  },
  {
    role: 'cooperating',
    write: (_, { lead, others }, due) =>
      `\n牵头单位：${list(lead)}\n配合单位：${list(others, ' ')}${dueClause(due, '\n完成时间：')}`,
  },
  {
    role: 'responsible',
    write: (_, { lead, others }, due) =>
      `【牵头单位:${list(lead)};责任单位:${list(others, '，')}${dueClause(due, ';时限要求:')}】`,
  },
];

export function knownPlan(seed: number): KnownPlan {
  const choices = choicesOf(seed);
  const wording = choices.pick(WORDINGS);
  const plan: KnownPlan = {
    lines: [
      `青禾区${YEAR}年法治政府建设工作要点`,
      '一、总体要求',
      '坚持依法行政。提高质效。',
      '二、主要任务',
    ],
    tasks: [],
  };
  const parts = choices.int(1, 3);
  for (let part = 1; part <= parts; part += 1) {
    const title = heading(choices);
    plan.lines.push(`（${printHan(part)}）${title}`);
    const count = choices.int(1, 4);
    for (let i = 0; i < count; i += 1) addTask(plan, choices, wording, title);
  }
  return plan;
}

function addTask(plan: KnownPlan, choices: Choices, wording: (typeof WORDINGS)[number], part: string): void {
  const number = String(plan.tasks.length + 1);
  const quantified = choices.chance(0.6) ? choices.pick(QUANTIFIED) : null;
  const cited = choices.chance(0.3) ? paper(choices) : null;
  const demands = [
    choices.pick(PLAIN),
    ...(quantified ? [quantified.demand] : []),
    ...(cited ? [`落实《${cited}》要求`] : []),
  ];
  const assigned = choices.chance(0.8);
  const [lead = '', ...others] = unitsOf(choices, choices.int(2, 4));
  const due = assigned && choices.chance(0.6) ? choices.pick(DUES) : null;
  const clause = assigned ? wording.write(choices, { lead: [lead], others }, due?.text ?? null) : '';
  plan.lines.push(
    ...`${number}.${heading(choices)}。${demands.join(choices.pick(['。', '；']))}。${clause}`.split('\n'),
  );
  const role = wording.role;
  plan.tasks.push({
    number,
    part,
    demands,
    quantities: quantified ? [quantified.quantity] : [],
    units: assigned ? [{ name: lead, role: 'lead' }, ...others.map((name) => ({ name, role }))] : [],
    due: due?.day ?? null,
    basis: cited ? [cited] : [],
  });
}
