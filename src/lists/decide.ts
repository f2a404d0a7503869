import type { LegalDate } from '../kernel/dates.ts';
import type { Refusal } from '../kernel/errors.ts';
import type { LedgerEvent } from '../kernel/ledger/event.ts';
import type { JsonObject } from '../kernel/ledger/json.ts';
import { parseInput } from '../kernel/procedure/checks.ts';
import { type Change, changesOf } from './changes.ts';
import { checkDay, checkHead, checkPost, refusal } from './checks.ts';
import type { CompiledList } from './compile.ts';
import type { Heads, ListAction, ListContext, ListDecision, ListWritten } from './context.ts';
import { countsOfItem } from './indicators.ts';
import { evolveItem, versionAfter } from './item.ts';
import { operationWord } from './operations.ts';

/**
 * The only way to change a list (SPEC K1). Pure. The first write is the item named by `code`; a merger or a split
 * brings the others in the same request.
 */
export function decideOperation(
  list: CompiledList,
  heads: Heads,
  action: ListAction,
  context: ListContext,
): ListDecision {
  const word = operationWord(action.operation);
  const form = list.forms.get(action.operation);
  if (!form) {
    const known = list.declaration.operations.map((id) => operationWord(id).name).join('、');
    return no(
      refusal('invalid', 'K1', `${list.declaration.name}不办理“${word.name}”，可以办理的有：${known}。`),
    );
  }
  const wrongPost = checkPost(list, word.name, context);
  if (wrongPost) return no(wrongPost);
  const parsed = parseInput({ name: word.name, from: [], by: list.by, fields: form }, action.input);
  if (!parsed.ok) return no(parsed.refusal);
  const input = parsed.input as JsonObject & { readonly code: string; readonly effective: LegalDate };
  const shut =
    checkDay(input.effective, context) ??
    checkHead(list, heads.get(input.code), action.operation, input, context);
  if (shut) return no(shut);
  const changes = changesOf(list, heads, action.operation, input, context);
  if ('kind' in changes) return no(changes);
  return { ok: true, writes: changes.map((change) => written(list, action, change, context)) };
}

/** The event of one item, with all that follows from it. */
function written(list: CompiledList, action: ListAction, change: Change, context: ListContext): ListWritten {
  const { before } = change;
  const { person, post, unit } = context.actor;
  const event: LedgerEvent = {
    id: context.entropy.id(),
    region: context.region,
    stream: before?.stream ?? context.entropy.id(),
    seq: (before?.seq ?? 0) + 1,
    type: `${list.id}/${action.operation}`,
    at: context.now,
    on: context.on,
    actor: { person, post, unit },
    request: context.request,
    data: change.data as unknown as JsonObject,
    personal: {},
    salt: context.entropy.salt(),
  };
  const after = evolveItem(before, event);
  return {
    before,
    after,
    event,
    version: versionAfter(after, event),
    counts: countsOfItem(before, after, event),
  };
}

/** Every code an operation names: what to look up before deciding. */
export function codesOf(input: JsonObject): string[] {
  const inner = [input.merged, input.parts].flatMap((rows) => (Array.isArray(rows) ? rows : []));
  const codes = [input.code, ...inner.map((row) => (row as JsonObject | null)?.code)];
  return [
    ...new Set(codes.filter((code): code is string => typeof code === 'string').map((code) => code.trim())),
  ];
}

function no(reason: Refusal): ListDecision {
  return { ok: false, refusal: reason };
}
