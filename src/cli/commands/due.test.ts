import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerDue } from '../../law/due-answer.ts';
import { lawBook } from '../../law/index.ts';
import { dueCommand } from './due.ts';

let out = '';
let err = '';
let folder = '';

beforeEach(() => {
  out = '';
  err = '';
  folder = mkdtempSync(join(tmpdir(), 'fazhi-due-'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]): Promise<number> {
  await dueCommand().parseAsync(args, { from: 'user' });
  return Number(process.exitCode ?? 0);
}

describe('one question', () => {
  test('is answered with the computation', async () => {
    expect(await run('CF1-29', '--start', '2021-07-15')).toBe(0);
    expect(out).toMatch(/^届满日期：2021年10月13日\n1\. 适用CF1-29 《行政处罚法》（2021年修订）第六十条/);
    expect(out).toContain('2021年7月15日为起算日，当日不计入');
  });

  test('as JSON', async () => {
    expect(await run('CF1-25', '--start', '2024-09-27', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rule: 'CF1-25',
      start: '2024-09-27',
      due: '2024-10-12',
      provisional: false,
      unverified: false,
      explain: expect.arrayContaining([expect.stringContaining('计满7个工作日')]),
    });
  });

  test('extended in full, with pauses in any order', async () => {
    const pauses = ['--pause', '2024-05-06..2024-05-11', '--pause', '2024-04-01..2024-04-11'];
    expect(await run('SJ-06', '--start', '2024-03-01', '--extended', ...pauses, '--json')).toBe(0);
    // 120 days and 15 days of standstill after 1 March are full on Sunday 14 July.
    expect(JSON.parse(out).due).toBe('2024-07-15');
  });

  test('provisional and unverified are said in the first line', async () => {
    await run('XK-09', '--start', '2026-12-10');
    expect(out).toMatch(/^届满日期：2027年1月8日（暂定）\n/);
    out = '';
    await run('MS-01', '--start', '2020-01-02');
    expect(out).toMatch(/^届满日期：2020年3月2日（条文待核）\n/);
  });

  test('pauses that overlap leave a day out once', async () => {
    const overlapping = ['--pause', '2024-03-06..2024-03-12', '--pause', '2024-03-04..2024-03-08'];
    expect(await run('XK-09', '--start', '2024-03-01', ...overlapping)).toBe(0);
    const answer = out;
    out = '';
    expect(await run('XK-09', '--start', '2024-03-01', '--pause', '2024-03-04..2024-03-12')).toBe(0);
    // Six workdays of standstill: 4 to 8 and 11 March; Thursday 4 and Friday 5 April are Qingming, Sunday 7 is worked.
    expect(out).toMatch(/^届满日期：2024年4月9日\n/);
    expect(answer.split('\n')[0]).toBe(out.split('\n')[0]);
    expect(answer).toContain('重叠的期间合并计算');
  });

  test('a pause that begins on the last day leaves that day for when it ends', async () => {
    await run('XK-09', '--start', '2024-03-01', '--pause', '2024-03-29..2024-04-08');
    expect(out).toMatch(/^届满日期：2024年4月8日\n/);
    out = '';
    await run('XK-09', '--start', '2024-03-01', '--pause', '2024-03-30..2024-04-08');
    expect(out).toMatch(/^届满日期：2024年3月29日\n/);
  });

  test.each([
    // A year after 29 February ends on the 28th; months from the 31st end on the month's last day.
    ['SSJ-01', '2024-02-29', '2025年2月28日'],
    ['SS-03', '2024-08-31', '2025年2月28日'],
    ['QZ-16', '2023-11-30', '2024年2月29日'],
    ['DC-03', '2028-01-05', '2028年2月29日'],
    ['XK-09', '2029-12-20', '2030年1月18日（暂定）'],
  ])('%s from %s ends on %s', async (rule, start, end) => {
    await run(rule, '--start', start);
    expect(out.split('\n')[0]).toBe(`届满日期：${end}`);
  });

  test('a period in hours ends at a time', async () => {
    await run('LF-03', '--start', '2024-03-01T09:30');
    expect(out).toMatch(/^届满日期：2024年3月2日9时30分\n/);
  });

  test('hours want a time; it is Shanghai time where no zone is given', async () => {
    expect(await run('QZ-03', '--start', '2024-05-01')).toBe(2);
    expect(err).toContain('请给出起算的时刻');
    expect(await run('QZ-03', '--start', '2024-05-01T22:00', '--json')).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ due: '2024-05-02', dueAt: '2024-05-02T14:00:00.000Z' });
  });
});

