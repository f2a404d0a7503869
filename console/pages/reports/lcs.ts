/** Pairs of places at which two lists are the same, in order, as many as can be (longest common subsequence). */
export function commonPlaces<T>(
  one: readonly T[],
  other: readonly T[],
  same: (a: T, b: T) => boolean = Object.is,
): [number, number][] {
  let head = 0;
  while (head < one.length && head < other.length && same(one[head]!, other[head]!)) head++;
  let tail = 0;
  while (
    tail < one.length - head &&
    tail < other.length - head &&
    same(one[one.length - 1 - tail]!, other[other.length - 1 - tail]!)
  )
    tail++;
  const pairs: [number, number][] = Array.from({ length: head }, (_, at) => [at, at]);
  const a = one.slice(head, one.length - tail);
  const b = other.slice(head, other.length - tail);
  for (const [i, j] of middle(a, b, same)) pairs.push([i + head, j + head]);
  for (let at = tail; at > 0; at--) pairs.push([one.length - at, other.length - at]);
  return pairs;
}

/** Beyond this a comparison word by word would take longer than anybody waits; the whole is then called changed. */
const LARGEST = 4_000_000;

function middle<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): [number, number][] {
  if (a.length * b.length === 0 || a.length * b.length > LARGEST) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(a[i]!, b[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i]!, b[j]!)) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
