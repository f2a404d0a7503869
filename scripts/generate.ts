// Writes what is derived and kept in the repository for its readers: docs/openapi.json and a flow chart of every
// procedure in docs/charts. With --check nothing is written: exits 1 and names every file that is out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartOfProcedure, layout } from '../src/kernel/procedure/chart.ts';
import { chartSvg } from '../src/kernel/procedure/chart-svg.ts';
import { openApi } from '../src/server/openapi/document.ts';
import { systems } from '../src/systems/index.ts';
import { root } from './run.ts';

const { procedures } = systems.registry;
const wanted = new Map<string, string>([
  ['docs/openapi.json', formatted('docs/openapi.json', JSON.stringify(openApi(procedures)))],
  ...procedures.map(({ id, declaration }): [string, string] => [
    `docs/charts/${id}.svg`,
    `${chartSvg(layout(chartOfProcedure(declaration)), { prefix: id })}\n`,
  ]),
]);
/** Charts of procedures that are gone. */
const left = globSync('docs/charts/*.svg', { cwd: root }).filter((path) => !wanted.has(path));
const stale = [...wanted].filter(([path, text]) => present(path) !== text).map(([path]) => path);

if (process.argv.includes('--check')) {
  for (const path of [...stale, ...left]) process.stderr.write(`${path}: out of date\n`);
  if (stale.length + left.length > 0) {
    process.stderr.write('run: node scripts/generate.ts\n');
    process.exit(1);
  }
  process.stdout.write(`generated: ${wanted.size} files are up to date\n`);
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), wanted.get(path)!);
  }
  for (const path of left) rmSync(join(root, path));
  process.stdout.write(`generated: ${stale.length} written, ${left.length} removed\n`);
}

function present(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

/** As the formatter of the house sets it, so that lint and generator agree. */
function formatted(path: string, text: string): string {
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const done = spawnSync(biome, ['format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`biome format: ${done.stderr}`);
  return done.stdout;
}
