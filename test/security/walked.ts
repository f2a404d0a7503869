import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostKindId } from '../../src/kernel/identity/posts.ts';
import type { JsonObject } from '../../src/kernel/ledger/json.ts';
import type { CompiledProcedure } from '../../src/kernel/procedure/compile.ts';
import { providedFields } from '../../src/kernel/procedure/field-meta.ts';
import { filesIn } from '../../src/kernel/procedure/files-in.ts';
import type { MatterState } from '../../src/kernel/procedure/matter.ts';
import type { Walk, WalkAct } from '../../src/kernel/procedure/walk.ts';
import { keepUpload } from '../../src/store/matters/files.ts';
import { systems } from '../../src/systems/index.ts';
import { cookieOf, employ, type House, REGION } from './house.ts';

const FOLDER = join(import.meta.dirname, '../../src/systems');

export interface WalkedProcedure {
  readonly procedure: CompiledProcedure;
  readonly walks: readonly Walk[];
}

/** Every procedure with its cases. */
export async function walkedProcedures(): Promise<WalkedProcedure[]> {
  const folders = globSync('*/*/index.ts', { cwd: FOLDER }).map(dirname).sort();
  const found = await Promise.all(
    folders.map(async (folder) => {
      const exported = (await import(join(FOLDER, folder, 'index.ts'))) as Record<string, unknown>;
      const declared = Object.values(exported).find(
        (value) => typeof value === 'object' && value !== null && 'steps' in value && 'stages' in value,
      ) as { id: string } | undefined;
      const procedure = declared && systems.registry.find(declared.id);
      return procedure ? [{ procedure, walks: (exported.walks ?? []) as readonly Walk[] }] : [];
    }),
  );
  return found.flat();
}

/** An act of a walk as it is about to be done, or has been done, in the house. */
export interface WalkedAct {
  readonly walk: Walk;
  readonly act: WalkAct;
  readonly procedure: CompiledProcedure;
  /** Absent for the act that opens the matter. */
  readonly matter: string | undefined;
  readonly unit: string | undefined;
  readonly actor: { readonly person: string; readonly post: string; readonly kind: PostKindId };
  readonly input: JsonObject;
  /** The system and applicants act without a session. */
  readonly vouched: boolean;
}

export interface Replay {
  /** Input of an act as it is sent instead of the walk's own. */
  readonly change?: (input: JsonObject, procedure: CompiledProcedure, act: WalkAct) => JsonObject;
  readonly before?: (act: WalkedAct) => Promise<void>;
  readonly after?: (act: WalkedAct, answer: { status: number; text: string }) => Promise<void>;
}

const UNIT = 'unit-1';
let requests = 0;

/** Does the acts of a walk through the routes of the house; answers what differs from what the walk expects. */
export async function replay(
  house: House,
  { procedure }: WalkedProcedure,
  walk: Walk,
  { change = (input) => input, before, after }: Replay,
): Promise<{ root: string | undefined; problems: string[] }> {
  await furnish(house, walk);
  await uploadAll(house, walk);
  const problems: string[] = [];
  let root: string | undefined;
  for (const [index, act] of walk.acts.entries()) {
    const state = await target(house, root, act.child);
    const acting = state ? systems.registry.get(state.procedure, state.version) : procedure;
    const actor = actorOf(walk, act);
    const walked: WalkedAct = {
      walk,
      act,
      procedure: acting,
      matter: state?.id,
      unit: state?.unit,
      actor,
      input: change(act.input ?? {}, acting, act),
      vouched:
        ['system', 'applicant'].includes(actor.kind) || (!state && acting.declaration.onlyAsChild === true),
    };
    house.setClock(`${act.on}T02:00:0${index % 10}.000Z`);
    await before?.(walked);
    const answer = await perform(house, walked);
    await after?.(walked, answer);
    const rule = answer.status === 200 ? undefined : (JSON.parse(answer.text) as { rule: string }).rule;
    // Who may not know of the matter is refused as if there were none, whatever the kernel says.
    const hidden = rule === 'kernel.P0' && act.expect.refused === 'kernel.P4';
    if (rule !== act.expect.refused && !hidden) {
      problems.push(
        `${walk.name} #${index + 1} ${act.step}: ${rule ?? 'done'} instead of ${act.expect.refused ?? 'done'} ${answer.text.slice(0, 300)}`,
      );
      return { root, problems };
    }
    if (answer.status === 200) root ??= (JSON.parse(answer.text) as { matter: string }).matter;
  }
  return { root, problems };
}

function actorOf(walk: Walk, act: WalkAct): WalkedAct['actor'] {
  const { kind, unit = UNIT, person = act.by } = walk.actors[act.by]!;
  return { person, kind, post: `${kind}@${unit}@` };
}

