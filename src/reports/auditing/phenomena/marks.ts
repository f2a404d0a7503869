import type { Finding } from '../../reading/index.ts';
import { findDocumentNumbers } from '../../reading/mentions/numbers.ts';
import { around, finding, type Ground, type Phenomenon } from '../finding.ts';

/**
 * Marks that come in pairs (GB/T 15834-2011, 4.8 to 4.9, 4.14). Each must close in its paragraph, or at the
 * latest in the next one where a title was broken in two; the inner of two 《》 is 〈〉, of two “” ‘’.
 */
interface Pair {
  open: string;
  close: string;
  name: string;
  /** What the mark is when it stands inside its own kind; null where it may. */
  inner: string | null;
}

const PAIRS: readonly Pair[] = [
  { open: '《', close: '》', name: '书名号', inner: '〈〉' },
  { open: '〈', close: '〉', name: '单书名号', inner: null },
  { open: '（(', close: '）)', name: '括号', inner: null },
  { open: '“', close: '”', name: '引号', inner: '‘’' },
  { open: '‘', close: '’', name: '单引号', inner: null },
  { open: '〔', close: '〕', name: '六角括号', inner: null },
  { open: '【', close: '】', name: '方头括号', inner: null },
  { open: '「', close: '」', name: '直角引号', inner: null },
];

const SIGNS = /[《》〈〉（()）“”‘’〔〕【】「」\n]/g;
const OPENS = new Map(PAIRS.flatMap((pair) => [...pair.open].map((sign) => [sign, pair] as const)));
const CLOSES = new Map(PAIRS.flatMap((pair) => [...pair.close].map((sign) => [sign, pair] as const)));

/** 1) 二） a) at the head of an item: a label, no second half of a pair. */
const LABEL = /(?:^|[\n。；;：:，,、 ”])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[①-⑳])$/;

interface Mark {
  at: number;
  pair: Pair;
  /** Pairs of the same kind closed inside this one: nested, if this one closes too. */
  inside: { open: number; close: number }[];
}

interface Unmatched extends Mark {
  side: 'open' | 'close';
}

export const marks: Phenomenon = {
  codes: ['mark-unpaired', 'mark-nested', 'mark-crossed', 'mark-width'],
  examples: [
    { text: '按照工作规则》《制定规定》执行。', finds: [['mark-unpaired', '》']] },
    { text: '落实《制定规定要求，做好工作。', finds: [['mark-unpaired', '《']] },
    { text: '落实《制定规定要求，做好《工作规则》《管理办法》衔接。', finds: [['mark-unpaired', '《']] },
    { text: '名词解释\n市场“双向\n揭榜\n挂帅”的简称。', finds: [] },
    { text: '推进“放管服改革，优化环境。', finds: [['mark-unpaired', '“']] },
    { text: '推进”放管服”改革，优化环境。', finds: [['mark-unpaired', '”']] },
    { text: '推进“放管服“改革，优化环境。', finds: [['mark-unpaired', '“']] },
    { text: '公布清单（附件一，接受监督。', finds: [['mark-unpaired', '（']] },
    { text: '落实《关于印发《制定规定》的通知》。', finds: [['mark-nested', '《']] },
    { text: '落实《关于印发〈制定规定〉的通知》。', finds: [] },
    { text: '印发《关于“三统一》”的通知。', finds: [['mark-crossed', '“三统一》”']] },
    { text: '修订了管理办法（试行)。', finds: [['mark-width', '（试行)']] },
    { text: '修订了管理办法（试行）。', finds: [] },
    { text: '主要做法：1）建章立制；2）督促检查。', finds: [] },
    { text: '他说：“要坚持‘三统一’制度（含备案）。”', finds: [] },
  ],
  find(ground) {
    const known = knownElsewhere(ground);
    const { unmatched, found } = scan(ground, known);
    return [...found, ...judgeUnmatched(ground, unmatched)];
  },
};

/** Marks inside document numbers and numbers of headings are judged with those. */
function knownElsewhere({ text, sections }: Ground): Uint8Array {
  const known = new Uint8Array(text.length);
  for (const { start, end } of findDocumentNumbers(text)) {
    // The bracket around a whole number is an ordinary one.
    known.fill(1, start, end);
  }
  for (const { start, titleStart, number } of sections) if (number !== '') known.fill(1, start, titleStart);
  return known;
}

function scan(ground: Ground, known: Uint8Array): { unmatched: Unmatched[]; found: Finding[] } {
  const { text } = ground;
  const unmatched: Unmatched[] = [];
  const found: Finding[] = [];
  const open = new OpenMarks();
  const abandon = () => {
    for (const mark of open.clear()) unmatched.push({ ...mark, side: 'open' });
  };
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n') abandon();
    if (sign === '\n' || known[at] === 1) continue;
    const opening = OPENS.get(sign);
    if (opening !== undefined) {
      open.push({ at, pair: opening, inside: [] });
      continue;
    }
    const pair = CLOSES.get(sign)!;
    if (!open.has(pair)) {
      if (pair.name !== '括号' || !LABEL.test(text.slice(Math.max(0, at - 4), at)))
        unmatched.push({ at, pair, inside: [], side: 'close' });
      continue;
    }
    let mark = open.pop();
    for (; mark.pair !== pair; mark = open.pop()) unmatched.push({ ...mark, side: 'open' });
    open.innermost(pair)?.inside.push({ open: mark.at, close: at });
    if (pair.inner !== null) found.push(...mark.inside.map((inner) => nested(ground, pair, inner)));
    if (pair.name === '括号') found.push(...oddWidths(ground, mark.at, at));
  }
  abandon();
  return { unmatched: unmatched.sort((a, b) => a.at - b.at), found };
}

