import type { Finding } from '../../reading/index.ts';
import { findDocumentNumbers } from '../../reading/mentions/numbers.ts';
import { finding, type Phenomenon } from '../finding.ts';

/**
 * Document numbers as GB/T 9704-2012 (7.2.5) has them: code of the organ, year of four digits in six-angled
 * brackets 〔〕, running number without leading zeros and without 第, 号. Decrees (令第713号) are of another form.
 */
export const documentNumbers: Phenomenon = {
  codes: ['document-number-brackets', 'document-number-form'],
  examples: [
    { text: '按照某政发〔201548号要求落实。', finds: [['document-number-brackets', '某政发〔201548号']] },
    { text: '按照某政发2015〕48号要求落实。', finds: [['document-number-brackets', '某政发2015〕48号']] },
    { text: '按照某政发201548号要求落实。', finds: [['document-number-brackets', '某政发201548号']] },
    { text: '按照某政发〔2015〕48号要求落实。', finds: [] },
    { text: '按照某政发[2015]48号要求落实。', finds: [['document-number-form', '某政发[2015]48号']] },
    { text: '按照某政发〔2015〕048号要求落实。', finds: [['document-number-form', '某政发〔2015〕048号']] },
    { text: '按照某政发〔2015〕第48号要求落实。', finds: [['document-number-form', '某政发〔2015〕第48号']] },
    { text: '按照某政发〔2015〕48要求落实。', finds: [['document-number-form', '某政发〔2015〕48']] },
    { text: '依据国务院令第713号办理。', finds: [] },
  ],
  find(ground) {
    return findDocumentNumbers(ground.text).flatMap(({ number, start, end }): Finding[] => {
      const printed = ground.text.slice(start, end);
      if (!number.includes('〔') || printed === number) return [];
      const place = { start, end };
      if (!OPEN.test(printed) || !CLOSE.test(printed)) {
        const message = `文号“${printed}”年份的括号残缺。`;
        return [finding(ground, 'document-number-brackets', place, { message, suggestion: number })];
      }
      const faults = FORMS.filter(({ pattern }) => pattern.test(printed)).map(({ fault }) => fault);
      if (faults.length === 0) return [];
      const message = `文号“${printed}”${faults.join('，')}（GB/T 9704-2012）。`;
      return [finding(ground, 'document-number-form', place, { message, suggestion: number })];
    });
  },
};

const OPEN = /[〔﹝［[【（(]\s?(?:19|20)\d\d/;
const CLOSE = /(?:19|20)\d\d\s?年?[〕﹞］\]】）)]/;

const FORMS: readonly { pattern: RegExp; fault: string }[] = [
  { pattern: /[［[【（(]\s?(?:19|20)\d\d|(?:19|20)\d\d[］\]】）)]/, fault: '年份应当用六角括号“〔〕”' },
  { pattern: /(?:19|20)\d\d年/, fault: '年份后不加“年”' },
  { pattern: /[〕﹞］\]】）)]\s?第/, fault: '序号前不加“第”' },
  { pattern: /[〕﹞］\]】）)]\s?第?\s?0/, fault: '序号不编虚位' },
  { pattern: /\d$/, fault: '缺“号”' },
];
