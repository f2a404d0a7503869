import type { PostKindId } from '../../kernel/identity/posts.ts';
import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';
import type { MatterState } from '../../kernel/procedure/matter.ts';
import type { Queries } from '../../store/connection.ts';

/** A stored file as one of the matters it is bound to holds it. */
export interface Bound {
  readonly matter: string;
  readonly name: string;
  readonly type: string;
}

interface Row extends Bound {
  readonly state: MatterState;
  readonly handler: string;
}

/** Who wants to open files: his post, and whether it opens personal values. */
export interface Opener {
  readonly kind: PostKindId;
  readonly personal: boolean;
}

/**
 * May whoever sees the matter open its files? A file says what the fields beside it say, and nobody can mask it: where
 * the procedure has personal fields, the personal right is needed (docs/decisions/0013). A matter that such a one opened
 * (the legality review of a penalty) holds its papers: they are for the posts that take steps in it.
 */
export function opensFilesOf(
  { procedure, version, parent }: Pick<MatterState, 'procedure' | 'version' | 'parent'>,
  { kind, personal }: Opener,
  find: (id: string, version?: number) => CompiledProcedure,
): boolean {
  if (personal) return true;
  const own = find(procedure, version);
  if (own.allPersonal.size > 0) return false;
  if (parent === undefined || find(parent.procedure).allPersonal.size === 0) return true;
  return Object.values(own.declaration.steps).some((step) => step.by.includes(kind));
}

/** The file by a matter through which it may be read; undefined where there is none, or no such file. */
export async function readableFile(
  sql: Queries,
  asked: {
    readonly region: string;
    readonly sm3: string;
    /** May the reader see the matter at all? */
    readonly sees: (matter: { readonly state: MatterState; readonly handler: string }) => boolean;
    readonly opener: Opener;
    readonly procedure: (id: string, version?: number) => CompiledProcedure;
  },
): Promise<Bound | undefined> {
  const { region, sm3, sees, opener, procedure } = asked;
  const rows = await sql<Row[]>`
    select distinct on (m.id) m.id as matter, b.name, f.type, m.state, m.handler
      from file f
      join file_binding b on b.region = f.region and b.sm3 = f.sm3
      join matter m on m.region = b.region and m.id = b.stream
     where f.region = ${region} and f.sm3 = ${sm3} order by m.id, b.event desc`;
  return rows.find((row) => sees(row) && opensFilesOf(row.state, opener, procedure));
}
