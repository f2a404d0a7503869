import type { Finding, ReadDocument } from '../reading/index.ts';
import { linesOf } from '../reading/text/lines.ts';
import type { Ground, Phenomenon } from './finding.ts';
import { arithmetic } from './phenomena/arithmetic.ts';
import { contradictions } from './phenomena/contradictions.ts';
import { dates } from './phenomena/dates.ts';
import { documentNumbers } from './phenomena/document-numbers.ts';
import { enumerations } from './phenomena/enumerations.ts';
import { laws } from './phenomena/laws.ts';
import { marks } from './phenomena/marks.ts';
import { numbering } from './phenomena/numbering.ts';
import { punctuation } from './phenomena/punctuation.ts';
import { rates } from './phenomena/rates.ts';
import { remnants } from './phenomena/remnants.ts';
import { repetitions } from './phenomena/repetitions.ts';
import { terms } from './phenomena/terms.ts';
import { titles } from './phenomena/titles.ts';
import { units } from './phenomena/units.ts';
import { wording } from './phenomena/wording.ts';

export { type FindingCode, KINDS } from './codes.ts';

export const PHENOMENA: readonly Phenomenon[] = [
  arithmetic,
  rates,
  contradictions,
  units,
  numbering,
  enumerations,
  marks,
  punctuation,
  repetitions,
  wording,
  terms,
  titles,
  laws,
  documentNumbers,
  dates,
  remnants,
];

/**
 * What a proof-reader would mark in a document, by position. Findings that are not certain (`soft`) are left out
 * unless asked for. Pure; the reading is not changed.
 */
export function auditDocument(reading: ReadDocument, { soft = false }: { soft?: boolean } = {}): Finding[] {
  const ground: Ground = { ...reading, lines: linesOf(reading.text) };
  const found = PHENOMENA.flatMap((phenomenon) => phenomenon.find(ground)).filter(
    (finding) => soft || !finding.soft,
  );
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  const seen = new Set<string>();
  return found.filter(({ code, start, end }) => {
    const key = `${code}|${start}|${end}`;
    return !seen.has(key) && seen.add(key);
  });
}
