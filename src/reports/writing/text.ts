import { chineseDate } from '../../kernel/dates.ts';
import type { Annex, Block, Instrument, OfficialDocument, Signature } from '../../kernel/wording/document.ts';
import { plainText } from './inline.ts';
import { numberHeadings } from './numbering.ts';

/** An official paper as plain text: a paragraph a line, table cells parted by tabs. */
export function renderText(document: OfficialDocument): string {
  const { annexes = [], imprint } = document;
  return joinLines([
    document.mark,
    document.number,
    document.signers?.length ? `签发人：${document.signers.join('　')}` : undefined,
    document.title.replace(/\n/g, ''),
    document.recipients && `${document.recipients}：`,
    ...blockLines(document.blocks),
    ...annexNames(annexes),
    ...signatureText(document.signature),
    document.note && `（${document.note}）`,
    ...annexes.flatMap(annexLines),
    imprint?.copyTo && `抄送：${imprint.copyTo.replace(/。$/, '')}。`,
    imprint && `${imprint.office}　${chineseDate(imprint.date)}印发`,
    document.verification?.text,
  ]);
}

/** A formal instrument as plain text. */
export function renderInstrumentText(instrument: Instrument): string {
  return joinLines([
    instrument.organ,
    instrument.name,
    instrument.number,
    ...blockLines(instrument.blocks),
    ...signatureText(instrument.signature),
    instrument.copies,
    instrument.verification?.text,
  ]);
}

function joinLines(lines: readonly (string | undefined)[]): string {
  return `${lines.filter((line) => line !== undefined && line !== '').join('\n')}\n`;
}

function blockLines(blocks: readonly Block[]): string[] {
  return numberHeadings(blocks).flatMap(linesOf);
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text + plainText(block.body ?? [])];
    case 'paragraph':
      return [plainText(block.content)];
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...(block.unit ? [`单位：${block.unit}`] : []),
        block.columns.map((column) => column.header).join('\t'),
        ...block.rows.map((row) => row.map((cell) => plainText([cell])).join('\t')),
      ];
    case 'form':
      return block.rows.map((row) =>
        row
          .map((cell) =>
            [cell.text.replace(/\n/g, cell.label ? '' : ' '), cell.sign].filter(Boolean).join(' '),
          )
          .join('\t'),
      );
    case 'details':
      return block.entries.map((entry) => `${entry.label}：${entry.value}`);
    case 'sign':
      return [...block.lines];
  }
}

function signatureText(signature: Signature | undefined): string[] {
  return signature ? [...signature.issuers, chineseDate(signature.date)] : [];
}

/** Lines of 附件说明, also used by the web page. */
export function annexNames(annexes: readonly Annex[]): string[] {
  return annexes.map(
    (annex, index) =>
      `${index === 0 ? '附件：' : ''}${annexes.length > 1 ? `${index + 1}.` : ''}${annex.title}`,
  );
}

/** 附件 alone, 附件1 where there are more. */
export function annexLabel(index: number, count: number): string {
  return count > 1 ? `附件${index + 1}` : '附件';
}

function annexLines(annex: Annex, index: number, all: readonly Annex[]): string[] {
  if (!annex.blocks) return [];
  return [annexLabel(index, all.length), annex.title, ...blockLines(annex.blocks)];
}
