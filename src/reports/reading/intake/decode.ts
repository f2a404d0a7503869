import { UnreadableFile } from './unreadable.ts';

/**
 * Bytes to text. A byte order mark decides; else UTF-16 is seen by its zero bytes; else UTF-8 if the bytes
 * are valid UTF-8 throughout; else GB18030, the encoding of older government sites, which is a superset of
 * GBK and GB2312. `declared` (an HTML charset) is not asked: pages often declare what they are not.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const wide = wideEncoding(bytes);
  if (wide) return refuseBinary(new TextDecoder(wide).decode(bytes));
  try {
    return refuseBinary(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
  }
  return refuseBinary(new TextDecoder('gb18030').decode(bytes));
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

/** Text without a mark is UTF-16 when the zero bytes of its ASCII and line breaks stand on one side only. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const enough = Math.max(2, length / 200);
  if (odd >= enough && even === 0) return 'utf-16le';
  if (even >= enough && odd === 0) return 'utf-16be';
  return null;
}

/** Control characters and replacement marks do not make up a tenth of any text. */
function refuseBinary(text: string): string {
  const sample = text.length <= 8192 ? text : text.slice(0, 4096) + text.slice(-4096);
  let foreign = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    const control = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0c;
    if (control || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) foreign += 1;
  }
  if (foreign > Math.max(2, sample.length * 0.05)) throw new UnreadableFile('binary');
  return text;
}
