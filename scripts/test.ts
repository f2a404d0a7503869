// All tests: unit, store and browser. Builds the console first, since the browser opens what a user would.
// The last line is `N passed, N failed` over all of them.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.ts';

const results = join(root, '.fazhi-test-results.json');
const only = process.argv.slice(2);

const built = await run('node', ['scripts/build.ts']);
rmSync(results, { force: true });
const code = await run('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  ...only,
]);

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}
const told = existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Results) : undefined;
rmSync(results, { force: true });
const passed = told?.numPassedTests ?? 0;
// A file that could not even be loaded has failed, though no test of it ran.
const failed = told ? Math.max(told.numFailedTests, code === 0 ? 0 : 1) : 1;
process.stdout.write(`\n${passed} passed, ${failed + (built === 0 ? 0 : 1)} failed\n`);
process.exit(code === 0 && built === 0 && passed > 0 ? 0 : 1);
