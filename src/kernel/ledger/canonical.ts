import { Buffer } from 'node:buffer';
import type { JsonValue } from './json.ts';
import { sm3Hex } from './sm3.ts';

/** A value with no canonical JSON form. `path` is a JSON pointer (RFC 6901) to it. */
export class CanonicalError extends TypeError {
  readonly path: string;

  constructor(problem: string, path: string) {
    super(`${problem} at ${path === '' ? 'the root' : path}`);
    this.name = 'CanonicalError';
    this.path = path;
  }
}

/** Deeper values are refused, which also ends a value that contains itself. */
export const MAX_DEPTH = 64;

/**
 * Canonical JSON of a value, as RFC 8785 (JCS): no white space, keys in the order of their UTF-16 code units,
 * numbers as ECMAScript prints them (-0 as 0), strings escaped as little as possible. Equal values have equal
 * text, so a digest of the text is a digest of the value.
 *
 * Throws {@link CanonicalError} on what JSON would drop or change without a word: undefined, holes, NaN,
 * infinities, lone surrogates, functions, symbols, bigints, and objects that are not plain (Date, Map, …).
 */
export function canonical(value: JsonValue): string {
  length = 0;
  write(value, 0);
  return text.toString('utf8', 0, length);
}

/**
 * SM3 of the canonical JSON of a value behind some ASCII, 64 hexadecimal digits. Errors as {@link canonical}.
 * Costs half of hashing the text: no string is built that would have to be turned into bytes again.
 */
export function canonicalDigest(value: JsonValue, before: string): string {
  length = 0;
  writeAscii(before);
  write(value, 0);
  return sm3Hex(text.subarray(0, length));
}

/** The UTF-8 text under way, and how much of it is written. Begun anew, and read to the end, by every call. */
let text = Buffer.alloc(1 << 16);
let length = 0;
/** Key or index by depth on the way from the root to the value that is written now. */
const way: (string | number)[] = [];

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Most bytes that one UTF-16 code unit is written as: `\u001f`. */
const WIDEST = 6;

function write(value: unknown, depth: number): void {
  switch (typeof value) {
    case 'string':
      writeString(value, depth);
      break;
    case 'number':
      if (!Number.isFinite(value)) throw refuse(`${value} is not a JSON number`, depth);
      writeAscii(`${value}`);
      break;
    case 'boolean':
      writeAscii(value ? 'true' : 'false');
      break;
    case 'object':
      if (value === null) writeAscii('null');
      else writeContainer(value, depth);
      break;
    default:
      throw refuse(`${typeof value} is not a JSON value`, depth);
  }
}

function writeContainer(value: object, depth: number): void {
  if (depth === MAX_DEPTH) throw refuse(`nested deeper than ${MAX_DEPTH}`, depth);
  if (Array.isArray(value)) writeArray(value, depth);
  else writeObject(value, depth);
}

function writeArray(items: readonly unknown[], depth: number): void {
  writeAscii('[');
  for (let i = 0; i < items.length; i++) {
    if (i > 0) writeAscii(',');
    way[depth] = i;
    write(items[i], depth + 1);
  }
  writeAscii(']');
}

function writeObject(object: object, depth: number): void {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw refuse(`${prototype.constructor?.name ?? 'an object'} is not a plain object`, depth);
  }
  const members = object as Record<string, unknown>;
  const keys = inOrder(Object.keys(members));
  writeAscii('{');
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (i > 0) writeAscii(',');
    way[depth] = key;
    writeString(key, depth + 1);
    writeAscii(':');
    write(members[key], depth + 1);
  }
  writeAscii('}');
}

/** Keys up to this many are put in order by insertion, which is quicker for so few. */
const FEW = 16;

/** Strings compare by UTF-16 code units, with `>` as with `sort` without a comparator: the order of RFC 8785. */
function inOrder(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let at = i;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
  return keys;
}

function writeAscii(ascii: string): void {
  reserve(ascii.length);
  for (let i = 0; i < ascii.length; i++) text[length++] = ascii.charCodeAt(i);
}

function writeString(string: string, depth: number): void {
  reserve(WIDEST * string.length + 2);
  const into = text;
  let at = length;
  into[at++] = QUOTE;
  for (let i = 0; i < string.length; i++) {
    const unit = string.charCodeAt(i);
    if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) {
      at += into.write(JSON.stringify(string[i]).slice(1, -1), at, 'latin1');
    } else if (unit < 0x80) {
      into[at++] = unit;
    } else if (unit < 0x800) {
      into[at++] = 0xc0 | (unit >> 6);
      into[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      into[at++] = 0xe0 | (unit >> 12);
      into[at++] = 0x80 | ((unit >> 6) & 0x3f);
      into[at++] = 0x80 | (unit & 0x3f);
    } else {
      const point = string.codePointAt(i)!;
      if (point <= 0xffff) throw refuse('lone surrogate', depth);
      i += 1;
      into[at++] = 0xf0 | (point >> 18);
      into[at++] = 0x80 | ((point >> 12) & 0x3f);
      into[at++] = 0x80 | ((point >> 6) & 0x3f);
      into[at++] = 0x80 | (point & 0x3f);
    }
  }
  into[at++] = QUOTE;
  length = at;
}

/** Makes room for `more` bytes. */
function reserve(more: number): void {
  if (length + more <= text.length) return;
  const larger = Buffer.alloc(2 * (length + more));
  larger.set(text);
  text = larger;
}

/** An error that says where: the way as it stands is `depth` long. */
function refuse(problem: string, depth: number): CanonicalError {
  const steps = way.slice(0, depth).map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return new CanonicalError(problem, steps.map((step) => `/${step}`).join(''));
}
