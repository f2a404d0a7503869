import type { Choices } from '../../reading/testing/random.ts';
import { printHan } from '../../reading/text/han-number.ts';
import type { FindingCode } from '../codes.ts';
import { SENTENCES } from './sentences.ts';
import type { SoundDocument } from './sound.ts';

/** A document with one planted defect and where it must be found. */
export interface Planted {
  lines: string[];
  code: FindingCode;
  /** A passage that stands in the text once, and the place of the defect in it. */
  passage: string;
  from: number;
  text: string;
}

export interface Planter {
  code: FindingCode;
  /** Null where the document offers no place for it. */
  plant(document: SoundDocument, choices: Choices): Planted | null;
}

/** `passage` with the defect between two strokes, put in the place of line `at`. */
function withLine(document: SoundDocument, at: number, marked: string, code: FindingCode): Planted {
  const [before = '', text = '', after = ''] = marked.split('|');
  const passage = before + text + after;
  return { lines: document.lines.with(at, passage), code, passage, from: before.length, text };
}

/** Lines of body text: sentences that no heading begins. */
function bodyLines({ lines }: SoundDocument): number[] {
  return lines.flatMap((line, at) => (at >= 2 && /^[\u4e00-\u9fff]{4}.*。$/.test(line) ? [at] : []));
}

const sentencePlanters = SENTENCES.map(
  ([code, ...sentences]): Planter => ({
    code,
    plant(document, choices) {
      if (code === 'date-after-issue' && document.kind === 'plan') return null;
      const lines = bodyLines(document).filter((at) => !/^第?[一二三四五六七八九]/.test(document.lines[at]!));
      if (lines.length === 0) return null;
      const at = choices.pick(lines);
      const planted = withLine(document, at, choices.pick(sentences)(choices), code);
      return { ...planted, lines: document.lines.with(at, document.lines[at]! + planted.passage) };
    },
  }),
);

/** The number of a chapter with another value: 第三章 → 第五章. */
function renumbered(number: string, value: number): string {
  return number.replace(/[一二三四五六七八九十]+/, printHan(value));
}

type Renumbering = (choices: Choices, count: number) => { chapter: number; value: number } | null;

function hasFirmMark({ chapters, lines }: SoundDocument): boolean {
  return chapters.every(({ line }) => /^(?:第.+章|[一二三四五]+[、.．])/.test(lines[line]!));
}

function chapterPlanter(code: FindingCode, choose: Renumbering): Planter {
  return {
    code,
    plant(document, choices) {
      const chosen = choose(choices, document.chapters.length);
      // "二，" and "二 " are believed only in sequence, so a wrong one is no heading.
      if (chosen === null || !hasFirmMark(document)) return null;
      const { line, number } = document.chapters[chosen.chapter]!;
      const wrong = renumbered(number, chosen.value);
      return withLine(document, line, `|${wrong}|${document.lines[line]!.slice(number.length)}`, code);
    },
  };
}

