import { basename } from 'node:path';
import { Command } from 'commander';
import { auditDocument } from '../../reports/auditing/index.ts';
import { type ReadDocument, UnreadableFile } from '../../reports/reading/index.ts';
import { readFileOf, UNREADABLE } from './read-file.ts';
import { describeReading } from './read-view.ts';

interface ReadOptions {
  json?: boolean;
  soft?: boolean;
  text?: boolean;
}

/** `fazhi read FILE`: chapters, figures, relations, tasks and findings of a published report or plan. */
export function readCommand(): Command {
  return new Command('read')
    .description('审读一份报告或要点：标题层级、数据、文件、任务和问题')
    .argument('<file>', 'txt、md、html、docx、pdf 或 ofd 文件')
    .option('--json', '输出 JSON')
    .option('--soft', '同时列出把握不大的问题')
    .option('--text', '输出清洗后的正文（各项位置以它为准）')
    .action(async (file: string, options: ReadOptions) => {
      process.exitCode = await run(file, options);
    });
}

async function run(file: string, options: ReadOptions): Promise<number> {
  try {
    const reading = await readFileOf(file);
    process.stdout.write(`${printed(reading, options)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${basename(file)}：${error.message}\n`);
    return UNREADABLE;
  }
}

function printed(reading: ReadDocument, options: ReadOptions): string {
  if (options.text) return reading.text;
  const findings = auditDocument(reading, { soft: options.soft ?? false });
  const { text: _text, ...rest } = reading;
  if (options.json) return JSON.stringify({ ...rest, findings }, null, 2);
  return describeReading({ ...reading, findings });
}