/** Marks not closed yet, in order and by kind. */
class OpenMarks {
  private readonly stack: Mark[] = [];
  private readonly ofKind = new Map<Pair, Mark[]>();

  push(mark: Mark): void {
    this.stack.push(mark);
    const kind = this.ofKind.get(mark.pair);
    if (kind) kind.push(mark);
    else this.ofKind.set(mark.pair, [mark]);
  }

  pop(): Mark {
    const mark = this.stack.pop()!;
    this.ofKind.get(mark.pair)!.pop();
    return mark;
  }

  has(pair: Pair): boolean {
    return this.innermost(pair) !== undefined;
  }

  innermost(pair: Pair): Mark | undefined {
    return this.ofKind.get(pair)?.at(-1);
  }

  clear(): Mark[] {
    this.ofKind.clear();
    return this.stack.splice(0);
  }
}

function nested(
  ground: Ground,
  { name, inner }: Pair,
  { open, close }: { open: number; close: number },
): Finding {
  const place = { start: open, end: open + 1 };
  return finding(ground, 'mark-nested', place, {
    message: `${name}里面再用${name}，里层应当用“${inner}”（GB/T 15834）：${around(ground.text, place)}`,
    suggestion: inner![0] + ground.text.slice(open + 1, close) + inner![1],
  });
}

/** A bracket that opens in one width and closes in the other. */
function oddWidths(ground: Ground, open: number, close: number): Finding[] {
  const { text } = ground;
  if ((text[open] === '(') === (text[close] === ')') || close - open >= LONGEST_BRACKET) return [];
  return [
    finding(
      ground,
      'mark-width',
      { start: open, end: close + 1 },
      {
        message: '一对括号一半全角、一半半角。',
        suggestion: `（${text.slice(open + 1, close)}）`,
      },
    ),
  ];
}

const LONGEST_BRACKET = 60;

/** Farther apart, two marks of one direction are two slips. */
const SAME_SLIP = 20;

/** A copy that breaks lines around bold words leaves a pair no wider than this. */
const TORN = 24;

function judgeUnmatched(ground: Ground, unmatched: readonly Unmatched[]): Finding[] {
  const found: Finding[] = [];
  const settled = new Set<Unmatched>();
  const waiting = new Map<Pair, Unmatched>();
  for (const mark of unmatched) {
    const earlier = waiting.get(mark.pair);
    waiting.set(mark.pair, mark);
    if (earlier === undefined || settled.has(earlier)) continue;
    const between = ground.text.slice(earlier.at, Math.min(mark.at, earlier.at + 200));
    if (earlier.side === 'open' && mark.side === 'close' && mark.at - earlier.at < 200) {
      const breaks = between.split('\n').length - 1;
      // A title set on two lines closes on the second; words torn over several short lines by a copy close near by.
      if (breaks > 1 && mark.at - earlier.at > TORN) continue;
      settled.add(earlier).add(mark);
      if (breaks === 0) found.push(crossed(ground, earlier.at, mark.at + 1));
    } else if (earlier.side === mark.side && mark.at - earlier.at <= SAME_SLIP && !between.includes('\n')) {
      settled.add(earlier).add(mark);
      found.push(turned(ground, mark.side === 'open' ? mark : earlier));
    }
  }
  for (const mark of unmatched) if (!settled.has(mark)) found.push(alone(ground, mark));
  return found;
}

function crossed(ground: Ground, start: number, end: number): Finding {
  return finding(
    ground,
    'mark-crossed',
    { start, end },
    { message: '两对标号互相交叉，应当一对完全包在另一对之内。' },
  );
}

/** ”放管服” and “放管服“: one of the two looks the wrong way. */
function turned(ground: Ground, { at, pair, side }: Unmatched): Finding {
  const place = { start: at, end: at + 1 };
  return finding(ground, 'mark-unpaired', place, {
    message: `${pair.name}方向用反，不成对：${around(ground.text, place)}`,
    suggestion: side === 'open' ? pair.close[0]! : pair.open[0]!,
  });
}

function alone(ground: Ground, { at, pair, side }: Unmatched): Finding {
  const place = { start: at, end: at + 1 };
  const lacks = side === 'open' ? `缺后半“${pair.close[0]}”` : `缺前半“${pair.open[0]}”`;
  return finding(ground, 'mark-unpaired', place, {
    message: `${pair.name}不成对，${lacks}：${around(ground.text, place)}`,
    suggestion: null,
  });
}
