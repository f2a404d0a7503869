import { figuresIn, filledIn, runsOf } from '../../kernel/wording/figures-in-text.ts';
import type { DraftBlock, DraftFigure, ReportDraft } from './model.ts';

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

/** A text as it is printed, with its figures filled in; what has no value leaves a gap mark. */
export function printedText(text: string, figures: ReadonlyMap<string, { readonly text: string }>): string {
  return filledIn(text, (id) => figures.get(id)?.text ?? '〓');
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
