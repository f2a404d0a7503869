import type { NumberToken } from '../numbers/index.ts';
import type { Candidate } from './candidate.ts';
import { INNER } from './qualifiers.ts';
import { beginning, words } from './words.ts';

/**
 * Amounts printed without a unit: sums in 万 and 亿, what 数 and 量 announce, people, indexes that change, and the
 * counts of registers.
 */
export const examples: readonly (readonly [text: string, figures: readonly string[]])[] = [
  ['参与人数1200,访问量达364万。', ['1200', '3640000']],
  ['收入比由3.27缩小至2.93。', ['3.27', '2.93']],
  ['满意度从84.7提升至89.6,', ['84.7', '89.6']],
  ['惠及10万群众', ['100000']],
  ['行政处罚2100,占总数的33.9%', ['2100', '33.9%']],
  ['共36302件,比去年同期(35667)增长1.78%', ['36302件', '35667', '1.78%']],
  ['审结复议案件4696,审结率为83.4%', ['4696', '83.4%']],
  ['1万余村民受益', ['10000']],
  ['总值迈上5万亿台阶', ['5000000000000']],
  ['世界500强企业', []],
];

/** 惠及10万群众: people are counted without a measure word. */
const PEOPLE = beginning(
  words(`
  群众 居民 村民 市民 农民 职工 党员 干部 学生 师生 儿童 老人 老年 妇女 人口 用户 游客 网民 粉丝 名众 家庭 困难群众
  重点群体 参保 新就业 偏远 高校毕业生 劳动者 从业人员 务工 监测对象 残疾人 婴幼儿 脱贫 青年 适龄 农牧民 各民族
  受灾 搬迁 移民 女生 男生 考生 退役 低保 特困 商户 业主 员工 旅客 观众 读者 志愿者 网格员 律师 教师 信众 选民 经营主体
`),
);
/** 比去年同期(35667)增长1.78%: in the unit of the count before. */
function isLastYears(text: string, token: NumberToken, before: string): boolean {
  return /(?:去年|上年|同期|上期|上月)[（(]$/.test(before) && /[）)]/.test(text[token.end] ?? '');
}

/** 行政处罚2100,占33.9%; 审结案件4696,: what registers count, without its measure word. */
function isTabled(text: string, token: NumberToken, before: string): boolean {
  if (!/[，,。；;、]/.test(text[token.end] ?? '') || token.value % 1 !== 0) return false;
  if (/^[，,、]占/.test(text.slice(token.end, token.end + 2))) return /[\u4e00-\u9fff）)]$/.test(before);
  const year = token.integerDigits === 4 && token.value >= 1900 && token.value < 2100;
  return token.value >= 10 && !year && REGISTERED.test(before);
}
/** 迈上5万亿台阶, 突破3万亿大关. */
const LEVEL = beginning(words('台阶 大关 关口'));

const REGISTERED = /(?:案件|申请|事项|信息|处罚|许可|强制|调解|投诉|举报|纠纷|合计|总计|共计)$/;
const VERB_OF_CHANGE =
  '(?:缩小|提升|提高|增加|增长|扩大|上升|下降|降低|减少|压减|精简|缩减|调整|升|降|增|减)';
const CHANGED_TO = new RegExp(`${VERB_OF_CHANGE}[至到为]$`);
const CHANGES = new RegExp(`^${VERB_OF_CHANGE}[至到为]\\d`);

/** 由3.27缩小至2.93: an index without a unit; a year is none (从2020年…). */
function isChangedFrom(text: string, token: NumberToken, before: string): boolean {
  return /[由从]$/.test(before) && CHANGES.test(text.slice(token.end, token.end + 5));
}

/** An amount printed without a unit: 达364万。 参与人数1200， */
export function unitless(text: string, token: NumberToken): Candidate | 'date' | 'no-unit' {
  if (token.notation === 'chinese' || token.valueTo !== null) return 'no-unit';
  const before = text.slice(Math.max(0, token.start - 6), token.start);
  if (isChangedFrom(text, token, before)) return bare(token, token.end, '');
  const inner = INNER.has(text[token.end] ?? '') ? text[token.end]! : '';
  const end = token.end + inner.length;
  if (token.scale >= 1e4 && (PEOPLE(text, end) !== '' || LEVEL(text, end) !== ''))
    return bare(token, end, inner);
  const after = text[token.end];
  const closed = after === undefined || /[，,。；;、)）\s]/.test(after);
  if (!closed) return /[年月日号时]/.test(after) ? 'date' : 'no-unit';
  if (isLastYears(text, token, before) || isTabled(text, token, before)) return bare(token, token.end, '');
  if (CHANGED_TO.test(before) && token.decimals > 0) return bare(token, token.end, '');
  const measured = /(?:数|量|得分|评分|率)(?:为|达|达到|是|超|超过|共|约|近)?[:：]?$/.test(before);
  return measured || token.scale >= 1e4 ? bare(token, token.end, '') : 'no-unit';
}

function bare(token: NumberToken, end: number, inner: string): Candidate {
  return { token, unit: '', end, inner };
}
