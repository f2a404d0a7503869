/** One line of JSON an event on standard error. Callers pass ids and names of routes, never form contents. */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean>): void;
}

export function createLog(write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  const line = (level: string, event: string, fields: object) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line('info', event, fields),
    // The message of a database error may quote values; its code and place do not.
    error: (event, error, fields = {}) => line('error', event, { ...fields, ...faultOf(error) }),
  };
}

function faultOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { fault: 'unknown' };
  const code = (error as { code?: unknown }).code;
  const place =
    error.stack
      ?.split('\n')
      .slice(1, 6)
      .map((entry) => entry.trim())
      .join(' < ') ?? '';
  return {
    fault: error.name,
    ...(typeof code === 'string' ? { code } : { message: error.message.slice(0, 200) }),
    place,
  };
}
