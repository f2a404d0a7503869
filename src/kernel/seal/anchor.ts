import { RefusedError } from '../errors.ts';
import { fromHex, sm3, toHex } from '../ledger/sm3.ts';
import { decodeBase32, encodeBase32, tidyBase32 } from './base32.ts';
import { type Checkpoint, checkpointHash, isRegion } from './checkpoint.ts';

/**
 * What is kept of a seal outside the system (封存凭据): printed in a report, put into a QR code, sent to the superior
 * authority. Its hash binds the whole seal and, through the chain, every event before it (S7).
 */
export interface Anchor {
  readonly region: string;
  readonly number: number;
  readonly size: number;
  /** Hash of the seal, 64 hexadecimal digits. */
  readonly hash: string;
}

/** Longest printed anchor, in characters. */
export const MAX_ANCHOR_LENGTH = 120;

const PREFIX = 'FZ1';
const COUNT = /^(?:0|[1-9]\d{0,15})$/;

/** Printed characters of a hash (256 bits) and of the check against slips of the pen (20 bits). */
const HASH_CHARS = 52;
const CHECK_CHARS = 4;

/** The anchor of a seal. */
export function anchorOf(seal: Checkpoint): Anchor {
  return { region: seal.region, number: seal.number, size: seal.size, hash: checkpointHash(seal) };
}

/** Whether `seal` is, to the last character, the one that was anchored. */
export function anchorMatches(anchor: Anchor, seal: Checkpoint): boolean {
  const own = anchorOf(seal);
  return (
    anchor.region === own.region &&
    anchor.number === own.number &&
    anchor.size === own.size &&
    anchor.hash === own.hash
  );
}

/**
 * Printed form, at most {@link MAX_ANCHOR_LENGTH} characters: `FZ1:region:number:size:hash:check`, hash and check in
 * Crockford's base 32, which has no letters that are mistaken for digits and fits the alphanumeric mode of QR codes.
 */
export function formatAnchor(anchor: Anchor): string {
  const body = bodyOf(anchor);
  return `${body}:${checkOf(body)}`;
}

/**
 * Inverse of {@link formatAnchor}. Forgives what typing and scanning do to it: blanks and line breaks, full-width
 * characters, lower case, O for 0, I and L for 1. Throws RefusedError on anything else.
 */
export function parseAnchor(text: string): Anchor {
  const parts = text.normalize('NFKC').replaceAll(/\s/g, '').split(':');
  const [prefix = '', region = '', number = '', size = '', hash = '', check = ''] = parts;
  if (prefix.toUpperCase() !== PREFIX || parts.length !== 6) {
    throw refuse(`应为以${PREFIX}开头、用冒号分隔的六段`);
  }
  if (!isRegion(region)) throw refuse('行政区划代码有误');
  const counts = [number, size].map((count) => (COUNT.test(count) ? Number(count) : Number.NaN));
  if (!counts.every(Number.isSafeInteger) || counts[0] === 0) throw refuse('封存编号或留痕数有误');
  const bytes = decodeBase32(tidyBase32(hash));
  // Two printed hashes must not stand for one: the bits behind the last whole byte are zero.
  if (bytes === undefined || encodeBase32(bytes, HASH_CHARS) !== tidyBase32(hash)) throw refuse('摘要有误');
  const anchor = { region, number: Number(number), size: Number(size), hash: toHex(bytes) };
  if (tidyBase32(check) !== checkOf(bodyOf(anchor))) throw refuse('校验码不符，可能抄错了字符');
  return anchor;
}

function bodyOf({ region, number, size, hash }: Anchor): string {
  return [PREFIX, region, number, size, encodeBase32(fromHex(hash), HASH_CHARS)].join(':');
}

function checkOf(body: string): string {
  return encodeBase32(sm3(body), CHECK_CHARS);
}

function refuse(problem: string): RefusedError {
  const message = `封存凭据不能读取：${problem}。请对照原件重新输入，或扫描二维码。`;
  return new RefusedError({ kind: 'invalid', rule: 'seal.S7', message });
}
