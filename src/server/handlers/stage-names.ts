import type { CompiledProcedure } from '../../kernel/procedure/compile.ts';

/** Names of stages as the register prints them. */
export function stageNames(procedure: CompiledProcedure, stages: readonly string[]): string[] {
  return stages.map((stage) => procedure.declaration.stages[stage]?.name ?? stage);
}
