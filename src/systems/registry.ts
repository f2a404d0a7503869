import type { LawBook } from '../kernel/clock/law.ts';
import { type CompiledProcedure, compile } from '../kernel/procedure/compile.ts';
import type { ProcedureDeclaration } from '../kernel/procedure/declaration.ts';

/** All procedures of the product, compiled once at load. */
export interface Registry {
  /** In the order in which they were declared. */
  readonly procedures: readonly CompiledProcedure[];
  /** The version named, or the newest. Throws on an unknown one. */
  get(id: string, version?: number): CompiledProcedure;
  find(id: string, version?: number): CompiledProcedure | undefined;
}

/** Compiles the declarations. Several versions of one id may stand side by side; matters keep theirs. */
export function createRegistry(declarations: readonly ProcedureDeclaration[], law: LawBook): Registry {
  const byId = new Map<string, CompiledProcedure[]>();
  for (const declaration of declarations) {
    const versions = byId.get(declaration.id) ?? [];
    if (versions.some((known) => known.version === declaration.version)) {
      throw new Error(`procedure ${declaration.id} version ${declaration.version} is declared twice`);
    }
    byId.set(
      declaration.id,
      [...versions, compile(declaration, law)].sort((a, b) => a.version - b.version),
    );
  }
  const find = (id: string, version?: number) => {
    const versions = byId.get(id);
    return version === undefined ? versions?.at(-1) : versions?.find((known) => known.version === version);
  };
  return {
    procedures: [...byId.values()].map((versions) => versions.at(-1)!),
    find,
    get(id, version) {
      const found = find(id, version);
      if (!found)
        throw new Error(`unknown procedure ${id}${version === undefined ? '' : ` version ${version}`}`);
      return found;
    },
  };
}
