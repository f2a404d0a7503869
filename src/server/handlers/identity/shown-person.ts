import { legalDateOf } from '../../../kernel/dates.ts';
import { postKinds } from '../../../kernel/identity/posts.ts';
import type { PersonRow } from '../../../store/identity/people.ts';

export type ShownPerson = ReturnType<typeof shown>;

/** A person as the security administrator sees him on a day. */
export function shown({ lockedUntil, holdings, ...person }: PersonRow, now: string) {
  const today = legalDateOf(now);
  return {
    ...person,
    locked: lockedUntil !== null && lockedUntil > now,
    holdings: holdings.map((holding) => ({
      ...holding,
      kindName: postKinds[holding.kind].name,
      state: stateOf(holding, today),
    })),
  };
}

function stateOf({ from, to }: { from: string; to: string | null }, today: string) {
  if (to !== null && (to < today || to < from)) return 'past' as const;
  return from > today ? ('future' as const) : ('present' as const);
}
