import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseAnchor } from '../../kernel/seal/index.ts';
import { type VerifyReport, verify } from '../../store/sealing/verify.ts';
import { type DatabaseOptions, databaseCommand } from './on-database.ts';
import { type OpenLedger, onLedger, percentProgress } from './on-ledger.ts';

/** `fazhi verify [--anchors FILE]`: exit code 0 when the ledger is sound, 1 when it is not. */
export function verifyCommand(open: OpenLedger): Command {
  return databaseCommand('verify', '核验台账：留痕、封存链、个人信息摘要是否完整、未被改动')
    .option('--anchors <文件>', '系统外留存的封存凭据，每行一个；台账须与之相符')
    .action((options: DatabaseOptions & { anchors?: string }) =>
      onLedger(
        open,
        options,
        async ({ sql, region }, say) => {
          const anchors = options.anchors ? await readAnchors(options.anchors) : [];
          const report = await verify(sql, region, { anchors, onProgress: percentProgress('核验', say) });
          if (!report.ok) process.exitCode = 1;
          return report;
        },
        describe,
      ),
    );
}

async function readAnchors(path: string) {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map(parseAnchor);
}

function describe({ summary, defects, defectCount, last, anchors }: VerifyReport): string {
  const more = defectCount - defects.length;
  return [
    summary,
    ...(defectCount > 1 ? defects.map(({ message }) => `  ${message}`) : []),
    ...(more > 0 ? [`  另有${more}处未列出。`] : []),
    ...(last ? [`最新封存：第${last.number}号，${last.sealedAt}，根为${last.root}。`] : []),
    ...(anchors > 0 ? [`与系统外留存的${anchors}个凭据相符。`] : []),
  ].join('\n');
}
