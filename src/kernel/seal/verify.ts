import { isDigest, sameBytes, toHex } from '../ledger/sm3.ts';
import { type Anchor, anchorMatches } from './anchor.ts';
import { type ChainDefectKind, type Checkpoint, chainDefect } from './checkpoint.ts';
import { pushLeaf, rootOfPeaks } from './frontier.ts';
import { leafHash } from './hashes.ts';

/** One event on its way through the verifier. */
export interface SealedLeaf {
  /** Place in the sealed order, from 0. */
  readonly index: number;
  /** Its leaf hash as stored, 32 bytes. */
  readonly leaf: Uint8Array;
  /** Its canonical text as read from the ledger. Given, it must hash to `leaf`, which finds the very event. */
  readonly entry?: string | Uint8Array;
}

/** What can be wrong with a ledger. */
export type DefectKind =
  | ChainDefectKind
  /** A leaf hash does not have 32 bytes. */
  | 'leaf-form'
  /** An event is missing, doubled or out of order. */
  | 'leaf-order'
  /** An event is not the one that its leaf hash was taken of. */
  | 'leaf-content'
  /** A seal stands over events that were not delivered. */
  | 'leaf-missing'
  /** Events were delivered before a seal that does not cover them. */
  | 'leaf-surplus'
  /** The leaves do not give the root in the seal. */
  | 'seal-root'
  /** A seal is not the one whose anchor was kept outside. */
  | 'anchor-differs'
  /** The chain never comes to an anchored seal: its tail was cut, or an old backup restored. */
  | 'anchor-missing';

/** The first thing found wrong. */
export interface Defect {
  readonly kind: DefectKind;
  /** Number of the seal, where one is at fault. */
  readonly seal?: number;
  /** Leaves among which the fault lies: `from` ≤ index < `to`. */
  readonly leaves?: { readonly from: number; readonly to: number };
  /** In Chinese, for the person who ran the check. */
  readonly message: string;
}

/** What a whole pass found. */
export interface Verdict {
  readonly ok: boolean;
  readonly defect?: Defect;
  /** Leaves taken in up to the first defect. */
  readonly leaves: number;
  /** Those of them behind the last seal. */
  readonly unsealed: number;
  /** Seals found sound. */
  readonly seals: number;
  readonly last?: Checkpoint;
  /** Anchors that a seal was compared with. */
  readonly anchors: number;
}

/**
 * Checks a region's ledger in one pass and constant memory: every leaf in order, each seal after the last leaf it
 * covers, `end` at last. Stops at the first defect, which every later call returns again.
 */
export interface Verifier {
  leaf(leaf: SealedLeaf): Defect | undefined;
  checkpoint(seal: Checkpoint): Defect | undefined;
  end(): Verdict;
}

/** Hears of each hash that belongs into a tile, in the order in which they become complete (S4). */
export type OnTileHash = (tileLevel: number, hash: Uint8Array) => void;

/**
 * A verifier for one region. `anchors` were kept outside the system; each must be met by its seal (S7). Whoever
 * holds stored tiles against the tree listens to `onTileHash`, so that the tree is grown once.
 */
export function createVerifier(anchors: readonly Anchor[] = [], onTileHash?: OnTileHash): Verifier {
  return new StreamingVerifier(anchors, onTileHash);
}

class StreamingVerifier implements Verifier {
  readonly #peaks: Uint8Array[] = [];
  readonly #open: Set<Anchor>;
  readonly #anchors: number;
  readonly #onTileHash: OnTileHash | undefined;
  #size = 0;
  #last: Checkpoint | undefined;
  #defect: Defect | undefined;

  constructor(anchors: readonly Anchor[], onTileHash: OnTileHash | undefined) {
    this.#onTileHash = onTileHash;
    this.#open = new Set(anchors);
    this.#anchors = this.#open.size;
  }

