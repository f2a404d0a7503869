// The arrow of ARCHITECTURE.md, checked: which room may import from which, and that no file comes back to itself by
// its imports, be they of types alone. Exits 1 with every breach.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circles } from './circles.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the systems declare and what they stand on. */
const declared = ['src/kernel', 'src/law', 'src/lists', 'src/systems'];
const papers = ['src/reports/writing', 'src/reports/reading', 'src/reports/auditing'];
const served = [...declared, 'src/yearly', 'src/reports', ...papers];

/** Room → rooms it may import from, besides itself. The longest matching path names the room of a file. */
const mayImport: Record<string, readonly string[]> = {
  'src/kernel': [],
  'src/law': ['src/kernel'],
  'src/lists': ['src/kernel', 'src/law'],
  'src/systems': ['src/kernel', 'src/law', 'src/lists'],
  'src/yearly': declared,
  'src/reports': [...declared, 'src/yearly', ...papers],
  // Reading a document needs nothing of the product: it could leave as a library of its own.
  'src/reports/writing': ['src/kernel'],
  'src/reports/reading': ['src/kernel', 'src/reports/writing'],
  'src/reports/auditing': ['src/kernel', 'src/reports/reading'],
  // A port is implemented over the kernel's words; which systems exist is told to the store from outside.
  'src/store': ['src/kernel', 'src/law', 'src/lists'],
  'src/client': ['src/kernel'],
  'src/demo': [...declared, 'src/yearly', 'src/store', 'src/reports', 'src/reports/reading'],
  'src/server': [...served, 'src/store', 'src/client', 'portal'],
  'src/cli': [...served, 'src/store', 'src/server', 'src/client', 'src/demo'],
  console: ['src/client'],
  portal: ['src/client'],
};

const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length);
const roomOf = (path: string): string | undefined =>
  rooms.find((room) => path === room || path.startsWith(`${room}/`));
const isTest = (path: string): boolean =>
  /\.test\.tsx?$|\.testing\.ts$|test-support|\/testing\/|\.fixture\.ts$/.test(path);

const breaches: string[] = [];
const importsOf = new Map<string, string[]>();
for (const path of globSync(['src/**/*.ts', 'console/**/*.{ts,tsx}', 'portal/**/*.ts'], { cwd: root })) {
  if (isTest(path) || path.includes('node_modules')) continue;
  const room = roomOf(path);
  if (!room) {
    breaches.push(`${path}: stands in no room of scripts/arrow.ts`);
    continue;
  }
  const text = readFileSync(join(root, path), 'utf8');
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    relative(root, join(root, dirname(path), target!)),
  );
  importsOf.set(path, targets);
  for (const to of targets) {
    const other = roomOf(to);
    if (!other || other === room || mayImport[room]!.includes(other)) continue;
    breaches.push(`${path}: ${room} must not import from ${other} (${to})`);
  }
}
for (const circle of circles(importsOf)) {
  breaches.push(`${circle.join(' → ')}: a circle of imports; what both need belongs in a file of its own`);
}

for (const breach of breaches) process.stderr.write(`${breach}\n`);
if (breaches.length > 0) process.exit(1);
process.stdout.write('arrow: every import runs forward, none in a circle\n');
