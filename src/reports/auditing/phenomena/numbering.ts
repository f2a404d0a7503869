import type { Finding, NumberStyle, Section } from '../../reading/index.ts';
import { printHan } from '../../reading/text/han-number.ts';
import type { FindingCode } from '../codes.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/**
 * Numbers of headings: each list counts 1, 2, 3 … without gap or repetition. A list may begin anew with 1 (the
 * annex after the notice, the second 一是…二是… of a chapter), and may run on through the chapters (tasks 1 to 45,
 * articles).
 */
export const numbering: Phenomenon = {
  codes: [
    'numbering-gap',
    'numbering-first-missing',
    'numbering-repeated',
    'numbering-order',
    'numbering-lost',
    'numbering-level',
  ],
  examples: [
    { text: '一、总体要求\n二、重点任务\n四、工作保障', finds: [['numbering-gap', '四']] },
    { text: '一、总体要求\n二、重点任务\n三、工作保障', finds: [] },
    { text: '二、重点任务\n三、工作保障\n四、监督考核', finds: [['numbering-first-missing', '二']] },
    { text: '一、总体要求\n二、重点任务\n二、工作保障\n三、监督考核', finds: [['numbering-repeated', '二']] },
    { text: '一、总体要求\n二、重点任务\n二、工作保障\n四、监督考核', finds: [['numbering-repeated', '二']] },
    { text: '一、总体要求\n五、重点任务\n三、工作保障\n四、监督考核', finds: [['numbering-order', '五']] },
    {
      text: '一、总体要求\n二、重点任务\n（三）工作保障\n坚持统筹推进。\n四、监督考核',
      finds: [['numbering-level', '（三）']],
    },
    {
      text: '一、主要工作\n加强组织领导\n1.强化责任。全年召开会议。\n2.坚持学习。全年组织学习。\n（二）依法履职\n做好工作。\n（三）优化环境\n做好工作。',
      finds: [['numbering-lost', '加强组织领导']],
    },
    {
      text: '一、工作情况\n（一）推进公开。全年主动公开。二是加强解读。三是回应关切。\n（二）做好服务。全年提供服务。',
      finds: [['numbering-first-missing', '二是']],
    },
    {
      text: '一、工作情况\n（一）公开\n1.主动公开。全年公开。\n2.政策解读。全年解读。\n（二）服务\n3.窗口服务。全年服务。\n4.上门服务。全年上门。',
      finds: [],
    },
  ],
  find(ground) {
    const lost = ground.sections
      .filter(({ number }) => number === '')
      .map(({ titleStart, titleEnd }) =>
        finding(
          ground,
          'numbering-lost',
          { start: titleStart, end: titleEnd },
          { message: '按前后标题的序号，此处标题漏了编号。' },
        ),
      );
    const walked = [...listsOf(ground.sections).values()].flatMap(walk);
    const faults = settleLevels(walked, ground.sections);
    return [...lost, ...faults.map((fault) => toFinding(ground, fault))];
  },
};

interface Fault {
  code: FindingCode;
  section: Section;
  /** The number that should stand here, or the first one left out. */
  expected: number;
}

/** A heading in its list; `runsFrom` is the last number of its style in the chapters before. */
interface Member {
  section: Section;
  ordinal: number;
  runsFrom: number;
}

/** Headings of one parent and one style, in order: what is counted together. */
function listsOf(sections: readonly Section[]): Map<string, Member[]> {
  const lists = new Map<string, Member[]>();
  const last = new Map<NumberStyle, number>();
  for (const [index, section] of sections.entries()) {
    const style = section.style === 'unnumbered' ? styleOfNext(sections, index) : section.style;
    const key = `${section.parent}|${style}|${wording(section)}`;
    const list = lists.get(key) ?? [];
    const ordinal = section.ordinal ?? (list.at(-1)?.ordinal ?? 0) + 1;
    list.push({ section, ordinal, runsFrom: last.get(style) ?? 0 });
    last.set(style, ordinal);
    lists.set(key, list);
  }
  return lists;
}

/** A heading without number counts among those that follow it under the same parent. */
function styleOfNext(sections: readonly Section[], index: number): NumberStyle {
  const { parent } = sections[index]!;
  for (let i = index + 1; i < sections.length; i += 1) {
    const next = sections[i]!;
    if (next.parent === parent && next.style !== 'unnumbered') return next.style;
  }
  return 'unnumbered';
}

/** 一是, 一要, 第一 and 其一 do not continue one another. */
function wording({ style, number }: Section): string {
  return style === 'enumerated' ? number.replace(/[一二三四五六七八九十百]+/, '') : '';
}

