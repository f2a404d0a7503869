/** The embedded database cannot be had. The message is Chinese and says what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
  }
}

/** The SQLSTATE or errno name an unknown error carries, e.g. `EACCES`, `57P03`; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
