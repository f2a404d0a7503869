import { load } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { readChromeLine } from './chrome.ts';
import { blockText } from './html-text.ts';
import { MAX_CHARACTERS, UnreadableFile } from './unreadable.ts';

/** Elements that never hold the document. */
const DROPPED =
  'script,style,noscript,iframe,nav,select,button,input,textarea,object,embed,svg,canvas,template,video,audio,link';
/** Blocks named as chrome by their class or id, dropped unless they hold most of the text. */
const CHROME_NAME =
  /(?:^|[\s_-])(?:nav|menu|breadcrumb|crumb|crumbs|position|location|share|bdshare|social|footer|foot|copyright|sidebar|toolbar|fontsize|print|related|recommend|pagination|pager|prenext|qrcode|ewm|search|login|banner)(?:$|[\s_-])/i;

/** Share of the page's sentence marks the main element must hold. */
const MAIN_SHARE = 0.85;

/**
 * The document inside a page of a government site. The main text is the innermost element that holds nearly
 * all sentence marks outside links: menus, site maps and lists of other articles are links, and blurbs are
 * short. Works without knowing any site's templates.
 */
export function readHtml(html: string): string {
  refuseMonsters(html);
  const $ = load(/<body[\s>]/i.test(html) ? html : `<body>${html}</body>`);
  const titles = [
    $('meta[name="ArticleTitle" i]').attr('content'),
    $('h1').first().text(),
    siteTitle($('title').first().text()),
  ].map((title) => (title ?? '').replace(/\s+/g, ' ').trim());
  const facts = [
    ['发布日期', $('meta[name="PubDate" i]').attr('content')],
    ['来源', $('meta[name="ContentSource" i]').attr('content')],
  ].flatMap(([label, value]) => (value?.trim() ? [`${label}：${value.trim()}`] : []));
  $(DROPPED).remove();
  const body = $('body').get(0);
  if (!body) return '';
  const scores = scoreElements(body);
  const main = mainElement(body, scores);
  const total = scores.get(main) ?? 0;
  const dropped = (element: Element) => isChrome(element) && (scores.get(element) ?? 0) < total * 0.3;
  const text = blockText(main, dropped);
  const title = titles.find((candidate) => candidate.length >= 6) ?? '';
  const hasTitle = title === '' || squeezed(text).includes(squeezed(title));
  const around = hasTitle ? '' : `${title}\n`;
  return `${[...facts, ...factLines(body, main)].join('\n')}\n${around}${text}`;
}

/** Elements that pages open inside one another; the depth of no real page comes near the limit. */
const NESTING =
  /<(\/?)(?:div|span|font|section|article|ul|ol|table|b|i|strong|em|center|blockquote|dl)[\s>]/gi;
const DEEPEST = 1000;

/** Parsers take time that grows with the square of the depth. */
function refuseMonsters(html: string): void {
  if (html.length > MAX_CHARACTERS) throw new UnreadableFile('too-long');
  let depth = 0;
  for (const [, closing] of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (closing === '/' ? -1 : 1));
    if (depth > DEEPEST) throw new UnreadableFile('broken');
  }
}

/** Information lines (发布日期 … 来源 …) that stand outside the main element. */
function factLines(body: Element, main: Element): string[] {
  if (main === body) return [];
  return blockText(body, (element) => element === main)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => Object.values(readChromeLine(line)?.facts ?? {}).some(Boolean));
}

/** "某报告_某区人民政府" → "某报告". */
function siteTitle(title: string): string {
  return title.split(/[_|–—]|\s-\s|-(?=[^-]*(?:网|政府|门户)[^-]*$)/)[0]!;
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

function isChrome(element: Element): boolean {
  const name = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`;
  return (
    element.name === 'footer' || element.name === 'aside' || (name.trim() !== '' && CHROME_NAME.test(name))
  );
}

/** Sentence marks outside links, of every element with those inside it; children before parents. */
function scoreElements(root: Element): Map<AnyNode, number> {
  const order: Element[] = [];
  const stack: Element[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    order.push(element);
    for (const child of element.children) if (child.type === 'tag' && child.name !== 'a') stack.push(child);
  }
  const scores = new Map<AnyNode, number>();
  for (const element of order.reverse()) {
    let score = 0;
    for (const child of element.children) {
      if (child.type === 'text') score += child.data.match(/[，。；、,;：]/g)?.length ?? 0;
      else score += scores.get(child) ?? 0;
    }
    scores.set(element, score);
  }
  return scores;
}

/** Down from the body while one child holds nearly everything; the title's block above stays reachable. */
function mainElement(body: Element, scores: ReadonlyMap<AnyNode, number>): Element {
  let main = body;
  const total = scores.get(body) ?? 0;
  if (total < 5) return body;
  for (let heir = heirOf(main, scores, total); heir !== null; heir = heirOf(main, scores, total)) main = heir;
  return main;
}

/** The child that holds nearly everything; through a layout table, the cell that does. */
function heirOf(element: Element, scores: ReadonlyMap<AnyNode, number>, total: number): Element | null {
  const heir = element.children.find(
    (child): child is Element => child.type === 'tag' && (scores.get(child) ?? 0) >= total * MAIN_SHARE,
  );
  if (!heir || heir.name === 'p') return null;
  return TABLE_PARTS.has(heir.name) ? heirOf(heir, scores, total) : heir;
}

const TABLE_PARTS: ReadonlySet<string> = new Set(['table', 'tbody', 'tr']);
