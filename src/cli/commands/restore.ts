import type { Command } from 'commander';
import { restore } from '../../store/backup/restore.ts';
import { type DatabaseOptions, databaseCommand, onDatabase } from './on-database.ts';

/** `fazhi restore FILE [--fingerprint HEX]` */
export function restoreCommand(): Command {
  return databaseCommand('restore', '把备份恢复到空的数据库，先校验后写入')
    .argument('<文件>', '由 backup 生成的归档文件')
    .option('--fingerprint <指纹>', '备份时记下的指纹，不符则拒绝恢复')
    .action((from: string, options: DatabaseOptions & { fingerprint?: string }) =>
      onDatabase(
        options,
        ({ adminUrl, files }, onProgress) =>
          restore({ adminUrl, files, from, fingerprint: options.fingerprint, onProgress }),
        (done) =>
          `恢复完成：${done.takenAt} 的备份，${done.tables} 张表 ${done.rows} 行，文件 ${done.files} 个，校验一致。\n备份中的登录和一次性登录链接已全部作废（登录${done.closed.sessions}个，链接${done.closed.links}个），已记入审计；所有人须重新登录。\n备份指纹（SM3）：${done.fingerprint}\n启动前请把原系统的 identity-key 放回数据目录；没有它，管理员须重新绑定动态口令（fazhi account reset-second-factor）。`,
      ),
    );
}
