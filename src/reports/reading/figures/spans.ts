/**
 * Stretches of text in which no figure is read: titles in 《》, document numbers, short quotations
 * (“三项制度”, “1+3+N”: names and slogans), and addresses. Found in one pass over the text.
 */
export interface Span {
  start: number;
  end: number;
  kind: 'title' | 'quotation' | 'bracket' | 'address';
}

export const examples: readonly (readonly [text: string, kinds: readonly Span['kind'][]])[] = [
  ['印发《三年行动方案》等', ['title']],
  ['落实“三项制度”', ['quotation']],
  ['〔2015〕48号', ['bracket']],
  ['网址http://example.invalid/2项', ['address']],
  ['封存凭据：FZ1:990101:12:3400:0AB', ['address']],
  ['“推动全区3个片区12项重点任务全部按期完成”', []],
];

/** A quotation longer than this is speech, and may state facts. */
const LONGEST_SLOGAN = 14;
const LONGEST_TITLE = 160;
const LONGEST_BRACKET = 12;

export function silentSpans(text: string): Span[] {
  const spans: Span[] = [];
  let i = 0;
  while (i < text.length) {
    const span = spanAt(text, i);
    if (span === null) i += 1;
    else {
      spans.push(span);
      i = span.end;
    }
  }
  return spans;
}

function spanAt(text: string, i: number): Span | null {
  switch (text[i]) {
    case '《':
      return closed(text, i, '》', LONGEST_TITLE, 'title');
    case '“':
      return closed(text, i, '”', LONGEST_SLOGAN, 'quotation');
    case '「':
      return closed(text, i, '」', LONGEST_SLOGAN, 'quotation');
    case '〔':
      return closed(text, i, '〕', LONGEST_BRACKET, 'bracket');
    case 'h':
      return text.startsWith('http', i) ? address(text, i) : null;
    case 'F':
      return text.startsWith('FZ1:', i) ? address(text, i) : null;
    case 'w':
      return text.startsWith('www.', i) ? address(text, i) : null;
    default:
      return null;
  }
}

function closed(text: string, start: number, mark: string, most: number, kind: Span['kind']): Span | null {
  for (let i = start + 1; i < text.length && i - start - 1 <= most; i += 1) {
    if (text[i] === mark) return { start, end: i + 1, kind };
    if (text[i] === '\n') return null;
  }
  return null;
}

function address(text: string, start: number): Span {
  let end = start;
  while (end < text.length && text.charCodeAt(end) > 32 && text.charCodeAt(end) < 127) end += 1;
  return { start, end, kind: 'address' };
}
