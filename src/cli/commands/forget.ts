import type { Command } from 'commander';
import { dayNumber, type LegalDate } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import type { Actor } from '../../kernel/ledger/event.ts';
import { type ForgetReport, forget } from '../../store/retention/forget.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger } from './on-ledger.ts';

interface ForgetFlags extends DatabaseOptions {
  readonly before: string;
  readonly procedure?: string;
  readonly dryRun?: boolean;
}

/** Whoever operates the server and works on its command line. */
const operator: Actor = { person: 'operator', post: 'operator', unit: '' };

/** `fazhi forget --before DATE [--procedure P] [--dry-run]`: destroys personal values whose period is over. */
export function forgetCommand(open: OpenLedger): Command {
  return databaseCommand('forget', '销毁保存期满的个人信息（不可恢复）；留痕和封存不受影响')
    .requiredOption('--before <日期>', '只处理这一天之前办结的办件，例如 2015-01-01')
    .option('--procedure <类别>', '只处理一类办件，例如 penalty；默认处理规定了保存期限的各类')
    .option('--dry-run', '只统计，不销毁')
    .action((flags: ForgetFlags) =>
      onLedger(
        open,
        flags,
        async ({ region, steps }) => {
          const { procedure } = flags;
          if (procedure !== undefined) checkProcedure(procedure, steps.findProcedure);
          return forget(steps, {
            region,
            closedBefore: checkedDate(flags.before),
            ...(procedure === undefined ? {} : { procedure }),
            by: operator,
            now: new Date().toISOString(),
            dryRun: flags.dryRun ?? false,
          });
        },
        describe,
      ),
    );
}

function checkProcedure(
  id: string,
  find: (id: string) => { readonly declaration: { retention?: object; name: string } } | undefined,
): void {
  const found = find(id);
  if (!found) throw refused(`没有办件类别${id}。`);
  if (!found.declaration.retention) {
    throw refused(`“${found.declaration.name}”没有规定个人信息的保存期限，不销毁。`);
  }
}

function checkedDate(text: string): LegalDate {
  try {
    dayNumber(text);
    return text;
  } catch {
    throw refused(`日期“${text}”不对，请写成2015-01-01这样。`);
  }
}

function refused(message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: 'cli.forget', message });
}

function describe({ summary, procedures }: ForgetReport): string {
  const notes = procedures.map(({ name, closedBefore, retention }) => {
    const { years, basis, caution } = retention;
    const article = `${basis.law}${basis.article ?? ''}`;
    return `  ${name}：${closedBefore}之前办结，保存${years}年（依据：${article}）。${caution ?? ''}`;
  });
  return [summary, ...notes].join('\n');
}
