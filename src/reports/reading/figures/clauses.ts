import { charTable } from './words.ts';

/** Borders of clauses and sentences. */
const CLAUSE_ENDS = charTable(',，。；;！!？?：:\t\n\r');
const SENTENCE_ENDS = charTable('。；;！!？?\n\r');

/** No clause is followed further back than this. */
const CLAUSE_REACH = 60;

export function isSentenceEnd(text: string, i: number): boolean {
  return SENTENCE_ENDS[text.charCodeAt(i)] === 1;
}

/** Where the clause begins that `at` stands in; a comma inside 1,234 is no border. */
export function clauseStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < CLAUSE_REACH && !isClauseEnd(text, i - 1)) i -= 1;
  return i;
}

function isClauseEnd(text: string, i: number): boolean {
  if (CLAUSE_ENDS[text.charCodeAt(i)] !== 1) return false;
  return !((text[i] === ',' || text[i] === ':') && isDigit(text, i - 1) && isDigit(text, i + 1));
}

function isDigit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 48 && code <= 57;
}
