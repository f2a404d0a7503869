import type { JsonObject } from '../../ledger/json.ts';
import type { Context, Decision, Written } from '../context.ts';
import { decide } from '../decide.ts';
import type { MatterState } from '../matter.ts';
import { at, entropy, procedure } from './works.ts';

const shared = entropy();

/** A step decided at the test's permit (or another of its procedures); ids run on from act to act. */
export function act(
  state: MatterState | undefined,
  step: string,
  context: Context,
  input: JsonObject = {},
  id = 'permit-work',
): Decision {
  return decide(procedure(id), state, { step, input }, { ...context, entropy: shared });
}

export function done(decision: Decision): readonly Written[] {
  if (!decision.ok) throw new Error(`${decision.refusal.rule}: ${decision.refusal.message}`);
  return decision.writes;
}
export const stateOf = (decision: Decision): MatterState => done(decision)[0]!.after;
export const refusal = (decision: Decision) => {
  if (decision.ok) throw new Error('was not refused');
  return decision.refusal;
};

/** An application for a permit. */
export const received = (input: JsonObject = {}, over = {}) =>
  act(undefined, 'receive', at('window-clerk', over), { subject: '路牌', applicant: '欧阳甲乙', ...input });
/** A permit ready to be decided. */
export function checked(): MatterState {
  let state = stateOf(received());
  state = stateOf(act(state, 'divide', at('window-clerk')));
  state = stateOf(act(state, 'check-a', at('examiner')));
  state = stateOf(act(state, 'check-b', at('examiner')));
  return stateOf(act(state, 'join', at('examiner')));
}
export const decision = { amount: 500, number: '测〔2024〕1号' };
