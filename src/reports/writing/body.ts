import { AlignmentType, LineRuleType, Paragraph, type Table, TabStopType } from 'docx';
import type { Block, Details, Heading } from '../../kernel/wording/document.ts';
import { textWidth } from './inline.ts';
import { CHARACTER, LINE } from './layout.ts';
import { numberHeadings } from './numbering.ts';
import { run, runs } from './runs.ts';
import { STYLE } from './styles.ts';
import { dataTable, formTable } from './tables.ts';

/** What stands in the text area of a page. */
export type Flow = Paragraph | Table;

const HEADING_STYLE = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const;

/**
 * Body blocks in order. `keepWithNext` ties the last paragraph to what follows, so that a signature never stands
 * alone on a page.
 */
export function bodyFlow(blocks: readonly Block[], keepWithNext = false): Flow[] {
  return numberHeadings(blocks).flatMap((block, index) =>
    blockFlow(block, keepWithNext && index === blocks.length - 1),
  );
}

function blockFlow(block: Block, keepNext: boolean): Flow[] {
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block)];
    case 'paragraph':
      return [
        new Paragraph({
          style: block.flush ? STYLE.flush : STYLE.body,
          children: runs(block.content),
          keepNext,
        }),
      ];
    case 'table':
      return dataTable(block);
    case 'form':
      return [formTable(block), roomlessLine()];
    case 'details':
      return detailLines(block);
    case 'sign':
      return block.lines.map(signatureLine);
  }
}

/** A heading alone keeps with its text; one that runs on is an ordinary paragraph with its first words set apart. */
function headingParagraph(heading: Heading): Paragraph {
  const label = run(heading.text);
  return new Paragraph({
    style: HEADING_STYLE[heading.level],
    keepNext: heading.body === undefined,
    children: heading.body ? [label, ...runs(heading.body, { face: 'body' })] : [label],
  });
}

function detailLines(details: Details): Paragraph[] {
  const labelWidth = Math.max(...details.entries.map((entry) => textWidth(entry.label))) + 1;
  const hanging = Math.round(labelWidth * CHARACTER);
  return details.entries.map(
    (entry) =>
      new Paragraph({
        style: STYLE.flush,
        alignment: AlignmentType.LEFT,
        indent: { left: hanging, hanging },
        tabStops: [{ type: TabStopType.LEFT, position: hanging }],
        children: [run(`${entry.label}：`), run(`\t${entry.value}`)],
      }),
  );
}

function signatureLine(text: string): Paragraph {
  return new Paragraph({
    style: STYLE.body,
    keepLines: true,
    spacing: { before: LINE / 3, line: LINE, lineRule: LineRuleType.EXACT },
    children: [run(text)],
  });
}

/** Empty lines on the grid. */
export function blankLines(count: number, keepNext = false): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph({ style: STYLE.flush, keepNext }));
}

/** A paragraph that takes no room: Word wants one after a table that ends the page. */
export function roomlessLine(): Paragraph {
  return new Paragraph({ style: STYLE.roomless });
}