describe('refusals end with 2 and say why', () => {
  test.each([
    [['CF1-29', '--start', '2017-03-01'], '当时适用的是CF0-16'],
    [['CF1-29', '--start', '2024-02-30'], '“2024-02-30”不是有效日期：2024年2月只有29天'],
    [['CF1-29', '--start', '2024-13-01'], '没有这个月份'],
    [['CF1-29', '--start', '2024/3/1'], '请写成2024-09-27的形式'],
    [['QZ-03', '--start', '2024-03-01T25:00'], '不是有效时刻'],
    [['NO-1', '--start', '2024-03-01'], '没有编号为“NO-1”的规定'],
    [['CF0-16', '--start', '2019-03-01'], '没有规定期限'],
    [['CF1-29', '--start', '2024-03-01', '--extended'], '没有规定可以延长'],
    [['SJ-04', '--start', '2024-03-01', '--extended'], '没有规定延长多久'],
    [['XK-09', '--start', '2024-03-01', '--pause', '2024-03-05'], '应当写成“中止日..恢复日”'],
    [['XK-09', '--start', '2024-03-01', '--pause', '2024-03-05..2024-03-01'], '恢复日早于中止日'],
    [['XK-09', '--start', '2024-03-01', '--pause', '2024-02-05..2024-03-05'], '早于该时限上一次变动的日期'],
    [['XK-09'], '请给出规定编号和起算日期'],
  ])('%j', async (args, message) => {
    expect(await run(...args)).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  test('as JSON they name the rule that applied', async () => {
    expect(await run('CF1-25', '--start', '2017-03-01', '--json')).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ rule: 'CF1-25', applied: 'CF0-04', error: expect.any(String) });
  });
});

describe('the rules that can be asked for', () => {
  test('are found by words, one a line with limit, events, citation and validity', async () => {
    expect(await run('--list', '处罚 听证 2021年')).toBe(0);
    expect(out).toContain(
      'CF1-32\t5个工作日\t被告知听证权利→要求听证\t《行政处罚法》（2021年修订）第六十四条第一项\t2021-07-15起\n',
    );
    expect(out).not.toContain('XK-09');
  });

  test('all of them compute from a day in their validity', async () => {
    await run('--list');
    const ids = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0]!);
    expect(ids).toEqual(lawBook.all.filter((p) => p.limit ?? p.fixedDue).map(({ id }) => id));
    for (const id of ids) {
      const { from } = lawBook.get(id);
      expect(() => answerDue({ rule: id, start: `${from}T09:00` }), id).not.toThrow();
    }
  });

  test('words that find nothing are told', async () => {
    expect(await run('--list', '没有这样的事')).toBe(2);
    expect(err).toContain('没有含有“没有这样的事”的规定');
  });
});

describe('a batch', () => {
  const batch = async (
    lines: readonly string[],
  ): Promise<{ code: number; answers: Record<string, unknown>[] }> => {
    const file = join(folder, 'batch.jsonl');
    writeFileSync(file, lines.join('\n'));
    const code = await run('--batch', file);
    return {
      code,
      answers: out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    };
  };

  test('gives the lines back in order, with what they carried', async () => {
    const { code, answers } = await batch([
      '{"rule":"CF1-29","start":"2021-07-15","case":"甲"}',
      '',
      '{"rule":"XK-09","start":"2024-03-01","extended":true}',
    ]);
    expect(code).toBe(0);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({ case: '甲', due: '2021-10-13', explain: expect.any(Array) });
    expect(answers[1]).toMatchObject({ extended: true, due: '2024-04-15' });
  });

  test('goes on after a line that fails, and ends with 1', async () => {
    const { code, answers } = await batch([
      '{"rule":"CF1-29","start":"2017-03-01"}',
      'not json',
      '{"rule":"CF1-29"}',
      '{"rule":"CF1-29","start":"2024-02-30"}',
      '{"rule":"CF1-29","start":"2024-03-01"}',
    ]);
    expect(code).toBe(1);
    expect(answers.map((a) => 'error' in a)).toEqual([true, true, true, true, false]);
    expect(answers[0]).toMatchObject({ applied: 'CF0-16' });
    expect(answers[1]).toMatchObject({ line: 'not json', error: expect.stringContaining('第2行') });
    expect(answers[4]).toMatchObject({ due: '2024-05-30' });
  });

  test('a file that is not there', async () => {
    expect(await run('--batch', join(folder, 'none.jsonl'))).toBe(2);
    expect(err).toContain('无法读取文件');
  });
});
