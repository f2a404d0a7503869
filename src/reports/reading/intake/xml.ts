/**
 * One pass over the tags of an XML part. Office files are machine-written, so a scanner of tags, attributes
 * and entities is enough; it keeps nothing, expands no entity but the five of XML and character references,
 * and takes time linear in the text.
 */
export interface XmlHandler {
  open?(name: string, attributes: string, empty: boolean): void;
  close?(name: string): void;
  text?(text: string): void;
}

export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag === -1) return;
    if (tag > at) handler.text?.(decodeEntities(xml.slice(at, tag)));
    const skipped = skipSpecial(xml, tag, handler);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const end = xml.indexOf('>', tag);
    if (end === -1) return;
    readTag(xml.slice(tag + 1, end), handler);
    at = end + 1;
  }
}

/** Comments, CDATA, declarations; returns where to go on, or null for an ordinary tag. */
function skipSpecial(xml: string, tag: number, handler: XmlHandler): number | null {
  const after = (mark: string) => {
    const end = xml.indexOf(mark, tag);
    return end === -1 ? xml.length : end + mark.length;
  };
  if (xml.startsWith('<!--', tag)) return after('-->');
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = after(']]>');
    handler.text?.(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (xml[tag + 1] === '?' || xml[tag + 1] === '!') return after('>');
  return null;
}

function readTag(body: string, handler: XmlHandler): void {
  if (body[0] === '/') {
    handler.close?.(body.slice(1).trim());
    return;
  }
  const empty = body.endsWith('/');
  const inner = empty ? body.slice(0, -1) : body;
  const space = inner.search(/\s/);
  const name = space === -1 ? inner : inner.slice(0, space);
  handler.open?.(name, space === -1 ? '' : inner.slice(space), empty);
  if (empty) handler.close?.(name);
}

/** Value of an attribute in the attribute text of a tag; null where absent. */
export function attribute(attributes: string, name: string): string | null {
  for (const quote of ['"', "'"]) {
    const at = attributes.indexOf(` ${name}=${quote}`);
    if (at === -1) continue;
    const start = at + name.length + 3;
    const end = attributes.indexOf(quote, start);
    return end === -1 ? null : decodeEntities(attributes.slice(start, end));
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
