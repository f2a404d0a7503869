import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { auditCommand } from './audit.ts';
import { compareCommand } from './compare.ts';
import { readCommand } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'fazhi-audit-'));
const file = (name: string, body: string): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    `青禾区2023年度法治政府建设情况的报告\n一、主要举措和成效\n${body}\n二、存在的不足\n力量不足。`,
  );
  return path;
};
const SOUND = file('完好.txt', '全年收到行政复议申请80件，办结80件。');
const FAULTY = file(
  '有误.txt',
  '全年收到行政复议申请100件，完善监督的的制度。推行“双随机、一公开”，“双随机一公开”常态化。',
);
const MISSING = join(folder, '没有.txt');

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(command: Command, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const into = (pieces: string[]) => (piece: unknown) => pieces.push(String(piece)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(into(out));
  vi.spyOn(process.stderr, 'write').mockImplementation(into(err));
  await command.parseAsync(args, { from: 'user' });
  return { out: out.join(''), err: err.join(''), code: process.exitCode as number | undefined };
}

describe('fazhi audit', () => {
  it('says so where nothing is found', async () => {
    const { out, code } = await run(auditCommand(), SOUND);
    expect(code).toBe(0);
    expect(out).toBe('完好.txt：未发现问题\n共 1 份，问题 0 处\n');
  });

  it('exits 1 with the words, the reason and the advice', async () => {
    const { out, code } = await run(auditCommand(), SOUND, FAULTY);
    expect(code).toBe(1);
    expect(out).toContain('有误.txt：1 处\n  ［存疑］的的：“的”重复');
    expect(out).toContain('建议：的\n');
    expect(out).toContain('共 2 份，问题 1 处');
  });

  it('lists uncertain findings only when asked for', async () => {
    const soft = await run(auditCommand(), '--soft', FAULTY);
    expect(soft.out).toContain('［提示·待核］“双随机一公开”');
    expect(soft.out).toContain('问题 1 处，把握不大的 1 处');
  });

  it('goes on after a file that cannot be read, and exits 2', async () => {
    const { out, err, code } = await run(auditCommand(), MISSING, FAULTY);
    expect(code).toBe(2);
    expect(out).toContain('共 1 份，问题 1 处，不能读取 1 份');
    expect(err).toContain('没有.txt：找不到这个文件');
  });

  it('tells progress for many files, and prints JSON alone on standard output', async () => {
    const { out, err } = await run(auditCommand(), '--json', SOUND, SOUND, SOUND, FAULTY);
    expect(err).toContain('已审读 4／4');
    const audited = JSON.parse(out);
    expect(audited).toHaveLength(4);
    expect(audited[3].findings[0]).toMatchObject({ code: 'word-doubled', text: '的的' });
  });
});

it('fazhi read shows the findings, the uncertain ones with --soft', async () => {
  const codes = (out: string) => JSON.parse(out).findings.map(({ code }: { code: string }) => code);
  expect(codes((await run(readCommand(), '--json', FAULTY)).out)).toEqual(['word-doubled']);
  vi.restoreAllMocks();
  const { out } = await run(readCommand(), '--json', '--soft', FAULTY);
  expect(codes(out)).toEqual(['word-doubled', 'term-two-ways']);
});

describe('fazhi compare', () => {
  it('shows what rose between two documents', async () => {
    const { out, code } = await run(compareCommand(), SOUND, FAULTY);
    expect(code).toBe(0);
    expect(out).toMatch(/复议申请\s*│ 件\s*│ 80\s*│ 100\s*│ \+20\s*│ \+25%/);
    expect(out).toContain('上升 1 项');
  });

  it('sets three documents side by side', async () => {
    const { out } = await run(compareCommand(), '--json', SOUND, FAULTY, SOUND);
    const { columns, rows } = JSON.parse(out);
    expect(columns).toHaveLength(3);
    expect(rows[0].cells.map((figure: { value: number }) => figure.value)).toEqual([80, 100, 80]);
  });

  it('exits 2 for a file that cannot be read', async () => {
    const { err, code } = await run(compareCommand(), SOUND, MISSING);
    expect(code).toBe(2);
    expect(err).toContain('没有.txt：找不到这个文件');
  });
});
