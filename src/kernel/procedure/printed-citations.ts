import type { LawBook, Provision } from '../clock/law.ts';
import type { LegalDate } from '../dates.ts';
import { articlesIn } from './citation.ts';
import type { DocumentContent } from './declaration.ts';

/** `《中华人民共和国行政处罚法》第五十七条、第五十八条第二款` with whatever stands between name and articles in brackets. */
const CITATION =
  /《([^《》]{2,60})》(?:（[^（）]{1,40}）)?(第[零一二三四五六七八九十百]+条(?:(?:第[零一二三四五六七八九十百]+[款项目条])|[、和及与])*)/g;

/**
 * Citations of articles in a document that nobody has read in a named source, as they are printed, each once. A
 * printed document carries no mark of it (it would be void of meaning to its reader): whoever makes the document is
 * shown them first (SPEC P18).
 */
export function unreadInDocument(content: DocumentContent, law: LawBook): string[] {
  const found = new Set<string>();
  for (const [, name = '', cited = ''] of textOf(content).matchAll(CITATION)) {
    for (const article of articlesIn(cited)) {
      if (!isRead(name, article, content.date, law)) found.add(`《${name}》${article}`);
    }
  }
  return [...found];
}

function isRead(name: string, article: string, on: LegalDate, law: LawBook): boolean {
  const short = shortName(name);
  return law.all.some(
    (provision) =>
      provision.verified === 'verified' &&
      shortName(provision.law) === short &&
      stands(provision, on) &&
      articlesIn(provision.article ?? '').includes(article),
  );
}

const stands = ({ from, to }: Provision, on: LegalDate): boolean => from <= on && (to === null || on <= to);

/** `《中华人民共和国行政处罚法》（2021年修订）` and `行政处罚法` are one statute. */
const shortName = (name: string): string =>
  name
    .replace(/^《|》.*$/g, '')
    .replace(/（[^（）]*）$/, '')
    .replace(/^中华人民共和国/, '');

function textOf({ blocks, addressee = '' }: DocumentContent): string {
  const lines = blocks.map((block) => ('rows' in block ? block.rows.flat().join('\n') : block.text));
  return [addressee, ...lines].join('\n');
}
