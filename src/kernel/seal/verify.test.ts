import { describe, expect, test } from 'vitest';
import { type Anchor, anchorOf } from './anchor.ts';
import { type Checkpoint, nextCheckpoint } from './checkpoint.ts';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { leafHash } from './hashes.ts';
import { flip } from './test-support.ts';
import { createVerifier, type Defect, type SealedLeaf, type Verdict } from './verify.ts';

const SIZES = [4, 9, 9, 20];

interface Ledger {
  readonly leaves: readonly SealedLeaf[];
  readonly seals: readonly Checkpoint[];
}

/** A ledger of 23 events, the last three not sealed yet. `text` says what event i holds. */
function ledger(text: (i: number) => string = (i) => `event ${i}`): Ledger {
  const leaves = Array.from({ length: 23 }, (_, index) => {
    const entry = text(index);
    return { index, entry, leaf: leafHash(entry) };
  });
  const seals: Checkpoint[] = [];
  for (const [i, size] of SIZES.entries()) {
    const sealed = leaves.slice(0, size).map(({ leaf }) => leaf);
    const { root } = appendLeaves(EMPTY_FRONTIER, sealed);
    const now = `2026-03-01T00:00:0${i}.000Z`;
    seals.push(nextCheckpoint(seals.at(-1), { region: '999901', size, root, now }));
  }
  return { leaves, seals };
}

/** Feeds a ledger as an exporter would: each seal once the leaves it claims have gone by. */
function verify({ leaves, seals }: Ledger, anchors: readonly Anchor[] = []): Verdict {
  const verifier = createVerifier(anchors);
  let fed = 0;
  for (const seal of seals) {
    for (; fed < seal.size && fed < leaves.length; fed++) verifier.leaf(leaves[fed]!);
    verifier.checkpoint(seal);
  }
  for (; fed < leaves.length; fed++) verifier.leaf(leaves[fed]!);
  return verifier.end();
}

const sound = ledger();
const anchors = [sound.seals[1]!, sound.seals[3]!].map(anchorOf);

/** The sound ledger with leaf `at` changed. */
function withLeaf(at: number, change: Partial<SealedLeaf>): Ledger {
  return { ...sound, leaves: sound.leaves.with(at, { ...sound.leaves[at]!, ...change }) };
}

/** `leaves` numbered anew, as an insider does who covers up. */
function renumbered(leaves: readonly SealedLeaf[]): SealedLeaf[] {
  return leaves.map((leaf, index) => ({ ...leaf, index }));
}

describe('[S8] a sound ledger', () => {
  test('passes, and the verdict says what it covers', () => {
    expect(verify(sound, anchors)).toEqual({
      ok: true,
      leaves: 23,
      unsealed: 3,
      seals: 4,
      last: sound.seals[3],
      anchors: 2,
    });
  });

  test('passes without entries, without anchors, and empty', () => {
    const bare = sound.leaves.map(({ index, leaf }) => ({ index, leaf }));
    expect(verify({ ...sound, leaves: bare }).ok).toBe(true);
    expect(verify({ leaves: [], seals: [] })).toEqual({
      ok: true,
      leaves: 0,
      unsealed: 0,
      seals: 0,
      anchors: 0,
    });
  });
});

