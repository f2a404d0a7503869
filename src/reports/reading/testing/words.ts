import type { Choices } from './random.ts';

/** Stock of words from which generated documents are put together; no sentence is taken from a real one. */
const VERBS = ['健全', '完善', '推进', '规范', '加强', '落实', '优化', '强化', '深化', '统筹'];
const OBJECTS = [
  '执法监督机制',
  '复议办理流程',
  '“双随机、一公开”监管',
  '公平竞争审查',
  '规范性文件管理',
  '普法责任清单',
  '三项制度',
  '一站式调解平台',
  '重大决策程序',
  '信用监管(试点)',
  '四级网络',
  '营商环境',
];
const TAILS = ['工作', '建设', '质效', ''];
const SENTENCES = [
  '各单位分工负责,按月通报进展',
  '有关情况已向社会公开，接受群众监督',
  '全年组织培训12场次,覆盖340人次',
  '办结率达98.5%，同比提高1.5个百分点',
  '截至2023年11月，累计受理1.2万件',
  '其中一审案件36件、二审案件8件',
  '由区司法局统一组织实施',
  '第一季度和三、四季度各开展1次督查',
  '对照第五十四条第(一)项的要求逐项整改',
  '唯一是不足之处已经列入台账',
  '2.5万户市场主体受益',
  '相关做法(见附表1)在全市推广',
  '七一、八一前后分别走访',
];
const PLACES = ['青禾区', '云岭县', '东港高新区', '白石经开区', '临溪市'];
const UNITS = ['司法局', '财政局', '市场监管局', '人社局', '教育局', '政务服务局', '应急局', '住建局'];
const PAPERS = ['实施方案', '管理办法（试行）', '工作规则', '意见', '通知', '责任清单'];

/** A heading without end mark: 规范重大决策程序工作. */
export function heading(choices: Choices): string {
  const lead = choices.pick(VERBS) + choices.pick(OBJECTS) + choices.pick(TAILS);
  return choices.chance(0.2)
    ? `${lead}，${choices.pick(VERBS)}${choices.pick(['责任落实', '队伍建设'])}`
    : lead;
}

export function sentence(choices: Choices): string {
  return `${choices.pick(SENTENCES)}。`;
}

export function place(choices: Choices): string {
  return choices.pick(PLACES);
}

export function unitsOf(choices: Choices, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`区${choices.pick(UNITS)}`);
  return [...names];
}

export function paper(choices: Choices): string {
  return choices.pick(VERBS) + choices.pick(OBJECTS) + choices.pick(PAPERS);
}
