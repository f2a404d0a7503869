import { RefusedError } from '../errors.ts';
import { fromHex, isHexDigest } from '../ledger/sm3.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { verifyConsistency } from './verify-proofs.ts';

/** First line of the text that links two seals. */
export const CONSISTENCY_HEADER = 'fazhi/consistency/1';

/** That one seal's tree is the beginning of another's: nothing between them was changed or taken away. */
export interface Consistency {
  readonly from: Checkpoint;
  readonly to: Checkpoint;
  readonly path: readonly string[];
}

/** Text form: header and hashes, then both seals' canonical texts, each after a blank line. */
export function formatConsistency({ from, to, path }: Consistency): string {
  return [
    CONSISTENCY_HEADER,
    ...path.map((hash) => `path ${hash}`),
    '',
    formatCheckpoint(from),
    formatCheckpoint(to),
  ].join('\n');
}

/** Inverse of {@link formatConsistency}; line ends may differ. Throws RefusedError on any other text. */
export function parseConsistency(text: string): Consistency {
  const [head = '', from, to, ...more] = text.replace(/\r\n?/g, '\n').trim().split('\n\n');
  const [header, ...pathLines] = head.split('\n');
  const path = pathLines.map((line) => (line.startsWith('path ') ? line.slice(5) : ''));
  const formed = header === CONSISTENCY_HEADER && path.every(isHexDigest) && more.length === 0;
  if (!formed || from === undefined || to === undefined) {
    throw new RefusedError({
      kind: 'invalid',
      rule: 'seal.S12',
      message: '封存证明不能读取：行次或者格式与系统导出的不同。请提供系统导出的原文。',
    });
  }
  return { from: parseCheckpoint(`${from}\n`), to: parseCheckpoint(`${to}\n`), path };
}

/** Whether the later seal's tree begins with all of the earlier one's. */
export function isContinued({ from, to, path }: Consistency): boolean {
  if (from.region !== to.region || from.number > to.number) return false;
  return verifyConsistency(from.size, to.size, path.map(fromHex), fromHex(from.root), fromHex(to.root));
}
