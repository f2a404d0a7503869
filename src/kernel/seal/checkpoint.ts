import type { Instant } from '../dates.ts';
import { RefusedError } from '../errors.ts';
import { isHexDigest, requireDigest, SM3_BYTES, sm3Hex, toHex } from '../ledger/sm3.ts';

/** A seal (封存): the tree over a region's first `size` events, chained to the seal before (S6). */
export interface Checkpoint {
  /** Code of the region: 1 to 24 of 0-9 A-Z a-z and the hyphen. */
  readonly region: string;
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  /** Leaves under `root`. */
  readonly size: number;
  /** Root of the tree, 64 hexadecimal digits. */
  readonly root: string;
  /** Hash of the seal before; {@link GENESIS} for the first. */
  readonly previous: string;
  /** When it was sealed. Never earlier than the seal before. */
  readonly sealedAt: Instant;
}

/** What stands for the seal before the first one. */
export const GENESIS = '0'.repeat(2 * SM3_BYTES);

/** First line of the text form. No leaf or node input begins with its bytes, so the three never share a digest. */
const HEADER = 'fazhi/seal/1';

const REGION = /^[0-9A-Za-z-]{1,24}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What a sealer knows when it seals. */
export interface Sealing {
  readonly region: string;
  readonly size: number;
  /** Root of the tree, 32 bytes. */
  readonly root: Uint8Array;
  readonly now: Instant;
}

/**
 * The seal that follows `previous` (undefined for a region's first). A clock that was set back does not take the
 * chain back: the seal then bears the time of the one before. Throws RefusedError if the two cannot follow.
 */
export function nextCheckpoint(previous: Checkpoint | undefined, sealing: Sealing): Checkpoint {
  const { region, size, now } = sealing;
  const next: Checkpoint = {
    region,
    number: previous === undefined ? 1 : previous.number + 1,
    size,
    root: toHex(requireDigest(sealing.root, 'root')),
    previous: previous === undefined ? GENESIS : checkpointHash(previous),
    sealedAt: previous !== undefined && previous.sealedAt > now ? previous.sealedAt : now,
  };
  const defect = chainDefect(previous, next);
  if (defect !== undefined) throw refuse(defect.message);
  return next;
}

/** Canonical text: a header and one `name value` line for each field, each ended by a line feed. */
export function formatCheckpoint(seal: Checkpoint): string {
  return [
    HEADER,
    `region ${seal.region}`,
    `number ${seal.number}`,
    `size ${seal.size}`,
    `root ${seal.root}`,
    `previous ${seal.previous}`,
    `sealedAt ${seal.sealedAt}`,
    '',
  ].join('\n');
}

/** Inverse of {@link formatCheckpoint}. Throws RefusedError on any text it would not have written. */
export function parseCheckpoint(text: string): Checkpoint {
  const values = text.split('\n').map((line) => line.slice(line.indexOf(' ') + 1));
  const [, region = '', number = '', size = '', root = '', previous = '', sealedAt = ''] = values;
  const seal = { region, number: Number(number), size: Number(size), root, previous, sealedAt };
  const problem = formProblem(seal);
  if (problem !== undefined) throw refuse(`封存记录不能读取：${problem}。请提供系统导出的原文。`);
  if (formatCheckpoint(seal) !== text) {
    throw refuse('封存记录不能读取：行的次序、名称或空白与规定格式不符。请提供系统导出的原文。');
  }
  return seal;
}

/** Hash of a seal: SM3 of its canonical text, 64 hexadecimal digits. */
export function checkpointHash(seal: Checkpoint): string {
  return sm3Hex(formatCheckpoint(seal));
}

/** Why two seals are not neighbours in one chain. */
export type ChainDefectKind =
  | 'seal-form'
  | 'seal-region'
  | 'seal-number'
  | 'seal-previous'
  | 'seal-size'
  | 'seal-time';

/** The first thing wrong with a chain of seals. */
export interface ChainDefect {
  readonly kind: ChainDefectKind;
  /** Number the seal bears. */
  readonly seal: number;
  /** In Chinese, for the person who ran the check. */
  readonly message: string;
}

/** What keeps `seal` from following `previous` (undefined: from being a region's first). Undefined if nothing. */
export function chainDefect(previous: Checkpoint | undefined, seal: Checkpoint): ChainDefect | undefined {
  const found = (kind: ChainDefectKind, problem: string): ChainDefect => ({
    kind,
    seal: seal.number,
    message: `第${seal.number}号封存：${problem}。`,
  });
  const form = formProblem(seal);
  if (form !== undefined) return found('seal-form', form);
  const number = previous === undefined ? 1 : previous.number + 1;
  if (previous !== undefined && seal.region !== previous.region) {
    return found('seal-region', `属于${seal.region}，前一封存属于${previous.region}`);
  }
  if (seal.number !== number)
    return found('seal-number', `此处应为第${number}号，有封存缺失、重复或次序颠倒`);
  if (seal.previous !== (previous === undefined ? GENESIS : checkpointHash(previous))) {
    return found('seal-previous', '与前一封存的摘要不衔接，前一封存或本封存已被改动');
  }
  if (previous === undefined) return undefined;
  if (seal.size < previous.size)
    return found('seal-size', `留痕数${seal.size}少于前一封存的${previous.size}`);
  if (seal.size === previous.size && seal.root !== previous.root) {
    return found('seal-size', '留痕数与前一封存相同而根不同');
  }
  if (seal.sealedAt < previous.sealedAt) return found('seal-time', '封存时间早于前一封存');
  return undefined;
}

/** First defect of a whole chain from seal 1 on; undefined if it is sound. An empty chain is. */
export function verifyChain(seals: Iterable<Checkpoint>): ChainDefect | undefined {
  let previous: Checkpoint | undefined;
  for (const seal of seals) {
    const defect = chainDefect(previous, seal);
    if (defect !== undefined) return defect;
    previous = seal;
  }
  return undefined;
}

/** Whether `region` is a code that seals and anchors can carry. */
export function isRegion(region: string): boolean {
  return REGION.test(region);
}

function formProblem(seal: Checkpoint): string | undefined {
  if (!isRegion(seal.region)) return '行政区划代码须为1至24位数字、字母或连字符';
  if (!Number.isSafeInteger(seal.number) || seal.number < 1) return '编号须为正整数';
  if (!Number.isSafeInteger(seal.size) || seal.size < 0) return '留痕数须为非负整数';
  if (!isHexDigest(seal.root)) return '根须为64位小写十六进制数';
  if (!isHexDigest(seal.previous)) return '前一封存摘要须为64位小写十六进制数';
  if (!INSTANT.test(seal.sealedAt) || Number.isNaN(Date.parse(seal.sealedAt))) {
    return '封存时间须为精确到毫秒的UTC时间';
  }
  return undefined;
}

function refuse(message: string): RefusedError {
  return new RefusedError({ kind: 'invalid', rule: 'seal.S6', message });
}
