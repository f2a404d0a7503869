import type { NumberStyle } from '../model.ts';
import { printHan } from '../text/han-number.ts';
import type { Choices } from './random.ts';

/** The ways each style of number is printed: what a section shows as `number`, and the mark after it. */
interface PrintedForm {
  number(value: number): string;
  marks: readonly string[];
}

const ROUND: PrintedForm = { number: (n) => `(${printHan(n)})`, marks: ['', '、'] };
const WIDE_ROUND: PrintedForm = { number: (n) => `（${printHan(n)}）`, marks: ['', ' '] };

const PRINTED: Readonly<Partial<Record<NumberStyle, readonly PrintedForm[]>>> = {
  chapter: [{ number: (n) => `第${printHan(n)}章`, marks: [' ', '：', ''] }],
  han: [{ number: printHan, marks: ['、', '、 ', '．', '. ', '，'] }],
  'han-bracket': [ROUND, WIDE_ROUND, { number: (n) => `${printHan(n)})`, marks: [''] }],
  arabic: [{ number: String, marks: ['.', '. ', '．', '、', '，', ' '] }],
  'arabic-bracket': [
    { number: (n) => `(${n})`, marks: ['', '、'] },
    { number: (n) => `（${n}）`, marks: [''] },
    { number: (n) => `${n})`, marks: [''] },
  ],
  circled: [{ number: (n) => String.fromCharCode(0x245f + n), marks: ['', ' '] }],
  enumerated: [{ number: (n) => `${printHan(n)}是`, marks: ['', '要'] }],
};

/** One way of printing for a whole document, as one author keeps to. */
export interface Hand {
  print(style: NumberStyle, value: number): { number: string; mark: string };
}

export function handOf(choices: Choices): Hand {
  const chosen = new Map<NumberStyle, { form: PrintedForm; mark: string }>();
  return {
    print(style, value) {
      const known = chosen.get(style);
      const form = known?.form ?? choices.pick(PRINTED[style]!);
      const mark = known?.mark ?? choices.pick(form.marks);
      chosen.set(style, { form, mark });
      return { number: form.number(value), mark };
    },
  };
}
