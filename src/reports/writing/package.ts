import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { stylesXml } from './styles.ts';
import { TYPEFACES } from './typefaces.ts';

/** The zip format knows no time zone: this is 1980-01-01 00:00 wherever it is written. */
const ZIP_TIME = new Date(1980, 0, 1);

/**
 * The same package with everything settled that depends on when or where it was written: archive times, creation
 * dates and generated ids. The same paper thus always has the same bytes and can be hashed. Puts in our own styles, and
 * a font table with the alternatives of each typeface.
 */
export function settlePackage(bytes: Uint8Array, writtenAt: string): Uint8Array {
  const parts = unzipSync(bytes);
  const settled: Record<string, [Uint8Array, { mtime: Date; level: 6 }]> = {};
  for (const path of Object.keys(parts).sort(packageOrder)) {
    const content = settlePart(path, parts[path]!, parts, writtenAt);
    settled[path] = [content, { mtime: ZIP_TIME, level: 6 }];
  }
  return zipSync(settled);
}

/** Readers expect the content types first. */
function packageOrder(a: string, b: string): number {
  const rank = (path: string): number => (path === '[Content_Types].xml' ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function settlePart(
  path: string,
  content: Uint8Array,
  parts: Readonly<Record<string, Uint8Array>>,
  writtenAt: string,
): Uint8Array {
  if (path === 'word/fontTable.xml') return strToU8(fontTable());
  if (path === 'word/styles.xml') return strToU8(stylesXml());
  if (path === 'docProps/core.xml') {
    return strToU8(
      strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${writtenAt}`),
    );
  }
  if (!path.endsWith('.xml') && !path.endsWith('.rels')) return content;
  const relationships = path.endsWith('.rels') ? content : parts[relationshipsOf(path)];
  const text = renameRelationships(strFromU8(content), relationships && strFromU8(relationships));
  return strToU8(numberDrawings(withoutControlCharacters(text)));
}

/** Control characters, as pasted text may carry them, have no place in XML 1.0: Word refuses the whole file. */
function withoutControlCharacters(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}

function relationshipsOf(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** Relationship ids in the order their part states them. */
function renameRelationships(text: string, relationships: string | undefined): string {
  if (!relationships) return text;
  const ids = [...relationships.matchAll(/\bId="([^"]+)"/g)].map((match) => match[1]!);
  const renamed = new Map(ids.map((id, index) => [id, `rId${index + 1}`]));
  return text.replace(/\b((?:r:(?:id|embed|link)|Id)=")([^"]+)"/g, (whole, attribute: string, id: string) => {
    const name = renamed.get(id);
    return name ? `${attribute}${name}"` : whole;
  });
}

function numberDrawings(text: string): string {
  let count = 0;
  return text.replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")[^"]*"/g, (_, head: string) => {
    count += 1;
    return `${head}${count}"`;
  });
}

function fontTable(): string {
  const faces = Object.values(TYPEFACES)
    .map(
      (face) =>
        `<w:font w:name="${face.name}"><w:altName w:val="${face.alternative}"/>` +
        `<w:family w:val="${face.family}"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${faces}</w:fonts>`
  );
}
