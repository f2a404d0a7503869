import type { Instant } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Queries, Sql } from '../connection.ts';
import { findVersion, keepVersion, type PaperVersion, paperHeads } from '../papers/versions.ts';

// Forms and superiors' tables are papers with versions. What they are known by is their code, from which the paper's
// id follows: two clerks who make one of the same code meet at its first version.

export type Kind = 'return-form' | 'return-layout';

function paperId(kind: Kind, code: string): string {
  const hex = sm3Hex(`${kind} ${code}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const findPaper = (
  sql: Queries,
  region: string,
  kind: Kind,
  code: string,
  version?: number,
): Promise<PaperVersion | undefined> => findVersion(sql, region, kind, paperId(kind, code), version);

/** The newest version of every paper of a kind, by code. */
export async function newestPapers(sql: Queries, region: string, kind: Kind): Promise<PaperVersion[]> {
  const heads = await paperHeads(sql, region, kind);
  const found = await Promise.all(heads.map(({ paper }) => findVersion(sql, region, kind, paper)));
  return found.flatMap((one) => one ?? []).sort((a, b) => (a.form < b.form ? -1 : 1));
}

export interface SavedPaper {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly content: JsonObject;
  readonly by: string;
  readonly at: Instant;
}

/** The kind under which a form claims the codes of its items (SPEC P12). */
const ITEM = 'return-item';

/** Leaves the transaction with what stood in its way. */
class CodesTaken extends Error {
  readonly codes: readonly string[];
  constructor(codes: readonly string[]) {
    super('item codes of other return forms');
    this.codes = codes;
  }
}

/**
 * Saves a form with the codes of its items, which no other form has or had: the figures of what is returned are told
 * apart by them, so that a code stays with its form after the item is gone. Answers the codes that belong to other
 * forms; then nothing is saved. Throws RefusedError `stale` where somebody else saved that version first.
 */
export async function keepForm(
  sql: Sql,
  region: string,
  saved: SavedPaper,
  items: readonly string[],
): Promise<readonly string[]> {
  const paper = paperId('return-form', saved.code);
  try {
    await sql.begin(async (tx) => {
      // In the order of the codes, so that of two savings one waits for the other instead of both for each other.
      await tx`
        insert into claim (region, kind, key, stream)
        select ${region}, ${ITEM}, code, ${paper} from unnest(${[...items].sort()}::text[]) as code
        on conflict do nothing`;
      const others = await tx<{ key: string }[]>`
        select key from claim
        where region = ${region} and kind = ${ITEM} and key = any (${[...items]}::text[]) and stream <> ${paper}`;
      if (others.length > 0) throw new CodesTaken(others.map(({ key }) => key));
      await keepPaper(tx, region, 'return-form', saved);
    });
    return [];
  } catch (error) {
    if (error instanceof CodesTaken) return error.codes;
    throw error;
  }
}

/** Throws RefusedError `stale` where somebody else saved that version first. */
export async function keepPaper(sql: Queries, region: string, kind: Kind, saved: SavedPaper): Promise<void> {
  await keepVersion(sql, region, {
    paper: paperId(kind, saved.code),
    version: saved.version,
    kind,
    year: Number(saved.at.slice(0, 4)),
    form: saved.code,
    unit: null,
    title: saved.name,
    content: saved.content,
    savedBy: saved.by,
    savedAt: saved.at,
  });
}
