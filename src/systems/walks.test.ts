import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../kernel/calendar/calendar.ts';
import { officialNotices } from '../kernel/calendar/notices.ts';
import type { CompiledProcedure } from '../kernel/procedure/compile.ts';
import type { ProcedureDeclaration } from '../kernel/procedure/declaration.ts';
import { nothingVisited, runWalk, type Visited } from '../kernel/procedure/run-walk.ts';
import type { Walk } from '../kernel/procedure/walk.ts';
import { lawBook } from '../law/index.ts';
import { systems } from './index.ts';

/** A system that can be walked: its declaration and its named cases. */
interface WalkedSystem {
  readonly folder: string;
  readonly procedure: ProcedureDeclaration;
  readonly walks: readonly Walk[];
}

/** What a system's folder exports; nothing where it holds no procedure (a list). */
async function walkedSystem(folder: string): Promise<WalkedSystem[]> {
  const exported = (await import(join(import.meta.dirname, folder, 'index.ts'))) as Record<string, unknown>;
  const procedure = Object.values(exported).find(isProcedure);
  return procedure ? [{ folder, procedure, walks: (exported.walks ?? []) as readonly Walk[] }] : [];
}

function isProcedure(value: unknown): value is ProcedureDeclaration {
  return typeof value === 'object' && value !== null && 'steps' in value && 'stages' in value;
}

const folders = globSync('*/*/index.ts', { cwd: import.meta.dirname })
  .map(dirname)
  .sort();
const walked = (await Promise.all(folders.map(walkedSystem))).flat();
const { registry, alertProcedure } = systems;
const world = {
  procedures: (id: string) => registry.get(id),
  law: lawBook,
  calendar: createCalendar(officialNotices),
  alertProcedure,
};

test('every procedure of the registry has walks in the folder it comes from', () => {
  const withWalks = walked.filter(({ walks }) => walks.length > 0).map(({ procedure }) => procedure.id);
  expect(withWalks.sort()).toEqual(registry.procedures.map(({ id }) => id).sort());
});

describe.each(walked)('$folder', ({ procedure, walks }) => {
  const compiled = registry.get(procedure.id);
  const visited = nothingVisited();

  test.each(walks)('$name', (walk) => {
    expect(runWalk(walk, compiled, world, visited)).toEqual([]);
  });

  test('every step, gate, clock effect, publication and rule is visited by some walk', () => {
    expect(unvisited(compiled, visited)).toEqual([]);
  });
});

/** Names of the declared parts that no walk went through. */
function unvisited(procedure: CompiledProcedure, visited: Visited): string[] {
  const { id, declaration } = procedure;
  const steps = Object.entries(declaration.steps);
  const each = <T>(of: (step: (typeof steps)[number][1]) => readonly T[] | undefined) =>
    steps.flatMap(([, step]) => of(step) ?? []);
  const publications = Object.entries(declaration.publications ?? {}).flatMap(([name, publication]) =>
    ['due', 'publish', ...(publication.withheld ? ['withhold'] : [])].map((op) => `${id}.${name}.${op}`),
  );
  const missing = (kind: string, wanted: readonly string[], seen: ReadonlySet<string>) =>
    [...new Set(wanted)].filter((name) => !seen.has(name)).map((name) => `${kind} ${name}`);
  return [
    ...missing(
      'step',
      steps.map(([name]) => `${id}/${name}`),
      visited.steps,
    ),
    ...missing(
      'gate',
      each((step) => step.gates?.map((gate) => `${id}.${gate.id}`)),
      visited.refusals,
    ),
    ...missing(
      'separation of duty',
      each((step) => step.notBy?.map(() => 'kernel.P5')),
      visited.refusals,
    ),
    ...missing(
      'certificates',
      each((step) => step.officers && ['kernel.P7']),
      visited.refusals,
    ),
    ...missing(
      'clock',
      each((step) => step.clocks?.map((effect) => `${id}.${effect.clock}.${effect.do}`)),
      visited.clocks,
    ),
    ...missing('publication', publications, visited.publications),
    ...missing(
      'rule',
      (declaration.rules ?? []).map((rule) => `${id}.${rule.id}`),
      visited.alerts,
    ),
  ];
}
