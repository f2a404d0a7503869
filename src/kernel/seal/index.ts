// The seal (封存): a Merkle tree over the events of a region, chained checkpoints, proofs and their verification.
// Rules in SPEC.md. The second implementation under independent/ is deliberately not re-exported.

export {
  type Anchor,
  anchorMatches,
  anchorOf,
  formatAnchor,
  MAX_ANCHOR_LENGTH,
  parseAnchor,
} from './anchor.ts';
export {
  type ChainDefect,
  type Checkpoint,
  chainDefect,
  checkpointHash,
  formatCheckpoint,
  GENESIS,
  nextCheckpoint,
  parseCheckpoint,
  type Sealing,
  verifyChain,
} from './checkpoint.ts';
export {
  CONSISTENCY_HEADER,
  type Consistency,
  formatConsistency,
  isContinued,
  parseConsistency,
} from './consistency-text.ts';
export {
  type Appended,
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  formatFrontier,
  parseFrontier,
  rootOf,
} from './frontier.ts';
export { EMPTY_ROOT, leafHash, nodeHash } from './hashes.ts';
export {
  checkProof,
  type Entry,
  formatProof,
  PROOF_HEADER,
  type Proof,
  type ProofFinding,
  parseProof,
  type Shown,
} from './proof-text.ts';
export { consistencyProof, inclusionProof, rootFromTiles } from './proofs.ts';
export type { ReadTiles, Tile, TileId } from './tile-id.ts';
export { tilesFor } from './tiles.ts';
export { createVerifier, type Defect, type SealedLeaf, type Verdict, type Verifier } from './verify.ts';
export { verifyConsistency, verifyInclusion } from './verify-proofs.ts';