function walk(list: readonly Member[]): Fault[] {
  const faults: Fault[] = [];
  let previous = 0;
  let length = 0;
  for (const [i, { section, ordinal, runsFrom }] of list.entries()) {
    const expected = previous + 1;
    const next = list[i + 1]?.ordinal;
    if (i === 0) {
      const fault = atFirst(section, ordinal, runsFrom);
      if (fault) faults.push(fault);
      previous = ordinal;
    } else if (ordinal === expected) {
      previous = ordinal;
    } else if (next === expected + 1 && !(ordinal === 1 && section.runIn)) {
      faults.push({ code: ordinal < expected ? 'numbering-repeated' : 'numbering-order', section, expected });
      previous = expected;
    } else if (ordinal > expected) {
      faults.push({ code: 'numbering-gap', section, expected });
      previous = ordinal;
    } else {
      // A count that begins anew is another list, unless the one before had but a single member.
      if (ordinal !== 1 || (length === 1 && !isInline(section)))
        faults.push({
          code: ordinal === previous ? 'numbering-repeated' : 'numbering-order',
          section,
          expected,
        });
      if (ordinal === 1) length = 0;
      previous = ordinal;
    }
    length += 1;
  }
  return faults;
}

function isInline({ style }: Section): boolean {
  return style === 'enumerated' || style === 'circled' || style === 'arabic-bracket';
}

function atFirst(section: Section, ordinal: number, runsFrom: number): Fault | null {
  if (ordinal === 1 || section.style === 'unnumbered') return null;
  if (section.style !== 'enumerated') {
    if (ordinal === runsFrom + 1) return null;
    // The count runs on through the chapters, and jumps.
    if (runsFrom >= 3 && ordinal > runsFrom)
      return { code: 'numbering-gap', section, expected: runsFrom + 1 };
  }
  return { code: 'numbering-first-missing', section, expected: 1 };
}

/**
 * 一、 二、 （三） 四、: the number is there, in the form of another level. The gap at 四 and the missing first
 * member of the list of （三） are one fault.
 */
function settleLevels(faults: readonly Fault[], sections: readonly Section[]): Fault[] {
  const strays = new Map<string, Fault>();
  for (const fault of faults) {
    const { parent, ordinal } = fault.section;
    if (fault.code !== 'numbering-first-missing' || parent === null) continue;
    // The gap stands where the chapter ends in which the stray number is.
    const chapter = sections[parent]!;
    strays.set(`${chapter.parent}|${chapter.end}|${ordinal}`, fault);
  }
  const gone = new Set<Fault>();
  const settled: Fault[] = [];
  for (const gap of faults) {
    const { section, expected } = gap;
    const stray = strays.get(`${section.parent}|${section.start}|${expected}`);
    if (gap.code !== 'numbering-gap' || section.ordinal !== expected + 1 || stray === undefined) continue;
    gone.add(gap).add(stray);
    settled.push({ code: 'numbering-level', section: stray.section, expected });
  }
  return [...faults.filter((fault) => !gone.has(fault)), ...settled];
}

function toFinding(ground: Ground, { code, section, expected }: Fault): Finding {
  const place = { start: section.start, end: section.start + section.number.length };
  const should = printLike(section, expected);
  return finding(ground, code, place, said(code, section, expected, should));
}

function said(code: FindingCode, section: Section, expected: number, should: string) {
  const { number, title } = section;
  const shown = `“${number}”（${title.slice(0, 12)}）`;
  const last = (section.ordinal ?? expected) - 1;
  if (code === 'numbering-gap') {
    const missing = last > expected ? `${should}至${printLike(section, last)}` : should;
    return { message: `序号跳到${shown}，缺“${missing}”。` };
  }
  if (code === 'numbering-first-missing') {
    const missing =
      last > 1 ? `${printLike(section, 1)}至${printLike(section, last)}` : printLike(section, 1);
    return { message: `这一组序号从${shown}开始，前面没有“${missing}”。` };
  }
  if (code === 'numbering-level')
    return { message: `${shown}用了另一层级的序号，按前后标题应与上一级标题同级。` };
  if (code === 'numbering-repeated')
    return { message: `序号${shown}与前面重复，应为“${should}”。`, suggestion: should };
  return { message: `序号${shown}错乱，按前后应为“${should}”。`, suggestion: should };
}

/** The number `value` printed as the section prints its own: （三） for （五）. */
function printLike({ number, style }: Section, value: number): string {
  if (style === 'circled') return String.fromCharCode(0x245f + value);
  if (/\d/.test(number)) return number.replace(/\d+/, String(value));
  return number.replace(/[一二三四五六七八九十百零〇]+/, printHan(Math.min(value, 99)));
}
