import { changeVerb } from './polarity.ts';
import { leadingQualifier, trailingQualifier } from './qualifiers.ts';
import { beginning, charTable, ending, words } from './words.ts';

/**
 * What a figure counts. Behind the unit stands an attribute (71项审批事项: the noun follows), else the noun
 * stands before the number (审批事项8项), as object of a light verb (召开专题会议3次) or as the verb itself (接访79次).
 */
export const examples: readonly (readonly [text: string, subject: string])[] = [
  ['召开专题会议3次', '专题会议'],
  ['不再保留的审批事项8项', '不再保留的审批事项'],
  ['划转71项审批事项', '审批事项'],
  ['共接访79次', '接访'],
  ['督导88家企业完善制度', '企业'],
  ['办结率达100%', '办结率'],
  ['按时办结率为98.5%', '按时办结率'],
  ['全年共受理行政复议案件120件', '受理行政复议案件'],
  ['举办法治专题讲座2场次', '法治专题讲座'],
  ['开展了2次评查活动', '评查活动'],
  ['发放宣传资料6000余份', '宣传资料'],
  ['2021年1月1日至12月31日办结案件12件', '办结案件'],
];

/** Verbs that only carry the noun; 受理 and 办结 are kept, since they tell two figures apart. */
const LIGHT_VERBS = words(`
  召开 举办 举行 开展 组织开展 组织 进行 完成 发放 印发 出台 设立 建立 建成 配备 聘请 聘任 参加 培训 覆盖
  接待 解答 发布 编制 梳理 出动 拥有 现有 共有 设有 有 实现 达成 形成 制定 组建 推送 报送 收集 征集 整改
  选聘 选派 列支 投入 安排 使 将 对 为 其中 包括 涉及 包含
`);

/** Adverbs and times around a noun that are not part of it. */
const LEADING_NOISE = words(`
  今年以来 去年 今年 全年 年内 全区 全市 全县 我区 我市 我县 我局 本年度 已经 已 先后 累计 共计 合计 总计
  共 并 及 和 与 也 均 全部 另有 另 一是 二是 三是 四是 五是 六是 还 同时 目前 现已 现 了 向 各类 及时
  分别 由 把
`);
const TRAILING_NOISE = ending(
  words(`
  共计 累计 合计 总计 总共 一共 共有 共 计 达到 达 为 有 了 各 已 均 分别 由 从 到 至 是 仅 就 由原来的
  由原来 原 原有 将 的 平均 增至 调整为 精简至 数量 超 约 近 调整 精简 缩减 压减 要 应当 应
`),
);

const NOUN_BORDER = charTable(' /,，。；;、：:()（）“”《》\n\r\t和及与并以的0123456789');
/** A verb behind the counted noun ends it: 督导88家企业|完善…. */
const VERB_BEHIND = beginning(
  words(`
  完善 进行 开展 实施 参加 实现 纳入 为成员 到 被 将 已 均 在 由 向 予以 逐一 全部 组成 精简 调整 缩减
  责任 配齐 配备 采取 提供 办理 发放 完成 建立 签订 实行 同时 中的 中， 中,
`),
);
const LONGEST_NOUN = 16;

/** `before` is the clause up to the number, `afterUnit` the place behind the unit; money is what its clause says. */
export function readSubject(before: string, text: string, afterUnit: number, unit: string): string {
  const ahead = nounAhead(before);
  if (unit.endsWith('元') && ahead.length > 2) return ahead;
  const behind = nounBehind(text, afterUnit + trailingQualifier(text, afterUnit).length);
  return behind !== '' || ahead === '' ? behind : ahead;
}

/** Words that may stand right behind a unit without being what is counted. */
const NOT_A_NOUN = beginning(
  words(`
  以上 以下 以内 左右 上下 内 之内 中 并 和 及 与 其中 后 前 至 到 降 增 提 上升 下降 减少 压缩 缩短 缩减
  精简 调整 为 是 占 已 均 全部 余 多 由 同比 较 比 办结 办理完 完成 在 被 从 向 用于 列入
`),
);

function nounBehind(text: string, start: number): string {
  let from = start;
  if (NOT_A_NOUN(text, from) !== '') return '';
  if (text[from] === '的') from += 1;
  if (text[from] === '“') return quoted(text, from);
  let end = from;
  while (end < text.length && end - from < LONGEST_NOUN && NOUN_BORDER[text.charCodeAt(end)] === 0) {
    if (end > from && VERB_BEHIND(text, end) !== '') break;
    end += 1;
  }
  return text.slice(from, end);
}

/** 126名“法治副校长”: the name between the marks. */
function quoted(text: string, open: number): string {
  const close = text.slice(open, open + LONGEST_NOUN).indexOf('”');
  return close < 0 ? '' : text.slice(open + 1, open + close);
}

/** 2021年1月1日至12月31日办理: the date before the verb. */
const DATED = /^.*\d(?:年度?|月份?|日)(?:底|末|初|以来)?/;

function nounAhead(before: string): string {
  let noun = before
    .replace(DATED, '')
    .replace(/^[\s、和及与]+/, '')
    .trim();
  const border = Math.max(...['、', '（', '(', '》', '”', ' '].map((mark) => noun.lastIndexOf(mark)));
  if (border >= 0 && noun.length - border > 2) noun = noun.slice(border + 1);
  noun = withoutTail(noun);
  noun = withoutHead(noun);
  return noun.slice(-LONGEST_NOUN * 2);
}

const COMPARED = /(?:同比|环比|较上年|比上年|较去年|比去年|同期)+$/;

/** The clause without verb of change, qualifier and fillers before the number. */
function withoutTail(noun: string): string {
  let rest = noun;
  while (rest !== '') {
    const change = changeVerb(rest);
    if (change !== null && change.at > 0) {
      rest = rest.slice(0, change.at).replace(COMPARED, '');
      continue;
    }
    const noise = leadingQualifier(rest, rest.length) || TRAILING_NOISE(rest, rest.length);
    if (noise === '' || noise.length === rest.length) return rest;
    rest = rest.slice(0, -noise.length);
  }
  return rest;
}

/** Stripped one after the other from the front of a noun, as long as two characters remain. */
const HEAD = beginning(LEADING_NOISE, LIGHT_VERBS);

function withoutHead(noun: string): string {
  let rest = noun;
  for (let head = HEAD(rest, 0); head !== '' && rest.length - head.length >= 2; head = HEAD(rest, 0)) {
    rest = rest.slice(head.length);
  }
  return rest;
}
