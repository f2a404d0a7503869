/**
 * Speed of reading and auditing one report of 13,000 characters, warm, and how many such reports a minute the command
 * line gets through cold: one process, `fazhi audit` on 200 files. Processor time, so that other work on the machine does
 * not count; wall time beside it.
 *
 *   node bench/reading/audit.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditDocument } from '../../src/reports/auditing/index.ts';
import { readText } from '../../src/reports/reading/index.ts';
import { knownReport } from '../../src/reports/reading/testing/documents.ts';

const LENGTH = 13_000;
const WARM_UP = 60;
const RUNS = 100;
const FILES = 200;

/** Chapters of several generated reports under one title, numbered anew. */
function composeReport(seed: number): string {
  const lines: string[] = [];
  let length = 0;
  for (let each = seed; length < LENGTH; each += 1) {
    const body = knownReport(each).lines;
    lines.push(...(length === 0 ? body : body.slice(3, -2)));
    length = lines.join('\n').length;
  }
  return lines.join('\n').slice(0, LENGTH);
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function measure(name: string, work: () => void): void {
  for (let i = 0; i < WARM_UP; i += 1) work();
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const [begun, clock] = [process.threadCpuUsage(), performance.now()];
    work();
    const { user, system } = process.threadCpuUsage(begun);
    cpu.push((user + system) / 1000);
    wall.push(performance.now() - clock);
  }
  console.log(`${name}: median ${median(cpu).toFixed(2)} ms processor, ${median(wall).toFixed(2)} ms wall`);
}

const report = composeReport(1);
const reading = readText(report);
const { figures, documents, sections } = reading;
console.log(
  `report: ${report.length} characters, ${sections.length} headings, ${figures.length} figures, ${documents.length} documents`,
);
measure('audit', () => void auditDocument(reading, { soft: true }));
measure('read and audit', () => void auditDocument(readText(report), { soft: true }));

const folder = mkdtempSync(join(tmpdir(), 'fazhi-audit-'));
try {
  const files = Array.from({ length: FILES }, (_, i) => {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, composeReport(1 + i * 20));
    return file;
  });
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const clock = performance.now();
  const { status } = spawnSync(process.execPath, [main, 'audit', '--json', ...files], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const seconds = (performance.now() - clock) / 1000;
  console.log(
    `command line, cold: ${FILES} reports in ${seconds.toFixed(1)} s wall (exit ${status}): ${Math.round((FILES / seconds) * 60)} a minute`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
