import { beginning, words } from './words.ts';

/**
 * Zero said in words. 零败诉 and 未发生一起 state a fact of value 0; 零距离 and 零容忍 do not. Where the
 * unit is not printed, the noun has to be one that is counted in cases (件), as the registers do.
 */
export interface Negation {
  start: number;
  end: number;
  subject: string;
  unit: string;
}

export const examples: readonly (readonly [text: string, unit: string | null])[] = [
  ['实现行政诉讼零败诉', '件'],
  ['未发生一起安全事故', '起'],
  ['未收到1件申请', '件'],
  ['无一例投诉', '例'],
  ['全年未制定规范性文件', '件'],
  ['未发生行政复议案件', '件'],
  ['无败诉案件', '件'],
  ['服务零距离', null],
  ['未发现违规行为', null],
  ['未经审查的文件', null],
];

const ZERO_FACT = beginning(
  words('败诉 投诉 纠错 上访 事故 复议 诉讼 被纠错 撤销 差错 差评 违规 违法 信访 案件 发生 申请'),
);
const VERB = beginning(words('发生 出现 收到 受理 接到 办理 制定 出台 产生 有 新增 被提起 涉及 引发 存在'));
const UNIT = beginning(words('起 件 例 宗 人 名 项 份 次 户 家'));
const CASES = beginning(
  words(`
  行政复议案件 行政诉讼案件 复议案件 诉讼案件 败诉案件 应诉案件 行政复议 行政诉讼 规范性文件
  行政规范性文件 政府信息公开申请 行政复议申请 行政诉讼申请 依申请公开 重大行政处罚案件 行政赔偿案件
  国家赔偿案件 行政强制案件
`),
);

export function readNegations(text: string): Negation[] {
  const found: Negation[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    if (char !== '零' && char !== '未' && char !== '无' && char !== '没') continue;
    const negation = char === '零' ? zero(text, i) : none(text, i);
    if (negation === null) continue;
    found.push(negation);
    i = negation.end - 1;
  }
  return found;
}

function zero(text: string, i: number): Negation | null {
  const fact = ZERO_FACT(text, i + 1);
  return fact === '' ? null : { start: i, end: i + 1 + fact.length, subject: fact, unit: '件' };
}

function none(text: string, i: number): Negation | null {
  let at = i + (text.startsWith('没有', i) || text.startsWith('未有', i) ? 2 : 1);
  const verb = VERB(text, at);
  at += verb.length;
  if (text[at] === '过') at += 1;
  if (text[at] === '一' || (text[at] === '1' && verb !== '')) return notOne(text, i, at + 1, verb);
  if (verb === '' && text[i] !== '无') return null;
  const noun = CASES(text, at);
  // 未制定规范性文件的单位: a condition, not a fact.
  if (noun === '' || text[at + noun.length] === '的') return null;
  return { start: i, end: at + noun.length, subject: noun, unit: '件' };
}

/** 未发生一起…, 无一例…: the unit is printed. */
function notOne(text: string, start: number, at: number, verb: string): Negation | null {
  const unit = UNIT(text, at);
  if (unit === '') return null;
  const end = at + unit.length;
  return { start, end, subject: nounAfter(text, end) || verb, unit };
}

function nounAfter(text: string, i: number): string {
  let end = i;
  while (end < text.length && end - i < 16 && !/[\s,，。；;、：:()（）“”]/.test(text[end]!)) end += 1;
  return text.slice(i, end);
}
