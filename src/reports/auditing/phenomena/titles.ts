import type { Finding, MentionedDocument } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';
import { differenceOf, isSwap } from '../likeness.ts';

/**
 * One document under two names: the same number with another title, or titles one sign apart. One sign apart are
 * also documents of two levels (市、县), years and parts, so only a sign lost, added or swapped in the middle of a
 * long title, or one of a pair that is often confused, is a slip for sure.
 */
const CONFUSED = [
  '制治',
  '的地',
  '作做',
  '定订',
  '察查',
  '象像',
  '帐账',
  '权全',
  '及级',
  '型形',
  '份分',
  '监检',
];
const SHORTEST = 8;
/** More titles than this belong to a list of documents, which is not compared pair by pair. */
const MOST = 400;

export const titles: Phenomenon = {
  codes: ['title-two-ways', 'title-similar'],
  examples: [
    {
      text: '按照《行政执法案卷评查办法》检查，再按照《行政执法案卷的评查办法》整改。',
      finds: [['title-two-ways', '《行政执法案卷的评查办法》']],
    },
    {
      text: '落实《全面推进法治政府建设意见》，再落实《全面推进法制政府建设意见》。',
      finds: [
        ['title-two-ways', '《全面推进法制政府建设意见》'],
        ['word-wrong', '法制政府'],
      ],
    },
    {
      text: '《甲区行政执法监督工作办法》（某政发〔2020〕5号）印发，《甲区重大决策程序规定》（某政发〔2020〕5号）施行。',
      finds: [['title-two-ways', '《甲区重大决策程序规定》']],
    },
    { text: '落实《市行政执法监督办法》《县行政执法监督办法》。', finds: [] },
    {
      text: '落实《行政许可事项统一清单》《行政处罚事项统一清单》。',
      finds: [['title-similar', '《行政处罚事项统一清单》']],
    },
    { text: '《2022年法治政府建设要点》和《2023年法治政府建设要点》。', finds: [] },
  ],
  find(ground) {
    const titled = ground.documents.filter(({ title }) => title !== '');
    return [...sameNumber(ground, titled), ...nearTitles(ground, titled)];
  },
};

function sameNumber(ground: Ground, titled: readonly MentionedDocument[]): Finding[] {
  const first = new Map<string, MentionedDocument>();
  return titled.flatMap((document) => {
    if (document.number === null) return [];
    const earlier = first.get(document.number);
    if (earlier === undefined) {
      first.set(document.number, document);
      return [];
    }
    if (isForm(earlier.title, document.title)) return [];
    return [
      finding(ground, 'title-two-ways', document.occurrences[0]!, {
        message: `文号${document.number}前文对应《${earlier.title}》，此处对应另一名称，请核对名称或文号。`,
      }),
    ];
  });
}

/** A title with and without the organ, or the notice that issues it: one document. */
function isForm(a: string, b: string): boolean {
  const [long, short] = [core(a), core(b)].sort((x, y) => y.length - x.length) as [string, string];
  return long.includes(short) || short.length < 4;
}

function core(title: string): string {
  return title
    .replace(/^.*?(?:关于)?(?:印发|转发|公布)〈?/, '')
    .replace(/〉?的通知$|（.*?）$|\(.*?\)$|〉/g, '');
}

function nearTitles(ground: Ground, titled: readonly MentionedDocument[]): Finding[] {
  const long = titled.filter(({ title }) => title.length >= SHORTEST).slice(0, MOST);
  const found: Finding[] = [];
  for (const [i, document] of long.entries()) {
    const near = long.slice(0, i).find((earlier) => likeness(earlier.title, document.title) !== 'other');
    if (near === undefined) continue;
    const slip = likeness(near.title, document.title) === 'slip';
    found.push(
      finding(ground, slip ? 'title-two-ways' : 'title-similar', document.occurrences[0]!, {
        message: `与前文《${near.title}》只差一两个字，如为同一文件应当一致。`,
        suggestion: slip ? `《${near.title}》` : null,
      }),
    );
  }
  return found;
}

type Likeness = 'slip' | 'near' | 'other';

function likeness(a: string, b: string): Likeness {
  if (Math.abs(a.length - b.length) > 1) return 'other';
  const difference = differenceOf(a, b);
  const { at, left, right } = difference;
  if (Math.max(left.length, right.length) > 2) return 'other';
  if (LEVEL.test(left + right) || withoutNumbers(a) === withoutNumbers(b)) return 'other';
  if (isSwap(difference)) return 'slip';
  if (left.length === 1 && right.length === 1) return areConfused(left, right) ? 'slip' : 'near';
  if (left.length + right.length > 1) return a.length >= LONG ? 'near' : 'other';
  // A sign more at the beginning (organ) or the end (kind of paper) may make another title.
  return at >= 3 && at < Math.max(a.length, b.length) - 2 ? 'slip' : 'near';
}

/** From here on two signs of difference are few. */
const LONG = 10;
const LEVEL = /[省市县区镇乡村街国州旗院部局厅上中下一二三四五六七八九十]/;

function areConfused(left: string, right: string): boolean {
  return CONFUSED.some((pair) => pair.includes(left) && pair.includes(right));
}

/** Years, numbers and half-width brackets make no other name. */
function withoutNumbers(title: string): string {
  return title
    .replace(/\d+/g, '#')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[-－—–~至]/g, '-');
}
