import type { Queries } from '../connection.ts';

/** An item of a return form by the name it has in the newest version that holds it. */
export interface ItemName {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly measure: string;
}

/** Every item that ever stood in a return form: what was returned keeps its name after the form dropped it. */
export async function itemNames(sql: Queries, region: string): Promise<ItemName[]> {
  return sql<ItemName[]>`
    select distinct on (item ->> 'code')
           item ->> 'code' as code, item ->> 'name' as name, item ->> 'unit' as unit, item ->> 'measure' as measure
    from paper_version v cross join lateral jsonb_array_elements(v.content -> 'items') as item
    where v.region = ${region} and v.kind = 'return-form'
    order by item ->> 'code', v.saved_at desc, v.version desc`;
}
