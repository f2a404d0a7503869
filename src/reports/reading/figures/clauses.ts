/** Borders of clauses and sentences. */

const CLAUSE_ENDS = new Set([...',，。；;！!？?：:\n\r']);
const SENTENCE_ENDS = new Set([...'。；;！!？?\n\r']);

/** No clause is followed further than this. */
const CLAUSE_REACH = 60;

export function isClauseEnd(text: string, i: number): boolean {
  const char = text[i]!;
  if (!CLAUSE_ENDS.has(char)) return false;
  // 1,234 and 10:30: the mark stands inside a number.
  return !(
    isDigit(text.charCodeAt(i - 1)) &&
    isDigit(text.charCodeAt(i + 1)) &&
    (char === ',' || char === ':')
  );
}

export function isSentenceEnd(char: string): boolean {
  return SENTENCE_ENDS.has(char);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function clauseStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < CLAUSE_REACH && !isClauseEnd(text, i - 1)) i -= 1;
  return i;
}
