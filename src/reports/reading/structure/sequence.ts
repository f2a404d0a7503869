import type { NumberStyle } from '../model.ts';
import type { Candidate } from './scan.ts';

/**
 * Which candidates are headings. A strong mark that opens a line is believed; a mark inside a line, or a weak
 * one, must continue a sequence of its style or begin one that goes on. So "1.5倍", "(2)" of a footnote or a
 * single "一是" in a sentence do not become headings, and a heading glued to the paragraph before it does.
 */
export function acceptHeadings(candidates: readonly Candidate[]): Candidate[] {
  const state = new Sequences();
  const accepted: Candidate[] = [];
  for (const [index, candidate] of candidates.entries()) {
    if (!believed(candidate, index, candidates, state)) continue;
    state.take(candidate);
    accepted.push(candidate);
  }
  return accepted;
}

/** The last accepted number of every style, forgotten where an outer heading begins. */
class Sequences {
  private readonly last = new Map<NumberStyle, Candidate>();
  private previous: Candidate | null = null;

  lastOf(style: NumberStyle): Candidate | null {
    return this.last.get(style) ?? null;
  }

  /** The heading accepted just before. */
  get latest(): Candidate | null {
    return this.previous;
  }

  take(candidate: Candidate): void {
    for (const [style, open] of this.last) {
      // Arabic numbers often run through all chapters of a plan, so their count is kept.
      if (open.rank > candidate.rank && style !== 'arabic') this.last.delete(style);
    }
    this.last.set(candidate.style, candidate);
    this.previous = candidate;
  }
}

function believed(
  candidate: Candidate,
  index: number,
  candidates: readonly Candidate[],
  state: Sequences,
): boolean {
  const last = state.lastOf(candidate.style);
  if (candidate.style === 'enumerated') return believedEnumeration(candidate, index, candidates, last);
  const continues = last !== null && candidate.ordinal === last.ordinal + 1;
  if (candidate.place === 'line') {
    if (!candidate.weak) return candidate.ordinal < 200;
    return continues || (candidate.ordinal === 1 && goesOn(candidate, index, candidates, Infinity));
  }
  const reach = reachOf(candidate);
  if (continues) return candidate.line - last.line <= reach;
  return candidate.ordinal === 1 && !candidate.weak && goesOn(candidate, index, candidates, reach);
}

/** How many lines a sequence with a member inside a line may span: after a mere word, hardly any. */
function reachOf(candidate: Candidate): number {
  if (candidate.style === 'han' || candidate.style === 'han-bracket') return Infinity;
  return candidate.place === 'sentence' ? Infinity : 1;
}

/**
 * 一是 … 二是 …: inside one paragraph, or each in a paragraph of its own. A missing first member (the copy
 * lost its 一) is tolerated after the end of a sentence, a missing middle one too.
 */
function believedEnumeration(
  candidate: Candidate,
  index: number,
  candidates: readonly Candidate[],
  last: Candidate | null,
): boolean {
  const reach = candidate.place === 'line' ? LONG_ITEMS : 3;
  const inReach = last !== null && candidate.line - last.line <= reach;
  const continues = inReach && candidate.ordinal === last.ordinal + 1;
  if (continues && kindOf(candidate) === kindOf(last)) return true;
  if (candidate.ordinal === 1) return goesOn(candidate, index, candidates, reach);
  if (candidate.weak || candidate.place === 'glued') return false;
  const gap = inReach && candidate.ordinal > last.ordinal;
  return gap || candidate.ordinal === 2 || goesOn(candidate, index, candidates, 0);
}

/** An item that opens its line may hold several paragraphs before the next one does. */
const LONG_ITEMS = 40;

/** 一是, 一要, 第一 and 其一 do not continue one another. */
function kindOf(candidate: Candidate): string {
  return candidate.number.replace(/[一二三四五六七八九十]+/, '');
}

/** Whether a candidate with the next number follows within `reach` lines, before the count starts anew. */
function goesOn(
  candidate: Candidate,
  index: number,
  candidates: readonly Candidate[],
  reach: number,
): boolean {
  for (let i = index + 1; i < candidates.length; i += 1) {
    const other = candidates[i]!;
    if (other.line - candidate.line > reach) return false;
    if (other.rank < candidate.rank && other.place === 'line') return false;
    if (other.style !== candidate.style) continue;
    if (candidate.style === 'enumerated' && kindOf(other) !== kindOf(candidate)) continue;
    if (other.ordinal === candidate.ordinal + 1) return true;
    if (other.ordinal === candidate.ordinal && other.place !== 'glued') return false;
  }
  return false;
}
