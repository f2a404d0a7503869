import { type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { Refusal } from '../../kernel/errors.ts';
import { type Acting, postKinds } from '../../kernel/identity/posts.ts';
import { filesIn } from '../../kernel/procedure/files-in.ts';
import { writeAudit } from '../../store/identity/audit.ts';
import { postsHeldOn } from '../../store/identity/sessions.ts';
import { type KeptFile, keptFiles } from '../../store/matters/files.ts';
import type { StepRequest } from '../../store/steps/run.ts';
import { seenBy } from '../handlers/visible.ts';
import { actingOf, type Session } from '../session.ts';
import type { World } from '../world.ts';
import { readableFile } from './reading.ts';
import type { FileStore, StoredBytes } from './store.ts';

// A digest is no key: whoever has learnt one may neither read its file nor bind it to a matter of his own
// (docs/decisions/0013). He uses what he brought up himself, and what a matter opens to him.

/** Files as one person may use them. */
export interface OwnFiles {
  /** The stored bytes; undefined where there are none, or none for this person. */
  open(sm3: string): Promise<StoredBytes | undefined>;
}

type Place = Pick<World, 'sql' | 'region' | 'systems'>;
type Person = Pick<Acting, 'person' | 'post' | 'kind' | 'unit'>;

/** The files the person of a session may use from his present post. */
export function ownFiles(world: Place, files: FileStore, session: Session, now: string): OwnFiles {
  return {
    async open(sm3) {
      const [kept] = await keptFiles(world.sql, {
        region: session.region,
        person: session.person.id,
        sm3s: [sm3],
      });
      if (!kept || !(await mayUse(world, actingOf(session), kept, now))) return undefined;
      return files.stored(sm3);
    },
  };
}

/**
 * Why the files that a step names may not be bound by its actor; undefined where they may. What the system or a visitor
 * of the portal hands in is vouched for by the caller, and what the product puts in itself is not asked about.
 */
export async function bindingRefusal(world: Place, asked: StepRequest): Promise<Refusal | undefined> {
  if ('vouched' in asked.actor) return undefined;
  const files = filesIn(asked.input);
  if (files.length === 0) return undefined;
  const { region, now, actor } = asked;
  const sm3s = [...new Set(files.map(({ sm3 }) => sm3))];
  const known = await keptFiles(world.sql, { region, person: actor.person, sm3s });
  const kept = new Map(known.map((file) => [file.sm3, file]));
  const person = known.every(({ brought }) => brought)
    ? undefined
    : await personIn(world, region, actor, legalDateOf(now));
  for (const { sm3, size, name } of files) {
    const file = kept.get(sm3);
    if (file?.size === size && (file.brought || (person && (await mayUse(world, person, file, now)))))
      continue;
    return {
      kind: 'invalid',
      rule: 'files.unknown',
      message: `附件“${name}”没有由您上传成功，也不在您可以打开的办件里。请由您本人重新上传后再提交。`,
    };
  }
  return undefined;
}

/** Whether a person may use a kept file. One who names somebody else's is told nothing of it, the auditor is. */
async function mayUse(world: Place, acting: Person, file: KeptFile, now: string): Promise<boolean> {
  if (file.brought) return true;
  const { region, sql, systems } = world;
  const { person, post, kind } = acting;
  const bound = await readableFile(sql, {
    region: region.code,
    sm3: file.sm3,
    sees: (matter) => seenBy(world, acting, matter),
    opener: { kind, personal: postKinds[kind].personal },
    procedure: systems.registry.get,
  });
  if (bound) return true;
  const detail = `file.use files.others ${file.sm3}`;
  await writeAudit(sql, { region: region.code, at: now, person, post, kind: 'refused', detail });
  return false;
}

/** The actor of a step with his post, where he holds it on the day. */
async function personIn(
  { sql }: Place,
  region: string,
  { person, post }: { readonly person: string; readonly post: string },
  on: LegalDate,
): Promise<Person | undefined> {
  const held = (await postsHeldOn(sql, { region, person, on })).find(({ id }) => id === post);
  return held && { person, post, kind: held.kind, unit: held.unit };
}
