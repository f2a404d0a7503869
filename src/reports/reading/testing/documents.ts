import type { NumberStyle } from '../model.ts';
import { type Hand, handOf } from './numbers.ts';
import { type Choices, choicesOf } from './random.ts';
import { heading, paper, place, sentence, unitsOf } from './words.ts';

/** A generated document with everything a reader must find in it. */
export interface KnownDocument {
  /** Paragraphs, one a line, before any damage by copying. */
  lines: string[];
  title: string;
  issuer: string;
  number: string | null;
  date: string;
  addressee: string | null;
  sections: KnownSection[];
  documents: { title: string; number: string | null }[];
}

export interface KnownSection {
  style: NumberStyle;
  level: number;
  number: string;
  title: string;
}

/** Outlines authors use, from the outside in; every pair of neighbours is seen in published reports. */
const OUTLINES: readonly (readonly NumberStyle[])[] = [
  ['han', 'han-bracket', 'arabic', 'arabic-bracket'],
  ['han', 'arabic', 'enumerated'],
  ['han', 'han-bracket', 'enumerated'],
  ['han', 'han-bracket', 'arabic', 'enumerated'],
  ['chapter', 'han', 'han-bracket'],
  ['han', 'arabic', 'arabic-bracket', 'circled'],
  ['han'],
];
/** Styles whose members stand inside a paragraph. */
const RUN_IN: ReadonlySet<NumberStyle> = new Set(['enumerated', 'circled']);

export function knownReport(seed: number): KnownDocument {
  const choices = choicesOf(seed);
  const issuer = `${place(choices)}${choices.pick(['人民政府', '管理委员会', '司法局'])}`;
  const document: KnownDocument = {
    lines: [],
    title: `${issuer}关于2023年度法治政府建设情况的报告`,
    issuer,
    number: choices.chance(0.5) ? `某政发〔2024〕${choices.int(1, 99)}号` : null,
    date: `2024-0${choices.int(1, 9)}-${choices.int(10, 28)}`,
    addressee: choices.chance(0.5) ? '市委、市人民政府' : null,
    sections: [],
    documents: [],
  };
  writeHead(document, choices);
  const outline = choices.pick(OUTLINES);
  writeLevel(document, choices, handOf(choices), outline, 0);
  const [year, month, day] = document.date.split('-').map(Number);
  document.lines.push(issuer, `${year}年${month}月${day}日`);
  return document;
}

function writeHead(document: KnownDocument, choices: Choices): void {
  if (document.number) document.lines.push(document.number);
  if (choices.chance(0.3)) document.lines.push(document.issuer, document.title.slice(document.issuer.length));
  else document.lines.push(document.title);
  if (document.addressee) document.lines.push(`${document.addressee}${choices.pick([':', '：'])}`);
  document.lines.push(`现将有关情况报告如下。${sentence(choices)}`);
}

function writeLevel(
  document: KnownDocument,
  choices: Choices,
  hand: Hand,
  outline: readonly NumberStyle[],
  depth: number,
): void {
  const style = outline[depth];
  if (style === undefined) return;
  const count = choices.int(2, depth === 0 ? 5 : 4);
  if (RUN_IN.has(style)) {
    document.lines.push(writeRunIn(document, choices, hand, style, depth, count));
    return;
  }
  for (let value = 1; value <= count; value += 1) {
    const title = heading(choices);
    const { number, mark } = hand.print(style, value);
    document.sections.push({ style, level: depth + 1, number, title });
    writeBody(document, choices, number + mark + title, style);
    if (choices.chance(0.7)) writeLevel(document, choices, hand, outline, depth + 1);
  }
}

/** A heading on its own line with paragraphs below, or with its text running on after a full stop. */
function writeBody(document: KnownDocument, choices: Choices, head: string, style: NumberStyle): void {
  const runsOn = style.startsWith('arabic') && choices.chance(0.8);
  const body = `${cite(document, choices)}${sentence(choices)}${sentence(choices)}`;
  if (runsOn) document.lines.push(`${head}。${body}`);
  else document.lines.push(head, body);
}

function writeRunIn(
  document: KnownDocument,
  choices: Choices,
  hand: Hand,
  style: NumberStyle,
  depth: number,
  count: number,
): string {
  let line = choices.chance(0.5) ? sentence(choices) : '';
  for (let value = 1; value <= count; value += 1) {
    const title = heading(choices);
    const { number, mark } = hand.print(style, value);
    document.sections.push({ style, level: depth + 1, number, title });
    line += `${number}${mark}${title}。${sentence(choices)}`;
  }
  return line;
}

/** A mention of a document, with or without its number. */
function cite(document: KnownDocument, choices: Choices): string {
  if (!choices.chance(0.5)) return '';
  const title = paper(choices);
  const number = choices.chance(0.4) ? `某办发〔${choices.int(2015, 2023)}〕${choices.int(1, 120)}号` : null;
  const known = document.documents.find((other) => other.title === title);
  if (known) known.number ??= number;
  else document.documents.push({ title, number });
  const [unit] = unitsOf(choices, 1);
  return `${unit}印发《${title}》${number === null ? '' : `（${number}）`}。`;
}
