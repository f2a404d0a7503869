/** Lists of words as data: written with spaces between, matched by their first or last character. */

export function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

/** The longest word of a list that begins (or ends) at a position; '' where none does. */
export type Matcher = (text: string, at: number) => string;

/** Matches the longest word that begins at `at`. */
export function beginning(...lists: readonly (readonly string[])[]): Matcher {
  const index = indexed(lists.flat(), (word) => word.charCodeAt(0));
  return (text, at) => {
    const candidates = index.get(text.charCodeAt(at));
    if (candidates !== undefined) for (const word of candidates) if (text.startsWith(word, at)) return word;
    return '';
  };
}

/** Matches the longest word that ends right before `end`. */
export function ending(...lists: readonly (readonly string[])[]): Matcher {
  const index = indexed(lists.flat(), (word) => word.charCodeAt(word.length - 1));
  return (text, end) => {
    const candidates = index.get(text.charCodeAt(end - 1));
    if (candidates === undefined) return '';
    for (const word of candidates)
      if (word.length <= end && text.startsWith(word, end - word.length)) return word;
    return '';
  };
}

function indexed(list: readonly string[], key: (word: string) => number): Map<number, string[]> {
  const index = new Map<number, string[]>();
  for (const word of new Set(list)) {
    const same = index.get(key(word)) ?? [];
    same.push(word);
    index.set(key(word), same);
  }
  for (const same of index.values()) same.sort((a, b) => b.length - a.length);
  return index;
}

/** A set of characters as a table, for loops that look at every character. */
export function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(65536);
  for (let i = 0; i < chars.length; i += 1) table[chars.charCodeAt(i)] = 1;
  return table;
}
