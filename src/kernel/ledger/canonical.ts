import type { JsonValue } from './json.ts';

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

/** What a JSON string may not carry as it stands; surrogates are looked at because a lone one is refused. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes exactly the control characters below U+0020
const NEEDS_CARE = /["\\\u0000-\u001f\ud800-\udfff]/;

/**
 * Canonical JSON of a value, as RFC 8785 (JCS): no white space, keys in the order of their UTF-16 code units,
 * numbers as ECMAScript prints them (-0 as 0), strings escaped as little as possible. Equal values have equal
 * text, so a digest of the text is a digest of the value.
 *
 * Throws {@link CanonicalError} on what JSON would drop or change without a word: undefined, holes, NaN,
 * infinities, lone surrogates, functions, symbols, bigints, and objects that are not plain (Date, Map, …).
 */
export function canonical(value: JsonValue): string {
  return write(value, undefined, 0);
}

/** The way from the root to a value, linked backwards so that the usual case costs no string. */
interface Trail {
  readonly key: string | number;
  readonly parent: Trail | undefined;
}

function write(value: unknown, trail: Trail | undefined, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quote(value, trail);
    case 'number':
      if (!Number.isFinite(value)) throw refuse(`${value} is not a JSON number`, trail);
      return `${value}`;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === MAX_DEPTH) throw refuse(`nested deeper than ${MAX_DEPTH}`, trail);
      return Array.isArray(value) ? writeArray(value, trail, depth) : writeObject(value, trail, depth);
    default:
      throw refuse(`${typeof value} is not a JSON value`, trail);
  }
}

function writeArray(items: readonly unknown[], parent: Trail | undefined, depth: number): string {
  let text = '[';
  for (let i = 0; i < items.length; i++) {
    if (i > 0) text += ',';
    text += write(items[i], { key: i, parent }, depth + 1);
  }
  return `${text}]`;
}

function writeObject(object: object, parent: Trail | undefined, depth: number): string {
  const prototype = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) {
    throw refuse(`${prototype.constructor?.name ?? 'an object'} is not a plain object`, parent);
  }
  const members = object as Record<string, unknown>;
  // Array.prototype.sort without a comparator orders strings by UTF-16 code units, which is the order of RFC 8785.
  const keys = Object.keys(members).sort();
  let text = '{';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const trail = { key, parent };
    if (i > 0) text += ',';
    text += `${quote(key, trail)}:${write(members[key], trail, depth + 1)}`;
  }
  return `${text}}`;
}

function quote(text: string, trail: Trail | undefined): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw refuse('lone surrogate', trail);
  return JSON.stringify(text);
}

function refuse(problem: string, trail: Trail | undefined): CanonicalError {
  let path = '';
  for (let at = trail; at !== undefined; at = at.parent) {
    path = `/${String(at.key).replaceAll('~', '~0').replaceAll('/', '~1')}${path}`;
  }
  return new CanonicalError(problem, path);
}
