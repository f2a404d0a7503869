import type { Command } from 'commander';
import { connect } from '../../store/connection.ts';
import { migrate } from '../../store/migrate.ts';
import { type DatabaseOptions, databaseCommand, onDatabase } from './on-database.ts';

/** `fazhi migrate` */
export function migrateCommand(): Command {
  return databaseCommand('migrate', '把数据库结构更新到本程序的版本（start 会自动执行）').action(
    (options: DatabaseOptions) =>
      onDatabase(
        options,
        async ({ adminUrl }, onProgress) => {
          const admin = connect(adminUrl, { max: 1 });
          try {
            return { applied: await migrate(admin, { onProgress }) };
          } finally {
            await admin.end();
          }
        },
        ({ applied }) =>
          applied.length === 0
            ? '数据库结构已是最新。'
            : `已执行 ${applied.length} 个迁移：${applied.join('，')}`,
      ),
  );
}
