import type { Figure, Relation } from '../model.ts';
import { AGREEMENT_WORDS, agreement, isExact, show } from './arithmetic.ts';
import { between, type Ground, isCount, relation, type Sentence, sameUnit } from './ground.ts';

/**
 * Before and after: 由71项调整为58项; 由76%提升至92%; the stated size of the change (精简率56.2%, 提高16个百分点,
 * 减少13项) is checked against the pair. A verb that says up while the numbers fall is wrong by itself.
 */
export const examples: readonly (readonly [text: string, holds: boolean | null])[] = [
  ['权力事项由8780项精简至3843项,精简率56.2%。', true],
  ['审批事项由799项精简到326项,精简率59.2%。', true],
  ['审批事项由1133项减少到282项,累计减少75.1%。', true],
  ['满意率由76%提升至92%,提高16个百分点。', true],
  ['满意率由76%提升至92%,提高18个百分点。', false],
  ['审批事项由71项增加到58项。', false],
  ['标准分别从209元、280元提高到217元、290元。', null],
  ['审批事项由71项调整为58项。', null],
  ['办理时限由20个工作日压缩至5个工作日,压缩65%。', false],
  ['受理120件,上年受理100件,同比增长20%。', true],
  ['受理120件,去年同期100件,同比增长25%。', false],
  ['今年受理120件,比上年的100件增加20件。', true],
  ['总数36302件,比去年同期(35667)增长1.78%。', true],
  ['总数36302件,比去年同期(35667)增长2.78%。', false],
  ['立案625起,同比增长15.7%(上年为540起)。', true],
  ['立案625起,同比增长18.5%(上年为540起)。', false],
  ['申请材料由8份减少到3份,办理时间压缩60%。', null],
  ['收到申请1234件,比上年增加156件,增长14.5%。', true],
  ['收到申请1234件,比上年增加156件,增长12.6%。', false],
];

const UP = /(?:增长|增加|提高|提升|上升|扩大|增至|升至|扩展)[^，,。；;0-9]{0,4}$/;
const DOWN = /(?:下降|降低|减少|压缩|缩短|缩减|精简|压减|降至|减至|降)[^，,。；;0-9]{0,4}$/;
const TO = /(?:至|到|为|成)[^，,。；;0-9]{0,4}$/;
const FROM = /(?:由|从|原)[^，,。；;0-9]{0,12}$/;
const LAST_YEAR = /(?:上年|去年|同期|20\d\d年)[^，,。；;0-9]{0,14}$/;
/** 上年同期100件, 比上年的100件: last year's count follows at once. */
const LAST_COUNT = /(?:上年|去年)(?:同期)?(?:的|共|为|受理|办结|办理|收到|审结)?[^，,。；;0-9]{0,4}$/;
const CHANGED = /(?:增加|增长|减少|下降|上升|提高|降低)/;
const SIZE =
  /(?:增长|增加|提高|提升|上升|下降|降低|减少|压缩|缩短|缩减|精简|压减|增幅|降幅|降费率|精简率|压缩率|压减率|下降率|增长率)[^，,。；;0-9]{0,6}$/;
const YEARLY = /(?:同比|比上年|较上年|比去年|较去年|较上年同期|比上年同期|比上年的|较去年的|比去年的)/;

/** 提升 of a time limit or of a rank means less. */
const LESS_IS_BETTER = new Set([
  '天',
  '日',
  '个月',
  '小时',
  '分钟',
  '个工作日',
  '工作日',
  '名',
  '位',
  '次',
  '步',
]);

/** The size follows at once, without a noun of its own (办理时间压缩60%) and not as a mean (平均压缩60%). */
const DIRECT =
  /^[，,、(（)）\s]{0,2}(?:共|累计|净|同比|较上年|比上年)?(?:增长|增加|提高|提升|上升|下降|降低|减少|压缩|缩短|缩减|精简|压减|增幅|降幅|降费)(?:率|幅度|幅|了|达|为|约|到)*$/;

export function changes(ground: Ground): Relation[] {
  const found: Relation[] = [];
  for (const sentence of ground.sentences) {
    for (let i = 1; i < sentence.figures.length; i += 1) {
      const step = fromTo(ground.text, sentence, i);
      if (step !== null) found.push(step);
      const year = yearOnYear(ground.text, sentence, i) ?? yearInBrackets(ground.text, sentence, i);
      if (year !== null) found.push(year);
    }
  }
  return found;
}

/** 由A…至B, with the stated size of the change in the next figure where there is one. */
function fromTo(text: string, sentence: Sentence, i: number): Relation | null {
  const from = sentence.figures[i - 1]!;
  const to = sentence.figures[i]!;
  const gap = between(text, from, to);
  if (from.unit !== to.unit || /[，,。；;]/.test(gap) || gap.length > 24 || !TO.test(gap)) return null;
  // 分别从209元、280元提高到217元、290元: which belongs to which is told by their order.
  const listed = sentence.figures[i - 2];
  if (listed !== undefined && /^[、和及与]$/.test(between(text, listed, from).trim())) return null;
  const floor = sentence.figures[i - 2]?.end ?? sentence.start;
  const led = FROM.test(text.slice(Math.max(floor, from.start - 16), from.start));
  const direction = UP.test(gap) ? 1 : DOWN.test(gap) ? -1 : 0;
  if (!led && direction === 0) return null;
  const actual = Math.sign(to.value - from.value);
  if (direction !== 0 && actual === -direction && !LESS_IS_BETTER.has(from.unit)) {
    return change(from, to, null, false, `说是${direction > 0 ? '上升' : '下降'}，数却相反`);
  }
  const stated = sentence.figures[i + 1];
  const size = stated === undefined ? null : statedSize(text, from, to, stated);
  return size ?? change(from, to, null, null, '未说明变化幅度');
}