describe('[S8] the first defect is named', () => {
  const rewritten = ledger((i) => (i === 6 ? 'forged' : `event ${i}`));
  const cases: [string, Verdict, Omit<Defect, 'message'>][] = [
    [
      'event edited',
      verify(withLeaf(6, { entry: 'event 6!' })),
      { kind: 'leaf-content', leaves: { from: 6, to: 7 } },
    ],
    [
      'stored hash changed',
      verify(withLeaf(6, { leaf: flip(sound.leaves[6]!.leaf, 9) })),
      { kind: 'leaf-content', leaves: { from: 6, to: 7 } },
    ],
    [
      'event and hash edited together',
      verify(withLeaf(6, { entry: 'forged', leaf: leafHash('forged') })),
      { kind: 'seal-root', seal: 2, leaves: { from: 4, to: 9 } },
    ],
    [
      'hash cut short',
      verify(withLeaf(6, { leaf: sound.leaves[6]!.leaf.subarray(1) })),
      { kind: 'leaf-form', leaves: { from: 6, to: 7 } },
    ],
    [
      'event deleted',
      verify({ ...sound, leaves: sound.leaves.toSpliced(6, 1) }),
      { kind: 'leaf-order', leaves: { from: 6, to: 7 } },
    ],
    [
      'event deleted, rest renumbered',
      verify({ ...sound, leaves: renumbered(sound.leaves.toSpliced(6, 1)) }),
      { kind: 'seal-root', seal: 2, leaves: { from: 4, to: 9 } },
    ],
    [
      'event inserted, rest renumbered',
      verify({ ...sound, leaves: renumbered(sound.leaves.toSpliced(12, 0, sound.leaves[0]!)) }),
      { kind: 'seal-root', seal: 4, leaves: { from: 9, to: 20 } },
    ],
    [
      'events exchanged, renumbered',
      verify({
        ...sound,
        leaves: renumbered([1, 0].map((i) => sound.leaves[i]!).concat(sound.leaves.slice(2))),
      }),
      { kind: 'seal-root', seal: 1, leaves: { from: 0, to: 4 } },
    ],
    [
      'tail of the events cut',
      verify({ ...sound, leaves: sound.leaves.slice(0, 15) }),
      { kind: 'leaf-missing', seal: 4, leaves: { from: 15, to: 20 } },
    ],
    [
      'seal left out',
      verify({ ...sound, seals: sound.seals.toSpliced(1, 1) }),
      { kind: 'seal-number', seal: 3 },
    ],
    [
      'all rewritten from event 6 on',
      verify(rewritten, anchors),
      { kind: 'anchor-differs', seal: 2, leaves: { from: 0, to: 9 } },
    ],
    [
      'events and seals cut together, or an old backup restored',
      verify({ leaves: sound.leaves.slice(0, 9), seals: sound.seals.slice(0, 3) }, anchors),
      { kind: 'anchor-missing', seal: 4 },
    ],
    ['everything gone', verify({ leaves: [], seals: [] }, anchors), { kind: 'anchor-missing', seal: 2 }],
    [
      'ledger of another region',
      verify(sound, [{ ...anchors[0]!, region: '999902' }]),
      { kind: 'anchor-missing', seal: 2 },
    ],
  ];

  test.each(cases)('%s', (_, verdict, expected) => {
    expect(verdict.ok).toBe(false);
    const { message, ...defect } = verdict.defect!;
    expect(defect).toEqual(expected);
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
  });

  test('[S7] who rewrites everything is found by anchors alone, which is why they are kept outside', () => {
    expect(verify(rewritten).ok).toBe(true);
    expect(verify(rewritten, anchors.slice(1)).defect).toMatchObject({ kind: 'anchor-differs', seal: 4 });
  });

  test('any bit of any stored hash is found in its own leaf or its own seal', () => {
    for (let index = 0; index < 20; index++) {
      for (let bit = 0; bit < 256; bit += 5) {
        const leaf = flip(sound.leaves[index]!.leaf, bit);
        expect(verify(withLeaf(index, { leaf })).defect?.leaves).toEqual({ from: index, to: index + 1 });
        const seal = SIZES.findIndex((size) => index < size) + 1;
        const { defect } = verify(withLeaf(index, { leaf, entry: undefined }));
        expect(defect).toMatchObject({ kind: 'seal-root', seal });
      }
    }
  });

  test('a seal that comes after leaves it does not cover', () => {
    const verifier = createVerifier();
    for (const leaf of sound.leaves.slice(0, 6)) verifier.leaf(leaf);
    const defect = verifier.checkpoint(sound.seals[0]!);
    expect(defect).toMatchObject({ kind: 'leaf-surplus', seal: 1, leaves: { from: 4, to: 6 } });
  });

  test('later input does not change the first finding', () => {
    const verifier = createVerifier();
    const first = verifier.leaf({ ...sound.leaves[0]!, index: 5 });
    expect(first).toBeDefined();
    expect(verifier.leaf(sound.leaves[0]!)).toBe(first);
    expect(verifier.checkpoint(sound.seals[0]!)).toBe(first);
    expect(verifier.end()).toMatchObject({ ok: false, defect: first, leaves: 0, seals: 0 });
  });
});

test('[S4] hashes that belong into tiles are heard of as the tree grows, the same as when it was sealed', () => {
  const leaves = Array.from({ length: 600 }, (_, index) => leafHash(`event ${index}`));
  const heard: Uint8Array[][] = [];
  const verifier = createVerifier([], (level, hash) => {
    heard[level] ??= [];
    heard[level].push(hash);
  });
  for (const [index, leaf] of leaves.entries()) verifier.leaf({ index, leaf });
  expect(heard).toEqual(appendLeaves(EMPTY_FRONTIER, leaves).completed);
  expect(heard[1]).toHaveLength(2);
});

describe('[S8] size', () => {
  test('200,000 leaves in 2,000 seals pass', () => {
    const verifier = createVerifier();
    let sealed = EMPTY_FRONTIER;
    let last: Checkpoint | undefined;
    const leaf = leafHash('the same event');
    const portion = Array.from({ length: 100 }, () => leaf);
    for (let at = 0; at < 200_000; at += portion.length) {
      const { frontier, root } = appendLeaves(sealed, portion);
      const now = '2026-03-01T00:00:00.000Z';
      last = nextCheckpoint(last, { region: '999901', size: frontier.size, root, now });
      sealed = frontier;
      for (let i = 0; i < portion.length; i++) verifier.leaf({ index: at + i, leaf });
      verifier.checkpoint(last);
    }
    const verdict = verifier.end();
    expect(verdict).toMatchObject({ ok: true, leaves: 200_000, seals: 2_000, unsealed: 0, last });
  });
});
