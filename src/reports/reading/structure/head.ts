import type { PageFacts } from '../intake/chrome.ts';
import { PAPER_KINDS } from '../intake/clean.ts';
import { findDocumentNumber } from '../mentions/numbers.ts';
import { dateLine, findDate } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';
import { isOrganLine, ORGAN_END } from './organs.ts';
import type { Signature } from './signature.ts';

/** What stands above the first heading of a document. */
export interface Head {
  title: string | null;
  issuer: string | null;
  number: string | null;
  date: string | null;
  addressee: string | null;
  published: string | null;
  source: string | null;
  signature: string | null;
  /** Lines of title, number and addressee; none of them is a heading. */
  lines: Set<number>;
}

const TITLE_END = new RegExp(`(?:${PAPER_KINDS})(?:[（(〔【].{1,24}[）)〕】])?$`);
/** The title stands among the first lines of a document. */
const HEAD_LINES = 12;
const HEADING_MARK =
  /^(?:第[一二三四五六七八九十]+[章部]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/;

export function readHead(lines: readonly Line[], signatures: readonly Signature[], page: PageFacts): Head {
  const body = firstBodyLine(lines);
  const title = findTitle(lines, body);
  const head = lines.slice(0, body);
  const numberLine = head.findIndex((line) => isNumberLine(line.text));
  const addresseeLine = findAddressee(lines, title.last + 1);
  const signature = signatures.find(({ organs }) => organs.length > 0) ?? signatures[0] ?? null;
  const taken = new Set(title.indices);
  if (numberLine !== -1) taken.add(numberLine);
  if (addresseeLine !== -1) taken.add(addresseeLine);
  const published = dateIn(page.published);
  const dateUnderTitle = head
    .slice(title.last + 1)
    .map((line) => dateLine(line.text.replace(/^[（(]|[）)]$/g, '')))
    .find((date) => date !== null);
  return {
    title: title.text,
    issuer: findIssuer(title.text, signature, head, page, lines[body]?.text ?? ''),
    number: findNumber(head[numberLine]?.text ?? page.number),
    date: signature?.date ?? dateIn(page.signed) ?? dateUnderTitle ?? published,
    addressee: addresseeLine === -1 ? null : lines[addresseeLine]!.text.replace(/[：:]$/, ''),
    published,
    source: page.source || null,
    signature: signature && signature.organs.length > 0 ? signature.organs.join('、') : null,
    lines: taken,
  };
}

function dateIn(text: string | null): string | null {
  return text === null ? null : (findDate(text)?.date ?? null);
}

/** The first line that is a sentence or a numbered heading. */
function firstBodyLine(lines: readonly Line[]): number {
  const found = lines.findIndex(
    ({ text }, index) =>
      index >= HEAD_LINES || HEADING_MARK.test(text) || /。/.test(text) || text.length > 90,
  );
  return found === -1 ? lines.length : found;
}

interface Title {
  text: string | null;
  indices: number[];
  last: number;
}

function findTitle(lines: readonly Line[], body: number): Title {
  const candidates = lines.slice(0, body).map(({ text }) => text);
  let last = candidates.findIndex((text) => text.length >= 4 && TITLE_END.test(text) && !isNumberLine(text));
  if (last === -1) last = candidates.findIndex((text) => couldBeTitle(text));
  if (last === -1) return { text: null, indices: [], last: -1 };
  let first = last;
  while (first > 0 && continuesTitle(candidates[first - 1]!, candidates[first]!)) first -= 1;
  const indices = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return { text: indices.map((i) => candidates[i]).join(''), indices, last };
}

function couldBeTitle(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 60 &&
    !/[。；：:]$/.test(text) &&
    !isNumberLine(text) &&
    dateLine(text) === null
  );
}

/** A title's first line may be the place alone: 某某县 / 2023年度法治政府建设情况报告. */
const PLACE_LINE = /^[\u4e00-\u9fff]{2,12}[省市县区旗州镇乡]$/;

/** Whether a title set on several lines goes on from `above` to `below`. */
function continuesTitle(above: string, below: string): boolean {
  if (above.length > 50 || /[。；：:]/.test(above) || isNumberLine(above) || dateLine(above) !== null)
    return false;
  if (/文件$/.test(above) || TITLE_END.test(above)) return false;
  if (/^关于/.test(below) || /^(?:19|20)\d{2}年/.test(below))
    return isOrganLine(above) || PLACE_LINE.test(above);
  return /关于/.test(above) || /^(?:19|20)\d{2}年/.test(above) || isOrganLine(above);
}

/** A number that lost both brackets and 号, believed only where it fills its line: 某县发20174. */
const BARE_NUMBER = /^([\u4e00-\u9fff]{1,10}[发办函字])((?:19|20)\d{2})(\d{1,3})号?$/;

/** A line that holds a document number and nothing else but, beside it, who signed it (签发人). */
function isNumberLine(printed: string): boolean {
  const text = printed.replace(/签发人.*$/, '').trim();
  if (text.length > 30) return false;
  const found = findDocumentNumber(text);
  return (found !== null && found.start === 0 && found.end >= text.length - 1) || BARE_NUMBER.test(text);
}

function findNumber(text: string | null): string | null {
  if (text === null) return null;
  const bare = BARE_NUMBER.exec(text);
  return bare ? `${bare[1]}〔${bare[2]}〕${Number(bare[3])}号` : (findDocumentNumber(text)?.number ?? null);
}

/** 主送: the line after the title that ends in a colon and names organs. */
function findAddressee(lines: readonly Line[], from: number): number {
  for (let index = from; index < Math.min(lines.length, from + 6); index += 1) {
    const { text } = lines[index]!;
    if (/。/.test(text) || HEADING_MARK.test(text)) return -1;
    if (!/[：:]$/.test(text) || text.length > 200) continue;
    const names = text
      .slice(0, -1)
      .split(/[，、；,;\s]/)
      .filter(Boolean);
    if (names.some((name) => ORGAN_END.test(name) || /^各/.test(name))) return index;
  }
  return -1;
}

/** 某区人民政府关于… · 某市司法局2023年… : the organ before the title's subject. */
const ISSUER_IN_TITLE = /^(.{2,40}?)(?=关于|印发|(?:19|20)\d{2}年|[二][〇○零].{2}年)/;
/** "…,某高新区管委会按照…": who acts in the first sentence, the last resort. */
const ACTOR =
  /(?:^|[，,。])([\u4e00-\u9fff]{2,20}?(?:管委会|人民政府|委员会|局|办公室))(?=按照|认真|坚持|深入|紧紧|以|在|坚决|始终|全面|高度)/;

function findIssuer(
  title: string | null,
  signature: Signature | null,
  head: readonly Line[],
  page: PageFacts,
  opening: string,
): string | null {
  const inTitle = title === null ? null : ISSUER_IN_TITLE.exec(title)?.[1];
  if (inTitle && isOrganLine(inTitle)) return inTitle;
  if (signature && signature.organs.length > 0) return signature.organs.join('、');
  if (page.issuer) return page.issuer;
  const redHead = head
    .map(({ text }) => /^(.{3,30})文件$/.exec(text)?.[1])
    .find((name) => name !== undefined);
  if (redHead) return redHead;
  return ACTOR.exec(opening)?.[1] ?? null;
}
