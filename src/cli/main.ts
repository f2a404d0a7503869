import { Command } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { dueCommand } from './commands/due.ts';
import { migrateCommand } from './commands/migrate.ts';
import { readCommand } from './commands/read.ts';
import { restoreCommand } from './commands/restore.ts';
import { startCommand } from './commands/start.ts';

const program = new Command('fazhi')
  .description('法治台账：法治政府建设的工作留痕、数据和报告')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [command]', '显示某个命令的帮助')
  .addCommand(startCommand())
  .addCommand(readCommand())
  .addCommand(dueCommand())
  .addCommand(migrateCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand());

await program.parseAsync();
