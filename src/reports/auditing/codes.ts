import type { Severity } from '../reading/index.ts';

interface Kind {
  severity: Severity;
  /** Shown only when asked for. */
  soft: boolean;
  /** For lists and filters. */
  name: string;
}

const kind = (severity: Severity, name: string): Kind => ({ severity, soft: false, name });
const soft = (name: string): Kind => ({ severity: 'hint', soft: true, name });

/** Every code a finding can carry. Codes are stable: consoles and stored findings refer to them. */
export const KINDS = {
  'sum-mismatch': kind('error', '合计与分项不符'),
  'change-mismatch': kind('error', '增减与前后数不符'),
  'rate-mismatch': kind('error', '比率与件数不符'),
  'rate-over-100': kind('error', '比率超过100%'),
  'shares-over-100': soft('占比之和超过100%'),
  'count-mismatch': kind('error', '所称个数与列举不符'),
  contradiction: kind('error', '前后数据矛盾'),
  'differs-elsewhere': soft('同一事项前后数值不同'),
  'unit-mixture': soft('金额单位混用'),
  'numbering-gap': kind('error', '序号漏号'),
  'numbering-first-missing': kind('error', '序号缺首号'),
  'numbering-repeated': kind('error', '序号重复'),
  'numbering-order': kind('error', '序号错乱'),
  'numbering-lost': kind('error', '标题漏编号'),
  'numbering-level': kind('error', '序号层级用错'),
  'numbering-bracket': kind('warning', '序号缺括号'),
  'numbering-alone': kind('warning', '只有第一项'),
  'numbering-run-on': kind('warning', '分项前缺标点'),
  'numbering-style-mixed': soft('同级序号写法不一'),
  'mark-unpaired': kind('error', '标号不成对'),
  'mark-nested': kind('warning', '标号嵌套不当'),
  'mark-crossed': kind('error', '标号交叉'),
  'mark-width': kind('hint', '括号全角半角不配'),
  'punctuation-half': kind('hint', '半角标点混入'),
  'punctuation-doubled': kind('warning', '标点重复'),
  'full-stop-missing': kind('hint', '段末缺句号'),
  'space-inside': soft('中文之间有空格'),
  'word-doubled': kind('warning', '词语重复'),
  'word-wrong': kind('warning', '用词或用字错误'),
  'word-until': kind('hint', '“截止”误作“截至”'),
  'term-two-ways': soft('同一提法写法不一'),
  'self-name': kind('warning', '文件自称与文种不符'),
  'title-two-ways': kind('warning', '文件名称前后不一'),
  'title-similar': soft('文件名称相近'),
  'law-name': kind('error', '法律名称有误'),
  'law-outdated': soft('引用已废止的法律'),
  'document-number-brackets': kind('warning', '文号括号残缺'),
  'document-number-form': kind('hint', '文号写法不合规范'),
  'date-impossible': kind('error', '日期不存在'),
  'date-after-issue': kind('error', '截至日期晚于成文日期'),
  'year-wrong': kind('error', '年份有误'),
  'year-word-lost': kind('warning', '年份后缺“年”'),
  'html-remnant': kind('warning', '网页代码残留'),
  'garbled-text': kind('error', '乱码'),
  'foreign-text': soft('夹有外文'),
} as const satisfies Record<string, Kind>;

export type FindingCode = keyof typeof KINDS;
