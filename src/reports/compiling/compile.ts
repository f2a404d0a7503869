import { type Filling, fillParagraph, partsBeyond } from './fill.ts';
import { type Measurements, measure } from './measure.ts';
import type {
  DraftBlock,
  DraftChapter,
  DraftFigure,
  Measured,
  ReportDraft,
  ReportSkeleton,
} from './model.ts';
import type { ChapterTemplate, ParagraphTemplate } from './template.ts';
import { templates } from './templates/outlines.ts';

/** What a report is compiled from. `organ` is who reports, as it stands in title and signature. */
export interface CompileInput extends Measurements {
  readonly skeleton: ReportSkeleton;
  readonly organ: string;
}

/**
 * Compiles a report: every passage whose figures the ledger has is written out with them, every other one is left
 * to the clerk with a mark. Pure; the same input gives the same draft.
 */
export function compileReport(input: CompileInput): ReportDraft {
  const template = templates[input.skeleton];
  const measured = measure(input);
  const filling = fillingOf(input, measured);
  const words = (text: string) => fillParagraph(text, filling) ?? text;
  const chapters = template.chapters.map((chapter) => chapterOf(chapter, filling, measured));
  return {
    title: words(template.title),
    year: input.year,
    skeleton: input.skeleton,
    organ: input.organ,
    ...(input.unit === undefined ? {} : { unit: input.unit }),
    opening: template.opening.flatMap((paragraph) => blocksOf(paragraph, filling, measured)),
    chapters: chapters.map((chapter) =>
      chapter.blocks.length > 0 ? chapter : { ...chapter, ...askFor(chapter.hints) },
    ),
    ...measured,
  };
}

/** The same draft with its figures measured anew; what the clerk wrote stays as it is. */
export function refigureReport(draft: ReportDraft, measurements: Measurements): ReportDraft {
  return { ...draft, ...measure(measurements) };
}

/**
 * A chapter of the outline that the ledger says nothing of is the clerk's to write: an outline has no empty chapter.
 * Several things to write stay a list beside the text, where each is taken up by itself.
 */
function askFor(hints: readonly string[] = []): Pick<DraftChapter, 'blocks' | 'hints'> {
  if (hints.length === 0) return { blocks: [], hints };
  if (hints.length === 1) return { blocks: [{ kind: 'todo', text: hints[0]! }], hints: [] };
  const text = `台账没有这一章的记录。可以写的${hints.length}项列在本章后面，逐项选用。`;
  return { blocks: [{ kind: 'todo', text }], hints };
}

function fillingOf({ year, organ }: CompileInput, { figures }: Measured): Filling {
  const known = new Set(figures.map((figure) => figure.id));
  const nought = new Set(figures.filter(({ value }) => value === 0).map(({ id }) => id));
  const values = new Map(figures.map(({ id, value }) => [id, value]));
  return {
    has: (id) => known.has(id),
    counts: (id) => known.has(id) && !nought.has(id),
    exceeds: (part, whole) => (values.get(part) ?? 0) > (values.get(whole) ?? Number.POSITIVE_INFINITY),
    words: { year: String(year), next: String(year + 1), organ },
  };
}

/** A section nothing can be said in is left out, and offered instead. */
function chapterOf(template: ChapterTemplate, filling: Filling, measured: Measured): DraftChapter {
  const { title, paragraphs = [], sections = [] } = template;
  const words = (text: string) => fillParagraph(text, filling) ?? text;
  const all = [...paragraphs, ...sections.flatMap((section) => section.paragraphs)];
  return {
    title: words(title),
    blocks: [
      ...paragraphs.flatMap((paragraph) => blocksOf(paragraph, filling, measured)),
      ...sections.flatMap((section): DraftBlock[] => {
        const blocks = section.paragraphs.flatMap((paragraph) => blocksOf(paragraph, filling, measured));
        return blocks.length === 0 ? [] : [{ kind: 'heading', text: words(section.title) }, ...blocks];
      }),
    ],
    hints: all.flatMap((paragraph) => {
      const { prompt } = paragraph;
      const said = prompt === undefined || blocksOf(paragraph, filling, measured).length > 0;
      return [...beyondOf(paragraph, filling, measured), ...(said ? [] : [words(prompt)])];
    }),
  };
}

/** Says which figures were left out of a list because they are more than what the list is of. */
function beyondOf({ text = '' }: ParagraphTemplate, filling: Filling, { figures }: Measured): string[] {
  const said = (id: string) => {
    const { name, text: value } = figures.find((figure) => figure.id === id)!;
    return `${name}${value}`;
  };
  return partsBeyond(text, filling).map(
    ({ part, whole }) => `${said(part)}，多于${said(whole)}，口径不同，没有写作“其中”；需要写的，另起一句。`,
  );
}

function blocksOf(paragraph: ParagraphTemplate, filling: Filling, { figures }: Measured): DraftBlock[] {
  const { text, prompt, required, when } = paragraph;
  if (when && !holds(when, figures)) return [];
  const filled = text === undefined ? undefined : fillParagraph(text, filling);
  if (filled !== undefined) return [{ kind: 'paragraph', text: filled }];
  if (prompt === undefined || !required) return [];
  return [{ kind: 'todo', text: fillParagraph(prompt, filling) ?? prompt }];
}

function holds(when: NonNullable<ParagraphTemplate['when']>, figures: readonly DraftFigure[]): boolean {
  const value = figures.find((figure) => figure.id === when.slot)?.value;
  if (value === undefined) return false;
  return 'over' in when ? value > when.over : value < when.under;
}
