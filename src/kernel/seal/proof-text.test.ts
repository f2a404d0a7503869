import { describe, expect, test } from 'vitest';
import { RefusedError } from '../errors.ts';
import { closedDigest } from '../ledger/leaf.ts';
import { toHex } from '../ledger/sm3.ts';
import { nextCheckpoint } from './checkpoint.ts';
import { formatConsistency, isContinued, parseConsistency } from './consistency-text.ts';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { leafHash } from './hashes.ts';
import { checkProof, formatProof, type Proof, parseProof } from './proof-text.ts';
import { consistencyProof, inclusionProof } from './proofs.ts';
import { sampleLeaves, shelfOf } from './test-support.ts';

const REGION = '999901';
const NOW = '2026-03-01T00:00:00.000Z';
const closed = { salt: 'c'.repeat(32), text: '{"actor":"某甲"}' };
const entry = `{"at":"${NOW}","closed":"${closedDigest(closed.text, closed.salt)}","on":"2026-03-01","public":[{"content":[["正文摘要","${'a'.repeat(64)}"],["年度",2025]],"id":"report","on":"2026-03-01","op":"publish","title":"报告"}],"region":"${REGION}","type":"letter/$publish"}`;

const leaves = [...sampleLeaves(5), leafHash(entry), ...sampleLeaves(9).slice(5)];
const shelf = await shelfOf(leaves);
const rootOf = (size: number) => appendLeaves(EMPTY_FRONTIER, leaves.slice(0, size)).root;
const first = nextCheckpoint(undefined, { region: REGION, size: 7, root: rootOf(7), now: NOW });
const second = nextCheckpoint(first, { region: REGION, size: 9, root: rootOf(9), now: NOW });
const path = (await inclusionProof(7, 5, shelf.read)).map(toHex);
const proof: Proof = { leaf: 5, seal: first, path, entry };

describe('[S12] a proof as text', () => {
  test('reads back and is computed, with and without the closed part', () => {
    for (const whole of [proof, { ...proof, closed }]) {
      const read = parseProof(formatProof(whole));
      expect(read).toEqual(whole);
      expect(checkProof(read)).toMatchObject({ holds: true, entry: { public: [{ title: '报告' }] } });
    }
    expect(checkProof(proof)).not.toHaveProperty('opens');
    expect(checkProof({ ...proof, closed }).opens).toBe(true);
  });

  test('survives copying by hand: line ends of Windows, blanks around it', () => {
    expect(parseProof(`\n ${formatProof(proof).replaceAll('\n', '\r\n')} \r\n`.trimStart())).toEqual(proof);
  });

  test('no longer holds when a digit of it is changed', () => {
    const text = formatProof({ ...proof, closed });
    const place = (part: string) => text.indexOf(part) + part.length;
    const spots = ['root ', 'path ', '"closed":"', '正文摘要","', '"年度",', 'salt '].map(place);
    for (const at of spots) {
      const digit = text[at] === '1' ? '2' : '1';
      const { holds, opens } = checkProof(parseProof(text.slice(0, at) + digit + text.slice(at + 1)));
      expect([holds, opens], text.slice(at - 10, at)).not.toEqual([true, true]);
    }
    expect(checkProof({ ...proof, leaf: 4 }).holds).toBe(false);
    expect(checkProof({ ...proof, closed: { ...closed, text: '{"actor":"某乙"}' } }).opens).toBe(false);
  });

  test('does not hold under the seal of another region', () => {
    expect(checkProof({ ...proof, seal: { ...first, region: '999902' } }).holds).toBe(false);
  });

  test.each([
    ['another version', formatProof(proof).replace('proof/2', 'proof/1')],
    ['no place', formatProof(proof).replace('leaf 5', 'leaf five')],
    ['a short hash', formatProof(proof).replace(/path [0-9a-f]{4}/, 'path ')],
    ['no entry', formatProof(proof).replace(entry, '')],
    ['an entry with blanks', formatProof(proof).replace('"年度",2025', '"年度", 2025')],
    ['an entry that says a thing twice', formatProof(proof).replace('{"at"', `{"at":"${NOW}","at"`)],
    ['an entry with more in it', formatProof(proof).replace(',"type":', ',"secret":1,"type":')],
    ['an entry that is none', formatProof({ ...proof, entry: '[]' })],
    ['content of another shape', formatProof(proof).replace('[["正文摘要"', '["正文摘要"')],
    ['a closed part without its salt', `${formatProof(proof)}\n{}\n`],
    ['more behind it', `${formatProof({ ...proof, closed })}\nmore\n`],
    ['nothing', ''],
  ])('is refused with %s', (_, text) => {
    expect(() => parseProof(text)).toThrow(RefusedError);
  });
});

describe('[S12] two seals linked by a text', async () => {
  const linked = {
    from: first,
    to: second,
    path: (await consistencyProof(7, 9, shelf.read)).map(toHex),
  };

  test('reads back and is computed', () => {
    expect(parseConsistency(formatConsistency(linked))).toEqual(linked);
    expect(isContinued(linked)).toBe(true);
  });

  test('does not hold for another root, another region, or the other way round', () => {
    const root = first.root.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    expect(isContinued({ ...linked, from: { ...first, root } })).toBe(false);
    expect(isContinued({ ...linked, to: { ...second, region: '999902' } })).toBe(false);
    expect(isContinued({ ...linked, from: second, to: first })).toBe(false);
  });

  test('is refused in another form', () => {
    for (const text of ['', formatConsistency(linked).replace('consistency/1', 'consistency/9')]) {
      expect(() => parseConsistency(text)).toThrow(RefusedError);
    }
  });
});
