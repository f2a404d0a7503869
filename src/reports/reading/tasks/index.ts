import { findTitles } from '../mentions/titles.ts';
import type { DocumentHead, NumberStyle, Section, Task } from '../model.ts';
import { linesOf } from '../text/lines.ts';
import { type Clause, readClauses } from './clauses.ts';
import { splitDemands } from './demands.ts';
import { type DueContext, dueDay } from './due.ts';
import { readTaskTables } from './table.ts';

/** Headings that can carry a task; finer marks ((1), ①, 一是) split its text. */
const TASK_STYLES: ReadonlySet<NumberStyle> = new Set([
  'chapter',
  'division',
  'han',
  'han-bracket',
  'arabic',
  'unnumbered',
]);

/** Parts that state aims and principles and set no task. */
const PREAMBLE =
  /^(?:总体要求|总体思路|总体目标|指导思想|基本原则|工作目标|主要目标|目标任务|工作原则|重要意义|背景)/;

/**
 * Tasks of a plan: its numbered headings that have no numbered heading below them, or the rows of its task
 * table. A report sets no tasks.
 */
export function readTasks(text: string, document: DocumentHead, sections: readonly Section[]): Task[] {
  if (document.skeleton !== 'plan') return [];
  const context = dueContext(document);
  const tables = readTaskTables(linesOf(text), sections, context);
  const leaves = sections.flatMap((_, index) =>
    isTask(sections, index) ? [readTask(text, sections, index, context)] : [],
  );
  return [...leaves, ...tables].sort((a, b) => a.start - b.start);
}

function dueContext(document: DocumentHead): DueContext {
  const inTitle = /(20\d{2})(?!\s?[-—－~至]\s?\d)年?/.exec(document.title ?? '')?.[1];
  const year = inTitle ?? document.date?.slice(0, 4);
  return { year: year === undefined ? null : Number(year), issued: document.date };
}

function isTask(sections: readonly Section[], index: number): boolean {
  const section = sections[index]!;
  if (!TASK_STYLES.has(section.style)) return false;
  for (let i = index + 1; i < sections.length && sections[i]!.level > section.level; i += 1) {
    if (TASK_STYLES.has(sections[i]!.style)) return false;
  }
  for (let at: number | null = index; at !== null; at = sections[at]!.parent) {
    if (PREAMBLE.test(sections[at]!.title)) return false;
  }
  return true;
}

function readTask(text: string, sections: readonly Section[], index: number, context: DueContext): Task {
  const section = sections[index]!;
  const end = taskEnd(text, section);
  const bodyStart = Math.min(end, section.titleEnd);
  const body = text.slice(bodyStart, end);
  const clauses = readClauses(body);
  const demands = splitDemands(blankOut(body, clauses), bodyStart);
  const ownTitle = demands.length > 0 ? demands : splitDemands(section.title, section.titleStart);
  const labelled = clauses.map(({ due }) => due).find((due) => due !== null) ?? null;
  const deadline = ownTitle.flatMap(({ quantities }) => quantities).filter(({ kind }) => kind === 'deadline');
  const days = deadline.map((quantity) => dueDay(quantity.text, context));
  const latest = days.reduce<string | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  );
  return {
    number: section.number,
    part: section.parent === null ? '' : sections[section.parent]!.title,
    title: section.title,
    text: text.slice(section.titleStart, end).trim(),
    start: section.start,
    end,
    section: index,
    demands: ownTitle,
    units: clauses.flatMap(({ units }) => units),
    due: labelled === null ? latest : dueDay(labelled, context),
    dueText: labelled ?? (latest === null ? null : deadline[days.indexOf(latest)]!.text),
    basis: [...new Set(findTitles(text.slice(section.start, end)).map((title) => title.text.slice(1, -1)))],
  };
}

/**
 * A task whose text runs on after its title ends with its paragraph, unless lines follow that belong to it:
 * who is responsible, until when, or its own (1), ①, 一是.
 */
function taskEnd(text: string, section: Section): number {
  if (!section.runIn) return trimEnd(text, section.end);
  let end = lineEnd(text, section.start);
  while (end < section.end) {
    const next = lineEnd(text, end + 1);
    if (!BELONGS.test(text.slice(end + 1, Math.min(next, end + 60)))) break;
    end = next;
  }
  return Math.min(end, section.end);
}

const BELONGS =
  /^[（(【[]?(?:牵头|责任|主责|配合|协办|完成|时限|落实单位|参与|[①-⑳]|[（(]?\d{1,2}[）)]|[一二三四五六七八九十]{1,2}[是要])|^[（(][^）)]{2,50}(?:负责|牵头|配合)/;

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at -= 1;
  return at;
}

/** Clauses replaced by spaces of the same length, so that positions stay. */
function blankOut(body: string, clauses: readonly Clause[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of clauses) {
    pieces.push(body.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return pieces.join('') + body.slice(at);
}
