/** The legal ground a rule stands on, in the words a user sees. */
export interface Basis {
  /** Name of the statute without marks, e.g. 行政处罚法. */
  readonly law: string;
  /** Article as cited, e.g. 第六十条. Absent where the whole document is the basis. */
  readonly article?: string;
  /** Id of the provision in src/law, where one exists. */
  readonly provision?: string;
  /** The citation was not read in a named source: whoever shows it says so (rule 5). Set by `markUnsure`, never declared. */
  readonly unverified?: true;
}

/** Kinds of refusal. The edge maps each to one HTTP status, once. */
export type RefusalKind =
  /** The input does not fit the declared fields. */
  | 'invalid'
  /** The actor holds no post, right or certificate for it. */
  | 'forbidden'
  /** The step is not open in the present stage. */
  | 'not-allowed-now'
  /** A legal gate is shut. */
  | 'gate'
  /** The matter has moved on since it was read. */
  | 'stale'
  /** The thing does not exist, or may not be known to this actor. */
  | 'not-found'
  /** The same request id came with another body. */
  | 'request-reused';

/** One field that was refused, with what to do about it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** What a caller learns when an act is refused: the rule, its basis, and what is open instead (rule 4). */
export interface Refusal {
  readonly kind: RefusalKind;
  /** Identifier of the rule that refused, e.g. `penalty.two-officers` or `kernel.P4`. */
  readonly rule: string;
  /** One Chinese sentence that says what is wrong and what to do. */
  readonly message: string;
  readonly basis?: Basis;
  readonly fields?: readonly FieldProblem[];
  /** Steps this actor may take now. */
  readonly allowed?: readonly { readonly step: string; readonly name: string }[];
}

/** A refusal as an exception, for the places where a value cannot be returned. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** A declaration that does not compile. Names the file (system) and the field. */
export class DeclarationError extends Error {
  readonly system: string;
  readonly path: string;
  constructor(system: string, path: string, problem: string) {
    super(`${system}: ${path}: ${problem}`);
    this.name = 'DeclarationError';
    this.system = system;
    this.path = path;
  }
}
