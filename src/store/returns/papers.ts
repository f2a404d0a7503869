import type { Instant } from '../../kernel/dates.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Queries } from '../connection.ts';
import { findVersion, keepVersion, type PaperVersion, paperHeads } from '../papers/versions.ts';

// Forms and superiors' tables are papers with versions. What they are known by is their code, from which the paper's
// id follows: two clerks who make one of the same code meet at its first version.

export type Kind = 'return-form' | 'return-layout';

export function paperId(kind: Kind, code: string): string {
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

/** Throws RefusedError `stale` where somebody else saved that version first. */
export async function keepPaper(
  sql: Queries,
  region: string,
  kind: Kind,
  saved: {
    readonly code: string;
    readonly name: string;
    readonly version: number;
    readonly content: JsonObject;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
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
