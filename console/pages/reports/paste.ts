import type { DraftBlockView } from '../../../src/client/contract/reports.ts';

/** Elements that begin a line of their own. */
const LINES = new Set([
  'P',
  'DIV',
  'LI',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'BR',
  'UL',
  'OL',
  'SECTION',
  'ARTICLE',
]);

/** What Word and web pages bring along and nobody meant: styles, comments, scripts, hidden text. */
const DROPPED = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'O:P', 'XML', 'TEMPLATE', 'NOSCRIPT']);

/**
 * What was copied from Word or a web page as blocks: paragraphs, headings by their mark （一）, tables. Figures copied
 * from a report stay figures. Empty where there is nothing to paste.
 */
export function pastedBlocks(html: string, plain: string): DraftBlockView[] {
  if (html.trim() === '') return plain.split(/\r?\n/).flatMap((line) => blockOf(line));
  const page = new DOMParser().parseFromString(html, 'text/html');
  const blocks: DraftBlockView[] = [];
  let line = '';
  const end = () => {
    blocks.push(...blockOf(line));
    line = '';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      line += node.textContent ?? '';
      return;
    }
    if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase()) || isHidden(node)) return;
    if (node.tagName === 'TABLE') {
      end();
      const table = tableOf(node as HTMLTableElement);
      if (table) blocks.push(table);
      return;
    }
    const figure = node instanceof HTMLElement ? node.dataset.figure : undefined;
    if (figure !== undefined) {
      line += `{{${figure}}}`;
      return;
    }
    const own = LINES.has(node.tagName);
    if (own) end();
    for (const child of node.childNodes) walk(child);
    if (own) end();
  };
  walk(page.body);
  end();
  return blocks;
}

const isHidden = (node: Element): boolean =>
  /display:\s*none|mso-hide:\s*all/i.test(node.getAttribute('style') ?? '');

/** Heading marks of an official paper; typed marks go, since headings are numbered by their place. */
const HEADING = /^（[一二三四五六七八九十]{1,3}）(?=[^，。；]{2,40}$)/;

function blockOf(line: string): DraftBlockView[] {
  const text = clean(line);
  if (text === '') return [];
  if (HEADING.test(text)) return [{ kind: 'heading', text: text.replace(HEADING, '') }];
  return [{ kind: 'paragraph', text }];
}

/** Spaces between Chinese characters are setting, not text. */
const clean = (text: string): string =>
  text
    .replace(/[\u00a0\u3000\t\r\n]+/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])/g, '')
    .trim();

const MOST = { rows: 200, columns: 12, cell: 500 };

function tableOf(table: HTMLTableElement): DraftBlockView | undefined {
  const rows = [...table.rows]
    .map((row) => [...row.cells].map((cell) => clean(cell.textContent ?? '').slice(0, MOST.cell)))
    .filter((row) => row.some((cell) => cell !== ''))
    .slice(0, MOST.rows);
  const width = Math.min(MOST.columns, Math.max(0, ...rows.map((row) => row.length)));
  if (width === 0) return undefined;
  return {
    kind: 'table',
    text: '',
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
  };
}
