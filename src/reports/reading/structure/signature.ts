import type { LegalDate } from '../../../kernel/dates.ts';
import { bareDateLine, dateLine } from '../text/dates.ts';
import type { Line } from '../text/lines.ts';
import { isOrganLine } from './organs.ts';

/** 落款: one or more organs, each on a line, above a line that holds a date alone. */
export interface Signature {
  organs: string[];
  date: LegalDate;
  /** Indices of the first and last line. */
  firstLine: number;
  lastLine: number;
}

/** Most organs that sign one document jointly. */
const MOST_SIGNERS = 6;

/** All signatures of a text, in order; a notice with an attached plan has its own before the plan. */
export function findSignatures(lines: readonly Line[]): Signature[] {
  const found: Signature[] = [];
  for (const [index, line] of lines.entries()) {
    const alone = dateLine(line.text);
    const signed = alone === null ? onOneLine(line.text) : { date: alone, organs: [] };
    const bare = signed === null ? bareDateLine(line.text) : null;
    if (signed === null && bare === null) continue;
    const above = signed?.organs.length ? null : organsAbove(lines, index);
    const organs = above?.organs ?? signed!.organs;
    if (bare !== null && organs.length === 0) continue;
    found.push({
      organs,
      date: signed?.date ?? bare!,
      firstLine: above?.firstLine ?? index,
      lastLine: index,
    });
  }
  return found;
}

/** The organs on the lines right above `index`, from the top; joint signers may share a line. */
function organsAbove(lines: readonly Line[], index: number): { organs: string[]; firstLine: number } {
  const organs: string[] = [];
  let firstLine = index;
  while (firstLine > 0 && organs.length < MOST_SIGNERS) {
    const line = lines[firstLine - 1]!.text.trim();
    if (!isOrganLine(line)) break;
    const names = line.split(/\s+/);
    organs.unshift(...(names.every(isOrganLine) ? names : [line]));
    firstLine -= 1;
  }
  return { organs, firstLine };
}

/** "某区司法局 2024年1月15日": organ and date on one line. */
function onOneLine(text: string): { organs: string[]; date: LegalDate } | null {
  if (text.length > 60) return null;
  const cut = text.search(/(?:(?:19|20)\d{2}|[二][〇○零O])/);
  if (cut < 3) return null;
  const date = dateLine(text.slice(cut));
  const organ = text.slice(0, cut).trim();
  return date !== null && isOrganLine(organ) ? { organs: [organ], date } : null;
}
