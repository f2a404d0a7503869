import type { Command } from 'commander';
import { sealAll } from '../../store/sealing/sealer.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

/** `fazhi seal`: seals what waits now, for installations that do not run the server. */
export function sealCommand(open: OpenLedger): Command {
  return databaseCommand('seal', '立即封存待封存的留痕（start 运行时每几秒自动封存）').action(
    (options: DatabaseOptions) =>
      onLedger(
        open,
        options,
        async ({ sql, region }) => {
          let last: { number: number; root: string } | undefined;
          const sealed = await sealAll(
            sql,
            region,
            () => new Date().toISOString(),
            ({ seal }) => {
              last = seal && { number: seal.number, root: seal.root };
            },
          );
          return { region, sealed, ...(last ? { seal: last } : {}) };
        },
        ({ sealed, seal }) =>
          seal
            ? `已封存${sealed}条留痕，最新为第${seal.number}号封存，根为${seal.root}。`
            : '没有待封存的留痕。',
      ),
  );
}
