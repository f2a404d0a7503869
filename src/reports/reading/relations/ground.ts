import type { Figure, Relation, RelationKind } from '../model.ts';

/** A sentence with its figures; relations are looked for inside it first. */
export interface Sentence {
  start: number;
  end: number;
  figures: Figure[];
}

/** The text and what has been read from it, as every kind of relation needs it. */
export interface Ground {
  text: string;
  figures: readonly Figure[];
  sentences: readonly Sentence[];
}

const SENTENCE_ENDS = new Set([...'。！？!?\n\r']);

export function groundOf(text: string, figures: readonly Figure[]): Ground {
  const sentences: Sentence[] = [];
  let next = 0;
  while (next < figures.length) {
    const end = endOf(text, figures[next]!.end);
    const start = figures[next]!.start;
    const inside: Figure[] = [];
    while (next < figures.length && figures[next]!.start < end) inside.push(figures[next++]!);
    const floor = sentences.at(-1)?.end ?? 0;
    sentences.push({ start: startOf(text, start, floor), end, figures: inside });
  }
  return { text, figures, sentences };
}

function endOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && !SENTENCE_ENDS.has(text[end]!)) end += 1;
  return end;
}

function startOf(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && !SENTENCE_ENDS.has(text[start - 1]!)) start -= 1;
  return start;
}

const RATIO_UNITS = new Set(['%', '‰', '百分点', '倍', '番', '成']);

/** A figure that counts or measures, rather than a rate. */
export function isCount(figure: Figure): boolean {
  return !RATIO_UNITS.has(figure.unit);
}

/** 件 and 件次, 场 and 场(次): one unit for the purpose of adding. */
export function sameUnit(a: Figure, b: Figure): boolean {
  return plainUnit(a.unit) === plainUnit(b.unit);
}

function plainUnit(unit: string): string {
  const open = unit.search(/[(（]/);
  return open < 0 ? unit : unit.slice(0, open);
}

/** The words between two figures. */
export function between(text: string, left: Figure, right: Figure): string {
  return text.slice(left.end, right.start);
}

export interface RelationDraft {
  kind: RelationKind;
  parts: readonly Figure[];
  total: Figure | null;
  stated: number | null;
  computed: number | null;
  holds: boolean | null;
  note: string;
}

export function relation(draft: RelationDraft): Relation {
  const all = draft.total === null ? draft.parts : [...draft.parts, draft.total];
  return {
    kind: draft.kind,
    parts: draft.parts.map((part) => part.id),
    total: draft.total?.id ?? null,
    stated: draft.stated,
    computed: draft.computed,
    holds: draft.holds,
    note: draft.note,
    start: Math.min(...all.map((figure) => figure.start)),
    end: Math.max(...all.map((figure) => figure.end)),
    section: all[0]?.section ?? null,
  };
}
