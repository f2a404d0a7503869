import type { LegalDate } from '../../kernel/dates.ts';
import type { Certificate, PostKindId } from '../../kernel/identity/posts.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { PinnedItem } from '../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';

/** What a step asks the store before it is decided. */
export interface Asked {
  readonly region: string;
  readonly matter?: string;
  readonly on: LegalDate;
  readonly request: string;
  readonly person: string;
  readonly post: string;
  /** Persons whose certificates matter: those the input names, and the actor. */
  readonly persons: readonly string[];
  readonly pins: readonly { readonly pin: string; readonly list: string; readonly code: string }[];
}

export interface Loaded {
  readonly state?: MatterState;
  readonly parent?: MatterState;
  readonly personal: { readonly [field: string]: JsonValue };
  readonly certificates: readonly Certificate[];
  readonly items: { readonly [pin: string]: PinnedItem };
  /** The post the actor holds on the day; absent if none. */
  readonly holding?: { readonly kind: PostKindId; readonly unit: string; readonly name: string };
  /** What this request did when it was carried out before. */
  readonly done?: { readonly digest: string; readonly outcome: JsonObject };
}

/** The first of the two round trips of a step: everything `decide` needs, in one statement. */
export async function loadStep(sql: Queries, asked: Asked): Promise<Loaded> {
  const matter = asked.matter ?? null;
  const [row] = await sql<LoadedRow[]>`
    select
      (select m.state from matter m where m.region = ${asked.region} and m.id = ${matter}) as state,
      (select p.state from matter m join matter p on p.region = m.region and p.id = m.parent
        where m.region = ${asked.region} and m.id = ${matter}) as parent,
      (select jsonb_object_agg(v.field, v.value) from (
         select distinct on (field) field, value from personal_value
         where region = ${asked.region} and matter = ${matter} order by field, event desc) v) as personal,
      (select jsonb_agg(jsonb_build_object('person', h.id, 'name', h.name, 'unit', c.unit, 'kind', c.kind, 'number', c.number,
               'from', c.from_date, 'to', c.to_date, 'scope', c.scope, 'suspended', c.suspended))
         from person h join certificate c on c.region = h.region and c.person = h.id
        where h.region = ${asked.region} and h.id = any (${asked.persons as string[]})) as certificates,
      (select jsonb_agg(jsonb_build_object('list', v.list, 'code', v.code, 'name', v.name, 'item', v.item))
         from list_version v
        where v.region = ${asked.region} and v.status = 'in-force'
          and v.from_date <= ${asked.on} and (v.to_date is null or v.to_date > ${asked.on})
          and (v.list || ' ' || v.code) = any (${asked.pins.map((pin) => `${pin.list} ${pin.code}`)})
          and v.code = any (${asked.pins.map((pin) => pin.code)})) as items,
      (select jsonb_build_object('kind', o.kind, 'unit', o.unit, 'name', n.name)
         from holding h join post o on o.region = h.region and o.id = h.post
         join person n on n.region = h.region and n.id = h.person and n.active
        where h.region = ${asked.region} and h.person = ${asked.person} and h.post = ${asked.post}
          and h.from_date <= ${asked.on} and (h.to_date is null or h.to_date >= ${asked.on})
        limit 1) as holding,
      (select jsonb_build_object('digest', r.digest, 'outcome', r.outcome) from request r
        where r.region = ${asked.region} and r.id = ${asked.request}) as done`;
  return shape(row!, asked);
}

interface LoadedRow {
  readonly state: MatterState | null;
  readonly parent: MatterState | null;
  readonly personal: { [field: string]: JsonValue } | null;
  readonly certificates: Certificate[] | null;
  readonly items: { list: string; code: string; name: string; item: JsonObject }[] | null;
  readonly holding: Loaded['holding'] | null;
  readonly done: Loaded['done'] | null;
}

function shape(row: LoadedRow, asked: Asked): Loaded {
  const items: Record<string, PinnedItem> = {};
  for (const { pin, list, code } of asked.pins) {
    const found = row.items?.find((item) => item.list === list && item.code === code);
    if (found) items[pin] = { ...found.item, list, code, name: found.name };
  }
  return {
    ...(row.state ? { state: row.state } : {}),
    ...(row.parent ? { parent: row.parent } : {}),
    personal: row.personal ?? {},
    certificates: row.certificates ?? [],
    items,
    ...(row.holding ? { holding: row.holding } : {}),
    ...(row.done ? { done: row.done } : {}),
  };
}
