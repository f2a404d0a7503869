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

/** Table rows carry a tab between cells; no other line does. */
export function isTableRow(line: string): boolean {
  return line.includes('\t');
}
