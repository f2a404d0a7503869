import type { z } from 'zod';
import type { LawBook } from '../clock/law.ts';
import { DeclarationError } from '../errors.ts';
import { postKinds } from '../identity/posts.ts';
import type { CountRule } from '../indicator/declaration.ts';
import { offersProblem, rowOfProblem } from './chosen-item.ts';
import type { ProcedureDeclaration, StepDeclaration } from './declaration.ts';
import { fieldMeta, personalFields, takenAtDesk } from './field-meta.ts';
import { rowsFromProblem } from './rows-from.ts';
import { rowsListedProblem } from './rows-listed.ts';

/** A declaration that has been checked, with the look-ups the engine needs. */
export interface CompiledProcedure {
  readonly declaration: ProcedureDeclaration;
  readonly id: string;
  readonly version: number;
  readonly startSteps: readonly string[];
  readonly personal: ReadonlyMap<string, readonly string[]>;
  readonly allPersonal: ReadonlySet<string>;
  readonly countRules: ReadonlyMap<string, readonly { indicator: string; rule: CountRule }[]>;
}

/** Checks a declaration completely, or throws a DeclarationError that names system and field (SPEC P1). */
export function compile(declaration: ProcedureDeclaration, law: LawBook): CompiledProcedure {
  const check = checker(declaration);
  checkHead(declaration, check);
  for (const [id, step] of Object.entries(declaration.steps)) checkStep(declaration, id, step, check);
  checkStages(declaration, check);
  checkLaw(declaration, law, check);
  checkParts(declaration, check);
  const personal = new Map(
    Object.entries(declaration.steps).map(([id, step]) => [id, personalFields(step.fields)] as const),
  );
  return {
    declaration,
    id: declaration.id,
    version: declaration.version,
    startSteps: Object.keys(declaration.steps).filter((id) => declaration.steps[id]!.from.length === 0),
    personal,
    allPersonal: new Set([...personal.values()].flat()),
    countRules: countRules(declaration),
  };
}

type Check = (condition: boolean, path: string, problem: string) => void;

function checker(declaration: ProcedureDeclaration): Check {
  return (condition, path, problem) => {
    if (!condition) throw new DeclarationError(declaration.id, path, problem);
  };
}

function checkHead(d: ProcedureDeclaration, check: Check): void {
  check(/^[a-z][a-z0-9-]*$/.test(d.id), 'id', 'lower-case letters, digits and hyphens');
  check(Number.isInteger(d.version) && d.version >= 1, 'version', 'a whole number from 1');
  check(/^[A-Z]{2,4}$/.test(d.prefix), 'prefix', 'two to four capital letters');
  check(d.basis.length > 0, 'basis', 'at least one legal basis');
  check(
    d.board === undefined || d.board.startsWith('/'),
    'board',
    'the path of a page, from its first stroke',
  );
  check(d.board === undefined || d.desk === undefined, 'board', 'its desk is its board already');
  const mains = Object.values(d.clocks ?? {}).filter((clock) => clock.main);
  check(mains.length <= 1, 'clocks', 'at most one main clock');
}

function checkStep(d: ProcedureDeclaration, id: string, step: StepDeclaration, check: Check): void {
  const at = `steps.${id}`;
  const shape = step.fields.shape;
  check(/^[a-z][a-z0-9-]*$/.test(id), at, 'lower-case letters, digits and hyphens');
  for (const stage of [...step.from, ...(step.to ?? [])]) {
    check(stage in d.stages, `${at}`, `unknown stage ${stage}`);
  }
  for (const [name, field] of Object.entries(shape)) {
    checkField(d, step, field as z.ZodType, `${at}.fields.${name}`, check);
  }
  check(step.by.length > 0, `${at}.by`, 'nobody may take it');
  check(!step.afterClosing || step.to === undefined, `${at}.afterClosing`, 'leaves a closed matter as it is');
  for (const post of step.by) check(post in postKinds, `${at}.by`, `unknown kind of post ${post}`);
  const ends = (step.to ?? []).some((stage) => d.stages[stage]?.final);
  check(
    ends === (step.outcome !== undefined),
    `${at}.outcome`,
    'given exactly where a final stage is reached',
  );
  if (step.from.length === 0)
    check((step.to ?? []).length > 0, `${at}.to`, 'an opening step must reach a stage');
  if (step.officers) {
    const field = shape[step.officers.field] as z.ZodType | undefined;
    check(
      field !== undefined && fieldMeta(field)?.widget === 'people',
      `${at}.officers.field`,
      'names no field of people',
    );
  }
  check(!takenAtDesk(step.fields) || d.desk !== undefined, `${at}.fields`, 'provided values without a desk');
  for (const separation of step.notBy ?? []) {
    for (const other of separation.from) check(other in d.steps, `${at}.notBy`, `unknown step ${other}`);
  }
  for (const effect of step.clocks ?? []) {
    const clock = d.clocks?.[effect.clock];
    check(clock !== undefined, `${at}.clocks`, `unknown clock ${effect.clock}`);
    check(effect.do !== 'move' || clock?.set !== undefined, `${at}.clocks`, `${effect.clock} has no set day`);
  }
  for (const publication of step.publishes ?? []) {
    check(publication in (d.publications ?? {}), `${at}.publishes`, `unknown publication ${publication}`);
  }
  const pinned = Object.values(d.steps).some(
    (each) => step.forItems && step.forItems.pin in (each.pins ?? {}),
  );
  check(!step.forItems || pinned, `${at}.forItems`, `no step pins ${step.forItems?.pin}`);
  for (const publication of step.expects ?? []) {
    check(publication in (d.publications ?? {}), `${at}.expects`, `unknown publication ${publication}`);
  }
  for (const opening of step.opens ?? []) {
    const told = opening.input !== undefined || opening.each !== undefined;
    check(told && !(opening.input && opening.each), `${at}.opens`, 'either `input` or `each`');
  }
  for (const steering of step.steers ?? []) {
    const links = Object.values(d.steps).flatMap(({ opens }) => opens ?? []);
    check(
      links.some(({ link }) => link === steering.link),
      `${at}.steers`,
      `no step opens a child as ${steering.link}`,
    );
  }
  for (const document of step.documents ?? []) {
    check(document in (d.documents ?? {}), `${at}.documents`, `unknown document ${document}`);
  }
  for (const claim of step.claims ?? [])
    check(claim.field in shape, `${at}.claims`, `unknown field ${claim.field}`);
  for (const [pin, source] of Object.entries(step.pins ?? {})) {
    check(source.field in shape, `${at}.pins.${pin}`, `unknown field ${source.field}`);
  }
  const gates = (step.gates ?? []).map((gate) => gate.id);
  check(new Set(gates).size === gates.length, `${at}.gates`, 'two gates of one id');
}

