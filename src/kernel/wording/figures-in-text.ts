/** `{{penalty.decided}}`: a figure within the text of a report, by its id. */
const TOKEN = /\{\{([^{}]+)\}\}/g;

/** A run of text: plain text, or a figure by its id. */
export type Run = string | { readonly figure: string };

/** The runs of a text, in order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) runs.push(text.slice(from, match.index));
    runs.push({ figure: match[1]! });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push(text.slice(from));
  return runs;
}

/** Ids of the figures a text uses, as often as it does. */
export function figuresIn(text: string): string[] {
  return runsOf(text).flatMap((run) => (typeof run === 'string' ? [] : [run.figure]));
}

/** A text with its figures filled in. */
export function filledIn(text: string, figure: (id: string) => string): string {
  return runsOf(text)
    .map((run) => (typeof run === 'string' ? run : figure(run.figure)))
    .join('');
}
