import type { Count } from '../../kernel/indicator/declaration.ts';
import type { Stream } from './streams.ts';

/** The figure entries of the event at place `at` of a stream; none before a seal covers it. */
export function entriesAt(region: string, stream: Stream, at: number, counts: readonly Count[]): object[] {
  const event = stream.events[at]!;
  if (!stream.sealed.has(event.id)) return [];
  const place = { region, event: event.id, year: stream.years[at]!, stream: event.stream, seq: event.seq };
  return entriesOf(counts).map((entry) => ({ ...place, ...entry }));
}

/** One entry for each cell an event counts in, as sealing writes them. */
function entriesOf(counts: readonly Count[]): object[] {
  const cells = Map.groupBy(counts, ({ indicator, unit, on, kind }) =>
    [indicator, unit, on.slice(0, 7), kind].join('\n'),
  );
  return [...cells.values()].flatMap((same) => {
    const { indicator, unit, kind } = same[0]!;
    const on = same.map((count) => count.on).sort()[0]!;
    const value = same.reduce((sum, count) => sum + count.value, 0);
    const month = Number(on.slice(0, 4)) * 100 + Number(on.slice(5, 7));
    return value === 0 ? [] : [{ indicator, month, on_date: on, unit, kind, value }];
  });
}
