import { Command } from 'commander';
import { accountCommand } from './commands/account.ts';
import { assessCommand } from './commands/assess.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { calendarCommand } from './commands/calendar.ts';
import { compareCommand } from './commands/compare.ts';
import { dueCommand } from './commands/due.ts';
import { dutiesCommand } from './commands/duties.ts';
import { forgetCommand } from './commands/forget.ts';
import { linksCommand } from './commands/links.ts';
import { exportCommand, importCommand } from './commands/lists.ts';
import { migrateCommand } from './commands/migrate.ts';
import { overviewCommand } from './commands/overview.ts';
import { planCommand, planExportCommand } from './commands/plan.ts';
import { readCommand } from './commands/read.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { returnsCommand } from './commands/returns.ts';
import { sealCommand } from './commands/seal.ts';
import { startCommand } from './commands/start.ts';
import { verifyCommand } from './commands/verify.ts';
import { verifyProofCommand } from './commands/verify-proof.ts';
import { openStore } from './open-store.ts';

const program = new Command('fazhi')
  .description('法治台账：法治政府建设的工作留痕、数据和报告')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [command]', '显示某个命令的帮助')
  .addCommand(startCommand())
  .addCommand(readCommand())
  .addCommand(auditCommand())
  .addCommand(compareCommand())
  .addCommand(planCommand())
  .addCommand(dueCommand())
  .addCommand(calendarCommand(openStore))
  .addCommand(reportCommand(openStore))
  .addCommand(returnsCommand(openStore))
  .addCommand(planExportCommand(openStore))
  .addCommand(assessCommand(openStore))
  .addCommand(overviewCommand(openStore))
  .addCommand(dutiesCommand(openStore))
  .addCommand(importCommand(openStore))
  .addCommand(exportCommand(openStore))
  .addCommand(sealCommand(openStore))
  .addCommand(verifyCommand(openStore))
  .addCommand(verifyProofCommand())
  .addCommand(rebuildCommand(openStore))
  .addCommand(forgetCommand(openStore))
  .addCommand(linksCommand(openStore))
  .addCommand(accountCommand(openStore))
  .addCommand(migrateCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

// Piping into a command that ends early (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await program.parseAsync();
