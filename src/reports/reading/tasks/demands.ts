import type { Demand } from '../model.ts';
import { readQuantities } from './quantities.ts';

const OPENING = '《“（(〔【「‘';
const CLOSING = '》”）)〕】」’';
const LEAD =
  /^(?:[一二三四五六七八九十]{1,3}(?:是|要)|[（(]?\d{1,2}[）)]|\d{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[；;。，,\s])+/;

/**
 * A task's text split into single demands at 。 and ；, not inside quotation marks or brackets. Positions are
 * offsets into the document; `offset` is where `text` begins there.
 */
export function splitDemands(text: string, offset: number): Demand[] {
  const demands: Demand[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at] ?? '\n';
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '\n') depth = 0;
    if (char !== '\n' && (depth > 0 || !'。；;'.includes(char))) continue;
    addDemand(demands, text.slice(start, at), offset + start);
    start = at + 1;
  }
  return demands;
}

function addDemand(demands: Demand[], printed: string, start: number): void {
  const lead = LEAD.exec(printed)?.[0].length ?? 0;
  const text = printed.slice(lead).trimEnd();
  if (text.length < 4) return;
  const at = start + lead;
  demands.push({ text, start: at, end: at + text.length, quantities: readQuantities(text, at) });
}
