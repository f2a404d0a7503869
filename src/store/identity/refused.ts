import { type FieldProblem, type RefusalKind, RefusedError } from '../../kernel/errors.ts';

/** A refusal to throw; with `field`, it is said beside that field. */
export function refused(kind: RefusalKind, rule: string, message: string, field?: string): RefusedError {
  const fields: FieldProblem[] = field === undefined ? [] : [{ path: field, message }];
  return new RefusedError({ kind, rule, message, ...(fields.length > 0 ? { fields } : {}) });
}
