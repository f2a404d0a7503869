import { canonical, canonicalDigest } from './canonical.ts';
import type { LedgerEvent } from './event.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { sm3Hex } from './sm3.ts';

/** Keeps the digest of a closed part apart from every other use of SM3 here, and names its version. */
const CLOSED_DOMAIN = 'fazhi/closed/1';

/** RFC 9162 section 2.1.1: before what a leaf is the hash of. */
const LEAF_PREFIX = '\u0000';

/**
 * The canonical text of all that an event does not show to everybody: who acted in which post, what was handed in and
 * decided, and where it lies. Whoever may read the event gets it with the salt, and can open {@link entryOf} with both.
 */
export function closedPartOf(event: LedgerEvent): string {
  return canonical(closedOf(event));
}

function closedOf({ id, stream, seq, actor, request, data, personal }: LedgerEvent): JsonObject {
  return { id, stream, seq, actor: { ...actor }, request, data, personal: { ...personal } };
}

/**
 * Digest of a closed part, 64 hexadecimal digits: SM3 over three lines, domain, salt and text (SPEC L5). The first two
 * are of fixed length and form, so no two inputs share an encoding.
 */
export function closedDigest(closed: string, salt: string): string {
  return sm3Hex(`${beforeClosed(salt)}${closed}`);
}

const beforeClosed = (salt: string): string => `${CLOSED_DOMAIN}\n${salt}\n`;

/**
 * The entry of an event, which its leaf is taken of and a proof shows to anybody: region, kind, day and time, what it
 * makes public, and the salted digest of all the rest. Canonical text (RFC 8785).
 */
export function entryOf(event: LedgerEvent): string {
  return canonical(shownOf(event));
}

function shownOf(event: LedgerEvent): JsonObject {
  const { region, type, at, on } = event;
  const shown = madePublic(event.data);
  const closed = canonicalDigest(closedOf(event), beforeClosed(event.salt));
  return { region, type, at, on, ...(shown.length > 0 ? { public: shown } : {}), closed };
}

/** Leaf of an event in hex: SM3 over 0x00 and its entry (RFC 6962 shape, SPEC L3, S1). */
export function leafOf(event: LedgerEvent): string {
  return canonicalDigest(shownOf(event), LEAF_PREFIX);
}

/**
 * What an event publishes or corrects: title and content as its declaration allows and masks them (SPEC M1). Reasons
 * that somebody wrote, and what is only due or withheld, are nobody else's business.
 */
function madePublic(data: JsonObject): JsonValue[] {
  const { publications } = data;
  if (!Array.isArray(publications)) return [];
  return (publications as JsonObject[])
    .filter(({ op }) => op === 'publish' || op === 'correct')
    .map(({ op, id, on, title, content }) => ({ op, id, on, title, content }) as JsonObject);
}
