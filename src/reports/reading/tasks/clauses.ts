import type { TaskUnit } from '../model.ts';
import { ORGAN_END } from '../structure/organs.ts';
import { Coverage } from '../text/coverage.ts';

/**
 * Clauses that say who does a task and until when. Examples:
 * （责任单位：区司法局；配合单位：区财政局、各街道办事处） · 牵头单位：区司法局 责任单位：区属各部门 ·
 * （区司法局牵头，区财政局、区人社局配合） · [区司法局负责] · 区司法局牵头负责。 · 完成时限：2024年10月底前。
 */
export type ClauseKind = TaskUnit['role'] | 'due';

const LABELS: readonly { kind: ClauseKind; words: string }[] = [
  {
    kind: 'lead',
    words: '牵头(?:责任)?(?:单位|部门|处室|科室)?|主责(?:单位|部门)|主办(?:单位|部门)|总牵头(?:单位|部门)?',
  },
  {
    kind: 'responsible',
    words:
      '责任(?:单位|部门|主体|处室|科室)|落实(?:单位|部门)|承办(?:单位|部门)|实施(?:单位|主体|部门)|完成单位|负责(?:单位|部门)',
  },
  { kind: 'cooperating', words: '(?:配合|协办|参与|参加|协同|协助|会办)(?:单位|部门|处室|科室)?' },
  { kind: 'due', words: '(?:完成|办结|推进|工作|落实)?(?:时限|时间|期限|时间节点|进度安排)(?:要求)?' },
];
const LABEL = new RegExp(
  `(?:${LABELS.map(({ words }, i) => `(?<k${i}>${words})`).join('|')})\\s?[：:]\\s?`,
  'g',
);

/** In-sentence forms: a list of organs followed by what they do. */
const VERBS: readonly { role: TaskUnit['role']; words: string }[] = [
  { role: 'lead', words: '(?:总)?牵头(?:负责|落实)?' },
  { role: 'cooperating', words: '(?:参与|配合|协助|协同)(?:落实|负责)?' },
  {
    role: 'responsible',
    words: '(?:按照?(?:各自)?职责分工(?:负责|落实)|(?:分别|共同|具体)?负责|落实|承办|组织实施)',
  },
];
const VERB = new RegExp(`(?:${VERBS.map(({ words }, i) => `(?<v${i}>${words})`).join('|')})$`);

export interface Clause {
  start: number;
  end: number;
  units: TaskUnit[];
  due: string | null;
}

/** All clauses of a task's text, positions relative to it. */
export function readClauses(text: string): Clause[] {
  const coverage = new Coverage(text.length);
  return [...readLabelled(text), ...readBracketed(text), ...readSentences(text)]
    .filter(({ start, end }) => coverage.take(start, end))
    .sort((a, b) => a.start - b.start);
}

function readLabelled(text: string): Clause[] {
  const labels = [...text.matchAll(LABEL)];
  return labels.map((match, i) => {
    const valueStart = match.index + match[0].length;
    const limit = labels[i + 1]?.index ?? text.length;
    const end = valueEnd(text, valueStart, limit);
    const value = text
      .slice(valueStart, end)
      .replace(/[；;。，,、\s]+$/, '')
      .replace(BY_DUTY, '');
    const kind = LABELS[LABELS.findIndex((_, k) => match.groups?.[`k${k}`] !== undefined)]!.kind;
    const bracket = '（(【['.includes(text[match.index - 1] ?? ' ') ? 1 : 0;
    const units = kind === 'due' ? [] : splitUnits(value).map((name) => ({ name, role: kind }));
    return {
      start: match.index - bracket,
      end: endOfClause(text, end),
      units,
      due: kind === 'due' ? value : null,
    };
  });
}

/** 区司法局、各镇按职责分工分别负责: what follows the names. */
const BY_DUTY = /(?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|牵头|具体)?(?:负责|落实|配合)$/;

/** A value ends at 。, at a closing bracket it did not open, at the end of its line, or before the next label. */
function valueEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const char = text[at]!;
    if ('（('.includes(char)) depth += 1;
    else if ('）)】]'.includes(char)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (char === '\n' || (char === '。' && depth === 0)) return at;
  }
  return limit;
}

