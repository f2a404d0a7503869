/**
 * From text placed on a page to paragraphs, for PDF and OFD: pieces on one height form a line; a line goes on
 * in the next where it fills the column and the next is not indented. Page numbers are dropped.
 */
export interface PlacedText {
  text: string;
  /** Left edge, and baseline counted downwards from the top of the page; one unit for all. */
  x: number;
  y: number;
  width: number;
  /** Font size, in the same unit. */
  size: number;
}

interface PlacedLine {
  text: string;
  left: number;
  right: number;
  size: number;
}

/** — 3 —, - 3 -, 3, 第3页: what stands alone at the foot of a page. */
const PAGE_NUMBER = /^[\s\-—–－·]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/／]\s?\d{1,4})?[\s\-—–－·]*$/;

export function layoutText(pages: readonly (readonly PlacedText[])[]): string {
  const lines = pages.flatMap((pieces) => dropPageNumbers(linesOfPage(pieces)));
  const margin = commonEdge(lines.map(({ left }) => left));
  const edge = lines.reduce((most, { right }) => Math.max(most, right), 0);
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const indented = line.left > margin + line.size * 0.8;
    if (open && !indented) paragraphs[paragraphs.length - 1] += line.text;
    else paragraphs.push(line.text);
    open = line.right > edge - line.size * 2.2;
  }
  return paragraphs.join('\n');
}

function linesOfPage(pieces: readonly PlacedText[]): PlacedLine[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: PlacedText[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - piece.y) <= Math.max(1, piece.size * 0.5)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(toLine);
}

function toLine(row: PlacedText[]): PlacedLine {
  row.sort((a, b) => a.x - b.x);
  let text = '';
  let right = row[0]!.x;
  for (const piece of row) {
    if (text !== '' && piece.x - right > piece.size * 0.9) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.x + piece.width);
  }
  return { text, left: row[0]!.x, right, size: row[0]!.size };
}

function dropPageNumbers(lines: PlacedLine[]): PlacedLine[] {
  return lines.filter(({ text }, i) => !((i === 0 || i >= lines.length - 2) && PAGE_NUMBER.test(text)));
}

/** The leftmost edge that is no accident: a paragraph's further lines begin there, its first one is indented. */
function commonEdge(edges: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const edge of edges) {
    const bucket = Math.round(edge / 4);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= edges.length * 0.03).map(([bucket]) => bucket);
  return common.reduce((least, bucket) => Math.min(least, bucket), Infinity) * 4;
}
