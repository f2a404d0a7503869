import type { ReadingView } from '../../client/contract/reports.ts';
import type { Instant } from '../../kernel/dates.ts';
import { auditDocument } from '../../reports/auditing/index.ts';
import { suggestSlot } from '../../reports/compiling/index.ts';
import {
  type Figure,
  type ReadDocument,
  readDocument,
  SKELETON_NAMES,
  type Task,
  UnreadableFile,
} from '../../reports/reading/index.ts';
import { uuidv7 } from '../../store/entropy.ts';
import { keepReturned, type NewReturnedFigure, returnedFigures } from '../../store/figures/returned.ts';
import type { OwnFiles } from '../files/access.ts';
import { refuse } from '../http/problem.ts';
import type { World } from '../world.ts';
import { keepBrought, printedOf } from './brought.ts';
import { sentenceAround } from './sentence.ts';

/** A stored file by its content, or text that was pasted. */
export type Source =
  | { readonly file: { readonly sm3: string; readonly name: string } }
  | { readonly text: string };

/** Reads a document for the console. Refuses, in Chinese, what cannot be read. */
export async function readForConsole(files: OwnFiles, source: Source): Promise<ReadingView> {
  const reading = await readSource(files, source);
  return viewOf({ ...reading, findings: auditDocument(reading) });
}

/** Reads a document. Refuses, in Chinese, what cannot be read. */
export async function readSource(files: OwnFiles, source: Source): Promise<ReadDocument> {
  try {
    return await readDocument('text' in source ? source : await storedFile(files, source.file));
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse('invalid', 'reading.file', error.message);
    throw error;
  }
}

/** Keeps the document itself as the text of that year's report, to be read beside the next one. */
export async function keepSource(
  world: World,
  files: OwnFiles,
  { region, year, document, by, now, source }: Omit<Confirmation, 'figures'> & { readonly source: Source },
): Promise<void> {
  const printed = printedOf(await readSource(files, source), document);
  await keepBrought(world.sql, { region, year, printed, by, now });
}

async function storedFile(files: OwnFiles, { sm3, name }: { sm3: string; name: string }) {
  const stored = await files.open(sm3);
  if (!stored) return refuse('not-found', 'reading.file', '没有这个文件，请重新上传。');
  return { name, bytes: Buffer.from(await new Response(stored.body).arrayBuffer()) };
}

function viewOf({
  text,
  document,
  sections,
  figures,
  relations,
  findings,
  tasks,
}: ReadDocument): ReadingView {
  const { title, issuer, number, date, skeleton } = document;
  return {
    text,
    document: {
      title,
      issuer,
      number,
      date,
      skeletonName: SKELETON_NAMES[skeleton],
      year: yearOf(title, text),
    },
    sections: sections.map(({ level, number, title, start, titleEnd, end }) => ({
      level,
      number,
      title,
      start,
      titleEnd,
      end,
    })),
    figures: figures.map((figure) => figureView(text, figure)),
    relations: relations.map(({ kind, holds, note, start, end }) => ({ kind, holds, note, start, end })),
    findings: findings
      .filter(({ soft }) => !soft)
      .map(({ code, severity, message, start, end, suggestion }) => ({
        code,
        severity,
        message,
        start,
        end,
        suggestion,
      })),
    tasks: tasks.map(taskView),
  };
}

function taskView({ demands, section: _, ...task }: Task): ReadingView['tasks'][number] {
  return {
    ...task,
    demands: demands.map(({ text, quantities }) => ({
      text,
      quantities: quantities.map(({ text }) => text),
    })),
  };
}

/** The year a report speaks of: the one in its title, else the one its text names most often. */
function yearOf(title: string | null, text: string): number | null {
  const YEAR = /((?:19|20)\d\d)年/g;
  const named = [...(title ?? '').matchAll(YEAR)][0]?.[1];
  if (named !== undefined) return Number(named);
  const counts = new Map<string, number>();
  for (const [, year] of text.matchAll(YEAR)) counts.set(year!, (counts.get(year!) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? Number(most[0]) : null;
}

function figureView(text: string, figure: Figure): ReadingView['figures'][number] {
  const { id, subject, value, valueTo, unit, qualifier, period, start, end, section } = figure;
  return {
    id,
    subject,
    value,
    valueTo,
    unit,
    qualifier,
    period,
    text: figure.text,
    start,
    end,
    section,
    sentence: sentenceAround(text, start, end),
    // A range or a change is no value of an indicator.
    slot: valueTo === null && figure.polarity === null ? suggestSlot({ subject, unit }) : null,
  };
}

/** A figure a person confirmed, as the console sends it. */
export interface Confirmed {
  readonly slot: string | null;
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
  readonly section: string;
  readonly text: string;
}

export interface Confirmation {
  readonly region: string;
  readonly year: number;
  readonly document: string;
  readonly figures: readonly Confirmed[];
  readonly by: string;
  readonly now: Instant;
}

export interface Kept {
  readonly kept: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/**
 * Keeps confirmed figures as returned figures of a year. What was kept before stays as it is; another value for the
 * same slot, or for the same words of the same document, corrects it.
 */
export async function keepConfirmed(world: World, confirmation: Confirmation): Promise<Kept> {
  const { region, year, document, by, now } = confirmation;
  const known = await returnedFigures(world.sql, region, { year });
  const fresh = new Map<string, NewReturnedFigure>();
  let unchanged = 0;
  for (const figure of confirmation.figures) {
    const before = known.find((entry) =>
      figure.slot === null
        ? entry.indicator === null && entry.subject === figure.subject && entry.text === figure.text
        : entry.indicator === figure.slot,
    );
    if (before && before.value === figure.value && before.unit === figure.unit) {
      unchanged++;
      continue;
    }
    const { slot, subject, value, unit, section, text } = figure;
    fresh.set(slot ?? `${subject}\n${text}`, {
      id: uuidv7(),
      year,
      period: String(year),
      indicator: slot,
      subject,
      value,
      unit,
      sourceDocument: document,
      section,
      text,
      confirmedBy: by,
      confirmedAt: now,
      replaces: before?.id ?? null,
    });
  }
  const rows = [...fresh.values()];
  if (rows.length > 0) await keepReturned(world.sql, region, rows);
  const corrected = rows.filter(({ replaces }) => replaces !== null).length;
  return { kept: rows.length - corrected, corrected, unchanged };
}
