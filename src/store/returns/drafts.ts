import type { Instant } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import type { Queries } from '../connection.ts';

/** What was keyed in of a return, not submitted yet. */
export interface ReturnDraft {
  readonly revision: number;
  readonly content: JsonObject;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

export async function findDraft(
  sql: Queries,
  region: string,
  matter: string,
): Promise<ReturnDraft | undefined> {
  const [row] = await sql<ReturnDraft[]>`
    select revision, content, saved_by as "savedBy", saved_at as "savedAt"
    from return_draft where region = ${region} and matter = ${matter}`;
  return row;
}

/**
 * Saves over the revision the writer saw (0: none yet). Throws RefusedError `stale` where somebody else saved
 * meanwhile; answers the new revision.
 */
export async function keepDraft(
  sql: Queries,
  region: string,
  matter: string,
  { revision, content, savedBy, savedAt }: ReturnDraft,
): Promise<number> {
  const [row] = await sql<{ revision: number }[]>`
    insert into return_draft (region, matter, revision, content, saved_by, saved_at)
    select ${region}, ${matter}, 1, ${JSON.stringify(content)}::text::jsonb, ${savedBy}, ${savedAt}
    where ${revision} = 0 or exists (select 1 from return_draft where region = ${region} and matter = ${matter})
    on conflict (region, matter) do update
      set revision = return_draft.revision + 1, content = excluded.content, saved_by = excluded.saved_by,
          saved_at = excluded.saved_at
      where return_draft.revision = ${revision}
    returning revision`;
  if (row) return row.revision;
  throw new RefusedError({
    kind: 'stale',
    rule: 'returns.draft',
    message: '在您填写期间，他人已保存或报送了这份报表。您填的数仍在页面上，请刷新对照后再保存。',
  });
}

/** A draft that was submitted is done with. */
export async function dropDraft(sql: Queries, region: string, matter: string): Promise<void> {
  await sql`delete from return_draft where region = ${region} and matter = ${matter}`;
}
