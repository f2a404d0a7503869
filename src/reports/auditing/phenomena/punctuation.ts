import type { Finding } from '../../reading/index.ts';
import { finding, type Ground, type Phenomenon } from '../finding.ts';

/** Stops and commas: doubled, in half width among full-width ones, or missing at the end of a chapter. */
export const punctuation: Phenomenon = {
  codes: ['punctuation-doubled', 'punctuation-half', 'full-stop-missing'],
  examples: [
    { text: '健全机制，，压实责任。', finds: [['punctuation-doubled', '，，']] },
    { text: '健全机制，压实责任，。', finds: [['punctuation-doubled', '，。']] },
    { text: '他说：“好。”，大家赞同……随后散会。', finds: [] },
    {
      text: `${'各科室分工负责，按月通报，按季检查，年底考核。'.repeat(8)}健全机制,压实责任。`,
      finds: [['punctuation-half', ',']],
    },
    { text: '健全机制,压实责任,做好工作，按月通报。', finds: [] },
    {
      text: '一、工作情况\n全年组织开展培训。各单位按照分工负责的要求认真落实各项措施，按月通报情况，问题整改完成率达到一半\n二、工作安排\n继续努力。',
      finds: [['full-stop-missing', '半']],
    },
    {
      text: '一、工作情况\n全年组织开展培训。各单位按照分工负责的要求认真落实各项措施，按月通报情况，问题整改完成率达到一半。\n二、工作安排\n继续努力。',
      finds: [],
    },
  ],
  find: (ground) => [...doubled(ground), ...halfWidth(ground), ...unended(ground)],
};

const STOPS = /[，,。；;：:、！？]{2,}/g;
/** Feelings may be strong, a row of points is an ellipsis, and two ASCII signs may be code. */
const ALLOWED = /^(?:[！？]+|:{2}|,{2,}|;{2,})$/;

function doubled(ground: Ground): Finding[] {
  return [...ground.text.matchAll(STOPS)].flatMap(({ 0: run, index: start }) => {
    if (ALLOWED.test(run)) return [];
    const sign = [...run].find((each) => '。！？'.includes(each)) ?? run[0]!;
    return [
      finding(
        ground,
        'punctuation-doubled',
        { start, end: start + run.length },
        { message: `标点重复：“${run}”。`, suggestion: sign },
      ),
    ];
  });
}

/** A copy may print all marks in half width; only the stray ones of a text that uses full width are slips. */
const FULL = /[，；：]/g;
const HALF = /(?<=[\u4e00-\u9fff”》）])[,;:](?=[\u4e00-\u9fff“《（])/g;
const FEWEST = 20;
const LARGEST_SHARE = 0.05;
const FULL_FORM: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：' };

function halfWidth(ground: Ground): Finding[] {
  const half = [...ground.text.matchAll(HALF)];
  if (half.length === 0) return [];
  const full = ground.text.match(FULL)?.length ?? 0;
  if (full + half.length < FEWEST || half.length > (full + half.length) * LARGEST_SHARE) return [];
  return half.map(({ 0: sign, index: start }) =>
    finding(
      ground,
      'punctuation-half',
      { start, end: start + 1 },
      { message: '中文里用了半角标点，全文其他地方用全角。', suggestion: FULL_FORM[sign]! },
    ),
  );
}

const SHORTEST_PARAGRAPH = 40;
/** Lines of units and due dates are no sentences. */
const CLAUSE_LINE = /(?:单位|部门|时限|时间|牵头|责任人|附件|电话|地址|联系)[：:]/;

/** A paragraph of sentences, right before a heading, that does not end like one. */
function unended({ lines, sections, ...ground }: Ground): Finding[] {
  const headings = new Set(sections.map(({ start }) => start));
  return lines.flatMap(({ text, end }, index) => {
    const next = lines[index + 1];
    if (next === undefined || !headings.has(next.start) || text.length < SHORTEST_PARAGRAPH) return [];
    const tail = text.slice(text.lastIndexOf('。') + 1);
    if (!text.includes('。') || !/[\u4e00-\u9fff\d%]$/.test(tail) || tail.length < 8) return [];
    if (CLAUSE_LINE.test(tail) || text.includes('\t')) return [];
    return [
      finding(
        ground,
        'full-stop-missing',
        { start: end - 1, end },
        { message: `这一段没有句号：……${tail.slice(-12)}`, suggestion: `${text.at(-1)}。` },
      ),
    ];
  });
}
