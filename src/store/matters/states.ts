import type { JsonValue } from '../../kernel/ledger/json.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

export interface Standing {
  readonly state: MatterState;
  readonly handler: string;
  readonly personal: { readonly [field: string]: JsonValue };
}

/** Where matters stand, by id, for judging which steps are open. Unknown ids are left out. */
export async function statesOf(
  sql: Queries,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await sql<
    {
      id: string;
      state: MatterState;
      handler: string;
      personal: { readonly [field: string]: JsonValue } | null;
    }[]
  >`
    select m.id, m.state, m.handler, p.personal from matter m
      left join (
        select v.matter, jsonb_object_agg(v.field, v.value) as personal from (
          select distinct on (matter, field) matter, field, value from personal_value
           where region = ${region} and matter = any (${ids as string[]}::uuid[])
           order by matter, field, event desc) v
         group by v.matter) p on p.matter = m.id
     where m.region = ${region} and m.id = any (${ids as string[]}::uuid[])`;
  return new Map(
    rows.map(({ id, state, handler, personal }) => [id, { state, handler, personal: personal ?? {} }]),
  );
}
