import { isDigit, isHan, PUNCTUATION } from './characters.ts';

/**
 * Odd spaces inside a line. A space next to Chinese punctuation, or between a number and a Chinese word,
 * says nothing and goes; a space between two Chinese words may separate names in a list or a title from its
 * chapter number, and stays in short lines and in lists of units.
 *
 * Examples: "大局, 充分" → "大局,充分" · "〔2014〕 3号" → "〔2014〕3号" · "共 12 次" → "共12次" ·
 * "通 知" → "通知" · "责任单位：区司法局 区财政局" stays · "第一章 总则" stays.
 */
export function tidySpaces(line: string): string {
  const single = line.replace(/ {2,}/g, ' ').trim();
  if (!single.includes(' ')) return single;
  const spread = joinSpreadTitle(single);
  if (!spread.includes(' ')) return spread;
  const prose = spread.length > 40 && /[，。,;；]/.test(spread) && !UNIT_LIST.test(spread);
  let tidy = '';
  for (let i = 0; i < spread.length; i += 1) {
    const char = spread[i]!;
    if (char === ' ' && isOddSpace(spread, i, prose)) continue;
    tidy += char;
  }
  return tidy;
}

const UNIT_LIST = /(?:单位|部门|牵头|配合|责任人)[：:]/;

function isOddSpace(line: string, at: number, prose: boolean): boolean {
  const before = line.charCodeAt(at - 1);
  const after = line.charCodeAt(at + 1);
  if (PUNCTUATION.includes(line[at - 1]!) || PUNCTUATION.includes(line[at + 1]!)) {
    return isWide(before) || isWide(after);
  }
  if (isHan(before) && isDigit(after)) return true;
  if (isDigit(before) && isHan(after)) return !numbersLine(line, at);
  if (line[at - 1] === '.' && isHan(after)) return true;
  if (isHan(before) && isHan(after)) return prose;
  return false;
}

/** Han, or punctuation; not a Latin letter, whose words need their spaces. */
function isWide(code: number): boolean {
  return isHan(code) || code > 0x2000 || isDigit(code) || '()[]'.includes(String.fromCharCode(code));
}

/** "1 加强组织领导": the space stands for the point after a heading's number. */
function numbersLine(line: string, at: number): boolean {
  if (at > 2) return false;
  for (let i = 0; i < at; i += 1) if (!isDigit(line.charCodeAt(i))) return false;
  return true;
}

/** "通 知", "目 录": a short title whose characters were spread apart. */
function joinSpreadTitle(line: string): string {
  if (line.length > 24) return line;
  const pieces = line.split(' ');
  const single = pieces.every((piece) => piece.length === 1 && isHan(piece.charCodeAt(0)));
  return single ? pieces.join('') : line;
}
