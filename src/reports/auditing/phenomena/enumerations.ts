import type { Finding, Section } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/** How single numbers are printed: a bracket lost, one item alone, an item run into the sentence before it. */
export const enumerations: Phenomenon = {
  codes: [
    'numbering-gap',
    'numbering-bracket',
    'numbering-alone',
    'numbering-run-on',
    'numbering-style-mixed',
  ],
  examples: [
    {
      text: '一、监管情况\n1.加强监管。（1）深化改革。推进登记。2）加强检查。开展抽查。',
      finds: [['numbering-bracket', '2）']],
    },
    { text: '一、监管情况\n1.加强监管。（1）深化改革。推进登记。（2）加强检查。开展抽查。', finds: [] },
    {
      text: '一、监管情况\n1.健全体系。一是完善监督制度。各单位分工负责，定期通报。\n2.公开政务。及时公开。',
      finds: [['numbering-alone', '一是']],
    },
    {
      text: '一、监管情况\n1.健全体系。一是完善监督制度，开展检查5次二是加强考核。\n2.公开政务。及时公开。',
      finds: [['numbering-run-on', '二是']],
    },
    {
      text: '一、监管情况\n1.健全体系。一是完善监督制度。三是加强考核。\n2.公开政务。及时公开。',
      finds: [['numbering-gap', '三是']],
    },
    { text: '一、监管情况\n1.健全体系。一是完善监督制度；二是加强考核。\n2.公开政务。及时公开。', finds: [] },
    {
      text: '一、监管情况\n（一）健全体系\n做好工作。\n(二)公开政务\n及时公开。',
      finds: [['numbering-style-mixed', '(二)']],
    },
  ],
  find: (ground) => [...lostBrackets(ground), ...alone(ground), ...runOn(ground), ...mixedStyles(ground)],
};

const OPENS = /^[（(]/;
const CLOSES = /[）)]$/;

function isWhole({ number }: Section): boolean {
  return OPENS.test(number) && CLOSES.test(number);
}

/** 2) among (1) and (3); （二 without its second half anywhere. A list that prints 1) 2) 3) is in order. */
function lostBrackets(ground: Ground): Finding[] {
  const bracketed = ground.sections.filter(({ style }) => style.endsWith('-bracket'));
  const whole = new Set(bracketed.filter(isWhole).map(({ parent, style }) => `${parent}|${style}`));
  return bracketed.flatMap((section) => {
    const { number, start } = section;
    const torn = OPENS.test(number) !== CLOSES.test(number);
    const meant = OPENS.test(number) || whole.has(`${section.parent}|${section.style}`);
    if (!torn || !meant) return [];
    const lost = OPENS.test(number) ? '后' : '前';
    const wide = /[（）]/.test(number);
    const inner = number.replace(/[（()）]/g, '');
    return [
      finding(
        ground,
        'numbering-bracket',
        { start, end: start + number.length },
        { message: `序号“${number}”缺${lost}半括号。`, suggestion: wide ? `（${inner}）` : `(${inner})` },
      ),
    ];
  });
}

const FIRST = /(?<=[。；;\n])一是(?=[\u4e00-\u9fff]{2})/g;
/** The next list of the kind. */
const AGAIN = /[。；;\n]一是/;
/** What takes up a count begun with 一是, in any wording. */
const TAKEN_UP = /二[是要来则、]|其二|第二|另一|再[是则者]|还是/;
/** A later item that leaves out the second. */
const JUMP = /(?<=[。；;\n])[三四五]是(?=[\u4e00-\u9fff]{2})/;
/** An idiom or a number beginning with 一是: 一是一, 一是否. */
const NO_ITEM = /^一是(?:[一否]|非)/;

/** 一是 that no 二是 follows before the next heading. */
function alone(ground: Ground): Finding[] {
  const { text, sections } = ground;
  const headings = sections.filter(({ style }) => style !== 'enumerated').map(({ start }) => start);
  const numbered = new Set(sections.map(({ start }) => start));
  const found: Finding[] = [];
  let next = 0;
  for (const { index: at } of text.matchAll(FIRST)) {
    while (next < headings.length && headings[next]! <= at) next += 1;
    const end = Math.min(headings[next] ?? text.length, at + LONGEST_LIST);
    const ahead = text.slice(at + 2, end);
    const again = ahead.search(AGAIN);
    const rest = again === -1 ? ahead : ahead.slice(0, again + 1);
    if (NO_ITEM.test(text.slice(at, at + 4)) || TAKEN_UP.test(rest)) continue;
    const jump = JUMP.exec(rest);
    if (jump) {
      const start = at + 2 + jump.index;
      const message = `“一是”之后直接到“${jump[0]}”，缺“二是”。`;
      if (!numbered.has(start))
        found.push(finding(ground, 'numbering-gap', { start, end: start + 2 }, { message }));
      continue;
    }
    found.push(
      finding(
        ground,
        'numbering-alone',
        { start: at, end: at + 2 },
        { message: '只有“一是”，到下一个标题为止没有“二是”。' },
      ),
    );
  }
  return found;
}

/** 一是 and its fellows span no more than this. */
const LONGEST_LIST = 3000;

/** …5次二是加强: the item before lacks its closing mark. */
function runOn(ground: Ground): Finding[] {
  return ground.sections.flatMap((section) => {
    const { style, start, number } = section;
    const before = ground.text[start - 1];
    if (style !== 'enumerated' || before === undefined || !/[\u4e00-\u9fff\d%）)》”]/.test(before)) return [];
    if (number.startsWith('第') || /[)）”》]/.test(before)) return [];
    return [
      finding(
        ground,
        'numbering-run-on',
        { start, end: start + number.length },
        { message: `“${number}”前面的一句没有标点就接了下来。`, suggestion: `。${number}` },
      ),
    ];
  });
}

/** （一） and (二), 1. and 2、 among members of one list. */
function mixedStyles(ground: Ground): Finding[] {
  const first = new Map<string, string>();
  return ground.sections.flatMap((section) => {
    const { style, parent, number, start, titleStart } = section;
    if (number === '' || style === 'enumerated' || OPENS.test(number) !== CLOSES.test(number)) return [];
    const printed = ground.text.slice(start, titleStart).replace(/[\d一二三四五六七八九十百①-⑳ ]+/g, '#');
    const key = `${parent}|${style}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, printed);
    if (known === undefined || known === printed) return [];
    return [
      finding(
        ground,
        'numbering-style-mixed',
        { start, end: start + number.length },
        {
          message: `同一组序号写法不一：前面为“${known.replaceAll('#', '×')}”，此处为“${printed.replaceAll('#', '×')}”。`,
        },
      ),
    ];
  });
}
