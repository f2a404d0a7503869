import type { Figure, Relation } from '../model.ts';
import { isExact } from './arithmetic.ts';
import { type Ground, relation } from './ground.ts';

/**
 * The number announced against the things listed: 《甲》《乙》两个文件; 两个文件:《甲》《乙》; “受理、审查、办结”3个环节;
 * 甲局、乙局、丙局三个单位; three ways …:一是…二是…三是…. A list closed by 等 before the number may be shortened, and
 * one without marks may have been cut wrongly, so those never count as wrong.
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['制定了《甲办法》《乙办法》两个文件。', true],
  ['制定了《甲办法》《乙办法》《丙办法》两个文件。', false],
  ['印发《甲办法》《乙办法》等4个文件。', null],
  ['印发三个文件:《甲办法》《乙办法》《丙办法》。', true],
  ['印发三个文件:《甲办法》《乙办法》。', false],
  ['将“受理、审查、办结”3个环节合并。', true],
  ['将“受理、审查、办结”4个环节合并。', false],
  ['甲局、乙局、丙局三个单位参加。', true],
  ['从三个方面推进:一是建章。二是立制。三是落实。', true],
  ['从三个方面推进:一是建章。二是立制。', false],
];

/** What is counted must be documents before a list of titles can contradict the number: 《方案》23条措施. */
const DOCUMENTS =
  /^[^，,。；;]{0,6}(?:文件|制度|办法|方案|规定|意见|通知|法规|规章|法律|条例|细则|清单|规程|指引)/;
/** What a quoted list counts: “受理、审查、办结”3个环节, but not “双随机、一公开”5个部门. */
const STAGES = /^(?:环节|阶段|步骤|方面|板块|层级|程序)/;
const THINGS = new Set([
  '个',
  '项',
  '种',
  '类',
  '方面',
  '家',
  '件',
  '部',
  '部门',
  '份',
  '条',
  '大',
  '张',
  '名',
  '位',
  '本',
]);
const MOST = 30;
const LONGEST_TITLE = 160;
const LONGEST_PARAGRAPH = 4000;

export function counts(ground: Ground): Relation[] {
  const found: Relation[] = [];
  for (const figure of ground.figures) {
    if (!THINGS.has(figure.unit) || figure.value < 2 || figure.value > MOST || !isExact(figure)) continue;
    if (!Number.isInteger(figure.value) || figure.valueTo !== null) continue;
    const made =
      titlesBefore(ground.text, figure) ?? titlesAfter(ground.text, figure) ?? steps(ground.text, figure);
    const relationFound = made ?? itemsBefore(ground.text, figure);
    if (relationFound !== null) found.push(relationFound);
  }
  return found;
}

/** 《甲》《乙》等4个文件: titles standing directly before the number. */
function titlesBefore(text: string, figure: Figure): Relation | null {
  let at = figure.start;
  const shortened = text[at - 1] === '等';
  if (shortened) at -= 1;
  if (text.startsWith('共', at - 1) || text.startsWith('这', at - 1)) at -= 1;
  if (text[at - 1] !== '》') return null;
  const documents = DOCUMENTS.test(text.slice(figure.end, figure.end + 10));
  let listed = 0;
  while (text[at - 1] === '》' && listed <= MOST) {
    const open = titleStart(text, at - 1);
    if (open < 0) return null;
    listed += 1;
    at = open;
    if (/[、和及与,，]/.test(text[at - 1] ?? '') && text[at - 2] === '》') at -= 1;
  }
  if (listed === figure.value) return listed > 1 ? verdict(figure, listed, true) : null;
  if (!documents) return null;
  return verdict(figure, listed, shortened && listed < figure.value ? null : false);
}

function titleStart(text: string, close: number): number {
  for (let i = close - 1; i >= 0 && close - i < LONGEST_TITLE; i -= 1) {
    if (text[i] === '《') return i;
    if (text[i] === '》' || text[i] === '\n') return -1;
  }
  return -1;
}

