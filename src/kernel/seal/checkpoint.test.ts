import { describe, expect, test } from 'vitest';
import { RefusedError } from '../errors.ts';
import { toHex } from '../ledger/sm3.ts';
import {
  type Checkpoint,
  checkpointHash,
  formatCheckpoint,
  GENESIS,
  nextCheckpoint,
  parseCheckpoint,
  verifyChain,
} from './checkpoint.ts';
import { plainSm3 } from './independent/sm3.ts';
import { plainRoot } from './independent/tree.ts';
import { sampleLeaves } from './test-support.ts';

const leaves = sampleLeaves(12);
const chain: Checkpoint[] = [];
for (const [i, size] of [0, 3, 3, 7, 12].entries()) {
  const now = `2026-03-01T00:00:0${i}.000Z`;
  const root = plainRoot(leaves.slice(0, size));
  chain.push(nextCheckpoint(chain.at(-1), { region: '999901', size, root, now }));
}

/** The chain with one seal changed and nothing else. */
function changed(at: number, change: Partial<Checkpoint>): Checkpoint[] {
  return chain.with(at, { ...chain[at]!, ...change });
}

/** The same, with the hashes behind it rewritten, as a forger would. */
function relinked(at: number, change: Partial<Checkpoint>): Checkpoint[] {
  const seals = changed(at, change);
  for (let i = at + 1; i < seals.length; i++) {
    seals[i] = { ...seals[i]!, previous: checkpointHash(seals[i - 1]!) };
  }
  return seals;
}

describe('[S6] a seal', () => {
  test('has one text, which says all of it', () => {
    expect(formatCheckpoint(chain[1]!)).toBe(
      `fazhi/seal/1\nregion 999901\nnumber 2\nsize 3\nroot ${toHex(plainRoot(leaves.slice(0, 3)))}\n` +
        `previous ${checkpointHash(chain[0]!)}\nsealedAt 2026-03-01T00:00:01.000Z\n`,
    );
    for (const seal of chain) expect(parseCheckpoint(formatCheckpoint(seal))).toEqual(seal);
  });

  test('[S9] hashes that text', () => {
    const text = new TextEncoder().encode(formatCheckpoint(chain[4]!));
    expect(checkpointHash(chain[4]!)).toBe(toHex(plainSm3(text)));
  });

  test('any other text is refused, in Chinese', () => {
    const text = formatCheckpoint(chain[2]!);
    const others = [
      '',
      text.trimEnd(),
      `${text}\n`,
      text.replaceAll('\n', '\r\n'),
      text.replace('number 3', 'number 03'),
      text.replace('number 3', 'number 0'),
      text.replace('size 3', 'size -3'),
      text.replace('size 3', 'size  3'),
      text.replace('seal/1', 'seal/2'),
      text.replace('region 999901', 'region 甲区'),
      text.replace('.000Z', 'Z'),
      text.replace('2026-03', '2026-13'),
      text.replace('root', 'Root'),
      text.replace(chain[2]!.root, chain[2]!.root.toUpperCase()),
    ];
    for (const other of others) {
      expect(() => parseCheckpoint(other)).toThrow(RefusedError);
      expect(() => parseCheckpoint(other)).toThrow(/^封存记录不能读取：/);
    }
  });

  test('begins at number 1 without a predecessor', () => {
    expect(chain[0]).toMatchObject({ number: 1, previous: GENESIS, size: 0 });
    expect(chain.map((seal) => seal.number)).toEqual([1, 2, 3, 4, 5]);
  });

  test('does not go back in time with a clock that was set back', () => {
    const next = nextCheckpoint(chain[4], {
      region: '999901',
      size: 12,
      root: plainRoot(leaves),
      now: '2026-02-28T23:59:59.999Z',
    });
    expect(next.sealedAt).toBe(chain[4]!.sealedAt);
    expect(verifyChain([...chain, next])).toBeUndefined();
  });

  test('is not made of what cannot follow', () => {
    const seal = (change: object) => () =>
      nextCheckpoint(chain[4], {
        region: '999901',
        size: 12,
        root: plainRoot(leaves),
        now: '2026-03-02T00:00:00.000Z',
        ...change,
      });
    expect(seal({})).not.toThrow();
    expect(seal({ size: 11 })).toThrow(RefusedError);
    expect(seal({ root: plainRoot(leaves.slice(1)) })).toThrow(RefusedError);
    expect(seal({ root: new Uint8Array(31) })).toThrow(RangeError);
    expect(seal({ region: '999902' })).toThrow(RefusedError);
    expect(seal({ now: '2026-03-02' })).toThrow(RefusedError);
  });
});

describe('[S6] a chain of seals', () => {
  test('a sound one has no defect, nor has an empty one', () => {
    expect(verifyChain(chain)).toBeUndefined();
    expect(verifyChain([])).toBeUndefined();
  });

  test.each<[string, Checkpoint[], { kind: string; seal: number }]>([
    ['first seal cut off', chain.slice(1), { kind: 'seal-number', seal: 2 }],
    ['seal left out', chain.toSpliced(2, 1), { kind: 'seal-number', seal: 4 }],
    ['seal doubled', chain.toSpliced(2, 0, chain[1]!), { kind: 'seal-number', seal: 2 }],
    ['seals swapped', [0, 2, 1, 3, 4].map((i) => chain[i]!), { kind: 'seal-number', seal: 3 }],
    [
      'first seal with a predecessor',
      changed(0, { previous: chain[0]!.root }),
      { kind: 'seal-previous', seal: 1 },
    ],
    ['root changed', changed(1, { root: chain[4]!.root }), { kind: 'seal-previous', seal: 3 }],
    ['size changed', changed(3, { size: 6 }), { kind: 'seal-previous', seal: 5 }],
    [
      'time changed',
      changed(3, { sealedAt: '2026-03-01T00:00:03.001Z' }),
      { kind: 'seal-previous', seal: 5 },
    ],
    ['hash changed', changed(3, { previous: chain[0]!.previous }), { kind: 'seal-previous', seal: 4 }],
    ['number changed', changed(3, { number: 9 }), { kind: 'seal-number', seal: 9 }],
    ['other region', changed(3, { region: '999902' }), { kind: 'seal-region', seal: 4 }],
    ['size going down', relinked(3, { size: 2 }), { kind: 'seal-size', seal: 4 }],
    ['same size, other root', relinked(2, { root: chain[4]!.root }), { kind: 'seal-size', seal: 3 }],
    ['time going back', relinked(3, { sealedAt: chain[0]!.sealedAt }), { kind: 'seal-time', seal: 4 }],
    ['form broken', changed(3, { root: 'x' }), { kind: 'seal-form', seal: 4 }],
  ])('%s', (_, seals, defect) => {
    expect(verifyChain(seals)).toMatchObject(defect);
    expect(verifyChain(seals)!.message).toMatch(/^第\d+号封存：/);
  });
});
