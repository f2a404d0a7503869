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

/**
 * May whoever sees the matters of `scope` open the files of this procedure's matters? A file says what the fields
 * beside it say, and nobody can mask it: where the procedure has personal fields, the personal right is needed
 * (docs/decisions/0013).
 */
export function opensFilesOf(procedure: CompiledProcedure, { personal }: { personal: boolean }): boolean {
  return personal || procedure.allPersonal.size === 0;
}

/** The file by a matter through which it may be read; undefined where there is none, or no such file. */
export async function readableFile(
  sql: Queries,
  asked: {
    readonly region: string;
    readonly sm3: string;
    /** May the reader see the matter at all? */
    readonly sees: (matter: { readonly state: MatterState; readonly handler: string }) => boolean;
    readonly personal: boolean;
    readonly procedure: (id: string, version: number) => CompiledProcedure;
  },
): Promise<Bound | undefined> {
  const { region, sm3, sees, procedure } = asked;
  const rows = await sql<Row[]>`
    select distinct on (m.id) m.id as matter, b.name, f.type, m.state, m.handler
      from file f
      join file_binding b on b.region = f.region and b.sm3 = f.sm3
      join matter m on m.region = b.region and m.id = b.stream
     where f.region = ${region} and f.sm3 = ${sm3} order by m.id, b.event desc`;
  return rows.find(
    (row) => sees(row) && opensFilesOf(procedure(row.state.procedure, row.state.version), asked),
  );
}
