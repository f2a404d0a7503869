import { findDocumentNumber } from '../mentions/numbers.ts';
import { unifyCharacters } from '../text/characters.ts';
import { tidySpaces } from '../text/spacing.ts';
import { type ChromeLine, isValueOf, type LabelKind, type PageFacts, readChromeLine } from './chrome.ts';
import { MAX_CHARACTERS, UnreadableFile } from './unreadable.ts';
import { unwrapLines } from './unwrap.ts';

/** A text as every later stage sees it: one paragraph a line, no empty lines, no page chrome. */
export interface CleanText {
  text: string;
  page: PageFacts;
}

const NO_FACTS: PageFacts = { published: null, source: null, number: null, signed: null, issuer: null };

/** Cleans raw text of whatever origin. Throws {@link UnreadableFile} when there is too much, or none. */
export function cleanText(raw: string): CleanText {
  if (raw.length > MAX_CHARACTERS) throw new UnreadableFile('too-long');
  const { kept, page, chromeAt } = dropChrome(unifyCharacters(raw).split('\n'));
  const lines = chromeAt === null ? kept : dropMenus(kept, chromeAt);
  if (lines.length === 0) throw new UnreadableFile('no-text');
  return { text: unwrapLines(lines).map(tidyLine).join('\n'), page };
}

interface Dropped {
  /** Lines of the document, still with their indentation. */
  kept: string[];
  page: PageFacts;
  /** How many lines of the document stand before the first line of chrome; null if there is none. */
  chromeAt: number | null;
}

function dropChrome(printedLines: readonly string[]): Dropped {
  const page: PageFacts = { ...NO_FACTS };
  const kept: string[] = [];
  let chromeAt: number | null = null;
  let open: LabelKind | null = null;
  for (const printed of printedLines) {
    const line = tidyLine(printed);
    if (line === '') continue;
    const chrome: ChromeLine | null =
      readChromeLine(line) ?? (open !== null && isValueOf(open, line) ? valueLine(open, line) : null);
    open = chrome?.open ?? null;
    if (chrome === null) {
      kept.push(printed.trimEnd());
      continue;
    }
    chromeAt ??= kept.length;
    for (const key of Object.keys(chrome.facts) as (keyof PageFacts)[])
      page[key] ??= chrome.facts[key] ?? null;
  }
  return { kept, page, chromeAt };
}

/** The value of a label that stands on a line of its own. */
function valueLine(kind: LabelKind, line: string): ChromeLine {
  return { facts: kind === 'other' ? {} : { [kind]: line }, open: null };
}

/**
 * Trims. Tabs separate table cells, whose empty ones keep their place; tabs before a line without any other
 * are indentation.
 */
function tidyLine(printed: string): string {
  const line = printed.trimEnd();
  const indentation = /^[ \t]*/.exec(line)![0].length;
  if (!line.includes('\t', indentation)) return tidySpaces(line.slice(indentation));
  return line.split('\t').map(tidySpaces).join('\t');
}

/** Kinds of papers a title can end in. */
export const PAPER_KINDS =
  '报告|年报|通知|意见|方案|要点|办法|规定|决定|公告|通告|通报|规划|计划|总结|汇报|情况|清单|细则|函|请示|批复|分解表|任务表|安排|纲要|条例|规则|制度|指引|指南|台账';
const TITLE = new RegExp(`(?:${PAPER_KINDS})(?:[（(].{1,20}[）)])?$`);

/** A line short enough for a menu entry, without the marks of a sentence. */
const MENU_ENTRY = /^[^。；，,《》：:]{1,12}$/;

/**
 * Before the title a page repeats its site and column names ("政府信息公开"). They are dropped where they
 * stand right before the information line or the title, if they are not a title themselves.
 */
function dropMenus(printed: readonly string[], chromeAt: number): string[] {
  const lines = printed.slice(0, chromeAt + 4).map(tidyLine);
  const title = lines.findIndex((line) => TITLE.test(line) && line.length >= 8);
  if (title === -1) return [...printed];
  const again = lines.indexOf(lines[title]!, title + 1);
  if (again !== -1) return dropMenus(printed.toSpliced(again, 1), chromeAt);
  const head = lines.slice(0, title);
  if (!head.every((line) => MENU_ENTRY.test(line) || TITLE.test(line) || findDocumentNumber(line)))
    return [...printed];
  const issuerAbove = /^关于/.test(lines[title]!) && ISSUER_LINE.test(lines[title - 1]!);
  const first = issuerAbove ? title - 1 : title;
  return printed.filter((_, i) => i >= first || findDocumentNumber(lines[i]!) !== null);
}

/** First line of a title set on two: 某区人民政府 / 关于…的报告. */
const ISSUER_LINE = /(?:政府|委员会|管委会|局|办公室|办|厅|委|院|中心|街道办事处)$/;
