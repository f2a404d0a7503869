/** Counters of the process in the text format monitoring systems read. No label carries personal data. */
export interface Metrics {
  observe(route: string, status: number, milliseconds: number): void;
  text(): string;
}

const BOUNDS = [5, 25, 50, 100, 200, 500, 1000, 5000];

export function createMetrics(): Metrics {
  const cells = new Map<string, { count: number; sum: number; buckets: number[] }>();
  return {
    observe(route, status, milliseconds) {
      const key = `route="${route}",status="${status}"`;
      const cell = cells.get(key) ?? { count: 0, sum: 0, buckets: BOUNDS.map(() => 0) };
      cell.count++;
      cell.sum += milliseconds;
      BOUNDS.forEach((bound, index) => {
        if (milliseconds <= bound) cell.buckets[index]!++;
      });
      cells.set(key, cell);
    },
    text() {
      const lines = ['# TYPE fazhi_request_milliseconds histogram'];
      for (const [key, cell] of cells) {
        BOUNDS.forEach((bound, index) => {
          lines.push(`fazhi_request_milliseconds_bucket{${key},le="${bound}"} ${cell.buckets[index]}`);
        });
        lines.push(`fazhi_request_milliseconds_bucket{${key},le="+Inf"} ${cell.count}`);
        lines.push(`fazhi_request_milliseconds_sum{${key}} ${cell.sum.toFixed(1)}`);
        lines.push(`fazhi_request_milliseconds_count{${key}} ${cell.count}`);
      }
      lines.push(
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      );
      return `${lines.join('\n')}\n`;
    },
  };
}
