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
}

interface Unmatched extends Mark {
  side: 'open' | 'close';
}

export const marks: Phenomenon = {
  codes: ['mark-unpaired', 'mark-nested', 'mark-crossed', 'mark-width'],
  examples: [
    { text: '按照工作规则》《制定规定》执行。', finds: [['mark-unpaired', '》']] },
    { text: '落实《制定规定要求，做好工作。', finds: [['mark-unpaired', '《']] },
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
  const stack: Mark[] = [];
  const depth = new Map<Pair, number>();
  const pop = (): Mark => {
    const mark = stack.pop()!;
    depth.set(mark.pair, depth.get(mark.pair)! - 1);
    return mark;
  };
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n') {
      while (stack.length > 0) unmatched.push({ ...pop(), side: 'open' });
      continue;
    }
    if (known[at] === 1) continue;
    const opening = OPENS.get(sign);
    if (opening !== undefined) {
      stack.push({ at, pair: opening });
      depth.set(opening, (depth.get(opening) ?? 0) + 1);
      continue;
    }
    const pair = CLOSES.get(sign)!;
    if ((depth.get(pair) ?? 0) === 0) {
      if (pair.name !== '括号' || !LABEL.test(text.slice(Math.max(0, at - 4), at)))
        unmatched.push({ at, pair, side: 'close' });
      continue;
    }
    let open = pop();
    for (; open.pair !== pair; open = pop()) unmatched.push({ ...open, side: 'open' });
    found.push(...judgePair(ground, open.at, at, pair, depth.get(pair)! > 0));
  }
  while (stack.length > 0) unmatched.push({ ...pop(), side: 'open' });
  return { unmatched: unmatched.sort((a, b) => a.at - b.at), found };
}

function judgePair(ground: Ground, open: number, close: number, pair: Pair, inside: boolean): Finding[] {
  const { text } = ground;
  if (inside && pair.inner !== null) {
    return [
      finding(
        ground,
        'mark-nested',
        { start: open, end: open + 1 },
        {
          message: `${pair.name}里面再用${pair.name}，里层应当用“${pair.inner}”（GB/T 15834）：${around(text, { start: open, end: open + 1 })}`,
          suggestion: pair.inner[0] + text.slice(open + 1, close) + pair.inner[1],
        },
      ),
    ];
  }
  if (pair.name === '括号' && (text[open] === '(') !== (text[close] === ')') && close - open < 60) {
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
  return [];
}

/** Farther apart, two marks of one direction are two slips. */
const SAME_SLIP = 20;

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
      // A title set on two lines closes on the second.
      if (breaks > 1) continue;
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
