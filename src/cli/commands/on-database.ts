import { Command } from 'commander';
import { type Database, resolveDatabase } from '../../store/database.ts';

/** What every command on the database takes. */
export interface DatabaseOptions {
  readonly home?: string;
  readonly json?: boolean;
}

/** A command that opens the database: `--home` says which, `--json` makes the result one line of JSON. */
export function databaseCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--home <目录>', '数据目录（默认取 FAZHI_HOME，其次为程序目录下的 .fazhi）')
    .option('--json', '以 JSON 输出结果');
}

/**
 * Runs `work` on the database and prints its result to standard output; progress and errors go to standard
 * error. The exit code is 0 when done, 1 when refused or failed. With `--json` an error is `{"error": "…"}`.
 */
export async function onDatabase<T extends object>(
  options: DatabaseOptions,
  work: (database: Database, onProgress: (text: string) => void) => Promise<T>,
  describe: (result: T) => string,
): Promise<void> {
  const onProgress = (text: string): void => void process.stderr.write(`${text}\n`);
  try {
    const database = await resolveDatabase({ home: options.home, onProgress });
    try {
      const result = await work(database, onProgress);
      process.stdout.write(`${options.json ? JSON.stringify(result) : describe(result)}\n`);
    } finally {
      await database.stop();
    }
  } catch (error) {
    const message = explain(error);
    if (options.json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: '找不到文件或目录',
  EACCES: '没有权限读写',
  EISDIR: '需要文件，给出的是目录',
  ENOSPC: '磁盘空间不足，无法写入',
};

function explain(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : FILE_ERRORS[code];
  return known ? `${known}：${path ?? message}` : (message ?? String(error));
}

/** A size as users read it: 1.5 MB. */
export function readableSize(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  return `${power === 0 ? bytes : (bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}
