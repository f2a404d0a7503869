import type { Annex } from '../model.ts';
import type { Line } from '../text/lines.ts';

/**
 * 附件 lists and the annexes themselves. Examples: "附件：1.任务分解表" followed by "2.责任清单" ·
 * "附件1" on a line above the annex's title · "附件：任务分解表".
 */
const LABEL = /^附\s?件\s?(?<number>[一二三四五六七八九十\d]{0,2})\s?(?:[:：]\s?|$)(?<rest>.*)$/;
const ITEM = /^(?<number>\d{1,2})\s?[.．、]\s?(?<title>.+)$/;

export interface Annexes {
  annexes: Annex[];
  /** Lines that belong to a list of annexes and number no heading. */
  lines: Set<number>;
}

export function findAnnexes(lines: readonly Line[]): Annexes {
  const annexes: Annex[] = [];
  const taken = new Set<number>();
  const known = new Set<string>();
  const add = (label: string, title: string, line: Line) => {
    if (title === '' || title.length > 80 || known.has(title)) return;
    known.add(title);
    annexes.push({ label, title, start: line.start, end: line.end });
  };
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line.text)?.groups;
    if (!label) continue;
    taken.add(index);
    const rest = label.rest!.trim();
    const item = ITEM.exec(rest)?.groups;
    if (item) {
      add(`附件${item.number}`, trimTitle(item.title!), line);
      readItems(lines, index + 1, taken, add);
    } else if (rest !== '') {
      add(`附件${label.number}`, trimTitle(rest), line);
    } else {
      const next = lines[index + 1];
      if (next && ITEM.test(next.text) && next.text.length <= 60) readItems(lines, index + 1, taken, add);
      else if (next && next.text.length <= 60) add(`附件${label.number}`, trimTitle(next.text), next);
    }
  }
  return { annexes, lines: taken };
}

function readItems(
  lines: readonly Line[],
  from: number,
  taken: Set<number>,
  add: (label: string, title: string, line: Line) => void,
): void {
  for (let index = from; index < lines.length; index += 1) {
    const item = ITEM.exec(lines[index]!.text)?.groups;
    if (!item || lines[index]!.text.length > 60) return;
    taken.add(index);
    add(`附件${item.number}`, trimTitle(item.title!), lines[index]!);
  }
}

function trimTitle(printed: string): string {
  return printed.replace(/[；;。.]$/, '').trim();
}