function statedSize(text: string, from: Figure, to: Figure, stated: Figure): Relation | null {
  const gap = between(text, to, stated);
  if (!SIZE.test(gap) || /[。；;]/.test(gap) || gap.length > 20 || YEARLY.test(gap)) return null;
  return sized(from, to, stated, DIRECT.test(gap));
}

/** Checks the stated size (%, 百分点, or in the unit itself) of a change; only a `direct` one can be wrong. */
function sized(from: Figure, to: Figure, stated: Figure, direct: boolean): Relation | null {
  const difference = Math.abs(to.value - from.value);
  if (stated.unit === '%' && isCount(from)) {
    if (from.value === 0) return null;
    return compared(from, to, stated, (difference / from.value) * 100, direct);
  }
  if (stated.unit === '百分点' && from.unit === '%') return compared(from, to, stated, difference, direct);
  if (isCount(from) && sameUnit(stated, from)) return compared(from, to, stated, difference, direct);
  return null;
}

function compared(
  from: Figure,
  to: Figure,
  stated: Figure,
  computed: number,
  direct: boolean,
): Relation | null {
  const how = agreement(stated, Number(computed.toFixed(6)));
  if (how !== null) return change(from, to, stated, true, AGREEMENT_WORDS[how], computed);
  if (!direct) return null;
  const exact = isExact(from) && isExact(to);
  return change(
    from,
    to,
    stated,
    exact ? false : null,
    `与所称${show(stated.value)}${stated.unit === '百分点' ? '个百分点' : stated.unit}不符`,
    computed,
  );
}

/** This year's count, last year's count and the change between them, in one sentence. */
function yearOnYear(text: string, sentence: Sentence, i: number): Relation | null {
  const stated = sentence.figures[i]!;
  const gap = text.slice(sentence.figures[i - 1]!.end, stated.start);
  if (i < 2 || !SIZE.test(gap) || /[。；;]/.test(gap)) return null;
  const [a, b] = [sentence.figures[i - 2]!, sentence.figures[i - 1]!];
  if (!isCount(a) || !(sameUnit(a, b) || b.unit === '') || /[。；;]/.test(between(text, a, b))) return null;
  const head = text.slice(Math.max(sentence.start, a.start - 18), a.start);
  const middle = between(text, a, b);
  if (TO.test(middle) && (UP.test(middle) || DOWN.test(middle))) return null;
  if (YEARLY.test(middle) && (UP.test(middle) || DOWN.test(middle)))
    return DIRECT.test(gap) ? byDifference(a, b, stated, UP.test(middle)) : null;
  const lastIsB = LAST_COUNT.test(middle) && !CHANGED.test(middle);
  const lastIsA = !lastIsB && LAST_YEAR.test(head) && /(?:今年|本年|20\d\d年)/.test(middle);
  if (!lastIsA && !lastIsB) return null;
  return lastIsB ? sized(b, a, stated, DIRECT.test(gap)) : sized(a, b, stated, DIRECT.test(gap));
}

/** 625起,同比增长15.7%(上年为540起). */
function yearInBrackets(text: string, sentence: Sentence, i: number): Relation | null {
  const [now, stated, before] = [sentence.figures[i - 2], sentence.figures[i - 1]!, sentence.figures[i]!];
  if (now === undefined || !isCount(now) || !sameUnit(now, before)) return null;
  const gap = between(text, now, stated);
  if (!DIRECT.test(gap) || !YEARLY.test(gap)) return null;
  if (!/^\s*[（(](?:上年|去年)(?:同期)?(?:的|共|为)?\s*$/.test(between(text, stated, before))) return null;
  return sized(before, now, stated, true);
}

/** 1234件,比上年增加156件,增长14.5%: last year's count is this year's without the difference. */
function byDifference(now: Figure, difference: Figure, stated: Figure, rose: boolean): Relation | null {
  const before = rose ? now.value - difference.value : now.value + difference.value;
  if (stated.unit !== '%' || before <= 0) return null;
  const computed = (difference.value / before) * 100;
  const how = agreement(stated, computed);
  const exact = isExact(now) && isExact(difference);
  return relation({
    kind: 'change',
    parts: [now, difference],
    total: stated,
    stated: stated.value,
    computed: Number(computed.toFixed(4)),
    holds: how !== null || (exact ? false : null),
    note: `${show(difference.value)}÷${show(before)}=${show(computed)}%；${how === null ? `与所称${show(stated.value)}%不符` : AGREEMENT_WORDS[how]}`,
  });
}

function change(
  from: Figure,
  to: Figure,
  stated: Figure | null,
  holds: boolean | null,
  words: string,
  computed = to.value - from.value,
): Relation {
  const difference = stated !== null && stated.unit !== '%';
  const formula = difference
    ? `|${show(to.value)}-${show(from.value)}|=${show(computed)}`
    : stated === null
      ? `${show(from.value)}→${show(to.value)}`
      : `|${show(to.value)}-${show(from.value)}|÷${show(from.value)}=${show(computed)}%`;
  return relation({
    kind: difference ? 'difference' : 'change',
    parts: [from, to],
    total: stated,
    stated: stated?.value ?? null,
    computed: Number(computed.toFixed(4)),
    holds,
    note: `${formula}；${words}`,
  });
}