function checkField(
  d: ProcedureDeclaration,
  step: StepDeclaration,
  field: z.ZodType,
  at: string,
  check: Check,
): void {
  const meta = fieldMeta(field);
  check(meta !== undefined, at, 'not made with the field words');
  const listed = meta?.listed && rowsListedProblem(meta.listed, field, step.fields);
  check(listed === undefined, at, listed ?? '');
  const row = meta?.of && rowOfProblem(meta.of, step);
  check(row === undefined, at, row ?? '');
  if (!meta?.from && !meta?.offers) return;
  const pins = Object.values(d.steps).flatMap((each) => Object.values(each.pins ?? {}));
  const pinned = new Set(pins.map((pin) => pin.field));
  const problem =
    (meta.from && rowsFromProblem(meta.from, field, step.fields, pinned)) ??
    (meta.offers && offersProblem(meta.offers, step.fields, pinned));
  check(problem === undefined, at, problem ?? '');
}

function checkStages(d: ProcedureDeclaration, check: Check): void {
  const steps = Object.values(d.steps);
  const reached = new Set(steps.flatMap((step) => step.to ?? []));
  const left = new Set(steps.filter((step) => step.to).flatMap((step) => step.from));
  check(
    steps.some((step) => step.from.length === 0),
    'steps',
    'no step opens the matter',
  );
  for (const [id, stage] of Object.entries(d.stages)) {
    check(reached.has(id), `stages.${id}`, 'no step reaches it');
    if (stage.final) check(!left.has(id), `stages.${id}`, 'final, yet a step leaves it');
    else check(left.has(id), `stages.${id}`, 'no step leaves it, yet it is not final');
  }
}

function checkLaw(d: ProcedureDeclaration, law: LawBook, check: Check): void {
  for (const [id, clock] of Object.entries(d.clocks ?? {})) {
    if (typeof clock.rule === 'string') {
      check(law.find(clock.rule) !== undefined, `clocks.${id}.rule`, `unknown provision ${clock.rule}`);
    }
  }
  for (const [id, publication] of Object.entries(d.publications ?? {})) {
    if (typeof publication.rule !== 'string') continue;
    check(
      law.find(publication.rule) !== undefined,
      `publications.${id}.rule`,
      `unknown provision ${publication.rule}`,
    );
  }
  const bases = [
    ...d.basis,
    ...Object.values(d.steps).flatMap((s) => [
      ...(s.gates ?? []).map((g) => g.basis),
      ...(s.notBy ?? []).map((n) => n.basis),
      ...(s.basis ? [s.basis] : []),
      ...(s.officers ? [s.officers.basis] : []),
    ]),
    ...(d.rules ?? []).map((r) => r.basis),
  ];
  for (const basis of bases) {
    if (basis.provision !== undefined) {
      check(law.find(basis.provision) !== undefined, 'basis', `unknown provision ${basis.provision}`);
    }
  }
}

function checkParts(d: ProcedureDeclaration, check: Check): void {
  const fields = new Set(Object.values(d.steps).flatMap((step) => Object.keys(step.fields.shape)));
  for (const name of d.search ?? []) check(fields.has(name), 'search', `unknown field ${name}`);
  for (const rule of d.rules ?? []) {
    for (const step of rule.after) check(step in d.steps, `rules.${rule.id}`, `unknown step ${step}`);
  }
  const ids = new Set<string>();
  for (const indicator of d.indicators ?? []) {
    check(!ids.has(indicator.id), `indicators.${indicator.id}`, 'declared twice');
    ids.add(indicator.id);
    if (indicator.measure === 'rate') continue;
    for (const rule of indicator.counts) {
      for (const step of rule.on) {
        check(step in d.steps || step.startsWith('$'), `indicators.${indicator.id}`, `unknown step ${step}`);
      }
    }
  }
  for (const name of Object.keys(d.stages)) {
    check(/^[a-z][a-z0-9-]*$/.test(name), `stages.${name}`, 'lower-case letters, digits and hyphens');
  }
}

function countRules(d: ProcedureDeclaration): Map<string, { indicator: string; rule: CountRule }[]> {
  const rules = new Map<string, { indicator: string; rule: CountRule }[]>();
  for (const indicator of d.indicators ?? []) {
    if (indicator.measure === 'rate') continue;
    for (const rule of indicator.counts) {
      for (const step of rule.on) {
        rules.set(step, [...(rules.get(step) ?? []), { indicator: indicator.id, rule }]);
      }
    }
  }
  return rules;
}
