import type { LedgerEvent } from '../ledger/event.ts';
import type { JsonObject } from '../ledger/json.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Context } from './context.ts';
import type { MatterEventData } from './matter.ts';

/** The event of a step, with who, when and why it was asked for taken from the context. */
export function eventOf(
  procedure: CompiledProcedure,
  stream: string,
  seq: number,
  step: string,
  id: string,
  data: MatterEventData,
  personal: LedgerEvent['personal'],
  context: Context,
): LedgerEvent {
  const { actor } = context;
  return {
    id,
    region: context.region,
    stream,
    seq,
    type: `${procedure.id}/${step}`,
    at: context.now,
    on: context.on,
    actor: { person: actor.person, post: actor.post, unit: actor.unit },
    request: context.request,
    data: data as unknown as JsonObject,
    personal,
    salt: context.entropy.salt(),
  };
}
