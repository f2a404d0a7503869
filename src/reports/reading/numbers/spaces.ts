/** The position behind at most `most` spaces at `i`. */
export function skipSpaces(text: string, i: number, most: number): number {
  let at = i;
  while (at - i < most && (text[at] === ' ' || text[at] === '\u3000')) at += 1;
  return at;
}
