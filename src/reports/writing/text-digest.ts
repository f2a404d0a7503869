import { sm3Hex } from '../../kernel/ledger/sm3.ts';

/** The text with line ends as Unix writes them and nothing at the end of a line or of the whole, however it was copied. */
export const plainTextOf = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** SM3 over {@link plainTextOf}, 64 hexadecimal digits: what a published text is known by (正文摘要). */
export const textDigestOf = (text: string): string => sm3Hex(plainTextOf(text));
