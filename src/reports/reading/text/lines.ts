/** A line of the cleaned text: one paragraph, heading or table row. */
export interface Line {
  text: string;
  start: number;
  /** Exclusive; the line break itself is not part of the line. */
  end: number;
}

/** The lines of a text with their offsets. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return lines;
}

/** Index of the line that holds `offset`. */
export function lineAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Table rows carry a tab between cells; no other line does. */
export function isTableRow(line: string): boolean {
  return line.includes('\t');
}