async function target({ world }: House, root: string | undefined, link: string | undefined) {
  if (!root) return undefined;
  const [row] = await world.sql<{ state: MatterState }[]>`
    select state from matter where region = ${REGION} and id = ${root}`;
  if (!link) return row!.state;
  const child = row!.state.children.findLast((entry) => entry.link === link)!.matter;
  const [found] = await world.sql<{ state: MatterState }[]>`
    select state from matter where region = ${REGION} and id = ${child}`;
  return found!.state;
}

export async function perform(house: House, walked: WalkedAct): Promise<{ status: number; text: string }> {
  const { procedure, matter, act, actor, input } = walked;
  const request = `walk-request-${++requests}`;
  const step = procedure.declaration.steps[act.step];
  const provided = step ? providedFields(step.fields).map(({ name }) => name) : [];
  const split = {
    input: Object.fromEntries(Object.entries(input).filter(([name]) => !provided.includes(name))),
    provided: Object.fromEntries(Object.entries(input).filter(([name]) => provided.includes(name))),
  };
  if (walked.vouched) {
    const { unit = UNIT } = walked.walk.actors[act.by]!;
    const answer = await house.world.run({
      region: REGION,
      procedure: procedure.id,
      ...(matter ? { matter } : {}),
      step: act.step,
      ...split,
      request,
      now: house.now(),
      actor: { vouched: { ...actor, name: actor.person, unit } },
    });
    return answer.ok
      ? { status: 200, text: JSON.stringify({ matter: answer.matter }) }
      : { status: 422, text: JSON.stringify(answer.refusal) };
  }
  if (provided.some((name) => name in input)) {
    // What only the product puts in comes through the desk of the procedure, in the name of whoever sits there.
    const answer = await house.world.run({
      region: REGION,
      procedure: procedure.id,
      ...(matter ? { matter } : {}),
      step: act.step,
      ...split,
      request,
      now: house.now(),
      actor: { person: actor.person, post: actor.post },
    });
    return answer.ok
      ? { status: 200, text: JSON.stringify({ matter: answer.matter }) }
      : { status: 422, text: JSON.stringify(answer.refusal) };
  }
  const path = matter
    ? `/api/matters/${procedure.id}/${matter}/${act.step}`
    : `/api/procedures/${procedure.id}/${act.step}`;
  const answer = await house.call(cookieOf(actor.person, actor.post), 'POST', path, { request, input });
  return { status: answer.status, text: await answer.text() };
}

/** The files of a walk count as uploaded by everybody in it, in the size of whichever act names one first. */
async function uploadAll({ database }: House, walk: Walk): Promise<void> {
  const at = '2000-01-01T00:00:00Z';
  const persons = [...new Set(walk.acts.map((act) => actorOf(walk, act).person))];
  for (const { sm3, size } of filesIn(walk.acts.map(({ input }) => input ?? {}))) {
    for (const person of persons) {
      await keepUpload(database.sql, { region: REGION, sm3, size, type: 'text/plain', person, at });
    }
  }
}

/** People, posts, certificates and list items of a walk, in place of those of the walk before. */
async function furnish({ database, world }: House, walk: Walk): Promise<void> {
  const { admin } = database;
  await admin.unsafe(
    'delete from certificate; delete from claim; delete from list_version; delete from holding',
  );
  for (const [name, { kind, unit = UNIT, person = name }] of Object.entries(walk.actors)) {
    if (kind === 'system' || kind === 'applicant') continue;
    await employ(admin, person, kind, unit, `${kind}@${unit}@`);
  }
  for (const { person, from, to, scope, suspended, name, ...certificate } of walk.certificates ?? []) {
    await admin`insert into person ${admin({ region: REGION, id: person, name, pinyin: '', unit: certificate.unit, active: true })}
      on conflict do nothing`;
    await admin`
      insert into certificate (region, person, kind, number, unit, from_date, to_date, scope, suspended, matter)
      values (${REGION}, ${person}, ${certificate.kind}, ${certificate.number}, ${certificate.unit}, ${from}, ${to},
        ${scope as string[]}, ${JSON.stringify(suspended)}::text::jsonb, gen_random_uuid()) on conflict do nothing`;
  }
  for (const [list, items] of Object.entries(walk.items ?? {})) {
    for (const [code, { name, ...item }] of Object.entries(items)) {
      await admin`
        insert into list_version (region, list, code, from_date, seq, to_date, status, operation, name, kind, unit, item, event, terms)
        values (${REGION}, ${list}, ${code}, '2000-01-01', 1, null, 'in-force', 'establish', ${String(name)}, '', ${UNIT},
          ${JSON.stringify(item)}::text::jsonb, gen_random_uuid(), '{}')`;
    }
  }
  await world.refresh();
}
