import type { Instant } from '../../kernel/dates.ts';
import type { AuditLine } from './audit.ts';

/** Who administers: a person in a post, or whoever operates the server and works on its command line. */
export type Administrator = { readonly person: string; readonly post: string } | 'operator';

/** An administrative act about to be done. */
export interface Act {
  readonly region: string;
  readonly by: Administrator;
  readonly now: Instant;
}

/** The line of the audit for an act; `detail` names the act and the ids it concerns. */
export function administered({ region, by, now }: Act, detail: string): AuditLine {
  const { person, post } = by === 'operator' ? { person: null, post: null } : by;
  const origin = by === 'operator' ? ' by=operator' : '';
  return { region, at: now, person, post, kind: 'administered', detail: `${detail}${origin}` };
}

/** Whether the act concerns the one who does it. */
export function concernsSelf({ by }: Act, person: string): boolean {
  return by !== 'operator' && by.person === person;
}
