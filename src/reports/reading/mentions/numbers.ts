import { isHan } from '../text/characters.ts';
import { Coverage } from '../text/coverage.ts';

/**
 * Document numbers: code of the organ, year in six-angled brackets, running number. Web copies lose brackets
 * and the closing 号, so each form below is the same number with something lost.
 */
export interface FoundNumber {
  /** Normal form: 某政发〔2015〕48号. */
  number: string;
  start: number;
  end: number;
}

interface Form {
  /** Year and serial with what is left of the brackets; the code of the organ stands before it. */
  pattern: RegExp;
  /** Whether the code must end like one (发, 函 …), because nothing else tells a number from a date. */
  strict: boolean;
  examples: readonly string[];
}

const YEAR = '(?<year>(?:19|20)\\d{2})';
const form = (source: string, strict: boolean, examples: string[]): Form => ({
  pattern: new RegExp(source, 'g'),
  strict,
  examples,
});

const FORMS: readonly Form[] = [
  form(`[〔﹝［[【]\\s?${YEAR}\\s?年?[〕﹞］\\]】）)]\\s?第?\\s?(?<serial>\\d{1,4})(?!\\d)\\s?号?`, false, [
    '某政发〔2015〕48号',
    '某政发[2015] 48号',
    '某政发〔2015〕48',
  ]),
  form(`[（(]\\s?${YEAR}\\s?[）)〕]\\s?第?\\s?(?<serial>\\d{1,4})\\s?号`, false, ['某政发(2015)48号']),
  form(
    `[〔﹝［[【（(]\\s?${YEAR}(?<serial>(?!(?:19|20)\\d\\d)\\d{1,4})(?:\\s?号|(?![\\d年\\-—.月]))`,
    false,
    ['某政发〔201548号', '某政发〔201548'],
  ),
  form(`${YEAR}[〕﹞］\\]】）)]\\s?第?(?<serial>\\d{1,4})\\s?号`, false, ['某政发2015〕48号']),
  form(`${YEAR}(?<serial>\\d{1,4})号`, true, ['某政发201548号']),
  form('[（(]?第\\s?(?<serial>\\d{1,4})\\s?号[）)]?', true, ['国务院令第713号']),
];

const CODE_END = /[发办函字规政委通文综议复电]$/;
const DECREE_END = /令$/;

/** Words that lead to a number and are not part of its code. */
const LEAD =
  /^.*(?:根据|按照|依据|依照|印发的?|转发的?|执行|落实|贯彻|详见|参见|参照|参考|文件|通知|下发|出台|制定|见|及|和|与|由|以|对|将|的|号|了|即)(?=[\u4e00-\u9fff]{2,})/;
const LONGEST_CODE = 16;

/** All document numbers of a text, in order. */
export function findDocumentNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  const coverage = new Coverage(text.length);
  for (const { pattern, strict } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const { year, serial } = match.groups!;
      const code = codeBefore(text, match.index);
      if (code === null || (strict && !(year === undefined ? DECREE_END : CODE_END).test(code.text)))
        continue;
      const end = match.index + match[0].length - (unopened(match[0]) ? 1 : 0);
      if (!coverage.take(code.start, end)) continue;
      const number =
        year === undefined
          ? `${code.text}第${Number(serial)}号`
          : `${code.text}〔${year}〕${Number(serial)}号`;
      found.push({ number, start: code.start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first document number of a text. */
export function findDocumentNumber(text: string): FoundNumber | null {
  return findDocumentNumbers(text)[0] ?? null;
}

/** The Chinese characters before `end` that can be the code of an organ; null where there is none. */
function codeBefore(text: string, end: number): { text: string; start: number } | null {
  const last = text[end - 1] === ' ' ? end - 1 : end;
  let start = last;
  while (start > 0 && last - start < LONGEST_CODE && isHan(text.charCodeAt(start - 1))) start -= 1;
  const code = text.slice(start, last).replace(LEAD, '');
  return code.length < 2 ? null : { text: code, start: last - code.length };
}

/** 国务院令第713号）: the bracket closes the one around the whole. */
function unopened(printed: string): boolean {
  return /[）)]$/.test(printed) && !/^[（(]/.test(printed);
}
