import type { Queries } from '../connection.ts';

/** Condition on the person `p` of a query: the name contains the text, or its pinyin or initials begin with it. */
export function nameMatches(sql: Queries, text: string) {
  const plain = escaped(text.normalize('NFKC').trim());
  const letters = plain.toLowerCase().replace(/\s/g, '');
  return sql`(p.name like ${`%${plain}%`} or p.pinyin like ${`${letters}%`} or p.pinyin like ${`% ${letters}%`})`;
}

/** The characters of LIKE as themselves. */
export function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
