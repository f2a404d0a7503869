import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Command } from 'commander';
import { auditDocument } from '../../reports/auditing/index.ts';
import { type ReadDocument, UnreadableFile } from '../../reports/reading/index.ts';
import { writeTaskPaper, writeTaskWorkbook } from '../../reports/reading/tasks/export.ts';
import { readFileOf, UNREADABLE } from './read-file.ts';
import { describeReading } from './read-view.ts';

interface ReadOptions {
  json?: boolean;
  soft?: boolean;
  text?: boolean;
  tasks?: string;
}

/** `fazhi read FILE`: chapters, figures, relations, tasks and findings of a published report or plan. */
export function readCommand(): Command {
  return new Command('read')
    .description('审读一份报告或要点：标题层级、数据、文件、任务和问题')
    .argument('<file>', 'txt、md、html、docx、pdf 或 ofd 文件')
    .option('--json', '输出 JSON')
    .option('--soft', '同时列出把握不大的问题')
    .option('--text', '输出清洗后的正文（各项位置以它为准）')
    .option('--tasks <file>', '把读出的任务另存为任务分解表，文件名以 .xlsx 或 .docx 结尾')
    .action(async (file: string, options: ReadOptions) => {
      process.exitCode = await run(file, options);
    });
}

async function run(file: string, options: ReadOptions): Promise<number> {
  try {
    const reading = await readFileOf(file);
    if (options.tasks !== undefined) return await saveTasks(reading, options.tasks);
    process.stdout.write(`${printed(reading, options)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${basename(file)}：${error.message}\n`);
    return UNREADABLE;
  }
}

/** 任务分解表 as a workbook or an official paper, told by the name it is to have. */
async function saveTasks({ document, tasks }: ReadDocument, target: string): Promise<number> {
  const write = { '.xlsx': () => writeTaskWorkbook(tasks), '.docx': () => writeTaskPaper(document, tasks) };
  const kind = extname(target).toLowerCase();
  if (kind !== '.xlsx' && kind !== '.docx') return failed('任务分解表的文件名请以 .xlsx 或 .docx 结尾。');
  if (tasks.length === 0) return failed('没有读出任务，没有生成文件。要点、方案和计划才有任务分解表。');
  await writeFile(target, await write[kind]());
  process.stdout.write(`已生成 ${target}，共 ${tasks.length} 项任务\n`);
  return 0;
}

function failed(reason: string): number {
  process.stderr.write(`${reason}\n`);
  return NOT_DONE;
}

/** Exit code of what was asked for and could not be made. */
const NOT_DONE = 1;

function printed(reading: ReadDocument, options: ReadOptions): string {
  if (options.text) return reading.text;
  const findings = auditDocument(reading, { soft: options.soft ?? false });
  const { text: _text, ...rest } = reading;
  if (options.json) return JSON.stringify({ ...rest, findings }, null, 2);
  return describeReading({ ...reading, findings });
}
