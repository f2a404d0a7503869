import type { Finding } from '../../reading/index.ts';
import type { FindingCode } from '../codes.ts';
import { finding, type Phenomenon } from '../finding.ts';

/** What does not belong to a Chinese text: code of web pages, wrongly decoded characters, other scripts, stray spaces. */
interface Remnant {
  code: FindingCode;
  pattern: RegExp;
  message: (printed: string) => string;
}

const REMNANTS: readonly Remnant[] = [
  {
    code: 'html-remnant',
    pattern: /&(?:nbsp|amp|lt|gt|quot|ensp|emsp|ldquo|rdquo|middot|mdash|#\d{2,6}|#x[0-9a-fA-F]{2,5});/g,
    message: (printed) => `网页代码“${printed}”残留在正文里。`,
  },
  {
    code: 'html-remnant',
    pattern: /<\/?(?:p|br|div|span|strong|font|a|img|table|tr|td|b|u)(?:\s[^<>\n]{0,200})?\/?>/gi,
    message: (printed) => `网页标签“${printed}”残留在正文里。`,
  },
  {
    code: 'garbled-text',
    pattern:
      /锟斤拷|烫烫烫|屯屯屯|\u00ef\u00bf\u00bd|(?:[\u00c0-\u00ef][\u0080-\u00bf\u2018-\u203a\u0152-\u0178]{1,2}){2,}/g,
    message: () => '乱码：文字按错误的编码读出，应从原件重新录入。',
  },
  {
    code: 'foreign-text',
    pattern: /[\u0400-\u04ff]{2,}|[\u3040-\u30ff\uac00-\ud7af]+/g,
    message: (printed) => `夹有外文“${printed}”。`,
  },
  {
    code: 'space-inside',
    pattern:
      /(?<!第[一二三四五六七八九十]{1,3}[章节条编])(?<=[\u4e00-\u9fff]{2}) +(?=[\u4e00-\u9fff]{2}[^\n]{0,40}[，。；])/g,
    message: () => '中文之间多出空格。',
  },
];

export const remnants: Phenomenon = {
  codes: ['html-remnant', 'garbled-text', 'foreign-text', 'space-inside'],
  examples: [
    { text: '健全机制&nbsp;压实责任。', finds: [['html-remnant', '&nbsp;']] },
    { text: '健全机制<br/>压实责任。', finds: [['html-remnant', '<br/>']] },
    { text: '健全锟斤拷机制。', finds: [['garbled-text', '锟斤拷']] },
    { text: '健全å\u00b7¥ä½œ机制。', finds: [['garbled-text', 'å\u00b7¥ä½œ']] },
    { text: '公布Привет清单。', finds: [['foreign-text', 'Привет']] },
    { text: '健全机制 压实责任，做好工作。', finds: [['space-inside', ' ']] },
    { text: '推行PPP模式，占比<10%，A&B公司参加，Café开业。', finds: [] },
  ],
  find: (ground) =>
    REMNANTS.flatMap(({ code, pattern, message }): Finding[] =>
      [...ground.text.matchAll(pattern)].map(({ 0: printed, index: start }) =>
        finding(ground, code, { start, end: start + printed.length }, { message: message(printed) }),
      ),
    ),
};
