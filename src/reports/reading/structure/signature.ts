import type { LegalDate } from '../../../kernel/dates.ts';
import { dateLine } from '../text/dates.ts';
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
    const signed =
      dateLine(line.text) !== null ? { date: dateLine(line.text)!, organs: [] } : onOneLine(line.text);
    if (!signed) continue;
    const organs: string[] = [...signed.organs];
    let first = index;
    if (organs.length === 0) {
      while (first > 0 && organs.length < MOST_SIGNERS && isOrganLine(lines[first - 1]!.text)) {
        first -= 1;
        organs.unshift(...lines[first]!.text.split(/[\s\t]+/).filter(Boolean));
      }
    }
    found.push({ organs, date: signed.date, firstLine: first, lastLine: index });
  }
  return found;
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
