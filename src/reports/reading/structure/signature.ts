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
    const organs = signed?.organs.length ? signed.organs : organsAbove(lines, index);
    if (bare !== null && organs.length === 0) continue;
    const firstLine = signed?.organs.length ? index : index - organs.length;
    found.push({ organs, date: signed?.date ?? bare!, firstLine, lastLine: index });
  }
  return found;
}

/** The organs on the lines right above `index`, from the top. */
function organsAbove(lines: readonly Line[], index: number): string[] {
  const organs: string[] = [];
  for (let at = index - 1; at >= 0 && organs.length < MOST_SIGNERS; at -= 1) {
    if (!isOrganLine(lines[at]!.text)) break;
    organs.unshift(lines[at]!.text.trim());
  }
  return organs;
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
