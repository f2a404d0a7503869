import type { Figure, Section } from '../model.ts';
import { type NumberToken, scanNumbers } from '../numbers/index.ts';
import type { Candidate } from './candidate.ts';
import { clauseStart, isSentenceEnd } from './clauses.ts';
import { distributeUnits, type Verdict } from './distributed.ts';
import { indicatorOf } from './indicators.ts';
import { judge, type Rejection } from './judge.ts';
import { type Negation, readNegations } from './negations.ts';
import { comparison, type PeriodMention, periodMentions } from './periods.ts';
import { readPolarity } from './polarity.ts';
import { readQualifier } from './qualifiers.ts';
import { type Span, silentSpans } from './spans.ts';
import { readSubject } from './subjects.ts';

/** All that is found once for a whole text before its figures are read one by one. */
interface Page {
  text: string;
  periods: PeriodMention[];
  spans: Span[];
  /** How far the text has been followed; figures are read at rising positions. */
  cursor: { period: number; at: number; sentence: number };
}

/**
 * The figures of a text in order of position. Positions are UTF-16 offsets into `text`; `sections` may be
 * empty, then every `section` is null.
 */
export function readFigures(text: string, sections: readonly Section[] = []): Figure[] {
  const cursor = { period: 0, at: 0, sentence: 0 };
  const spans = silentSpans(text);
  const page: Page = { text, periods: outside(spans, periodMentions(text)), spans, cursor };
  const found = [...counted(page), ...readNegations(text)].sort((a, b) => startOf(a) - startOf(b));
  const figures: Figure[] = [];
  for (const item of found) {
    const previous = figures.at(-1);
    if (previous !== undefined && startOf(item) < previous.end) continue;
    const figure = 'token' in item ? countedFigure(page, item, previous) : negated(page, item);
    figures.push(figure);
  }
  const placed = sectionFinder(sections);
  for (const [index, figure] of figures.entries()) {
    figure.id = `f${index + 1}`;
    figure.section = placed(figure.start);
  }
  return figures;
}

/** Every number with the reason it is no figure, or null where it is one: for explanation and tests. */
export function explainNumbers(text: string): { token: NumberToken; rejection: Rejection | null }[] {
  const tokens = scanNumbers(text);
  let series = false;
  return tokens.map((token, i) => {
    series = continuesSeries(text, tokens[i - 1], token, series);
    const verdict = judge(text, token, series);
    return { token, rejection: typeof verdict === 'string' ? verdict : null };
  });
}

/** Times named in titles are not the time of any figure. */
function outside(spans: readonly Span[], mentions: readonly PeriodMention[]): PeriodMention[] {
  let next = 0;
  return mentions.filter((mention) => {
    while (next < spans.length && spans[next]!.end <= mention.start) next += 1;
    const span = spans[next];
    return span === undefined || span.start > mention.start || span.kind !== 'title';
  });
}

function startOf(item: Candidate | Negation): number {
  return 'token' in item ? item.token.start : item.start;
}

function counted(page: Page): Candidate[] {
  const tokens = scanNumbers(page.text);
  const verdicts: Verdict[] = [];
  let span = 0;
  let series = false;
  for (const [i, token] of tokens.entries()) {
    series = continuesSeries(page.text, tokens[i - 1], token, series);
    while (span < page.spans.length && page.spans[span]!.end <= token.start) span += 1;
    const silent = page.spans[span];
    if (silent !== undefined && silent.start <= token.start && !statesFact(silent, token)) continue;
    verdicts.push({ token, verdict: judge(page.text, token, series) });
  }
  distributeUnits(page.text, verdicts);
  return verdicts.flatMap(({ verdict }) => (typeof verdict === 'string' ? [] : [verdict]));
}

/** 第一、二、三批: a number joined to an ordinal, or to one that continues it. */
function continuesSeries(
  text: string,
  before: NumberToken | undefined,
  token: NumberToken,
  series: boolean,
): boolean {
  if (before === undefined || (before.kind !== 'ordinal' && !series)) return false;
  return token.start - before.end === 1 && '、和至到或-'.includes(text[before.end]!);
}

/** A percentage is a fact even between quotation marks. */
function statesFact(span: Span, token: NumberToken): boolean {
  return span.kind === 'quotation' && token.kind === 'percent' && token.notation === 'arabic';
}

function countedFigure(page: Page, item: Candidate, previous: Figure | undefined): Figure {
  const { text } = page;
  const { token } = item;
  const start = token.start;
  const from = Math.max(clauseStart(text, start), previous?.end ?? 0);
  const before = text.slice(from, start);
  const subject = subjectOf(page, item, before, previous);
  const places = { start, end: item.end, vague: item.inner || token.vague };
  return {
    id: '',
    subject,
    value: token.value,
    valueTo: token.valueTo,
    unit: item.unit,
    qualifier: readQualifier(text, places),
    period: comparison(before) || periodOf(page, start),
    text: text.slice(start, item.end),
    start,
    end: item.end,
    section: null,
    indicator: indicatorOf(contextOf(text, start, subject), item.unit),
    polarity: readPolarity(before),
    negated: false,
  };
}

/** The noun of the clause; where the clause only tells a change, the subject of the figure before it. */
function subjectOf(page: Page, item: Candidate, before: string, previous: Figure | undefined): string {
  const subject = readSubject(before, page.text, item.end, item.unit);
  if (!CONTINUES.test(subject)) return subject;
  const near = previous !== undefined && sentenceStart(page, item.token.start) <= previous.start;
  return near ? previous.subject : subject;
}

/** Nothing but a verb of change or comparison: 同比增长, 调整为, 提升至. */
const CONTINUES =
  /^(?:同比|环比|较上年|比上年|较去年|比去年|同期|其中)?(?:增长|增加|上升|提高|提升|下降|降低|减少|调整|精简|缩减|压缩|缩短|增|降|减)?[为至到了]?$/;

function negated(page: Page, item: Negation): Figure {
  const { text } = page;
  return {
    id: '',
    subject: item.subject,
    value: 0,
    valueTo: null,
    unit: item.unit,
    qualifier: '',
    period: periodOf(page, item.start),
    text: text.slice(item.start, item.end),
    start: item.start,
    end: item.end,
    section: null,
    indicator: indicatorOf(contextOf(text, item.start, item.subject), item.unit),
    polarity: null,
    negated: true,
  };
}

/** Words that tell the indicator: the clause before the figure and its subject. */
function contextOf(text: string, start: number, subject: string): string {
  return `${text.slice(clauseStart(text, start), start)}|${subject}`;
}

/** The last expression of time before `at` in the same sentence. */
function periodOf(page: Page, at: number): string {
  const { cursor, periods } = page;
  while (cursor.period < periods.length && periods[cursor.period]!.end <= at) cursor.period += 1;
  const mention = periods[cursor.period - 1];
  return mention !== undefined && mention.start >= sentenceStart(page, at) ? mention.text : '';
}

function sentenceStart(page: Page, at: number): number {
  const { cursor, text } = page;
  for (; cursor.at < at; cursor.at += 1) if (isSentenceEnd(text, cursor.at)) cursor.sentence = cursor.at + 1;
  return cursor.sentence;
}

/** The innermost section at rising positions. */
function sectionFinder(sections: readonly Section[]): (at: number) => number | null {
  let next = 0;
  return (at) => {
    while (next < sections.length && sections[next]!.start <= at) next += 1;
    for (let i = next - 1; i >= 0; i = sections[i]!.parent ?? -1) if (at < sections[i]!.end) return i;
    return null;
  };
}
