import { findDocumentNumber } from '../mentions/numbers.ts';
import { findDate } from '../text/dates.ts';

/**
 * What a web page puts around a document, and what stays of it in a plain-text copy. A line is chrome when
 * nothing but these items is in it. Labelled items with a value (来源、发布日期) are taken as metadata.
 */

/** Labels of a page's information line. Each holds up to the next label or the end of the line. */
const LABELS = {
  published: '(?:发布|发稿|公开|上网|更新|添加|录入|信息|公布)(?:日期|时间)',
  source: '(?:信息|稿件|文章|文件)?来源',
  number: '(?:发文字号|文号|发文文号|文件编号)',
  signed: '(?:成文|发文|制发)(?:日期|时间)',
  issuer: '(?:发文机[关构]|发布机构|发布机关|公开机构|制发机关|发文单位|公开主体|发布单位)',
  other:
    '(?:日期|时间|作者|撰稿|供稿|责任编辑|编辑|编审|审核|审签|校对|阅览量|浏览量(?:统计)?|浏览次数|浏览|阅读量?|阅读次数|访问量|访问次数|点击率|点击量|点击数|点击次数|点击|字号|字体(?:大小)?|文字大小|分享到?|索引号|主题分类|信息分类|公开方式|公开类别|公开时限|公开范围|体裁分类|服务对象|有效性|文件状态|效力状态|生效日期|废止日期|失效日期|关键词|主题词|名称|标题|语音播报|信息公开类别|有效时间|所属主题|公开对象|公开部门|发文类型|公文种类|文件类型|组配分类|状态|内容概述|视力保护色|背景色|打印|下载|附件下载)',
} as const;

export type LabelKind = keyof typeof LABELS;
const KINDS = Object.keys(LABELS) as LabelKind[];
const LABEL = new RegExp(
  `(?:${KINDS.map((kind) => `(?<${kind}>${LABELS[kind]})`).join('|')})\\s?[\\]】]?\\s?[：:]\\s?`,
  'y',
);

/** Buttons and signs that stand without a value. */
const WORDS =
  /^(?:首页|打印(?:本页|此页|页面|文章)?|关闭(?:本页|窗口|页面)?|返回(?:首页|顶部|列表|上一页|上级)?|收藏(?:本站|本页)?|加入收藏|设为首页|分享(?:到|至)?[：:]?|微信|朋友圈|新浪微博|微博|QQ空间|QQ好友|QQ|腾讯微博|人人网|复制链接|字号|字体|[+\-＋－]|\+?放大|-?缩小|默认|[大中小]|[【[\]】]|全屏|加大|减小|还原|【[大中小 ]*】|\[[大中小 ]*\]|A[+-]?|我要纠错|纠错|下载(?:文档|文字版|图片版|PDF版?)?|扫一扫(?:在)?手机(?:打开|查看|访问)?(?:当前页面?|本页)?|扫码(?:浏览|阅读|查看)?|用?手机(?:打开|查看|浏览)(?:当前页|本页)?|二维码|朗读|语音播报|无障碍(?:浏览|阅读)?|适老化?|长者(?:模式|助手)|简体|繁体|English|EN|登录|注册|搜索|网站地图|网站声明|联系我们|关于我们|站点地图|旧版回顾|智能问答|TOP|更多|>+|»|\||\/|【?(?:打印|关闭|收藏|返回)】?)$/;

/** Whole lines, whatever else they hold. */
const WHOLE: readonly { pattern: RegExp; example: string }[] = [
  { pattern: /^(?:您?(?:现在|当前)?(?:所在)?的?)位置\s*[：:]/, example: '您现在的位置：首页' },
  {
    pattern: /^(?:您?(?:当前|现在)的?(?:所在)?位置)(?:是|为)?\s*[：:]/,
    example: '当前位置: 首页 > 政府办文件',
  },
  { pattern: /^[》>＞]*点击.{0,8}(?:进入|查看|下载).{0,6}[《<＜]*$/, example: '》》点击图片进入专题《《' },
  { pattern: /^首页\s*[>＞»/-]/, example: '首页 > 政务公开 > 法治政府' },
  { pattern: /^(?:上|下)一(?:篇|条|页|个)\s*[：:]?/, example: '上一篇：没有了' },
  { pattern: /ICP备\s*\d|公网?安备|网站标识码|政府网站标识/, example: '某ICP备05000001号-1' },
  {
    pattern:
      /^(?:版权所有|Copyright|©|网站(?:主办|承办|管理|维护)|技术支持|主办(?:单位)?[：:]|承办(?:单位)?[：:]|运维单位|建议(?:使用|您使用)|最佳浏览)/i,
    example: '主办：某区人民政府办公室',
  },
  {
    pattern: /^(?:相关(?:链接|文章|解读|文档|稿件|附件)|热点(?:推荐|新闻)|友情链接|推荐阅读)\s*[：:]?$/,
    example: '相关链接',
  },
  { pattern: /^(?:欢迎(?:访问|光临|您)|今天是|现在是).{0,40}$/, example: '欢迎访问某县政府门户网站！' },
  {
    pattern: /^.{0,30}(?:19|20)\d\d年\d{1,2}月\d{1,2}日 ?星期[一二三四五六日天].{0,12}$/,
    example: '2024年1月9日 星期二',
  },
  {
    pattern: /^[\u4e00-\u9fffA-Za-z ]{1,8}(?:[|｜] ?[\u4e00-\u9fffA-Za-z ]{1,8})+$/,
    example: '县委| 县人大| 县政协',
  },
];

