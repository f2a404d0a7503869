import type { Choices } from './random.ts';

/**
 * What copying does to a document without changing what it says. Each takes the paragraphs and gives a text
 * in which a reader must find the same headings.
 */
export const DAMAGES = {
  none: (lines: readonly string[]) => lines.join('\n'),
  blankLines: (lines: readonly string[]) => lines.join('\r\n\r\n \r\n'),
  indented: (lines: readonly string[]) => lines.map((line) => `　　${line}`).join('\n'),
  nonBreaking: (lines: readonly string[]) =>
    lines.map((line) => `\u00a0\u00a0\u00a0 ${line}\u200b`).join('\n'),
  wideDigits: (lines: readonly string[]) =>
    lines.join('\n').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  webPage: (lines: readonly string[]) =>
    [
      '首页 > 政务公开 > 法治政府',
      '发布日期：2024-12-01 09:30 来源：本站 浏览次数：1024 字号：[大 中 小]',
      ...lines,
      '打印 关闭',
      '上一篇：没有了',
      '主办：某某人民政府办公室',
      '某ICP备00000000号-1',
    ].join('\n'),
  spacedNumbers: (lines: readonly string[]) =>
    lines.join('\n').replace(/(?<=[\u4e00-\u9fff])(\d+)(?=[\u4e00-\u9fff])/g, ' $1 '),
} as const;

export type Damage = keyof typeof DAMAGES;

/** Breaks every paragraph after `width` characters, as simple programs do. */
export function hardWrap(lines: readonly string[], width: number): string {
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n');
}

/** Breaks every paragraph after `width` columns, a Chinese sign taking two, as terminals and mail do. */
export function wrapColumns(lines: readonly string[], width: number): string {
  const broken: string[] = [];
  for (const line of lines) {
    let piece = '';
    let columns = 0;
    for (const char of line) {
      const size = char.charCodeAt(0) > 0xff ? 2 : 1;
      if (columns + size > width) {
        broken.push(piece);
        piece = '';
        columns = 0;
      }
      piece += char;
      columns += size;
    }
    broken.push(piece);
  }
  return broken.join('\n');
}

/** Joins some paragraphs to the one before: a lost line break before a heading. */
export function loseBreaks(
  lines: readonly string[],
  choices: Choices,
  canLose: (line: string, before: string) => boolean,
): string {
  let text = lines[0] ?? '';
  for (const [i, line] of lines.entries()) {
    if (i === 0) continue;
    text += canLose(line, lines[i - 1]!) && choices.chance(0.3) ? line : `\n${line}`;
  }
  return text;
}
