import type { NumberStyle } from '../model.ts';
import { SENTENCE_END } from '../text/characters.ts';
import { isTableRow, type Line } from '../text/lines.ts';
import { MARKS, NOT_BEFORE_ENUMERATION, ordinalOf } from './marks.ts';

/** A place where a heading may begin. Whether it does is decided by the sequence it stands in (sequence.ts). */
export interface Candidate {
  style: NumberStyle;
  rank: number;
  number: string;
  ordinal: number;
  start: number;
  /** Offset of the title. */
  titleStart: number;
  /** Index of the line. */
  line: number;
  /** `line`: opens its line. `sentence`: follows the end of a sentence. `glued`: follows a word. */
  place: 'line' | 'sentence' | 'glued';
  weak: boolean;
}

/** Signs a mark begins with; everything else is passed over quickly. */
const FIRST_SIGN = /[第其一二三四五六七八九十（(\d①-⒛㈠-㈩]/g;

/** Styles that may stand inside a line after a word, without the end of a sentence before them. */
const GLUED: ReadonlySet<NumberStyle> = new Set(['han-bracket', 'arabic-bracket', 'circled', 'enumerated']);
/** Styles that may stand inside a line after the end of a sentence. */
const RUN_IN: ReadonlySet<NumberStyle> = new Set([...GLUED, 'han', 'arabic']);

/** Closing marks that may stand between the end of a sentence and the mark. */
const CLOSING = '”’」』）)》 ';

/** All places in `lines` where a heading may begin, in order. `skip` names lines that hold no headings. */
export function scanMarks(lines: readonly Line[], skip: ReadonlySet<number>): Candidate[] {
  const found: Candidate[] = [];
  for (const [index, line] of lines.entries()) {
    if (skip.has(index) || isTableRow(line.text)) continue;
    let at = 0;
    let afterMark = true;
    while (at < line.text.length) {
      const place = afterMark && at === 0 ? 'line' : placeAt(line.text, at, afterMark);
      const candidate = matchMark(line, index, at, place);
      if (candidate) {
        found.push(candidate);
        at = candidate.titleStart - line.start;
        afterMark = true;
        continue;
      }
      afterMark = false;
      FIRST_SIGN.lastIndex = at + 1;
      const next = FIRST_SIGN.exec(line.text);
      if (!next) break;
      at = next.index;
    }
  }
  return found;
}

function placeAt(text: string, at: number, afterMark: boolean): Candidate['place'] {
  if (afterMark) return 'sentence';
  let before = at - 1;
  while (before > 0 && CLOSING.includes(text[before]!) && before > at - 3) before -= 1;
  return SENTENCE_END.includes(text[before]!) ? 'sentence' : 'glued';
}

function matchMark(line: Line, index: number, at: number, place: Candidate['place']): Candidate | null {
  for (const mark of MARKS) {
    if (place === 'sentence' && !RUN_IN.has(mark.style)) continue;
    if (place === 'glued' && (!GLUED.has(mark.style) || mark.weak)) continue;
    mark.pattern.lastIndex = at;
    const match = mark.pattern.exec(line.text);
    if (!match) continue;
    const ordinal = ordinalOf(match.groups!.n!);
    if (ordinal === null || ordinal === 0 || belongsToWord(line.text, at, mark.style)) continue;
    return {
      style: mark.style,
      rank: mark.rank,
      number: match.groups!.number!.replaceAll(' ', ''),
      ordinal,
      start: line.start + at,
      titleStart: line.start + mark.pattern.lastIndex,
      line: index,
      place,
      weak: mark.weak,
    };
  }
  return null;
}

/** 第五十四条(一) · 之一是 · 20(1): the sign before makes the mark part of something else. */
function belongsToWord(text: string, at: number, style: NumberStyle): boolean {
  if (at === 0) return false;
  const before = text[at - 1]!;
  if (style === 'enumerated')
    return NOT_BEFORE_ENUMERATION.includes(before) || /[一二三四五六七八九]/.test(before);
  return /[第条款项目章节\d〔[年表图注]/.test(before);
}
