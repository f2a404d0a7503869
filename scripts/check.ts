// Everything that is checked without running the product: lint and format, types, the arrow, generated files.
import { run } from './run.ts';

const checks: readonly (readonly [name: string, tool: string, args: readonly string[]])[] = [
  ['lint', 'biome', ['check', '.']],
  ['types', 'tsc', ['--noEmit']],
  ['arrow', 'node', ['scripts/arrow.ts']],
  ['generated files', 'node', ['scripts/generate.ts', '--check']],
];

const failed: string[] = [];
for (const [name, tool, args] of checks) {
  if ((await run(tool, args)) !== 0) failed.push(name);
}
process.stdout.write(
  failed.length === 0 ? 'checks: all hold\n' : `checks that failed: ${failed.join(', ')}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
