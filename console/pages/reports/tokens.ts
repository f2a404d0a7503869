import { filledIn, runsOf } from '../../../src/client/figures-in-text.ts';

type Figures = ReadonlyMap<string, { readonly text: string }>;

/** What stands for a figure that has no value. */
export const noFigure = (id: string): string => `缺数：${id}`;

/** A text as it is printed, with its figures filled in. */
export function printedOf(text: string, figures: Figures): string {
  return filledIn(text, (id) => figures.get(id)?.text ?? noFigure(id));
}

/**
 * Puts other words in place of a part of the printed text. Undefined where the part reaches into a figure: a number
 * of a report is never typed over.
 */
export function replacePrinted(
  text: string,
  figures: Figures,
  part: { readonly start: number; readonly end: number },
  words: string,
): string | undefined {
  let printed = 0;
  let source = 0;
  for (const run of runsOf(text)) {
    const length =
      typeof run === 'string' ? run.length : (figures.get(run.figure)?.text ?? noFigure(run.figure)).length;
    const sourceLength = typeof run === 'string' ? run.length : run.figure.length + 4;
    if (typeof run === 'string' && part.start >= printed && part.end <= printed + length) {
      const at = source + part.start - printed;
      return text.slice(0, at) + words + text.slice(at + part.end - part.start);
    }
    printed += length;
    source += sourceLength;
  }
  return undefined;
}

/** The text of what stands in an editor: its chips become tokens again, line breaks are none in a paragraph. */
export function textOf(nodes: Iterable<Node>): string {
  let text = '';
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.textContent?.replace(/[\r\n\u200b]/g, '') ?? '';
    else if (node instanceof HTMLElement) {
      const { figure } = node.dataset;
      text += figure === undefined ? textOf(node.childNodes) : `{{${figure}}}`;
    }
  }
  return text;
}

/** A heading without what changes from year to year, so that the same chapter of two years is found. */
export function bareTitle(title: string): string {
  return title.replace(/\d{4}年(?:度)?/g, '').replace(/\s/g, '');
}
