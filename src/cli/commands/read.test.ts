import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { readCommand } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'fazhi-read-'));
const file = join(folder, '报告.txt');
writeFileSync(
  file,
  '青禾区司法局关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n（一）推进公开。全年公开信息218条。\n二、存在的不足\n力量不足。\n三、下一步工作安排\n补短板。',
);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(...args: string[]): Promise<{ out: string; err: string; code: number | undefined }> {
  const out: string[] = [];
  const err: string[] = [];
  const into = (pieces: string[]) => (piece: unknown) => pieces.push(String(piece)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(into(out));
  vi.spyOn(process.stderr, 'write').mockImplementation(into(err));
  await readCommand().parseAsync(args, { from: 'user' });
  return { out: out.join(''), err: err.join(''), code: process.exitCode as number | undefined };
}

describe('fazhi read', () => {
  it('describes a report in words', async () => {
    const { out, code } = await run(file);
    expect(code).toBe(0);
    expect(out).toContain('标题：青禾区司法局关于2023年度法治政府建设情况的报告');
    expect(out).toContain('    （一） 推进公开');
    expect(out).toMatch(/数据：1 个/);
  });

  it('prints JSON whose positions refer to --text', async () => {
    const reading = JSON.parse((await run(file, '--json')).out);
    vi.restoreAllMocks();
    const text = (await run(file, '--text')).out;
    expect(Object.keys(reading)).toEqual([
      'document',
      'sections',
      'figures',
      'relations',
      'documents',
      'tasks',
      'findings',
    ]);
    expect(reading.document).toMatchObject({ skeleton: 'four-part', issuer: '青禾区司法局' });
    for (const { number, start } of reading.sections) expect(text.startsWith(number, start)).toBe(true);
    for (const figure of reading.figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
  });

  it('gives the reason and exit code 2 for a file that cannot be read', async () => {
    const { out, err, code } = await run(join(folder, '没有.txt'));
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('没有.txt：找不到这个文件');
  });
});
