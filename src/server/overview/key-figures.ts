/**
 * The figures a head looks at month by month, in the order in which they are shown; one that no system declares is
 * left out, so that a product without that system has no empty chart.
 */
export const keyFigures: readonly string[] = [
  'licence.accepted',
  'penalty.decided',
  'penalty.fines',
  'disclosure-request.received',
  'legality-review.received',
  'law-study.attendance',
];
