import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LedgerEvent } from '../../kernel/ledger/event.ts';
import { closedPartOf, entryOf } from '../../kernel/ledger/leaf.ts';
import { toHex } from '../../kernel/ledger/sm3.ts';
import {
  anchorOf,
  appendLeaves,
  EMPTY_FRONTIER,
  formatAnchor,
  formatConsistency,
  formatProof,
  leafHash,
  nextCheckpoint,
} from '../../kernel/seal/index.ts';
import { textDigestOf } from '../../reports/writing/text-digest.ts';
import { verifyProofCommand } from './verify-proof.ts';

const TEXT = '法治政府建设情况报告\n全年办结12件。';
const event: LedgerEvent = {
  id: 'e',
  region: '999901',
  stream: 's',
  seq: 6,
  type: 'annual-report/$publish',
  at: '2026-03-01T00:00:00.000Z',
  on: '2026-03-01',
  actor: { person: 'p', post: 'publisher@u', unit: 'u' },
  request: 'r',
  data: {
    publications: [
      {
        op: 'publish',
        id: 'report',
        on: '2026-03-01',
        title: '2025年报告',
        content: [['正文摘要', textDigestOf(TEXT)]],
      },
    ],
  },
  personal: {},
  salt: '0'.repeat(32),
};

const leaf = leafHash(entryOf(event));
const next = leafHash('{}');
const sealed = { region: '999901', now: event.at };
const one = appendLeaves(EMPTY_FRONTIER, [leaf]);
const two = appendLeaves(one.frontier, [next]);
const seal = nextCheckpoint(undefined, { ...sealed, size: 1, root: one.root });
const later = nextCheckpoint(seal, { ...sealed, size: 2, root: two.root });
const proof = formatProof({ leaf: 0, seal, path: [], entry: entryOf(event) });
const linked = formatConsistency({ from: seal, to: later, path: [toHex(next)] });

let out = '';
let err = '';
let folder = '';

beforeEach(() => {
  [out, err] = ['', ''];
  folder = mkdtempSync(join(tmpdir(), 'fazhi-proof-'));
  vi.spyOn(process.stdout, 'write').mockImplementation((told) => {
    out += String(told);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((told) => {
    err += String(told);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function run(...args: string[]): Promise<number> {
  [out, err] = ['', ''];
  await verifyProofCommand().parseAsync(args, { from: 'user' });
  return Number(process.exitCode);
}

test('a true proof holds, is told in words, and names the anchor to compare', async () => {
  expect(await run(file('p.txt', proof))).toBe(0);
  expect(out).toContain('相符：这条记录是999901台账的第1条留痕，收在第1号封存里');
  expect(out).toContain(`正文摘要：${textDigestOf(TEXT)}`);
  expect(out).toContain(formatAnchor(anchorOf(seal)));
});

test('text, anchor and later seal are held against it', async () => {
  const text = file('t.txt', `${TEXT.replaceAll('\n', '\r\n')}\r\n`);
  const args = [file('p.txt', proof), '--text', text, '--later', file('l.txt', linked)];
  for (const known of [seal, later]) {
    expect(await run(...args, '--anchor', formatAnchor(anchorOf(known)), '--json')).toBe(0);
    const told = JSON.parse(out) as { holds: boolean; checks: { check: string; holds: boolean }[] };
    expect(told.holds).toBe(true);
    expect(told.checks.map(({ check }) => check)).toEqual(['record', 'text', 'later', 'anchor']);
  }
});

test.each([
  [
    'a changed record',
    (p: string) => [file('p.txt', p.replace('2025年报告', '2024年报告'))],
    '记录、路径或者封存',
  ],
  ['another text', (p: string) => [file('p.txt', p), '--text', file('t.txt', `${TEXT}！`)], '公开的文本不同'],
  [
    'another anchor',
    (p: string) => [file('p.txt', p), '--anchor', formatAnchor({ ...anchorOf(seal), hash: 'ab'.repeat(32) })],
    '与留存的凭据不符',
  ],
  [
    'a later seal that is not linked',
    (p: string) => [file('p.txt', p), '--anchor', formatAnchor(anchorOf(later))],
    '--later',
  ],
  [
    'another closed part',
    (p: string) => [
      file('p.txt', `${p}\nsalt ${event.salt}\n${closedPartOf(event).replace('"p"', '"q"')}\n`),
    ],
    '内部内容被改动过',
  ],
])('%s makes it exit with 1 and say what differs', async (_, argsOf, said) => {
  expect(await run(...argsOf(proof))).toBe(1);
  expect(out).toContain('不符：');
  expect(out).toContain(said);
});

test('what cannot be read exits with 2 and says why', async () => {
  expect(await run(file('p.txt', 'not a proof'))).toBe(2);
  expect(err).toContain('证明不能读取');
  expect(await run(join(folder, 'none.txt'), '--json')).toBe(2);
  expect(JSON.parse(out).error).toContain('无法读取文件');
});
