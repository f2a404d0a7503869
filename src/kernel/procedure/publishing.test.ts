import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../ledger/json.ts';
import { act, decision, received, refusal, stateOf } from './testing/acts.ts';
import { at } from './testing/works.ts';

describe('publication', () => {
  const decided = (input: JsonObject = {}) => {
    let state = stateOf(received(input));
    for (const [step, kind] of [
      ['divide', 'window-clerk'],
      ['check-a', 'examiner'],
      ['check-b', 'examiner'],
      ['join', 'examiner'],
    ] as const) {
      state = stateOf(act(state, step, at(kind)));
    }
    return stateOf(act(state, 'decide', at('unit-head'), decision));
  };
  const publisher = (over = {}) => at('publisher', { personal: { applicant: '欧阳甲乙' }, ...over });

  it('[D1] becomes due with a clock in the same event, or is withheld with the reason', () => {
    expect(decided().publications.decision?.status).toBe('due');
    expect(decided().clocks['publication:decision']?.rule).toBe('T-7');
    const withheld = decided({ minor: true });
    expect(withheld.publications.decision).toMatchObject({ status: 'withheld', reason: '涉及未成年人' });
    expect(withheld.clocks['publication:decision']).toBeUndefined();
  });

  it('[D2] is published once, corrected and withdrawn with a reason, in this order', () => {
    const publication = 'decision';
    const state = decided();
    expect(refusal(act(state, '$withdraw', publisher(), { publication, reason: '错' })).rule).toBe(
      'kernel.D2',
    );
    const published = stateOf(act(state, '$publish', publisher(), { publication }));
    expect(published.clocks['publication:decision']?.stopped?.outcome).toBe('按期公示');
    expect(refusal(act(published, '$publish', publisher(), { publication })).rule).toBe('kernel.D2');
    const withdrawn = stateOf(
      act(published, '$withdraw', publisher(), { publication, reason: '决定被撤销' }),
    );
    expect(withdrawn.publications.decision).toMatchObject({ status: 'withdrawn', reason: '决定被撤销' });
    expect(refusal(act(state, '$publish', at('examiner'), { publication })).rule).toBe('kernel.P4');
  });

  it('[M1] shows allow-listed fields, masked, and units by name', () => {
    const published = stateOf(act(decided(), '$publish', publisher(), { publication: 'decision' }));
    expect(published.publications.decision?.content).toEqual([
      ['事项', '路牌'],
      ['申请人', '欧阳某某'],
      ['机关', '单位u1'],
    ]);
  });
});
