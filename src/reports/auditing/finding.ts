import type { Finding, ReadDocument, Severity } from '../reading/index.ts';
import type { Line } from '../reading/text/lines.ts';
import { type FindingCode, KINDS } from './codes.ts';

/** What every phenomenon may look at: the reading and its lines. */
export interface Ground extends ReadDocument {
  lines: readonly Line[];
}

/** A sentence with what must be found in it: the codes with the words they point at. None: the text is sound. */
export interface Example {
  text: string;
  finds: readonly (readonly [code: FindingCode, text: string])[];
}

/** One phenomenon a proof-reader looks for. `find` is pure and linear in the length of the text. */
export interface Phenomenon {
  codes: readonly FindingCode[];
  examples: readonly Example[];
  find(ground: Ground): Finding[];
}

interface Place {
  start: number;
  end: number;
}

interface Said {
  message: string;
  suggestion?: string | null;
  /** Off by default although the code is not. */
  soft?: boolean;
  severity?: Severity;
}

/** A finding at a place, with severity and softness of its code unless said otherwise. */
export function finding(
  { text }: { text: string },
  code: FindingCode,
  { start, end }: Place,
  said: Said,
): Finding {
  const kind = KINDS[code];
  return {
    code,
    severity: said.severity ?? kind.severity,
    text: text.slice(start, end),
    start,
    end,
    message: said.message,
    suggestion: said.suggestion ?? null,
    soft: said.soft ?? kind.soft,
  };
}

/** Words around a place, for messages. */
export function around(text: string, { start, end }: Place, reach = 8): string {
  return text
    .slice(Math.max(0, start - reach), Math.min(text.length, end + reach))
    .replace(/\n/g, ' ')
    .trim();
}
