import { type MajorGround, majorGrounds, majorGroundsOn } from '../major-decision.ts';
import { majorAmount } from './amounts.ts';
import { takenSince, type View } from './steps/words.ts';

/** The grounds on which the decision of the case is major on the day of the step. */
export function majorBasis(view: View): MajorGround[] {
  const { facts, pins, on } = view;
  const catalogue = majorAmount(pins.power);
  return majorGroundsOn(on, {
    publicInterest: facts.publicInterest,
    majorRights: facts.majorRights,
    complex: facts.complex,
    heard: facts.hearingHeldOn !== undefined,
    inCatalogue: catalogue !== undefined && (facts.proposedFine ?? 0) >= catalogue,
  });
}

export function majorReasons(view: View): string[] {
  return majorBasis(view).map((ground) => majorGrounds[ground]);
}

/**
 * Whether the last review let the decision pass. A review made before the hearing, or before the investigation
 * was taken up again, saw another case.
 */
export function reviewPassed(view: View): boolean {
  const last = view.matter?.children.findLast((child) => child.link === 'legality-review');
  if (!last?.closed || last.facts.passed !== true) return false;
  return takenSince(view, 'submit-review', ['conclude', 'hold-hearing']);
}

/** The case has been sent to review, and the review has not ended. */
export function reviewOpen({ matter }: View): boolean {
  return matter?.children.some((child) => !child.closed) ?? false;
}
