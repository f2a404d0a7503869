import { type Instant, type LegalDate, legalDateOf } from '../../kernel/dates.ts';
import type { Refusal } from '../../kernel/errors.ts';
import type { Acting } from '../../kernel/identity/posts.ts';
import { canonical } from '../../kernel/ledger/canonical.ts';
import type { JsonObject } from '../../kernel/ledger/json.ts';
import { sm3Hex } from '../../kernel/ledger/sm3.ts';
import type { Entropy } from '../../kernel/procedure/context.ts';
import type { CompiledList } from '../../lists/compile.ts';
import type { ListAction, ListContext, ListWritten } from '../../lists/context.ts';
import { codesOf, decideOperation } from '../../lists/decide.ts';
import type { Sql } from '../connection.ts';
import type { Appended, Appender } from '../steps/append.ts';
import { headsOfList } from './heads.ts';
import { rowsOfList } from './rows.ts';

/** Operations on one list that stand or fall together: a single one, or a batch of an import. */
export interface ListRequest {
  readonly region: string;
  /** Idempotency key: the same key never acts twice. */
  readonly request: string;
  readonly actions: readonly ListAction[];
  readonly now: Instant;
  /** Legal day of the act; today unless said. */
  readonly on?: LegalDate;
  /** The post has been checked by the caller. */
  readonly actor: Acting;
  readonly imported?: boolean;
}

export type ListAnswer =
  | {
      readonly ok: true;
      /** The request had been carried out before; nothing was done this time. */
      readonly again: boolean;
      readonly items: readonly { readonly code: string; readonly seq: number }[];
    }
  /** `at`: place of the action that was refused. */
  | { readonly ok: false; readonly refusal: Refusal; readonly at: number };

export interface ListWorld {
  readonly sql: Sql;
  readonly appender: Appender;
  readonly entropy: Entropy;
}

/** Times a request is decided again because an item had moved on in between. */
const ATTEMPTS = 4;

/** Carries operations on a list out: load the heads, decide, append (two round trips). */
export async function operateList(
  world: ListWorld,
  list: CompiledList,
  asked: ListRequest,
): Promise<ListAnswer> {
  const digest = digestOf(list, asked);
  for (let attempt = 1; ; attempt++) {
    const codes = [...new Set(asked.actions.flatMap((action) => codesOf(action.input)))];
    const heads = new Map(await headsOfList(world.sql, asked.region, list.id, codes));
    const writes: ListWritten[] = [];
    let refused: { refusal: Refusal; at: number } | undefined;
    for (const [at, action] of asked.actions.entries()) {
      const decision = decideOperation(list, heads, action, contextOf(world, asked));
      if (!decision.ok) {
        refused = { refusal: decision.refusal, at };
        break;
      }
      for (const written of decision.writes) heads.set(written.after.code, written.after);
      writes.push(...decision.writes);
    }
    if (refused) return (await doneBefore(world, asked, digest)) ?? { ok: false, ...refused };
    const items = writes.map(({ after }) => ({ code: after.code, seq: after.seq }));
    const appended = await world.appender.append({
      region: asked.region,
      request: asked.request,
      digest,
      outcome: { list: list.id, items },
      at: asked.now,
      rows: rowsOfList(list, asked.request, writes),
    });
    if (appended.result === 'done') return { ok: true, again: false, items };
    if (appended.result === 'again') return again(appended, digest);
    // Stale, or a code that somebody else took a moment ago: looked at again, the list says what is the matter.
    if (attempt >= ATTEMPTS) return { ok: false, at: 0, refusal: stale };
  }
}

function contextOf(world: ListWorld, asked: ListRequest): ListContext {
  return {
    region: asked.region,
    now: asked.now,
    on: asked.on ?? legalDateOf(asked.now),
    request: asked.request,
    actor: asked.actor,
    entropy: world.entropy,
    ...(asked.imported ? { imported: true } : {}),
  };
}

/** A repeated request looks refused (the code is taken now): what it did the first time is its answer. */
async function doneBefore(
  world: ListWorld,
  asked: ListRequest,
  digest: string,
): Promise<ListAnswer | undefined> {
  const [done] = await world.sql<{ digest: string; outcome: JsonObject }[]>`
    select digest, outcome from request where region = ${asked.region} and id = ${asked.request}`;
  return done && again({ result: 'again', ...done }, digest);
}

function again(done: Extract<Appended, { result: 'again' }>, digest: string): ListAnswer {
  if (done.digest === digest) {
    const { items } = done.outcome as { items: { code: string; seq: number }[] };
    return { ok: true, again: true, items };
  }
  return {
    ok: false,
    at: 0,
    refusal: {
      kind: 'request-reused',
      rule: 'kernel.P14',
      message: '这个请求编号已经用于另一项办理，请重新提交。',
    },
  };
}

const stale: Refusal = {
  kind: 'stale',
  rule: 'kernel.P15',
  message: '在您填写期间，他人已先变更了所涉及的事项。您填写的内容仍在，请查看最新情况后再提交。',
};

function digestOf(list: CompiledList, { actions, actor }: ListRequest): string {
  return sm3Hex(
    canonical({ list: list.id, actor: actor.person, actions: actions as unknown as JsonObject[] }),
  );
}
