import type { Block, Heading } from '../../kernel/wording/document.ts';
import { chineseOrdinal, parseChineseOrdinal } from '../../kernel/wording/numerals.ts';

type Level = Heading['level'];

/** The four labels of GB/T 9704-2012, 7.3.3: how each is written, and how it is recognised in text. */
const LABELS: Readonly<Record<Level, { write: (n: number) => string; read: RegExp }>> = {
  1: { write: (n) => `${chineseOrdinal(n)}、`, read: /^([一二三四五六七八九十百零]{1,5})、/ },
  2: { write: (n) => `（${chineseOrdinal(n)}）`, read: /^（([一二三四五六七八九十百零]{1,5})）/ },
  3: { write: (n) => `${n}.`, read: /^(\d{1,3})[.．](?!\d)/ },
  4: { write: (n) => `（${n}）`, read: /^（(\d{1,3})）/ },
};

/**
 * The same blocks with every heading labelled. A label that is already there is kept and counted on from, so that a
 * clerk may type labels or leave them out; a heading of a higher level starts the lower ones anew.
 */
export function numberHeadings(blocks: readonly Block[]): readonly Block[] {
  const counters: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const stated = statedNumber(block);
    counters[block.level] = stated ?? counters[block.level] + 1;
    for (const lower of [2, 3, 4] as const) if (lower > block.level) counters[lower] = 0;
    return stated === undefined
      ? { ...block, text: LABELS[block.level].write(counters[block.level]) + block.text }
      : block;
  });
}

function statedNumber(heading: Heading): number | undefined {
  const label = LABELS[heading.level].read.exec(heading.text)?.[1];
  if (label === undefined) return undefined;
  return /^\d/.test(label) ? Number(label) : parseChineseOrdinal(label);
}
