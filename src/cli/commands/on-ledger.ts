import type { Sql } from '../../store/connection.ts';
import type { StepWorld } from '../../store/steps/run.ts';
import type { DatabaseOptions } from './on-database.ts';

/** What the commands on the ledger work with; whoever assembles the product opens it. */
export interface Ledger {
  /** As the application role. */
  readonly sql: Sql;
  /** As the owner. */
  readonly admin: Sql;
  readonly region: string;
  readonly steps: StepWorld;
  close(): Promise<void>;
}

export type OpenLedger<L extends Ledger = Ledger> = (options: {
  readonly home?: string;
  readonly onProgress?: (text: string) => void;
}) => Promise<L>;

/**
 * Runs `work` on the opened ledger and prints its result to standard output, as text or as one line of JSON;
 * progress and errors go to standard error. `work` sets the exit code where its finding asks for one; a failure
 * exits with 1, and with `--json` reads `{"error": "…"}`.
 */
export async function onLedger<T extends object, L extends Ledger = Ledger>(
  open: OpenLedger<L>,
  { home, json }: DatabaseOptions,
  work: (ledger: L, say: (text: string) => void) => Promise<T>,
  describe: (result: T) => string,
): Promise<void> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  try {
    const ledger = await open({ ...(home === undefined ? {} : { home }), onProgress: say });
    try {
      const result = await work(ledger, say);
      process.stdout.write(`${json ? JSON.stringify(result) : describe(result)}\n`);
    } finally {
      await ledger.close();
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}

/** Says each full tenth of long work, once. */
export function percentProgress(
  what: string,
  say: (text: string) => void,
): (done: number, total: number) => void {
  let said = 0;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
    if (tenth > said && tenth < 10) say(`正在${what}：${tenth * 10}%（${done}/${total}）`);
    said = Math.max(said, tenth);
  };
}
