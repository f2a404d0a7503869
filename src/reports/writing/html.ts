import { chineseDate } from '../../kernel/dates.ts';
import type {
  Annex,
  Block,
  Form,
  Inline,
  Instrument,
  OfficialDocument,
  Signature,
  Table,
  Verification,
} from '../../kernel/wording/document.ts';
import { numberHeadings } from './numbering.ts';
import { annexLabel, annexNames } from './text.ts';

/**
 * An official paper as one `<article>` of semantic HTML for the portal and for print: escaped, without scripts or
 * inline styles. A figure carries its id in `data-figure` and links to its address.
 */
export function renderOfficialHtml(document: OfficialDocument): string {
  const { annexes = [] } = document;
  return article('official', [
    masthead(document),
    element('h1', document.title.replace(/\n/g, '')),
    document.recipients && element('p', `${document.recipients}：`, 'flush'),
    ...blocksHtml(document.blocks),
    ...annexNames(annexes).map((name) => element('p', name, 'annex-name')),
    signatureHtml(document.signature),
    document.note && element('p', `（${document.note}）`),
    ...annexes.map((annex, index) => annexHtml(annex, annexLabel(index, annexes.length))),
    imprintHtml(document),
    verificationHtml(document.verification),
  ]);
}

/** A formal instrument as one `<article>`, under the same rules. */
export function renderInstrumentHtml(instrument: Instrument): string {
  return article('instrument', [
    element('p', instrument.organ, 'organ'),
    element('h1', instrument.name),
    instrument.number && element('p', instrument.number, 'number'),
    ...blocksHtml(instrument.blocks),
    signatureHtml(instrument.signature),
    instrument.copies && element('p', instrument.copies, 'copies'),
    verificationHtml(instrument.verification),
  ]);
}

type Part = string | undefined;

function article(kind: string, parts: readonly Part[]): string {
  return `<article class="paper ${kind}" lang="zh-CN">\n${parts.filter(Boolean).join('\n')}\n</article>\n`;
}

function masthead(document: OfficialDocument): Part {
  const lines = [
    document.copyNumber && element('p', document.copyNumber, 'copy-number'),
    document.secrecy && element('p', document.secrecy, 'secrecy'),
    document.urgency && element('p', document.urgency, 'urgency'),
    document.mark && element('p', document.mark, 'mark'),
    document.number && element('p', document.number, 'number'),
    document.signers?.length ? element('p', `签发人：${document.signers.join('　')}`, 'signers') : undefined,
  ].filter(Boolean);
  return lines.length > 0 ? `<header>${lines.join('')}</header>` : undefined;
}

function blocksHtml(blocks: readonly Block[], headingOffset = 1): string[] {
  return numberHeadings(blocks).map((block) => blockHtml(block, headingOffset));
}

function blockHtml(block: Block, headingOffset: number): string {
  switch (block.kind) {
    case 'heading': {
      const heading = element(`h${block.level + headingOffset}`, block.text);
      return block.body ? `${heading}\n<p class="run-on">${inlineHtml(block.body)}</p>` : heading;
    }
    case 'paragraph':
      return `<p${block.flush ? ' class="flush"' : ''}>${inlineHtml(block.content)}</p>`;
    case 'table':
      return tableHtml(block);
    case 'form':
      return formHtml(block);
    case 'details':
      return `<dl>${block.entries.map(({ label, value }) => element('dt', label) + element('dd', value)).join('')}</dl>`;
    case 'sign':
      return block.lines.map((line) => element('p', line, 'sign')).join('\n');
  }
}

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (typeof inline === 'string') return escapeHtml(inline);
      if (inline.kind === 'bold') return element('strong', inline.text);
      const figure = `data-figure="${escapeHtml(inline.id)}"`;
      const text = escapeHtml(inline.text);
      return inline.href && isSafeAddress(inline.href)
        ? `<a ${figure} href="${escapeHtml(inline.href)}">${text}</a>`
        : `<span ${figure}>${text}</span>`;
    })
    .join('');
}

function tableHtml(table: Table): string {
  const unit = table.unit ? element('span', `单位：${table.unit}`, 'unit') : '';
  const caption = table.caption || unit ? `<caption>${escapeHtml(table.caption ?? '')}${unit}</caption>` : '';
  const header = table.columns.map((column) => `<th scope="col">${escapeHtml(column.header)}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, index) => {
      const align = column.align && column.align !== 'text' ? ` class="${column.align}"` : '';
      const cell = row[index];
      return `<td${align}>${cell === undefined ? '' : inlineHtml([cell])}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${caption}<thead><tr>${header}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function formHtml(form: Form): string {
  const rows = form.rows.map((row) => {
    const cells = row.map((cell) => {
      const span = cell.span && cell.span > 1 ? ` colspan="${cell.span}"` : '';
      const text = escapeHtml(cell.text).replaceAll('\n', cell.label ? '' : '<br>');
      const sign = cell.sign ? element('p', cell.sign, 'sign') : '';
      return cell.label ? `<th scope="row"${span}>${text}</th>` : `<td${span}>${text}${sign}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table class="form"><tbody>${rows.join('')}</tbody></table>`;
}

function signatureHtml(signature: Signature | undefined): Part {
  if (!signature) return undefined;
  const issuers = signature.issuers.map((issuer) => element('p', issuer)).join('');
  return `<div class="signature">${issuers}<p>${time(signature.date)}</p></div>`;
}

function annexHtml(annex: Annex, label: string): Part {
  if (!annex.blocks) return undefined;
  const heading = `<h2><span class="annex-label">${escapeHtml(label)}</span> ${escapeHtml(annex.title)}</h2>`;
  return `<section class="annex">${heading}\n${blocksHtml(annex.blocks, 2).join('\n')}</section>`;
}

function imprintHtml({ imprint }: OfficialDocument): Part {
  if (!imprint) return undefined;
  const copyTo = imprint.copyTo ? element('p', `抄送：${imprint.copyTo.replace(/。$/, '')}。`) : '';
  return `<footer class="imprint">${copyTo}<p>${escapeHtml(imprint.office)} ${time(imprint.date)}印发</p></footer>`;
}

function verificationHtml(verification: Verification | undefined): Part {
  if (!verification) return undefined;
  const qr = verification.qrPng
    ? `<img alt="核验二维码" src="data:image/png;base64,${Buffer.from(verification.qrPng).toString('base64')}">`
    : '';
  return `<aside class="verification" aria-label="文件核验">${qr}${element('p', verification.text)}</aside>`;
}

function time(date: string): string {
  return `<time datetime="${escapeHtml(date)}">${chineseDate(date)}</time>`;
}

function element(tag: string, text: string, className?: string): string {
  const attribute = className ? ` class="${className}"` : '';
  return `<${tag}${attribute}>${escapeHtml(text)}</${tag}>`;
}

/** Web addresses and addresses of this site; anything that could run is not linked. */
function isSafeAddress(href: string): boolean {
  return /^(https?:\/\/|\/(?!\/)|#)/i.test(href);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);
}
