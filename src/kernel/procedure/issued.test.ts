import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../ledger/event.ts';
import { decide } from './decide.ts';
import type { DocumentDeclaration } from './declaration.ts';
import { documentsMade, duesOf, madeBy, whenIssued } from './issued.ts';
import type { MatterState } from './matter.ts';
import { at, entropy, permit, procedure } from './testing/works.ts';

const notice: DocumentDeclaration = {
  name: '受理通知书',
  applies: (facts) => facts.minor !== true,
  render: () => ({ title: '受理通知书', blocks: [], issuer: '', date: '2024-09-02' }),
};
const declared = {
  steps: { ...permit.steps, divide: { ...permit.steps.divide!, documents: ['notice'] } },
  documents: { notice },
};

/** Received on 2 September, divided on `divided`, paused the day after. */
function run(minor: boolean, divided = '2024-09-03', paused = '2024-09-04') {
  const shared = entropy();
  const events: LedgerEvent[] = [];
  let state: MatterState | undefined;
  for (const [step, kind, on, input] of [
    ['receive', 'window-clerk', '2024-09-02', { subject: '路牌', applicant: '甲', minor }],
    ['divide', 'window-clerk', divided, {}],
    ['wait', 'examiner', paused, {}],
  ] as const) {
    const context = { ...at(kind, { on }), entropy: shared };
    const decision = decide(procedure('permit-work'), state, { step, input }, context);
    if (!decision.ok) throw new Error(decision.refusal.message);
    state = decision.writes[0]!.after;
    events.push(decision.writes[0]!.event);
  }
  return { events, state: state! };
}

describe('[P22] an instrument', () => {
  it('says what stood when it was made; what came later is not in it', () => {
    const { events, state } = run(false);
    expect(state.clocks.decide!.pauses).toHaveLength(1);
    const then = whenIssued(declared, 'notice', events)!;
    expect(then.taken.map(({ step }) => step)).toEqual(['receive', 'divide']);
    expect(then.clocks.decide!.pauses).toEqual([]);
  });

  it('tells its days by the calendar of the act that made it, not of a later day', () => {
    const { events } = run(false);
    expect(madeBy(declared, 'notice', events)).toBe(events[1]);
    expect(madeBy(declared, 'notice', events.slice(0, 1))).toBeUndefined();
    expect(madeBy(declared, 'unknown', events)).toBeUndefined();
  });

  it('does not exist before the step that makes it', () => {
    expect(whenIssued(declared, 'notice', run(false).events.slice(0, 1))).toBeUndefined();
  });

  it('is offered once, and only where the matter calls for it', () => {
    expect(documentsMade(declared, run(false).state)).toEqual([{ id: 'notice', name: '受理通知书' }]);
    expect(documentsMade(declared, run(true).state)).toEqual([]);
  });

  it('writes a day that may still move with the mark that it may', () => {
    const { law, calendar } = at('examiner');
    const words = (on: string) => duesOf(run(false, on, on).state, law, calendar).dueText('decide');
    expect(words('2024-09-03')).toBe('2024年9月18日');
    expect(words('2098-12-30')).toMatch(/^2099年1月\d+日（暂定，以2099年放假安排公布后的日期为准）$/);
    expect(duesOf(run(false).state, law, calendar).dueText('none')).toBe('');
  });
});
