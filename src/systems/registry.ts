import type { LawBook } from '../kernel/clock/law.ts';
import { DeclarationError } from '../kernel/errors.ts';
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

/** What a step opens or steers must be a step of a declared procedure; one alone cannot know the others. */
function checkChildren(declarations: readonly ProcedureDeclaration[]): void {
  const known = (id: string | undefined, step: string) =>
    declarations.some((declaration) => declaration.id === id && step in declaration.steps);
  for (const { id, steps } of declarations) {
    const openings = Object.values(steps).flatMap(({ opens }) => opens ?? []);
    const procedureOf = new Map(openings.map(({ link, procedure }) => [link, procedure]));
    for (const [name, step] of Object.entries(steps)) {
      const named = [
        ...(step.opens ?? []),
        ...(step.steers ?? []).map(({ link, step }) => ({ procedure: procedureOf.get(link), step })),
      ];
      const lost = named.find((child) => !known(child.procedure, child.step));
      if (lost) {
        throw new DeclarationError(id, `steps.${name}`, `unknown step ${lost.procedure}/${lost.step}`);
      }
    }
  }
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
  checkChildren(declarations);
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
