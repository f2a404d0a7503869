import type { Block, Instrument } from '../wording/document.ts';
import type { DocumentBlock, DocumentContent } from './declaration.ts';

/** The full form of an instrument, ready to render, from the short form in which a system writes it. */
export function instrumentOf(content: DocumentContent): Instrument {
  const addressee: Block[] = content.addressee
    ? [{ kind: 'paragraph', content: [`${content.addressee}：`], flush: true }]
    : [];
  return {
    organ: content.issuer,
    name: content.title,
    ...(content.number ? { number: content.number } : {}),
    blocks: [...addressee, ...content.blocks.map(blockOf)],
    signature: { issuers: [content.issuer], date: content.date, sealed: true },
  };
}

function blockOf(block: DocumentBlock): Block {
  switch (block.kind) {
    case 'paragraph':
      return {
        kind: 'paragraph',
        content: [block.bold ? { kind: 'bold', text: block.text } : block.text],
        ...(block.align === 'left' ? { flush: true } : {}),
      };
    case 'rights':
      return { kind: 'paragraph', content: [block.text] };
    case 'form':
      return {
        kind: 'form',
        widths: [1, 4],
        rows: block.rows.map(([label, value]) => [{ text: label, label: true }, { text: value }]),
      };
    case 'table':
      return {
        kind: 'table',
        columns: block.head.map((header) => ({ header })),
        rows: block.rows,
      };
  }
}
