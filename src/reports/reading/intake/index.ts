import { type CleanText, cleanText } from './clean.ts';
import { decodeText } from './decode.ts';
import { detectKind, looksLikeHtml } from './detect.ts';
import { readDocx } from './docx.ts';
import { looksLikeMarkdown, readMarkdown } from './markdown.ts';
import { readOfd } from './ofd.ts';
import { MAX_BYTES, UnreadableFile } from './unreadable.ts';
import { openZip } from './zip.ts';

/** Cleaned text of a file of any known kind. Throws {@link UnreadableFile} with a reason for the user. */
export async function readBytes(bytes: Uint8Array): Promise<CleanText> {
  if (bytes.length === 0) throw new UnreadableFile('empty');
  if (bytes.length > MAX_BYTES) throw new UnreadableFile('too-large');
  switch (detectKind(bytes)) {
    case 'zip':
      return cleanText(readContainer(bytes));
    case 'pdf':
      return cleanText(await readPages(bytes));
    case 'ole':
      throw new UnreadableFile(holdsEncryptedPackage(bytes) ? 'encrypted' : 'legacy-office');
    case 'image':
      throw new UnreadableFile('no-text');
    case 'other-binary':
      throw new UnreadableFile('binary');
    case 'text':
      return cleanText(await readMarkup(decodeText(bytes)));
  }
}

function readContainer(bytes: Uint8Array): string {
  try {
    const zip = openZip(bytes);
    if (zip.names.includes('word/document.xml')) return readDocx(zip);
    if (zip.names.includes('OFD.xml')) return readOfd(zip);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken');
  }
  throw new UnreadableFile('other-archive');
}

// The libraries for PDF and HTML take longer to load than a report to read, so they wait until one is met.

async function readPages(bytes: Uint8Array): Promise<string> {
  const { readPdf } = await import('./pdf.ts');
  return readPdf(bytes);
}

/** Text as it is, unless it is a web page or Markdown. */
async function readMarkup(text: string): Promise<string> {
  if (looksLikeHtml(text)) {
    const { readHtml } = await import('./html.ts');
    return readHtml(text);
  }
  return looksLikeMarkdown(text) ? readMarkdown(text) : text;
}

/** An encrypted docx is an OLE container with a stream of this name, in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  return head.includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e');
}
