import { fromHex, isHexDigest } from '../../../kernel/ledger/sm3.ts';
import { type Checkpoint, leafHash, parseCheckpoint, verifyInclusion } from '../../../kernel/seal/index.ts';
import { LEAF_ONLY } from '../../../store/sealing/proof.ts';

/** A proof of one record as it was handed out. */
export interface ProofText {
  /** Place in the sealed order, from 0. */
  readonly leaf: number;
  readonly seal: Checkpoint;
  /** Whether the record climbs to the root the seal names. */
  readonly holds: boolean;
}

export const PROOF_HEADER = 'fazhi/proof/1';

/**
 * Reads the text form of a proof and computes it: the leaf is SM3 over 0x00 and the record's text; climbing the path
 * must give the root. A proof made for everybody names the leaf in place of the record. Undefined for a text of another form. Throws RefusedError where the seal in it cannot be read.
 */
export function readProof(text: string): ProofText | undefined {
  const [head = '', seal, record] = text.replaceAll('\r\n', '\n').trimEnd().split('\n\n');
  if (seal === undefined || record === undefined) return undefined;
  const [header, leafLine = '', ...pathLines] = head.trimStart().split('\n');
  const leaf = /^leaf (\d{1,15})$/.exec(leafLine)?.[1];
  const path = pathLines.map((line) => (line.startsWith('path ') ? line.slice(5) : ''));
  if (header !== PROOF_HEADER || leaf === undefined || !path.every(isHexDigest)) return undefined;
  const checkpoint = parseCheckpoint(`${seal}\n`);
  const named = record.startsWith(LEAF_ONLY) ? record.slice(LEAF_ONLY.length) : undefined;
  if (named !== undefined && !isHexDigest(named)) return undefined;
  const holds = verifyInclusion(
    named === undefined ? leafHash(record) : fromHex(named),
    Number(leaf),
    checkpoint.size,
    path.map(fromHex),
    fromHex(checkpoint.root),
  );
  return { leaf: Number(leaf), seal: checkpoint, holds };
}
