/**
 * Rejoins paragraphs that were cut at a fixed width, as plain-text mails and PDF copies are. A text counts as
 * hard-wrapped when most of its longer lines have nearly the same width and end in the middle of a sentence.
 */
const SENTENCE_CLOSED = /[。；;！!？?：:」”）)】…]$/;

/** Nothing ends a paragraph with these. */
const MID_PHRASE = /[第、，,和与及的①-⑳]$/;

/** Marks with which a line of its own begins. */
const OPENS_LINE =
  /^(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}[、.．，,)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[.．、，,)）] ?(?!\d)| (?=[\u4e00-\u9fff]))|[①-⑳]|附件|抄送|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)/;

/** `lines` still have their indentation, by which a new paragraph is known; the result has none. */
export function unwrapLines(lines: readonly string[]): string[] {
  const wrap = MEASURES.map((measure) => findWrap(lines, measure)).reduce(
    (best, found) => (found !== null && found.broken > (best?.broken ?? 0) * 1.5 ? found : best),
    null,
  );
  if (!wrap) return joinOpen(lines).map(withoutIndent);
  const margin = lines.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  const paragraphs: string[] = [];
  let ending: Ending = 'finished';
  for (const full of lines) {
    const line = withoutIndent(full);
    const indented = indentOf(full) >= margin + 2;
    const joins = !indented && (ending === 'broken' || (ending === 'perhaps' && !OPENS_LINE.test(line)));
    if (joins) paragraphs[paragraphs.length - 1] += line;
    else paragraphs.push(line);
    ending = endingOf(full, wrap);
  }
  return paragraphs;
}

/** A mark that opens is not the end of a line: what it opens was torn off by the copy. */
function joinOpen(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const line of lines) {
    if (open) joined[joined.length - 1] += withoutIndent(line);
    else joined.push(line);
    open = /[（(《“〔]$/.test(line) && !line.includes('\t');
  }
  return joined;
}

function indentOf(line: string): number {
  return line.length - withoutIndent(line).length;
}

/** Tabs stay: before a table row they stand for empty cells. */
function withoutIndent(line: string): string {
  return line.replace(/^ +/, '');
}

/** How the cutting program measured its lines. `slack` is how much a full line may stay below the width. */
interface Measure {
  of(line: string): number;
  slack: number;
  shortest: number;
  longest: number;
}

const MEASURES: readonly Measure[] = [
  { of: (line) => line.length, slack: 0, shortest: 20, longest: 80 },
  { of: columnsOf, slack: 3, shortest: 40, longest: 160 },
];

interface Wrap {
  measure: Measure;
  width: number;
  /** Lines cut in mid-sentence, the evidence. */
  broken: number;
}

/** Whether a line was cut: surely, where it fills the width in mid-sentence; perhaps; or not. */
type Ending = 'broken' | 'perhaps' | 'finished';

function endingOf(line: string, { measure, width }: Wrap): Ending {
  if (line.includes('\t')) return 'finished';
  const size = measure.of(line);
  const closed = SENTENCE_CLOSED.test(line);
  if (size >= width - Math.min(1, measure.slack)) return closed ? 'perhaps' : 'broken';
  if (size >= width - measure.slack - 1 && MID_PHRASE.test(line)) return 'broken';
  return size >= width - measure.slack && !closed ? 'perhaps' : 'finished';
}

/** Columns of a line: a Chinese sign takes two, an ASCII sign one. */
function columnsOf(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i += 1) width += line.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

/** The width the text was cut at; null if it was not: then few lines are equally long, or they end sentences. */
function findWrap(lines: readonly string[], measure: Measure): Wrap | null {
  const prose = lines.filter((line) => !line.includes('\t'));
  const width = prose.reduce((most, line) => Math.max(most, measure.of(line)), 0);
  if (width < measure.shortest || width > measure.longest) return null;
  const full = prose.filter((line) => measure.of(line) >= width - measure.slack);
  const broken = full.filter((line) => !SENTENCE_CLOSED.test(line));
  const many = full.length >= Math.max(3, lines.length * 0.08);
  return many && broken.length >= full.length * 0.5 ? { measure, width, broken: broken.length } : null;
}
