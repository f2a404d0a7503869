/** Where two strings differ: what stands between their common beginning and their common end. */
export interface Difference {
  /** Length of the common beginning. */
  at: number;
  left: string;
  right: string;
}

export function differenceOf(a: string, b: string): Difference {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a[at] === b[at]) at += 1;
  let tail = 0;
  while (tail < shorter - at && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { at, left: a.slice(at, a.length - tail), right: b.slice(at, b.length - tail) };
}

/** Two neighbours that changed places. */
export function isSwap({ left, right }: Difference): boolean {
  return left.length === 2 && left === [...right].reverse().join('');
}

/** One sign lost, added, replaced, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const difference = differenceOf(a, b);
  return Math.max(difference.left.length, difference.right.length) === 1 || isSwap(difference);
}
