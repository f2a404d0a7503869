import { layoutText, type PlacedText } from './layout.ts';
import { UnreadableFile } from './unreadable.ts';
import { attribute, scanXml } from './xml.ts';
import type { ZipReader } from './zip.ts';

/**
 * Text of an OFD file (GB/T 33190-2016): OFD.xml names the document, whose pages each hold text objects with
 * a boundary in millimetres and runs of text placed inside it.
 */
export function readOfd(zip: ZipReader): string {
  const read = (name: string) => {
    const bytes = zip.read(name);
    if (bytes === null) throw new UnreadableFile('broken');
    return new TextDecoder().decode(bytes);
  };
  const root = elementText(read('OFD.xml'), 'DocRoot');
  if (root === null) throw new UnreadableFile('broken');
  const documentPath = root.replace(/^\//, '');
  const folder = documentPath.slice(0, documentPath.lastIndexOf('/') + 1);
  const pages: PlacedText[][] = [];
  scanXml(read(documentPath), {
    open(name, attributes) {
      if (local(name) !== 'Page') return;
      const path = attribute(attributes, 'BaseLoc');
      if (path !== null) pages.push(readPage(read(path.startsWith('/') ? path.slice(1) : folder + path)));
    },
  });
  return layoutText(pages);
}

/** Element names come with a prefix (ofd:Page) or without. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function elementText(xml: string, wanted: string): string | null {
  let inside = false;
  let found: string | null = null;
  scanXml(xml, {
    open(name) {
      inside = local(name) === wanted;
    },
    close() {
      inside = false;
    },
    text(text) {
      if (inside) found ??= text.trim();
    },
  });
  return found;
}

function readPage(xml: string): PlacedText[] {
  const pieces: PlacedText[] = [];
  let box = { x: 0, y: 0, width: 0, height: 0 };
  let size = 0;
  let run: { x: number; y: number } | null = null;
  scanXml(xml, {
    open(name, attributes) {
      const kind = local(name);
      if (kind === 'TextObject') {
        const [x = 0, y = 0, width = 0, height = 0] = (attribute(attributes, 'Boundary') ?? '')
          .split(' ')
          .map(Number);
        box = { x, y, width, height };
        size = Number(attribute(attributes, 'Size') ?? height);
      } else if (kind === 'TextCode') {
        run = { x: Number(attribute(attributes, 'X') ?? 0), y: Number(attribute(attributes, 'Y') ?? 0) };
      }
    },
    close(name) {
      if (local(name) === 'TextCode') run = null;
    },
    text(text) {
      if (run) pieces.push({ text, x: box.x + run.x, y: box.y + run.y, width: box.width - run.x, size });
    },
  });
  return pieces;
}
