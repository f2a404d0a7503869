// Brings a fresh clone to a state in which every other script runs. Plain JavaScript for any Node >= 20:
// it runs before the project's own runtime is installed. Installs packages when the lockfile changed since
// the last install; does nothing otherwise.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const quiet = process.argv.includes('--quiet');
const say = (text) => {
  if (!quiet) process.stderr.write(`${text}\n`);
};

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(`需要 Node.js 20 或以上版本，当前为 ${process.versions.node}。\n`);
  process.exit(1);
}

const lock = readFileSync(join(root, 'package-lock.json'));
const stamp = join(root, 'node_modules', '.fazhi-installed');
const wanted = createHash('sha256').update(lock).digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted) {
  say('正在安装依赖（首次约一分钟）…');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, wanted);
}
