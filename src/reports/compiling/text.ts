import type { DraftBlock, DraftFigure, ReportDraft } from './model.ts';

/** `{{penalty.decided}}`: a figure within the text of a block. */
const TOKEN = /\{\{([^{}]+)\}\}/g;

/** A run of text, or a figure by its id. */
export type Run = string | { readonly figure: string };

/** The runs of a block's text, in order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) runs.push(text.slice(from, match.index));
    runs.push({ figure: match[1]! });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push(text.slice(from));
  return runs;
}

/** Everything printed of a block: its text, and the cells of a table. */
export function textsOf(block: DraftBlock): string[] {
  return block.kind === 'table' ? [block.text, ...block.rows.flat()] : [block.text];
}

/** All blocks of a draft in order of reading. */
export function blocksIn(draft: Pick<ReportDraft, 'opening' | 'chapters'>): DraftBlock[] {
  return [...draft.opening, ...draft.chapters.flatMap((chapter) => chapter.blocks)];
}

/** The figures the text of a draft uses, each once, in order of reading. */
export function figuresUsed(draft: ReportDraft): DraftFigure[] {
  const ids = new Set(
    blocksIn(draft).flatMap((block) => (block.kind === 'todo' ? [] : textsOf(block).flatMap(figuresIn))),
  );
  const byId = new Map(draft.figures.map((figure) => [figure.id, figure]));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** Ids the text names that the draft has no figure for: they would print as nothing. */
export function unknownFigures(draft: ReportDraft): string[] {
  const known = new Set(draft.figures.map((figure) => figure.id));
  const named = blocksIn(draft).flatMap((block) => textsOf(block).flatMap(figuresIn));
  return [...new Set(named)].filter((id) => !known.has(id));
}

function figuresIn(text: string): string[] {
  return runsOf(text).flatMap((run) => (typeof run === 'string' ? [] : [run.figure]));
}

/** A text as it is printed, with its figures filled in; what has no value leaves a gap mark. */
export function printedText(text: string, figures: ReadonlyMap<string, { readonly text: string }>): string {
  return runsOf(text)
    .map((run) => (typeof run === 'string' ? run : (figures.get(run.figure)?.text ?? '〓')))
    .join('');
}

/** Numbers with a unit that the clerk typed: nothing stands behind them yet. Years and document numbers are none. */
const TYPED =
  /(?<![\d〔（(—-])\d+(?:\.\d+)?(?:万|亿)?(?:余|多)?(?:%|个百分点|件|人次|人|项|次|场|个|份|户|家|起|元|万元|亿元)/g;

/** Typed numbers of a draft with the block they stand in, by its place in {@link blocksIn}. */
export function unmappedNumbers(draft: ReportDraft): { readonly block: number; readonly text: string }[] {
  return blocksIn(draft).flatMap((block, at) =>
    block.kind === 'paragraph' || block.kind === 'table'
      ? textsOf(block)
          .flatMap(runsOf)
          .flatMap((run) =>
            typeof run === 'string' ? [...run.matchAll(TYPED)].map(([text]) => ({ block: at, text })) : [],
          )
      : [],
  );
}

/** What keeps a draft from being signed, in Chinese; empty where nothing does. */
export function openPoints(draft: ReportDraft): string[] {
  const todo = blocksIn(draft).filter((block) => block.kind === 'todo').length;
  const unknown = unknownFigures(draft);
  return [
    ...(todo > 0 ? [`还有${todo}处待写内容，请补写或者删去。`] : []),
    ...(unknown.length > 0 ? [`正文引用了没有数值的数据：${unknown.join('、')}，请改写或者删去。`] : []),
    ...(draft.seal === null ? ['台账还没有封存，数据无从查证，请在封存之后重新取数。'] : []),
  ];
}