function endOfClause(text: string, end: number): number {
  let at = end;
  while (at < text.length && '）)】]。；; \n'.includes(text[at]!)) at += 1;
  return at;
}

/** （A牵头，B、C配合） and （A、B负责） and （A、B）: a bracket that holds organs and their part, nothing else. */
function readBracketed(text: string): Clause[] {
  const found: Clause[] = [];
  for (const match of text.matchAll(
    /[（([【]([^（()）\n]{0,40}(?:[（(][^（()）\n]{1,20}[）)][^（()）\n]{0,80}){0,4}[^（()）\n]{0,160})[）)\]】]/g,
  )) {
    if (!standsAlone(text, match.index, match.index + match[0].length)) continue;
    const clause = readWho(match[1]!);
    if (clause) found.push({ start: match.index, end: match.index + match[0].length, ...clause });
  }
  return found;
}

/** A sentence of its own that names organs and their part: 区司法局牵头，区财政局配合。 */
function readSentences(text: string): Clause[] {
  const found: Clause[] = [];
  for (const match of text.matchAll(/(?<=^|[。；;\n])[^。；;\n：:]{4,120}(?=。|\n|$)/g)) {
    if (!/(?:牵头|负责|配合|协助|落实|承办)(?:落实|负责)?(?:[，,][^，,]{2,14})?$/.test(match[0])) continue;
    const clause = readWho(match[0]);
    if (clause?.units.every(({ name }) => namesOrgan(name)))
      found.push({ start: match.index, end: match.index + match[0].length, ...clause });
  }
  return found;
}

/** Such a bracket follows a finished sentence or ends its line; one inside a sentence explains a word. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (end >= text.length || text[end] === '\n' || text[end] === '。') return true;
  return start === 0 || '\n。；;'.includes(text[start - 1]!);
}

/** 2024年12月 · 10月底前 · 第三季度 · 年底前完成 · 长期坚持. */
const DUE_PHRASE =
  /^(?:20\d{2}年|今年|当年)?(?:\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|年?底|年内|年末|前)|^(?:长期|持续|常年|全年|立行立改)/;

function readWho(inside: string): { units: TaskUnit[]; due: string | null } | null {
  const units: TaskUnit[] = [];
  let due: string | null = null;
  let waiting: string[] = [];
  for (const part of inside.split(/[，,；;]/).map((piece) => piece.trim())) {
    if (part === '') continue;
    if (DUE_PHRASE.test(part) && part.length <= 20) {
      due = part;
      continue;
    }
    const verb = VERB.exec(part);
    const names = splitUnits(verb ? part.slice(0, verb.index) : part);
    if (names.length === 0 || !names.every(isUnitName)) return null;
    if (!verb) {
      waiting.push(...names);
      continue;
    }
    const role = VERBS[VERBS.findIndex((_, i) => verb.groups?.[`v${i}`] !== undefined)]!.role;
    units.push(...[...waiting, ...names].map((name) => ({ name, role })));
    waiting = [];
  }
  units.push(...waiting.map((name) => ({ name, role: 'responsible' as const })));
  return units.length > 0 ? { units, due } : null;
}

function isUnitName(name: string): boolean {
  return name.length >= 2 && name.length <= 24 && (namesOrgan(name) || /^各/.test(name));
}

function namesOrgan(name: string): boolean {
  return ORGAN_END.test(name.replace(/[（(][^（()）]*[）)]$/, '').replace(/等$/, ''));
}

/** Names of a list: by 、 ， ； or spaces; a bracket inside a name (各镇（街道）) stays whole. */
export function splitUnits(list: string): string[] {
  const names: string[] = [];
  let name = '';
  let depth = 0;
  for (const char of list) {
    if ('（('.includes(char)) depth += 1;
    if ('）)'.includes(char)) depth -= 1;
    if (depth <= 0 && '、，,；; \t/'.includes(char)) {
      names.push(name);
      name = '';
    } else name += char;
  }
  names.push(name);
  return names
    .map((printed) =>
      printed.trim().replace(/^(?:由|及|和|以及)|(?:等(?:单位|部门|有关部门|相关部门)?|。)$/g, ''),
    )
    .filter(Boolean);
}
