import type { LegalDate } from '../kernel/dates.ts';
import type { PostKindId } from '../kernel/identity/posts.ts';
import type { Sql } from '../store/connection.ts';

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly class: string;
  readonly from: LegalDate;
  /** Last day of one that was abolished or merged. */
  readonly to: LegalDate | null;
}

/** Names of units, persons and posts, kept in memory: a page shows hundreds of them. */
export interface Directory {
  readonly units: readonly Unit[];
  unitName(code: string): string;
  /** For lists, where the full name would wrap. */
  shortName(code: string): string;
  personName(id: string): string;
  /** Name of a person of the region; undefined for whoever is not known. */
  knownName(id: string): string | undefined;
  post(id: string): { readonly name: string; readonly kind: PostKindId } | undefined;
}

export async function loadDirectory(sql: Sql, region: string): Promise<Directory> {
  const [units, people, posts] = await Promise.all([
    sql<
      Unit[]
    >`select code, name, short_name as "shortName", class, from_date as "from", to_date as "to" from unit where region = ${region} order by code`,
    sql<{ id: string; name: string }[]>`select id, name from person where region = ${region}`,
    sql<
      { id: string; name: string; kind: PostKindId }[]
    >`select id, name, kind from post where region = ${region}`,
  ]);
  const unitNames = new Map(units.map((unit) => [unit.code, unit.name]));
  const shortNames = new Map(units.map((unit) => [unit.code, unit.shortName]));
  const personNames = new Map(people.map((person) => [person.id, person.name]));
  const postsById = new Map(posts.map((post) => [post.id, post]));
  return {
    units,
    unitName: (code) => unitNames.get(code) ?? code,
    shortName: (code) => shortNames.get(code) ?? code,
    personName: (id) =>
      personNames.get(id) ?? (id === 'system' ? '系统' : id.startsWith('public:') ? '申请人' : id),
    knownName: (id) => personNames.get(id),
    post: (id) => postsById.get(id),
  };
}
