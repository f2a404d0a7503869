import type { Line } from '../text/lines.ts';

/** Titles longer than this are sentences; their first clause names them. */
const LONGEST_TITLE = 60;
const OPENING = '《“（(〔【「';
const CLOSING = '》”）)〕】」';
const ENDS = '。；;：:！!？?';

/** Where the title beginning at `start` ends, at most at `limit` (the next heading or the line's end). */
export function titleEnd(line: Line, start: number, limit: number): number {
  const end = sentenceEnd(line, start, limit);
  if (end - start <= LONGEST_TITLE) return end;
  const clause = line.text.slice(start - line.start, end - line.start).search(/[，,]/);
  return clause > 3 ? start + clause : end;
}

/** The first end of a sentence outside quotation marks and brackets; inside them if they are never closed. */
function sentenceEnd(line: Line, start: number, limit: number): number {
  let depth = 0;
  let inside = -1;
  for (let at = start; at < limit; at += 1) {
    const char = line.text[at - line.start]!;
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (ENDS.includes(char)) {
      if (depth === 0) return at;
      if (inside === -1) inside = at;
    }
  }
  return depth > 0 && inside !== -1 ? inside : limit;
}

/** Whether a line could be a heading that lost its number: short, and not a sentence. */
export function looksLikeHeading(line: string): boolean {
  return (
    line.length >= 4 && line.length <= 40 && !/[。；;：:！？!?\t]|[，,、]$/.test(line) && !/^[（(]/.test(line)
  );
}
