import type { Command } from 'commander';
import { backup } from '../../store/backup/backup.ts';
import { type DatabaseOptions, databaseCommand, onDatabase, readableSize } from './on-database.ts';

/** `fazhi backup FILE` */
export function backupCommand(): Command {
  return databaseCommand('backup', '备份全部数据和文件到一个归档，系统可照常运行')
    .argument('<文件>', '归档文件，如 fazhi.tar；已有的同名文件将被替换')
    .action((to: string, options: DatabaseOptions) =>
      onDatabase(
        options,
        ({ adminUrl, files }, onProgress) => backup({ adminUrl, files, to, onProgress }),
        (done) =>
          [
            `备份完成：${done.file}（${readableSize(done.bytes)}），${done.tables} 张表 ${done.rows} 行，文件 ${done.files} 个。`,
            `备份指纹（SM3）：${done.fingerprint}`,
            '请把指纹另行保存，恢复时用 --fingerprint 核对。归档含个人信息，请妥善保管。',
          ].join('\n'),
      ),
    );
}
