/**
 * Rejoins paragraphs that were cut at a fixed width, as plain-text mails and PDF copies are. A text counts as
 * hard-wrapped when most of its longer lines have nearly the same width and end in the middle of a sentence.
 */
const SENTENCE_CLOSED = /[。；;！!？?：:」”）)…]$/;

/** Marks with which a line of its own begins. */
const OPENS_LINE =
  /^(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳]|附件|抄送|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$)/;

export function unwrapLines(lines: readonly string[]): string[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    if (open && !OPENS_LINE.test(line)) paragraphs[paragraphs.length - 1] += line;
    else paragraphs.push(line);
    open = displayWidth(line) >= width - 4 && !SENTENCE_CLOSED.test(line) && !line.includes('\t');
    if (displayWidth(line) >= width - 1 && !line.includes('\t')) open = true;
  }
  return paragraphs;
}

/** Columns of a line: a Chinese sign takes two, an ASCII sign one. */
function displayWidth(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i += 1) width += line.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

/** The width the text was wrapped at, in columns; null if it was not. */
function wrapWidth(lines: readonly string[]): number | null {
  const widths = lines.filter((line) => !line.includes('\t')).map(displayWidth);
  const longest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (longest < 40 || longest > 160) return null;
  const full = lines.filter((line) => displayWidth(line) >= longest - 6);
  const broken = full.filter((line) => !SENTENCE_CLOSED.test(line));
  const many = full.length >= Math.max(5, lines.length * 0.4);
  return many && broken.length >= full.length * 0.6 ? longest : null;
}
