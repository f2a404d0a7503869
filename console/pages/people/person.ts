import type { Answer } from '../../api/client.ts';

/** A person as the security administrator sees him: units, posts, sign-in. */
export type Person = Answer<'people.list'>['rows'][number];
