import { type Numbering, readNumbering } from './docx-numbering.ts';
import { UnreadableFile } from './unreadable.ts';
import { attribute, scanXml } from './xml.ts';
import type { ZipReader } from './zip.ts';

/**
 * Text of a Word file: paragraphs as lines with their automatic numbers printed, table rows as lines with a
 * tab between cells. Deleted revisions, field codes and fallback drawings are left out.
 */
export function readDocx(zip: ZipReader): string {
  const part = (name: string) => {
    const bytes = zip.read(name);
    return bytes === null ? '' : new TextDecoder().decode(bytes);
  };
  const document = part('word/document.xml');
  if (document === '') throw new UnreadableFile('broken');
  return new DocumentText(
    readNumbering(part('word/numbering.xml')),
    readStyles(part('word/styles.xml')),
  ).read(document);
}

interface ListPlace {
  numId: string | null;
  level: number | null;
}

/** Styles that number their paragraphs, with what they inherit. */
function readStyles(xml: string): Map<string, ListPlace> {
  const own = new Map<string, ListPlace & { basedOn: string | null }>();
  let style: (ListPlace & { basedOn: string | null }) | null = null;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = { numId: null, level: null, basedOn: null };
        own.set(attribute(attributes, 'w:styleId') ?? '', style);
      }
      const value = attribute(attributes, 'w:val');
      if (style && name === 'w:numId') style.numId = value;
      if (style && name === 'w:ilvl') style.level = Number(value);
      if (style && name === 'w:basedOn') style.basedOn = value;
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
  });
  const resolved = new Map<string, ListPlace>();
  for (const [id, first] of own) {
    const place: ListPlace = { numId: first.numId, level: first.level };
    let base = first.basedOn;
    for (let depth = 0; base !== null && depth < 12; depth += 1) {
      const parent = own.get(base);
      place.numId ??= parent?.numId ?? null;
      place.level ??= parent?.level ?? null;
      base = parent?.basedOn ?? null;
    }
    resolved.set(id, place);
  }
  return resolved;
}

/** Elements whose text is not shown. */
const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:rPr',
  'w:sectPr',
]);

interface Paragraph {
  text: string;
  style: string | null;
  place: ListPlace;
}

class DocumentText {
  private readonly numbering: Numbering;
  private readonly styles: ReadonlyMap<string, ListPlace>;
  private readonly lines: string[] = [];
  private readonly open: Paragraph[] = [];
  private cells: string[] | null = null;
  private cell: string[] = [];
  private tables = 0;
  private hidden = 0;
  private inText = false;

  constructor(numbering: Numbering, styles: ReadonlyMap<string, ListPlace>) {
    this.numbering = numbering;
    this.styles = styles;
  }

  read(xml: string): string {
    scanXml(xml, {
      open: (name, attributes, empty) => this.enter(name, attributes, empty),
      close: (name) => this.leave(name),
      text: (text) => {
        const paragraph = this.open.at(-1);
        if (this.inText && this.hidden === 0 && paragraph) paragraph.text += text;
      },
    });
    return this.lines.join('\n');
  }

  private enter(name: string, attributes: string, empty: boolean): void {
    if (HIDDEN.has(name)) {
      this.hidden += 1;
      return;
    }
    if (this.hidden > 0) return;
    const paragraph = this.open.at(-1);
    if (name === 'w:p') this.open.push({ text: '', style: null, place: { numId: null, level: null } });
    else if (name === 'w:t') this.inText = !empty;
    else if (name === 'w:tbl') this.tables += 1;
    else if (name === 'w:tr' && this.tables === 1) this.cells = [];
    else if (name === 'w:tc' && this.tables === 1) this.cell = [];
    else if (paragraph) this.enterInParagraph(paragraph, name, attributes);
  }

  private enterInParagraph(paragraph: Paragraph, name: string, attributes: string): void {
    const value = attribute(attributes, 'w:val');
    if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.place.numId = value;
    else if (name === 'w:ilvl') paragraph.place.level = Number(value);
    else if (name === 'w:tab' && attributes === '') paragraph.text += ' ';
    else if (name === 'w:br' && attribute(attributes, 'w:type') !== 'page') paragraph.text += '\n';
    else if (name === 'w:noBreakHyphen') paragraph.text += '-';
  }

  private leave(name: string): void {
    if (HIDDEN.has(name)) {
      this.hidden = Math.max(0, this.hidden - 1);
      return;
    }
    if (this.hidden > 0) return;
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tc' && this.tables === 1) this.cells?.push(this.cell.join(' '));
    else if (name === 'w:tr' && this.tables === 1) this.endRow();
    else if (name === 'w:tbl') this.tables = Math.max(0, this.tables - 1);
  }

  private endParagraph(): void {
    const paragraph = this.open.pop();
    if (!paragraph) return;
    const inherited = paragraph.style === null ? undefined : this.styles.get(paragraph.style);
    const numId = paragraph.place.numId ?? inherited?.numId ?? null;
    const level = paragraph.place.level ?? inherited?.level ?? 0;
    const number = numId === null || paragraph.text.trim() === '' ? '' : this.numbering.next(numId, level);
    const text = number + paragraph.text;
    if (this.tables > 0) this.cell.push(text.replaceAll('\n', ' ').trim());
    else this.lines.push(text);
  }

  private endRow(): void {
    if (this.cells) this.lines.push(this.cells.map((cell) => cell.replaceAll('\t', ' ')).join('\t'));
    this.cells = null;
  }
}
