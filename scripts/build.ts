// Builds the console when its sources changed since the last build; does nothing otherwise.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.ts';

const stamp = join(root, 'dist', '.console-stamp');

const hash = createHash('sha256');
const sources = globSync(['console/**/*', 'src/client/**/*.ts', 'src/kernel/**/*.ts', 'package-lock.json'], {
  cwd: root,
});
for (const path of sources.sort()) {
  if (/\.test\.tsx?$/.test(path)) continue;
  try {
    hash.update(path).update(readFileSync(join(root, path)));
  } catch {
    // A folder: its files are listed themselves.
  }
}
const wanted = hash.digest('hex');

const stands = existsSync(join(root, 'dist', 'console', 'index.html')) && existsSync(stamp);
if (!stands || readFileSync(stamp, 'utf8') !== wanted) {
  process.stdout.write('正在构建工作台…\n');
  const code = await run('vite', ['build', 'console', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, wanted);
}
