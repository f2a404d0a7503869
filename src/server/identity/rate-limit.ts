/** Counts attempts by key in a leaking bucket, in memory: it slows one address down and forgets at restart. */
export interface RateLimit {
  /** Counts an attempt; false when the key has had its share. */
  take(key: string, now: string): boolean;
}

/** Most keys remembered: a flood from many addresses must not fill the memory. */
const MOST_KEYS = 50_000;

/** @param most attempts within `minutes` for one key */
export function createRateLimit(most: number, minutes: number): RateLimit {
  const windowMs = minutes * 60_000;
  const buckets = new Map<string, { level: number; at: number }>();
  return {
    take(key, now) {
      const at = Date.parse(now);
      const bucket = buckets.get(key);
      const leaked = bucket ? Math.max(0, bucket.level - ((at - bucket.at) / windowMs) * most) : 0;
      // Put at the end, so that the first key is the one longest unused.
      buckets.delete(key);
      const allowed = leaked + 1 <= most;
      buckets.set(key, { level: allowed ? leaked + 1 : leaked, at });
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value as string);
      return allowed;
    },
  };
}
