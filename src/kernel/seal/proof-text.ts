import { RefusedError } from '../errors.ts';
import { canonical } from '../ledger/canonical.ts';
import type { JsonValue } from '../ledger/json.ts';
import { closedDigest } from '../ledger/leaf.ts';
import { fromHex, isHexDigest } from '../ledger/sm3.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { leafHash } from './hashes.ts';
import { verifyInclusion } from './verify-proofs.ts';

/** First line of the text form of a proof. */
export const PROOF_HEADER = 'fazhi/proof/2';

/** That one entry is under a seal, with all it takes to compute it (S12). */
export interface Proof {
  /** Place in the sealed order, from 0. */
  readonly leaf: number;
  readonly seal: Checkpoint;
  /** Hashes from the leaf upwards, each 64 hexadecimal digits. */
  readonly path: readonly string[];
  /** Canonical text of what anybody may see of the event; its leaf is taken of it. */
  readonly entry: string;
  /** What the entry holds only a digest of; there for whoever may read the event. */
  readonly closed?: { readonly salt: string; readonly text: string };
}

/** What an entry shows. */
export interface Entry {
  readonly region: string;
  readonly type: string;
  readonly at: string;
  readonly on: string;
  /** Title and content of each publication the event made or corrected. */
  readonly public: readonly Shown[];
  /** Digest of all the rest. */
  readonly closed: string;
}

export interface Shown {
  readonly title: string;
  readonly content: readonly (readonly [name: string, value: JsonValue])[];
}

/** What computing a proof gave. */
export interface ProofFinding {
  /** The entry climbs to the root the seal names, and both are of one region. */
  readonly holds: boolean;
  /** The closed part is the one the entry holds the digest of; undefined where the proof has none. */
  readonly opens?: boolean;
  readonly entry: Entry;
}

/**
 * Text form of a proof: header, the leaf's place and the hashes of the path; blank line; the seal's canonical text;
 * blank line; the entry; and for whoever may read the event a blank line, the salt and the closed part.
 */
export function formatProof({ leaf, seal, path, entry, closed }: Proof): string {
  return [
    PROOF_HEADER,
    `leaf ${leaf}`,
    ...path.map((hash) => `path ${hash}`),
    '',
    formatCheckpoint(seal),
    entry,
    ...(closed ? ['', `salt ${closed.salt}`, closed.text] : []),
    '',
  ].join('\n');
}

/** Inverse of {@link formatProof}; line ends and blanks around it may differ. Throws RefusedError on any other text. */
export function parseProof(text: string): Proof {
  const [head = '', seal, entry, closed, ...more] = text.replace(/\r\n?/g, '\n').trim().split('\n\n');
  const [header, leafLine = '', ...pathLines] = head.split('\n');
  const leaf = /^leaf (\d{1,15})$/.exec(leafLine)?.[1];
  const path = pathLines.map((line) => (line.startsWith('path ') ? line.slice(5) : ''));
  if (header !== PROOF_HEADER || leaf === undefined || !path.every(isHexDigest)) throw unreadable();
  if (seal === undefined || entry === undefined || more.length > 0) throw unreadable();
  readEntry(entry);
  const proof = { leaf: Number(leaf), seal: parseCheckpoint(`${seal}\n`), path, entry };
  if (closed === undefined) return proof;
  const [, salt, opened] = /^salt ([0-9a-f]{32})\n([^\n]+)$/.exec(closed) ?? [];
  if (salt === undefined || opened === undefined) throw unreadable();
  return { ...proof, closed: { salt, text: opened } };
}

/** Computes a proof. That its seal is a true one is another question: compare it with an anchor kept elsewhere (S7). */
export function checkProof({ leaf, seal, path, entry, closed }: Proof): ProofFinding {
  const shown = readEntry(entry);
  const root = fromHex(seal.root);
  const climbs = verifyInclusion(leafHash(entry), leaf, seal.size, path.map(fromHex), root);
  return {
    holds: climbs && shown.region === seal.region,
    ...(closed ? { opens: closedDigest(closed.text, closed.salt) === shown.closed } : {}),
    entry: shown,
  };
}

/** One entry has one text: what is not the canonical text of an entry is refused, so that nobody reads it in two ways. */
function readEntry(text: string): Entry {
  const value = parsed(text) as Partial<Entry> | undefined;
  if (!value || canonicalOf(value) !== text) throw unreadable();
  const { region, type, at, on, closed, public: shown = [], ...more } = value;
  const words = [region, type, at, on].every((word) => typeof word === 'string');
  if (!words || typeof closed !== 'string' || !isHexDigest(closed)) throw unreadable();
  if (Object.keys(more).length > 0 || !Array.isArray(shown) || !shown.every(isShown)) throw unreadable();
  return { region: region!, type: type!, at: at!, on: on!, public: shown, closed };
}

function isShown(value: unknown): boolean {
  const { title, content } = (value ?? {}) as Partial<Shown>;
  const pairs = Array.isArray(content) && content.every((pair) => Array.isArray(pair) && pair.length === 2);
  return typeof title === 'string' && pairs && content.every(([name]) => typeof name === 'string');
}

function canonicalOf(value: unknown): string | undefined {
  try {
    return canonical(value as JsonValue);
  } catch {
    return undefined;
  }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(): RefusedError {
  return new RefusedError({
    kind: 'invalid',
    rule: 'seal.S12',
    message: '证明不能读取：行次或者格式与系统导出的不同。请提供系统导出的原文。',
  });
}
