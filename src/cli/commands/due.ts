import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { z } from 'zod';
import { shanghaiTime } from '../../kernel/clock/index.ts';
import { citation } from '../../kernel/clock/law.ts';
import { chineseDate } from '../../kernel/dates.ts';
import { RefusedError } from '../../kernel/errors.ts';
import { answerDue, type DueAnswer, type DueRequest, isCountable } from '../../law/due-answer.ts';
import { isAbout, periodText } from '../../law/find.ts';
import { lawBook } from '../../law/index.ts';

/** Exit code where some line of a batch could not be computed. */
const SOME_FAILED = 1;
/** Exit code where the question is refused: wrong input, or a rule that was not in force. */
const REFUSED = 2;

interface DueOptions {
  start?: string;
  extended?: boolean;
  pause: string[];
  json?: boolean;
  batch?: string;
  list?: string | true;
}

/** `fazhi due RULE --start DATE`: when a statutory period ends, with the computation line by line. */
export function dueCommand(): Command {
  return new Command('due')
    .description('计算法定期限的届满日期，并逐行说明算法')
    .argument('[rule]', '规定编号，例如 CF1-29（行政处罚办案期限）')
    .option('--start <date>', '起算日期 2024-09-27；以小时计算的期限写明时刻 2024-09-27T09:30')
    .option('--extended', '按规定的最长期限延长一次')
    .option('--pause <from..to>', '中止期间：中止日..恢复日，恢复日计入期限；可以重复', collect, [])
    .option('--list [words]', '列出可以计算的规定；写出词语的，只列出含有这些词语的')
    .option('--json', '输出 JSON')
    .option('--batch <file>', '逐行读取 JSON（{"rule","start","extended"?}）并逐行写回；- 为标准输入')
    .action(async (rule: string | undefined, options: DueOptions) => {
      if (options.list !== undefined) listRules(options.list === true ? '' : options.list);
      else
        process.exitCode =
          options.batch === undefined ? answerOne(rule, options) : await answerBatch(options.batch);
    });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** One rule a line: id, limit, what it runs from and to, citation, validity. */
function listRules(words: string): void {
  const found = lawBook.all.filter((provision) => isCountable(provision) && isAbout(provision, words));
  for (const provision of found) {
    const { id, from, to, startsWith, endsWith, rule } = provision;
    const runs = startsWith && endsWith ? `${startsWith}→${endsWith}` : rule;
    const until = to === null ? '起' : `至${to}`;
    process.stdout.write(
      `${[id, periodText(provision), runs, citation(provision), `${from}${until}`].join('\t')}\n`,
    );
  }
  if (found.length === 0) {
    process.stderr.write(`没有含有“${words}”的规定，可以只写法律名称或者事项，例如“处罚 告知”。\n`);
    process.exitCode = REFUSED;
  }
}

function answerOne(rule: string | undefined, options: DueOptions): number {
  if (rule === undefined || options.start === undefined) {
    process.stderr.write('请给出规定编号和起算日期，例如：fazhi due CF1-29 --start 2024-09-27\n');
    return REFUSED;
  }
  const request: DueRequest = {
    rule,
    start: options.start,
    ...(options.extended === true ? { extended: true } : {}),
    ...(options.pause.length === 0 ? {} : { pauses: options.pause }),
  };
  const answer = answerOrError(request);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ ...request, ...answer })}\n`);
  } else if ('error' in answer) {
    process.stderr.write(`${answer.error}\n`);
  } else {
    process.stdout.write(printed(answer));
  }
  return 'error' in answer ? REFUSED : 0;
}

function printed(answer: DueAnswer): string {
  const provisional = answer.provisional ? '（暂定）' : '';
  const unverified = answer.unverified ? '（条文待核）' : '';
  const lines = answer.explain.map((line, i) => `${i + 1}. ${line}\n`).join('');
  const end = answer.dueAt === undefined ? chineseDate(answer.due) : shanghaiTime(answer.dueAt);
  return `届满日期：${end}${provisional}${unverified}\n${lines}`;
}

interface Failure {
  readonly error: string;
  /** The rule that was in force on the start day, where another one was. */
  readonly applied?: string;
}

function answerOrError(request: DueRequest): DueAnswer | Failure {
  try {
    return answerDue(request);
  } catch (error) {
    if (!(error instanceof RefusedError)) {
      throw error;
    }
    const { message, basis } = error.refusal;
    const other = basis?.provision !== undefined && basis.provision !== request.rule;
    return { error: message, ...(other ? { applied: basis.provision as string } : {}) };
  }
}

const batchLine = z.looseObject({
  rule: z.string(),
  start: z.string(),
  extended: z.boolean().optional(),
  pauses: z.array(z.string()).optional(),
});

async function answerBatch(file: string): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let code = 0;
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === '') {
        continue;
      }
      const answered = answerLine(line, number);
      if ('error' in answered) {
        code = SOME_FAILED;
      }
      await write(`${JSON.stringify(answered)}\n`);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) {
      throw error;
    }
    process.stderr.write(`无法读取文件“${file}”，请核对路径和权限。\n`);
    return REFUSED;
  }
  return code;
}

/** The line as it came, with the answer or the error added. */
function answerLine(line: string, number: number): object {
  const value = parsed(line);
  const read = batchLine.safeParse(value);
  if (!read.success) {
    const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { line };
    return {
      ...given,
      error: `第${number}行应当是含有rule和start（均为文本）的JSON对象，extended只能是true或者false。`,
    };
  }
  return { ...read.data, ...answerOrError(read.data) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Waits where the reader of the output is slower. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) {
      resolve();
    } else {
      process.stdout.once('drain', resolve);
    }
  });
}
