import { plainRadicals } from './radicals.ts';

/**
 * One character for one meaning, before any grammar looks at the text. Punctuation stays as printed, because
 * a proof-reader judges it; only what no reader can see, or sees as the same sign, is unified.
 */

/** Signs nobody sees: controls but tab and break, format marks (zero-width, soft hyphen), private use. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\ufffd]/gu;

/** Spaces of every width (nbsp, thin, …); the ideographic one is as wide as two. */
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const WIDE_SPACE = /\u3000/g;

const BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** Full-width digits, letters and the signs that belong to numbers: ０-９ Ａ-Ｚ ａ-ｚ ％ ． between digits. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05]/g;
const WIDE_POINT = /(?<=\d)\uff0e(?=\d)/g;

export function unifyCharacters(raw: string): string {
  const text = raw
    .replace(BREAK, '\n')
    .replace(INVISIBLE, '')
    .replace(SPACE, ' ')
    .replace(WIDE_SPACE, '  ')
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(WIDE_POINT, '.');
  return plainRadicals(text);
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Chinese punctuation of any width, and the half-width signs that stand for it. */
export const PUNCTUATION = '，。、；：？！“”‘’（）《》〈〉【】〔〕—…·「」『』,;:?!()[]';

/** Marks after which a new sentence, and so a heading, can begin. */
export const SENTENCE_END = '。；;！!？?：:…';
