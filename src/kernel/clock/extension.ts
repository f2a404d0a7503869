import type { Calendar } from '../calendar/calendar.ts';
import { chineseDate, type LegalDate } from '../dates.ts';
import type { Refusal, RefusalKind } from '../errors.ts';
import type { ClockState } from './clock.ts';
import { dueOf } from './due.ts';
import { limitText } from './explain.ts';
import { basisOf, citation, type LawBook, type Limit, type Provision } from './law.ts';

/**
 * Whether the clock may be extended by `by` on the day `on` (SPEC C11). Undefined means that it may; else the
 * refusal says why not and what the provision allows.
 */
export function checkExtension(
  state: ClockState,
  by: Limit,
  law: LawBook,
  calendar: Calendar,
  on: LegalDate,
): Refusal | undefined {
  const provision = law.get(state.rule);
  if (state.stopped !== undefined) {
    return refusal('not-allowed-now', provision, `时限已于${chineseDate(state.stopped.on)}终止，不能延长。`);
  }
  if (state.set !== undefined) {
    return refusal('gate', provision, '这一时限的完成日期是确定的日期，不能延长；需要调整的，请办理改期。');
  }
  const rules = provision.extension ?? [];
  if (rules.length === 0) {
    return refusal('gate', provision, `${citation(provision)}没有规定可以延长，请在原期限内办结。`);
  }
  const rule = rules[state.extensions.length];
  if (rule === undefined) {
    const times = rules.length === 1 ? '一次' : `${rules.length}次`;
    return refusal(
      'gate',
      provision,
      `${citation(provision)}只允许延长${times}，该时限已经延长过，不能再延长。`,
    );
  }
  const { due, paused } = dueOf(state, law, calendar);
  if (on > due && !paused) {
    return refusal('gate', provision, `时限已于${chineseDate(due)}届满，延长须在届满之前批准。`);
  }
  if (rule.amount === null) {
    return undefined;
  }
  const most = { amount: rule.amount, unit: rule.unit };
  if (by.unit !== most.unit || by.amount > most.amount) {
    const approver = rule.approver === undefined ? '' : `，由${rule.approver}批准`;
    return refusal(
      'gate',
      provision,
      `${citation(provision)}最多允许延长${limitText(most)}${approver}；拟延长${limitText(by)}超出规定。`,
    );
  }
  return undefined;
}

function refusal(kind: RefusalKind, provision: Provision, message: string): Refusal {
  return { kind, rule: 'clock.C11', message, basis: basisOf(provision) };
}
