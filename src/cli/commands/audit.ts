import { basename } from 'node:path';
import { Command } from 'commander';
import { auditDocument } from '../../reports/auditing/index.ts';
import { type Finding, UnreadableFile } from '../../reports/reading/index.ts';
import { readFileOf, UNREADABLE } from './read-file.ts';
import { describeFinding } from './read-view.ts';

/** Exit code where at least one certain finding was made. */
const FOUND = 1;
/** Progress is told for more files than this. */
const QUIET_UP_TO = 3;
/** Files between two lines of progress. */
const PROGRESS_STEP = 25;

interface AuditOptions {
  json?: boolean;
  soft?: boolean;
}

/** A file with what was found in it, or the reason it could not be read. */
interface Audited {
  file: string;
  /** Characters of the cleaned text. */
  characters: number;
  findings: Finding[];
  unreadable: string | null;
}

/** `fazhi audit FILE…`: proof-reads reports and plans. Exits 1 with certain findings, 2 if a file is unreadable. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('校对报告或要点：数据、序号、标点、名称和日期')
    .argument('<files...>', 'txt、md、html、docx、pdf 或 ofd 文件')
    .option('--json', '输出 JSON')
    .option('--soft', '同时列出把握不大的问题')
    .action(async (files: string[], options: AuditOptions) => {
      process.exitCode = await run(files, options);
    });
}

async function run(files: readonly string[], options: AuditOptions): Promise<number> {
  const audited: Audited[] = [];
  for (const file of files) {
    const one = await audit(file, options.soft ?? false);
    audited.push(one);
    if (!options.json) process.stdout.write(describe(one));
    tellProgress(audited.length, files.length);
  }
  process.stdout.write(options.json ? `${JSON.stringify(audited, null, 2)}\n` : summary(audited));
  for (const { file, unreadable } of audited)
    if (unreadable !== null) process.stderr.write(`${basename(file)}：${unreadable}\n`);
  return exitCode(audited);
}

async function audit(file: string, soft: boolean): Promise<Audited> {
  try {
    const reading = await readFileOf(file);
    const findings = auditDocument(reading, { soft });
    return { file, characters: reading.text.length, findings, unreadable: null };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { file, characters: 0, findings: [], unreadable: error.message };
  }
}

function tellProgress(done: number, all: number): void {
  if (all <= QUIET_UP_TO || (done % PROGRESS_STEP !== 0 && done !== all)) return;
  process.stderr.write(`已审读 ${done}／${all}\n`);
}

function describe({ file, findings, unreadable }: Audited): string {
  if (unreadable !== null) return '';
  if (findings.length === 0) return `${basename(file)}：未发现问题\n`;
  const lines = findings.map(describeFinding);
  return `${basename(file)}：${findings.length} 处\n${lines.join('\n')}\n`;
}

function summary(audited: readonly Audited[]): string {
  const read = audited.filter(({ unreadable }) => unreadable === null);
  const findings = read.flatMap((one) => one.findings);
  const certain = findings.filter(({ soft }) => !soft).length;
  const lost = audited.length - read.length;
  const parts = [
    `共 ${read.length} 份`,
    `问题 ${certain} 处`,
    ...(findings.length > certain ? [`把握不大的 ${findings.length - certain} 处`] : []),
    ...(lost > 0 ? [`不能读取 ${lost} 份`] : []),
  ];
  return `${parts.join('，')}\n`;
}

function exitCode(audited: readonly Audited[]): number {
  if (audited.some(({ unreadable }) => unreadable !== null)) return UNREADABLE;
  return audited.some(({ findings }) => findings.some(({ soft }) => !soft)) ? FOUND : 0;
}
