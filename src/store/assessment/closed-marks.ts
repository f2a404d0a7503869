import type { Instant } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { Queries } from '../connection.ts';
import { uuidv7 } from '../entropy.ts';
import { keepVersion } from '../papers/versions.ts';

/** Papers that hold reviewers' marks until they are opened; no route reads them. */
const KIND = 'assessment-marks';

/** One reviewer's marks of a unit, kept beside the ledger, which holds their digest alone. */
export interface ClosedMarks {
  /** What makes the digest unguessable. */
  readonly salt: string;
  readonly marks: readonly { readonly code: string; readonly points: string; readonly remark?: string }[];
}

/** @param place the unit's matter and the round. */
export async function keepMarks(
  sql: Queries,
  region: string,
  kept: {
    readonly place: string;
    readonly year: number;
    readonly digest: string;
    readonly content: ClosedMarks;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  await keepVersion(sql, region, {
    paper: uuidv7(),
    version: 1,
    kind: KIND,
    year: kept.year,
    form: kept.place,
    unit: null,
    title: kept.digest,
    content: kept.content as unknown as JsonObject,
    savedBy: kept.by,
    savedAt: kept.at,
  });
}

/** The marks behind a digest that the ledger holds; undefined where there are none. */
export async function findMarks(
  sql: Queries,
  region: string,
  place: string,
  digest: string,
): Promise<ClosedMarks | undefined> {
  const [row] = await sql<{ content: ClosedMarks }[]>`
    select content from paper_version
    where region = ${region} and kind = ${KIND} and form = ${place} and title = ${digest} limit 1`;
  return row?.content;
}