const structurePlanters: readonly Planter[] = [
  chapterPlanter('numbering-gap', (choices, count) =>
    count < 2 ? null : { chapter: count - 1, value: count + choices.int(1, 3) },
  ),
  chapterPlanter('numbering-repeated', (_, count) =>
    count < 3 ? null : { chapter: count - 1, value: count - 1 },
  ),
  chapterPlanter('numbering-order', (choices, count) =>
    count < 3 ? null : { chapter: 1, value: choices.int(7, 9) },
  ),
  {
    code: 'numbering-first-missing',
    plant(document) {
      const first = document.chapters[0];
      if (first === undefined || !hasFirmMark(document)) return null;
      const lines = [...document.lines];
      for (const [i, { line, number }] of document.chapters.entries())
        lines[line] = renumbered(number, i + 2) + lines[line]!.slice(number.length);
      const passage = lines[first.line]!;
      const text = renumbered(first.number, 2);
      return { lines, code: 'numbering-first-missing', passage, from: 0, text };
    },
  },
  {
    code: 'numbering-lost',
    plant(document, choices) {
      const { chapters, lines } = document;
      if (chapters.length < 3 || !/^一[、．]/.test(lines[chapters[0]!.line]!)) return null;
      const { line } = chapters[choices.int(1, chapters.length - 2)]!;
      const title = lines[line]!.replace(/^[一二三四五]+[、．] ?/, '');
      if (lines.filter((other) => other.includes(title)).length > 1) return null;
      return withLine(document, line, `|${title}|`, 'numbering-lost');
    },
  },
  {
    code: 'numbering-level',
    plant(document, choices) {
      const { chapters, lines } = document;
      if (chapters.length < 3 || lines.some((line) => /^(?:[（(]|[一二三四五\d]+[）)])/.test(line)))
        return null;
      if (!/^一[、．]/.test(lines[chapters[0]!.line]!)) return null;
      const chapter = choices.int(1, chapters.length - 2);
      const { line } = chapters[chapter]!;
      const title = lines[line]!.replace(/^[一二三四五]+[、．] ?/, '');
      return withLine(document, line, `|（${printHan(chapter + 1)}）|${title}`, 'numbering-level');
    },
  },
  inLine('numbering-bracket', /^(?:\(2\)|（2）)/, (number) => `|${number.slice(1)}|`),
  inLine('numbering-run-on', /。二是/, () => '|二是|'),
  inLine('numbering-gap', /。二是(?![^\n]*三是)/, () => '。|三是|'),
  {
    code: 'numbering-alone',
    plant(document, choices) {
      if (document.lines.some((line) => /[一二三]是|其二|第二/.test(line))) return null;
      const body = bodyLines(document);
      if (body.length === 0) return null;
      const at = choices.pick(body);
      const planted = withLine(document, at, '|一是|完善督办规程，专人负责。', 'numbering-alone');
      return { ...planted, lines: document.lines.with(at, document.lines[at]! + planted.passage) };
    },
  },
  {
    code: 'full-stop-missing',
    plant(document, choices) {
      const { chapters, lines } = document;
      const { line } = chapters[choices.int(1, chapters.length - 1)] ?? { line: 0 };
      if (line === 0 || !lines[line - 1]!.endsWith('。')) return null;
      const passage =
        '各单位按照分工负责的要求认真落实督办事项，定期反馈办理进展，逾期未办结的说明原因并限期完';
      const at = line - 1;
      const full = `${lines[at]}${passage}成`;
      return {
        lines: lines.with(at, full),
        code: 'full-stop-missing',
        passage: `${passage}成`,
        from: passage.length,
        text: '成',
      };
    },
  },
  {
    code: 'punctuation-half',
    plant(document, choices) {
      const lines = document.lines.map((line) => line.replaceAll(',', '，').replaceAll(';', '；'));
      const full = lines.join('').match(/[，；]/g)?.length ?? 0;
      if (full < 24 || document.kind === 'plan') return null;
      const at = choices.pick(bodyLines({ ...document, lines }));
      const passage = '健全督办机制,层层压实。';
      return {
        lines: lines.with(at, lines[at]! + passage),
        code: 'punctuation-half',
        passage,
        from: 6,
        text: ',',
      };
    },
  },
  {
    code: 'self-name',
    plant(document) {
      if (document.kind !== 'plan') return null;
      const passage = '现制定本工作要点，在本实施方案印发后组织督办。';
      const from = passage.indexOf('本实施方案');
      return { lines: document.lines.with(2, passage), code: 'self-name', passage, from, text: '本实施方案' };
    },
  },
];

/** Changes the first match in the lines; `mark` gives what replaces it, the defect between two strokes. */
function inLine(code: FindingCode, pattern: RegExp, mark: (matched: string) => string): Planter {
  return {
    code,
    plant(document) {
      const at = document.lines.findIndex((line) => pattern.test(line));
      if (at === -1) return null;
      return withLine(document, at, document.lines[at]!.replace(pattern, mark), code);
    },
  };
}

export const PLANTERS: readonly Planter[] = [...sentencePlanters, ...structurePlanters];
