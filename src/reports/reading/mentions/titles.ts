import type { Mention } from '../model.ts';

/** Longest title seen in practice is about 90 characters; a mark left open further back is a misprint. */
const LONGEST = 160;

/**
 * Titles between 《 and 》, the outermost of nested ones. A mark never opened or never closed names no title:
 * in "工作规则》《办法》" only the second is one.
 */
export function findTitles(text: string): Mention[] {
  const found: Mention[] = [];
  let open: number[] = [];
  let pending: Mention[] = [];
  const abandon = () => {
    found.push(...pending);
    open = [];
    pending = [];
  };
  for (let at = nextMark(text, 0); at !== -1; at = nextMark(text, at + 1)) {
    const sign = text[at];
    const first = open[0];
    if (first !== undefined && (sign === '\n' || at - first > LONGEST)) abandon();
    if (sign === '《') open.push(at);
    if (sign !== '》') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const mention = { start, end: at + 1, text: text.slice(start, at + 1) };
    if (open.length > 0) pending.push(mention);
    else {
      pending = [];
      if (mention.text.length > 2) found.push(mention);
    }
  }
  abandon();
  return found.sort((a, b) => a.start - b.start);
}

const MARK = /[《》\n]/g;

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}