/** 三个文件:《甲》《乙》《丙》。 The list must be closed by the end of the sentence. */
function titlesAfter(text: string, figure: Figure): Relation | null {
  let at = figure.end;
  while (at - figure.end < 10 && /[\u4e00-\u9fff]/.test(text[at] ?? '')) at += 1;
  if (!/[:：,，(（]/.test(text[at] ?? '')) return null;
  const led = /[:：(（]/.test(text[at]!);
  at += 1;
  const lead = ['分别是', '分别为', '即', '包括'].find((word) => text.startsWith(word, at));
  if (lead !== undefined) at += lead.length;
  if (text[at] !== '《' || (!led && lead === undefined)) return null;
  let listed = 0;
  while (text[at] === '《' && listed <= MOST) {
    const length = text.slice(at, at + LONGEST_TITLE).indexOf('》');
    if (length < 0) return null;
    listed += 1;
    at += length + 1;
    if (/[、和及与,，;；]/.test(text[at] ?? '') && text[at + 1] === '《') at += 1;
  }
  const closed = /[。;；)）\n]/.test(text[at] ?? '。');
  return verdict(figure, listed, listed === figure.value ? true : closed && lead !== '包括' ? false : null);
}

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const ENUMERATORS = [...DIGITS, '十', ...DIGITS.map((digit) => `十${digit}`), '二十'];

/** 三个方面:一是…二是…三是…, followed until another list begins. */
function steps(text: string, figure: Figure): Relation | null {
  const ahead = text.slice(figure.end, figure.end + 16).indexOf('一是');
  if (ahead < 0 || /[。；;\n]/.test(text.slice(figure.end, figure.end + ahead))) return null;
  const body = text.slice(figure.end + ahead, figure.end + LONGEST_PARAGRAPH);
  const again = body.slice(2).search(/(?<!十)一是/) + 2;
  const paragraph = again < 2 ? body : body.slice(0, again);
  let listed = 1;
  let at = 0;
  while (listed < ENUMERATORS.length) {
    const next = paragraph.indexOf(`${ENUMERATORS[listed]}是`, at + 2);
    if (next < 0) break;
    // 十二是 is no 二是.
    if (paragraph[next - 1] === '十') break;
    listed += 1;
    at = next;
  }
  return verdict(figure, listed, listed === figure.value);
}

/** Items joined by 、 directly before the number, in quotation marks or bare. */
function itemsBefore(text: string, figure: Figure): Relation | null {
  let at = figure.start;
  const shortened = text[at - 1] === '等';
  if (shortened) at -= 1;
  const quoted = text[at - 1] === '”';
  const start = quoted ? quoteStart(text, at - 1) : bareStart(text, at);
  if (start < 0) return null;
  const list = text.slice(quoted ? start + 1 : start, quoted ? at - 1 : at);
  if (!list.includes('、') || /[0-9。]/.test(list)) return null;
  const separated = list.split('、').length;
  const joined = /[和及与](?=[^、]*$)/.test(list.slice(list.lastIndexOf('、'))) ? separated + 1 : separated;
  if (separated === figure.value || joined === figure.value) return verdict(figure, figure.value, true);
  if (!quoted || shortened || joined !== separated) return null;
  if (!STAGES.test(text.slice(figure.end, figure.end + 4))) return null;
  return verdict(figure, separated, false);
}

function quoteStart(text: string, close: number): number {
  const from = Math.max(0, close - LONGEST_TITLE);
  const open = text.slice(from, close).lastIndexOf('“');
  return open < 0 ? -1 : from + open;
}

function bareStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < 80 && !/[,，。；;：:\n“”《》()（）]/.test(text[i - 1]!)) i -= 1;
  return i;
}

function verdict(figure: Figure, listed: number, holds: boolean | null): Relation {
  const words = holds === true ? '相符' : holds === false ? '不符' : '列举未必完整，不能判断';
  return relation({
    kind: 'count',
    parts: [figure],
    total: null,
    stated: figure.value,
    computed: listed,
    holds,
    note: `称${figure.value}${figure.unit}，列出${listed}；${words}`,
  });
}