  leaf(leaf: SealedLeaf): Defect | undefined {
    this.#defect ??= leafDefect(leaf, this.#size);
    if (this.#defect !== undefined) return this.#defect;
    pushLeaf(this.#peaks, this.#size, leaf.leaf, this.#onTileHash);
    this.#size += 1;
    return undefined;
  }

  checkpoint(seal: Checkpoint): Defect | undefined {
    this.#defect ??= chainDefect(this.#last, seal) ?? this.#treeDefect(seal) ?? this.#anchorDefect(seal);
    if (this.#defect === undefined) this.#last = seal;
    return this.#defect;
  }

  end(): Verdict {
    const [unmet] = this.#open;
    if (unmet !== undefined) this.#defect ??= missingAnchor(unmet, this.#last);
    return {
      ok: this.#defect === undefined,
      ...(this.#defect !== undefined && { defect: this.#defect }),
      leaves: this.#size,
      unsealed: this.#size - (this.#last?.size ?? 0),
      seals: this.#last?.number ?? 0,
      ...(this.#last !== undefined && { last: this.#last }),
      anchors: this.#anchors - this.#open.size,
    };
  }

  #treeDefect(seal: Checkpoint): Defect | undefined {
    const name = `第${seal.number}号封存`;
    if (seal.size > this.#size) {
      const leaves = { from: this.#size, to: seal.size };
      const message = `${name}应有${seal.size}条留痕，只有${this.#size}条：自第${this.#size}号留痕起缺失。`;
      return { kind: 'leaf-missing', seal: seal.number, leaves, message };
    }
    if (seal.size < this.#size) {
      const leaves = { from: seal.size, to: this.#size };
      const message = `${name}只覆盖${seal.size}条留痕，而在其前已有${this.#size}条：留痕多出，或封存次序颠倒。`;
      return { kind: 'leaf-surplus', seal: seal.number, leaves, message };
    }
    if (toHex(rootOfPeaks(this.#peaks)) === seal.root) return undefined;
    const leaves = { from: this.#last?.size ?? 0, to: seal.size };
    const message = `${name}的根与留痕不符：第${leaves.from}号起至第${leaves.to}号前的留痕或本封存已被改动。`;
    return { kind: 'seal-root', seal: seal.number, leaves, message };
  }

  #anchorDefect(seal: Checkpoint): Defect | undefined {
    for (const anchor of this.#open) {
      if (anchor.region !== seal.region || anchor.number !== seal.number) continue;
      if (!anchorMatches(anchor, seal)) {
        const message = `第${seal.number}号封存与系统外留存的凭据不符：此前的台账已被整体改写。`;
        return { kind: 'anchor-differs', seal: seal.number, leaves: { from: 0, to: seal.size }, message };
      }
      this.#open.delete(anchor);
    }
    return undefined;
  }
}

function leafDefect({ index, leaf, entry }: SealedLeaf, expected: number): Defect | undefined {
  const found = (kind: DefectKind, problem: string): Defect => ({
    kind,
    leaves: { from: expected, to: expected + 1 },
    message: `第${expected}号留痕：${problem}。`,
  });
  if (index !== expected) return found('leaf-order', `此处读到第${index}号，有留痕缺失、重复或次序颠倒`);
  if (!isDigest(leaf)) return found('leaf-form', `摘要长${leaf.length}字节，应为32字节`);
  if (entry !== undefined && !sameBytes(leafHash(entry), leaf)) {
    return found('leaf-content', '内容与其摘要不符，内容已被改动');
  }
  return undefined;
}

function missingAnchor(anchor: Anchor, last: Checkpoint | undefined): Defect {
  const reached = last === undefined ? '台账没有封存' : `台账为${last.region}，止于第${last.number}号封存`;
  return {
    kind: 'anchor-missing',
    seal: anchor.number,
    message: `系统外留存的凭据为${anchor.region}第${anchor.number}号封存，而${reached}：尾部被截去，或恢复了旧备份。`,
  };
}
