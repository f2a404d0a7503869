/** Kinds of files, told by their content: names and declared types of uploads are often wrong. */
export type FileKind = 'zip' | 'pdf' | 'ole' | 'image' | 'other-binary' | 'text';

interface Signature {
  kind: FileKind;
  bytes: readonly number[];
  note: string;
}

const SIGNATURES: readonly Signature[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04], note: 'docx, ofd and other zip containers' },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06], note: 'an empty zip' },
  {
    kind: 'ole',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    note: '.doc, .wps, encrypted docx',
  },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47], note: 'png' },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff], note: 'jpeg' },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38], note: 'gif' },
  { kind: 'image', bytes: [0x49, 0x49, 0x2a, 0x00], note: 'tiff' },
  { kind: 'other-binary', bytes: [0x52, 0x61, 0x72, 0x21], note: 'rar' },
  { kind: 'other-binary', bytes: [0x37, 0x7a, 0xbc, 0xaf], note: '7z' },
  { kind: 'other-binary', bytes: [0x1f, 0x8b], note: 'gzip' },
  { kind: 'other-binary', bytes: [0x7f, 0x45, 0x4c, 0x46], note: 'elf' },
  { kind: 'other-binary', bytes: [0x4d, 0x5a, 0x90, 0x00], note: 'exe' },
];

/** A PDF may carry rubbish before its header; readers look for it in the first 1,024 bytes. */
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

export function detectKind(bytes: Uint8Array): FileKind {
  for (const signature of SIGNATURES) {
    if (signature.bytes.every((byte, i) => bytes[i] === byte)) return signature.kind;
  }
  const limit = Math.min(1024, bytes.length - PDF.length);
  for (let at = 0; at <= limit; at += 1) {
    if (PDF.every((byte, i) => bytes[at + i] === byte)) return 'pdf';
  }
  return 'text';
}

const PAGE = /<(?:!doctype\s+html|html|head|body)[\s>]/i;
const FRAGMENT = /<(?:div|p|table|meta|title|article)[\s>]/i;

/** Whether a decoded text is a web page, or a piece of one. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096);
  return PAGE.test(head) || (FRAGMENT.test(head) && /<\/[a-z]+\d?>/i.test(text.slice(0, 200_000)));
}
