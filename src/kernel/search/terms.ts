import { pinyin } from 'pinyin-pro';

/** Longest text that is indexed, in characters: names and titles, not bodies. */
const MOST_CHARACTERS = 500;
/** A word is found by its first letters up to this many, and whole. */
const PREFIX = 6;

/**
 * The terms a text is found by: single characters and pairs of Chinese text, words and their beginnings, numbers,
 * and the pinyin initials with which a Chinese run begins (`xzxk` for 行政许可). No dictionary of words is needed.
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const { run, chinese } of runsOf(text)) {
    if (chinese) {
      for (const gram of [...grams(run, 1), ...grams(run, 2)]) terms.add(gram);
      for (const start of beginnings(initials(run)).slice(1)) terms.add(start);
    } else {
      for (const start of beginnings(run)) terms.add(start);
      terms.add(run);
    }
  }
  return [...terms];
}

/**
 * What a query asks for: a text answers it when its terms contain all of these. Empty for a query without a
 * letter, figure or Chinese character.
 */
export function queryTerms(query: string): string[] {
  const terms = runsOf(query).flatMap(({ run, chinese }) => {
    const characters = [...run];
    return chinese && characters.length > 1 ? grams(run, 2) : [run];
  });
  return [...new Set(terms)];
}

/** Chinese runs and runs of letters and figures, in full-width-free lower case. */
function runsOf(text: string): { run: string; chinese: boolean }[] {
  const plain = [...text.normalize('NFKC').toLowerCase()].slice(0, MOST_CHARACTERS).join('');
  return [...plain.matchAll(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)].map(([run]) => ({
    run,
    chinese: /^\p{Script=Han}/u.test(run),
  }));
}

function grams(run: string, length: number): string[] {
  const characters = [...run];
  return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, start) =>
    characters.slice(start, start + length).join(''),
  );
}

function beginnings(run: string): string[] {
  const characters = [...run].slice(0, PREFIX);
  return characters.map((_, index) => characters.slice(0, index + 1).join(''));
}

/** First letters of the pinyin of all Chinese characters of a text, what is not Chinese as it is: `立案数` → `las`. For looking through a short list. */
export function initialsOf(text: string): string {
  return runsOf(text)
    .map(({ run, chinese }) => (chinese ? letters(run) : run))
    .join('');
}

/** First letters of the pinyin of the run's beginning; readings are chosen by context where several exist. */
function initials(run: string): string {
  return letters([...run].slice(0, PREFIX).join(''));
}

function letters(run: string): string {
  return pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' })
    .map((letter) => letter.slice(0, 1).toLowerCase())
    .join('');
}
