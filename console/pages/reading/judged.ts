import type { ReadFigure, ReadingView } from '../../../src/client/contract/reports.ts';

/** What a person decided of a read figure. */
export interface Judged {
  readonly id: string;
  readonly standing: 'open' | 'confirmed' | 'rejected';
  readonly slot: string | null;
  readonly subject: string;
  readonly value: number;
  readonly unit: string;
}

export type Change =
  | { readonly type: 'read'; readonly figures: readonly ReadFigure[] }
  | { readonly type: 'stand'; readonly id: string; readonly standing: Judged['standing'] }
  | { readonly type: 'edit'; readonly id: string; readonly by: Partial<Omit<Judged, 'id' | 'standing'>> }
  | { readonly type: 'confirm-mapped' };

/** Figures as read are open; an edit confirms, since whoever corrects a figure has looked at it. */
export function judge(state: readonly Judged[], change: Change): readonly Judged[] {
  switch (change.type) {
    case 'read':
      return change.figures.map(({ id, slot, subject, value, unit }) => ({
        id,
        standing: 'open',
        slot,
        subject,
        value,
        unit,
      }));
    case 'stand':
      return state.map((entry) => (entry.id === change.id ? { ...entry, standing: change.standing } : entry));
    case 'edit':
      return state.map((entry) =>
        entry.id === change.id ? { ...entry, ...change.by, standing: 'confirmed' } : entry,
      );
    case 'confirm-mapped':
      return state.map((entry) =>
        entry.standing === 'open' && entry.slot !== null ? { ...entry, standing: 'confirmed' } : entry,
      );
  }
}

/** One line of the text with the figures that stand in it. */
export interface Line {
  readonly start: number;
  readonly text: string;
  /** Depth of the heading that begins here; 0 for body text. */
  readonly level: number;
  readonly marks: readonly ReadFigure[];
}

/** The text by lines, so that it can be shown with its figures marked in place. */
export function linesOf({ text, figures, sections }: ReadingView): Line[] {
  const levels = new Map(sections.map((section) => [section.start, section.level]));
  const sorted = [...figures].sort((a, b) => a.start - b.start);
  const lines: Line[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const marks: ReadFigure[] = [];
    let free = start;
    for (; next < sorted.length && sorted[next]!.start < end; next++) {
      const figure = sorted[next]!;
      // A figure within another one is in the list, and not marked twice.
      if (figure.start >= free && figure.end <= end) {
        marks.push(figure);
        free = figure.end;
      }
    }
    if (line.trim() !== '') {
      const lead = line.length - line.trimStart().length;
      lines.push({ start, text: line, level: levels.get(start + lead) ?? 0, marks });
    }
    start = end + 1;
  }
  return lines;
}

/** Title of the innermost chapter a figure stands in. */
export function sectionOf(reading: ReadingView, figure: ReadFigure): string {
  return figure.section === null ? '' : (reading.sections[figure.section]?.title ?? '');
}