/** A line that names the site by its address: "某县政府 www.example.gov.cn 2016-03-21 00:00". */
const ADDRESS = /(?:www\.|https?:\/\/)[\w.\-/]{4,60}/i;

export interface PageFacts {
  published: string | null;
  source: string | null;
  number: string | null;
  signed: string | null;
  issuer: string | null;
}

/** What a chrome line says; `open` is its last label where the value is missing and may stand on the next line. */
export interface ChromeLine {
  facts: Partial<PageFacts>;
  open: LabelKind | null;
}

/** Reads a line of chrome; null if the line belongs to the document. */
export function readChromeLine(printed: string): ChromeLine | null {
  if (printed.length > 160) return null;
  const line = plainLabel(printed);
  if (WHOLE.some(({ pattern }) => pattern.test(line))) return { facts: {}, open: null };
  const address = readAddress(line);
  if (address) return { facts: address, open: null };
  const fields = readFields(line);
  if (fields) return fields;
  const words = line.split(/[\s\t]+/);
  return words.every((word) => WORDS.test(word)) ? { facts: {}, open: null } : null;
}

/** "• 来源：" → "来源：", "索 引 号：" → "索引号：". */
function plainLabel(line: string): string {
  const bare = line.replace(/^(?:[•·▪■◆*]\s*|[【[](?=字号|字体|打印))/, '');
  const spread = /^(?:[\u4e00-\u9fff] ){1,5}[\u4e00-\u9fff] ?(?=[：:])/.exec(bare)?.[0];
  return spread === undefined ? bare : spread.replaceAll(' ', '') + bare.slice(spread.length);
}

function readAddress(line: string): Partial<PageFacts> | null {
  if (line.length > 100 || !ADDRESS.test(line) || /[。，；]/.test(line)) return null;
  const published = findDate(line);
  return published ? { published: published.date } : {};
}

/** Whether a line can be the value of a label on the line before it. */
export function isValueOf(kind: LabelKind, line: string): boolean {
  if (kind === 'published' || kind === 'signed') return line.length <= 30 && findDate(line)?.start === 0;
  if (kind === 'number') return line.length <= 30 && findDocumentNumber(line)?.start === 0;
  if (kind === 'other') return /^[\dA-Za-z/\-.]{4,40}$/.test(line);
  return /^[\u4e00-\u9fff]{2,20}(?:网站?|府|局|办|厅|委|室|会|院)$/.test(line);
}

interface Field {
  kind: LabelKind;
  start: number;
  valueStart: number;
}

/** A line of labelled items: "发布日期:2018-01-23 阅览量:11101 字号: +放大 -缩小". */
function readFields(line: string): ChromeLine | null {
  const labels = findLabels(line);
  const first = labels[0];
  if (!first) return null;
  const lead = line.slice(0, first.start).trim();
  if (lead !== '' && !isValueOfPage(lead)) return null;
  const facts: Partial<PageFacts> = {};
  let informative = labels.length > 1 || first.kind !== 'other';
  let value = '';
  for (const [i, label] of labels.entries()) {
    value = line.slice(label.valueStart, labels[i + 1]?.start ?? line.length).trim();
    if (value.length > 40 || /[。；]/.test(value)) return null;
    if (label.kind !== 'other') facts[label.kind] ??= value === '' ? null : value;
    else informative ||= value.split(/\s+/).every(isIdleWord);
  }
  return informative ? { facts, open: value === '' ? labels.at(-1)!.kind : null } : null;
}

/** Counters, codes and buttons. */
function isIdleWord(word: string): boolean {
  return word === '' || /^[\d/-]+次?$/.test(word) || WORDS.test(word);
}

/** A page date before the first label: "2020-06-01 17:08 来源：本站". */
function isValueOfPage(text: string): boolean {
  return text.split(/\s+/).every((word) => /^[\d\-/.:年月日时分]+$/.test(word) || WORDS.test(word));
}

function findLabels(line: string): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (at > 0 && !/[\s\]】|\d：:)）]/.test(line[at - 1]!)) continue;
    LABEL.lastIndex = at;
    const match = LABEL.exec(line);
    if (!match) continue;
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined)!;
    fields.push({ kind, start: at, valueStart: LABEL.lastIndex });
    at = LABEL.lastIndex - 1;
  }
  return fields;
}
