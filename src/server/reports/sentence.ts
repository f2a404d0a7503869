const SENTENCE_END = /[。；;\n\t]/;

/** The sentence around a place of a text, without its full stop. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !SENTENCE_END.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && !SENTENCE_END.test(text[to]!)) to++;
  return text.slice(from, to).trim();
}
