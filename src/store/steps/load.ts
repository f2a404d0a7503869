import type { LegalDate } from '../../kernel/dates.ts';
import type { Certificate, PostKindId } from '../../kernel/identity/posts.ts';
import type { JsonObject, JsonValue } from '../../kernel/ledger/json.ts';
import type { PinnedItem } from '../../kernel/procedure/declaration.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../connection.ts';
import { onceATurn } from './turn.ts';

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

/**
 * The first of the two round trips of a step: everything `decide` needs, in one statement. Loads that are asked for
 * while others are under way go together in the next statement, as appends do.
 */
export function loadStep(sql: Queries, asked: Asked): Promise<Loaded> {
  const known = loaders.get(sql);
  if (known) return known(asked);
  const loader = createLoader(sql);
  loaders.set(sql, loader);
  return loader(asked);
}

/** One queue of loads a pool of connections. */
const loaders = new WeakMap<Queries, (asked: Asked) => Promise<Loaded>>();

/**
 * Most loads in one statement, and statements under way at once. Small batches, unlike those of appends: a statement
 * costs little beside its rows, and what one has brought is decided here while the server reads the next.
 */
const BATCH = 16;
const LANES = 2;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (loaded: Loaded) => void;
  readonly reject: (error: unknown) => void;
}

function createLoader(sql: Queries): (asked: Asked) => Promise<Loaded> {
  const waiting: Waiting[] = [];
  const soon = onceATurn(pump);
  let lanes = 0;

  async function carry(batch: readonly Waiting[]): Promise<void> {
    try {
      const rows = await loadAll(
        sql,
        batch.map(({ asked }) => asked),
      );
      for (const row of rows) batch[row.n]!.resolve(shape(row, batch[row.n]!.asked));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      // One load that cannot be read must not fail its neighbours: ask again one by one.
      else for (const entry of batch) await carry([entry]);
    }
  }

  function pump(): void {
    while (lanes < LANES && waiting.length > 0) {
      lanes++;
      void carry(waiting.splice(0, BATCH)).finally(() => {
        lanes--;
        soon();
      });
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      soon();
    });
}

/** One row for each of `asked`, numbered by its place. */
function loadAll(sql: Queries, asked: readonly Asked[]): Promise<LoadedRow[]> {
  const asks = asked.map((ask, n) => ({
    n,
    region: ask.region,
    matter: ask.matter ?? null,
    day: ask.on,
    request: ask.request,
    person: ask.person,
    post: ask.post,
    persons: ask.persons,
    pins: ask.pins.map((pin) => `${pin.list} ${pin.code}`),
    codes: ask.pins.map((pin) => pin.code),
  }));
  return sql<LoadedRow[]>`
    select a.n,
      (select m.state from matter m where m.region = a.region and m.id = a.matter) as state,
      (select p.state from matter m join matter p on p.region = m.region and p.id = m.parent
        where m.region = a.region and m.id = a.matter) as parent,
      (select jsonb_object_agg(v.field, v.value) from (
         select distinct on (field) field, value from personal_value
         where region = a.region and matter = a.matter order by field, event desc) v) as personal,
      (select jsonb_agg(jsonb_build_object('person', h.id, 'name', h.name, 'unit', c.unit, 'kind', c.kind, 'number', c.number,
               'from', c.from_date, 'to', c.to_date, 'scope', c.scope, 'suspended', c.suspended))
         from person h join certificate c on c.region = h.region and c.person = h.id
        where h.region = a.region and h.id = any (a.persons)) as certificates,
      (select jsonb_agg(jsonb_build_object('list', v.list, 'code', v.code, 'name', v.name, 'item', v.item))
         from list_version v
        where v.region = a.region and v.status = 'in-force'
          and v.from_date <= a.day and (v.to_date is null or v.to_date > a.day)
          and (v.list || ' ' || v.code) = any (a.pins) and v.code = any (a.codes)) as items,
      (select jsonb_build_object('kind', o.kind, 'unit', o.unit, 'name', n.name)
         from holding h join post o on o.region = h.region and o.id = h.post
         join person n on n.region = h.region and n.id = h.person and n.active
        where h.region = a.region and h.person = a.person and h.post = a.post
          and h.from_date <= a.day and (h.to_date is null or h.to_date >= a.day)
        limit 1) as holding,
      (select jsonb_build_object('digest', r.digest, 'outcome', r.outcome) from request r
        where r.region = a.region and r.id = a.request) as done
    from jsonb_to_recordset(${JSON.stringify(asks)}::text::jsonb) as a(n integer, region text, matter uuid, day date,
      request text, person text, post text, persons text[], pins text[], codes text[])`;
}

interface LoadedRow {
  readonly n: number;
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
