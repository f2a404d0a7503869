import type { ProcedureInfo } from '../../src/client/contract/catalogue.ts';

/** Procedures whose registers a page stands for: worked at it as their desk, or shown on it as their board. */
export function registersUnder<P extends Pick<ProcedureInfo, 'desk' | 'board'>>(
  path: string,
  procedures: readonly P[],
): P[] {
  return procedures.filter(({ desk, board }) => desk?.path === path || board === path);
}
